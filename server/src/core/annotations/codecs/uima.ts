/** UIMA CAS JSON 0.4 for INCEpTION: one CAS a document. Changes when the layers we write change. */
import { NormalText } from '../units.ts';
import { textFile, textOf } from './bytes.ts';
import {
  type Codec,
  type ExchangeAnnotation,
  type ExchangeDocument,
  type ExchangeRelation,
  Losses,
} from './exchange.ts';
import { asNumber, asObject, asText, imported, parseJson, placed, stem } from './text.ts';

export const TAG_TYPE = 'webanno.custom.PolicyTag';
export const RELATION_TYPE = 'webanno.custom.PolicyRelation';
const DOCUMENT_TYPE = 'webanno.custom.PolicyDocument';
const ANNOTATION = 'uima.tcas.Annotation';
const STRING = 'uima.cas.String';

type Structure = Record<string, unknown>;

const feature = (name: string, range = STRING): [string, Structure] => [name, { '%NAME': name, '%RANGE': range }];

/** What an annotation says in features of type String; absent where it says nothing. */
function features(a: ExchangeAnnotation, label: string | undefined, part: boolean): Structure {
  return {
    ...(label === undefined ? {} : { label }),
    ...(a.note === null ? {} : { note: a.note }),
    ...(a.author === '' ? {} : { author: a.author }),
    ...(a.created === '' ? {} : { created: a.created }),
    ...(a.status === 'resolved' ? { status: a.status } : {}),
    ...(a.reason === null ? {} : { reason: a.reason }),
    ...(part ? { group: a.id } : {}),
  };
}

function cas(d: ExchangeDocument, losses: Losses): Structure {
  const text = d.text ?? '';
  const structures: Structure[] = [
    {
      '%ID': 1,
      '%TYPE': 'uima.cas.Sofa',
      sofaNum: 1,
      sofaID: '_InitialView',
      mimeType: 'text/plain',
      sofaString: text,
    },
    { '%ID': 2, '%TYPE': 'uima.tcas.DocumentAnnotation', '@sofa': 1, begin: 0, end: text.length, language: 'zh' },
  ];
  const add = (type: string, begin: number, end: number, rest: Structure): number => {
    const id = structures.length + 1;
    structures.push({ '%ID': id, '%TYPE': type, '@sofa': 1, begin, end, ...rest });
    return id;
  };
  const used = new Set(['label', 'note']);
  const first = new Map<string, { id: number; begin: number; end: number }>();
  for (const a of placed(d.annotations)) {
    losses.omit(a, 'replies', 'attributes');
    const part = a.tags.length > 1;
    for (const label of a.tags.length > 0 ? a.tags : [undefined]) {
      const rest = features(a, label, part);
      for (const key of Object.keys(rest)) used.add(key);
      const id = add(TAG_TYPE, a.span.start, a.span.end, rest);
      if (!first.has(a.id)) first.set(a.id, { id, begin: a.span.start, end: a.span.end });
    }
  }
  let relations = false;
  for (const r of d.relations) {
    const [from, to] = [first.get(r.from), first.get(r.to)];
    if (!from || !to) losses.add('relation', 'a relation to an annotation without a place is left out', r.type);
    else {
      relations = true;
      add(RELATION_TYPE, to.begin, to.end, { '@Governor': from.id, '@Dependent': to.id, label: r.type });
    }
  }
  const whole: [string, string][] = [];
  for (const a of d.annotations) {
    if (a.span) continue;
    if (a.quote !== '') losses.add('orphan', 'annotations without a place are left out', a.quote.slice(0, 20));
    else if (a.note !== null) whole.push(['note', a.note]);
  }
  for (const [key, value] of Object.entries(d.attributes))
    whole.push([key, typeof value === 'string' ? value : JSON.stringify(value)]);
  for (const [key, value] of whole) add(DOCUMENT_TYPE, 0, text.length, { label: key, note: value });
  const types: Record<string, Structure> = {
    [TAG_TYPE]: {
      '%NAME': TAG_TYPE,
      '%SUPER_TYPE': ANNOTATION,
      ...Object.fromEntries([...used].map((f) => feature(f))),
    },
  };
  if (relations) {
    types[RELATION_TYPE] = {
      '%NAME': RELATION_TYPE,
      '%SUPER_TYPE': ANNOTATION,
      ...Object.fromEntries([feature('Governor', TAG_TYPE), feature('Dependent', TAG_TYPE), feature('label')]),
    };
  }
  if (whole.length > 0) {
    types[DOCUMENT_TYPE] = {
      '%NAME': DOCUMENT_TYPE,
      '%SUPER_TYPE': ANNOTATION,
      ...Object.fromEntries([feature('label'), feature('note')]),
    };
  }
  const members = structures.slice(1).map((s) => s['%ID']);
  return {
    '%TYPES': types,
    '%FEATURE_STRUCTURES': structures,
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': members } },
  };
}

function read(name: string, value: unknown, losses: Losses): ExchangeDocument | null {
  // The specification allows the list alone as well, and a map by id in its place.
  const list = Array.isArray(value) ? value : asObject(value)['%FEATURE_STRUCTURES'];
  const structures = (
    Array.isArray(list)
      ? list
      : Object.entries(asObject(list)).map(([id, s]) => ({ '%ID': Number(id), ...asObject(s) }))
  ).map(asObject);
  const sofas = structures.filter((s) => s['%TYPE'] === 'uima.cas.Sofa' && typeof s['sofaString'] === 'string');
  const sofa = sofas.find((s) => s['sofaID'] === '_InitialView') ?? sofas[0];
  const raw = asText(sofa?.['sofaString']);
  if (raw === null) {
    losses.add('file', 'a file is no CAS with a text', name);
    return null;
  }
  const normal = new NormalText(raw);
  const byId = new Map<number, ExchangeAnnotation>();
  const grouped = new Map<string, ExchangeAnnotation>();
  const relations: ExchangeRelation[] = [];
  const attributes: Record<string, string> = {};
  const notes: ExchangeAnnotation[] = [];
  const other = new Map<string, number>();
  const annotations = new Map<string, ExchangeAnnotation>();
  for (const s of structures) {
    const type = String(s['%TYPE'] ?? '');
    const id = asNumber(s['%ID']);
    const [begin, end] = [asNumber(s['begin'] ?? s['^begin']), asNumber(s['end'] ?? s['^end'])];
    if ('@sofa' in s && s['@sofa'] !== sofa?.['%ID']) {
      losses.add('view', 'annotations of other texts in the file are left out', `${type} ${String(s['%ID'])}`);
    } else if (type === DOCUMENT_TYPE) {
      const [key, text] = [asText(s['label']) ?? 'note', asText(s['note']) ?? ''];
      if (key === 'note') notes.push({ ...imported(`${name}#${id}`, null, '', []), note: text });
      else attributes[key] = text;
    } else if (
      '@Governor' in s ||
      /^(uima\.(cas|tcas)\.|de\.tudarmstadt\..*\.(Token|Sentence|DocumentMetaData|TagDescription|TagsetDescription)$)/.test(
        type,
      )
    ) {
      // Relations come in a second pass; the rest is the CAS itself.
    } else if (Number.isNaN(begin) || Number.isNaN(end)) {
      other.set(type, (other.get(type) ?? 0) + 1);
    } else {
      const span = { start: normal.fromRaw(begin), end: normal.fromRaw(end) };
      const words = normal.text.slice(span.start, span.end);
      const texts = Object.entries(s).filter(([k, v]) => !/^[%@^]|^(begin|end)$/.test(k) && typeof v === 'string');
      const label =
        asText(s['label']) ??
        asText(s['value']) ??
        texts.find(([k]) => !/^(note|author|created|status|reason|group)$/.test(k))?.[1];
      const group = asText(s['group']);
      const known = group === null ? undefined : grouped.get(group);
      const own = known ?? {
        ...imported(group ?? `${name}#${id}`, span, words, []),
        note: asText(s['note']),
        author: asText(s['author']) ?? '',
        created: asText(s['created']) ?? '',
        status: s['status'] === 'resolved' ? ('resolved' as const) : ('open' as const),
        reason: asText(s['reason']),
      };
      const tagged = typeof label === 'string' ? { ...own, motivation: 'tagging', tags: [...own.tags, label] } : own;
      annotations.set(tagged.id, tagged);
      byId.set(id, tagged);
      if (group !== null) grouped.set(group, tagged);
    }
  }
  for (const s of structures) {
    if (!('@Governor' in s)) continue;
    const [from, to] = [byId.get(asNumber(s['@Governor'])), byId.get(asNumber(s['@Dependent']))];
    if (from && to)
      relations.push({
        id: `${name}#${String(s['%ID'])}`,
        type: asText(s['label']) ?? 'related',
        from: from.id,
        to: to.id,
      });
  }
  for (const [type, count] of other)
    losses.add('structure', 'feature structures without a place are left out', `${type} × ${count}`);
  return { name, text: normal.text, annotations: [...annotations.values(), ...notes], relations, attributes };
}

export const uima: Codec = {
  id: 'uima',
  title: 'UIMA CAS JSON 0.4 (INCEpTION)',
  extensions: ['.json'],
  export({ documents }) {
    const losses = new Losses();
    const files = documents.map((d) => textFile(`${stem(d.name)}.json`, JSON.stringify(cas(d, losses), null, 1)));
    return { files, losses: losses.list() };
  },
  import(files) {
    const losses = new Losses();
    const documents = files.flatMap((f) => {
      const found = read(`${stem(f.name)}.txt`, parseJson(textOf(f), f.name, losses), losses);
      return found ? [found] : [];
    });
    return { exchange: { documents, tags: [] }, losses: losses.list() };
  },
};
