/** Formats with one JSON object a document: doccano and spaCy/Prodigy. Changes when either does. Places in code points. */
import { NormalText } from '../units.ts';
import { textFile, textOf } from './bytes.ts';
import {
  type Codec,
  type ExchangeAnnotation,
  type ExchangeDocument,
  type ExchangeFile,
  type ExchangeRelation,
  Losses,
} from './exchange.ts';
import { asArray, asNumber, asObject, asText, imported, parseJson, placed, spanFromPoints, stem } from './text.ts';

interface Labelled {
  readonly a: ExchangeAnnotation;
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

const UNTAGGED = 'note';

/** One entry for each tag, in the order of the text. */
function labelled(d: ExchangeDocument, losses: Losses): Labelled[] {
  const text = new NormalText(d.text ?? '');
  for (const a of d.annotations) losses.omit(a, 'note', 'replies', 'status', 'attributes', 'author', 'document');
  for (const key of Object.keys(d.attributes))
    losses.add('document-attributes', 'attributes of the document are left out', key);
  return placed(d.annotations).flatMap((a) => {
    if (a.tags.length > 1)
      losses.add('grouping', 'an annotation with several tags becomes several', a.quote.slice(0, 20));
    const [start, end] = [text.toPoint(a.span.start), text.toPoint(a.span.end)];
    return (a.tags.length > 0 ? a.tags : [UNTAGGED]).map((label) => ({ a, label, start, end }));
  });
}

const fileName = (documents: readonly ExchangeDocument[], ending: string): string =>
  `${documents.length === 1 ? stem(documents[0]!.name) : 'annotations'}${ending}`;

const lines = (values: readonly unknown[]): string => values.map((v) => `${JSON.stringify(v)}\n`).join('');

function objects(files: readonly ExchangeFile[], losses: Losses): { name: string; value: Record<string, unknown> }[] {
  return files.flatMap((f) => {
    const parts = textOf(f)
      .split('\n')
      .filter((l) => l.trim() !== '');
    return parts.map((line, i) => ({
      name: `${stem(f.name)}${parts.length > 1 ? `-${i + 1}` : ''}.txt`,
      value: asObject(parseJson(line, `${f.name}:${i + 1}`, losses)),
    }));
  });
}

export const doccano: Codec = {
  id: 'doccano',
  title: 'doccano JSONL',
  extensions: ['.jsonl'],
  export({ documents }) {
    const losses = new Losses();
    const related = documents.some((d) => d.relations.length > 0);
    let id = 0;
    let relation = 0;
    const values = documents.map((d) => {
      const all = labelled(d, losses);
      if (!related) return { text: d.text, label: all.map((l) => [l.start, l.end, l.label]) };
      const ids = new Map<string, number>();
      const entities = all.map((l) => {
        if (!ids.has(l.a.id)) ids.set(l.a.id, id);
        return { id: id++, start_offset: l.start, end_offset: l.end, label: l.label };
      });
      const relations = d.relations
        .filter((r) => ids.has(r.from) && ids.has(r.to))
        .map((r) => ({ id: relation++, from_id: ids.get(r.from), to_id: ids.get(r.to), type: r.type }));
      return { text: d.text, entities, relations };
    });
    return { files: [textFile(fileName(documents, '.jsonl'), lines(values))], losses: losses.list() };
  },
  import(files) {
    const losses = new Losses();
    const documents = objects(files, losses).flatMap(({ name, value }) => {
      const raw = asText(value['text']) ?? asText(value['data']);
      if (raw === null) return [];
      const ids = new Map<unknown, string>();
      const annotations: ExchangeAnnotation[] = [];
      const take = (start: number, end: number, label: string, key: unknown): void => {
        const span = spanFromPoints(raw, start, end, null, losses);
        if (!span) return;
        const id = `${name}#${annotations.length}`;
        ids.set(key, id);
        const words = new NormalText(raw).text.slice(span.start, span.end);
        annotations.push(imported(id, span, words, label === UNTAGGED ? [] : [label]));
      };
      for (const l of asArray(value['label'] ?? value['labels'])) {
        const [start, end, label] = asArray(l);
        if (typeof label === 'string') take(asNumber(start), asNumber(end), label, annotations.length);
      }
      for (const e of asArray(value['entities']).map(asObject)) {
        take(asNumber(e['start_offset']), asNumber(e['end_offset']), asText(e['label']) ?? UNTAGGED, e['id']);
      }
      const relations: ExchangeRelation[] = asArray(value['relations'])
        .map(asObject)
        .flatMap((r, i) => {
          const [from, to] = [ids.get(r['from_id']), ids.get(r['to_id'])];
          return from && to ? [{ id: `${name}#R${i}`, type: asText(r['type']) ?? 'related', from, to }] : [];
        });
      return [{ name, text: new NormalText(raw).text, annotations, relations, attributes: {} }];
    });
    return { exchange: { documents, tags: [] }, losses: losses.list() };
  },
};

export const spacy: Codec = {
  id: 'spacy',
  title: 'spaCy / Prodigy JSONL',
  extensions: ['.jsonl'],
  export({ documents }) {
    const losses = new Losses();
    const values = documents.map((d) => {
      const all = labelled(d, losses);
      for (const r of d.relations) losses.add('relation', 'relations are left out', r.type);
      const spans = all.map(({ start, end, label }) => ({ start, end, label }));
      const entities: [number, number, string][] = [];
      // Longest first, as annotation guides do: entities must not overlap.
      for (const s of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
        if (entities.every(([start, end]) => s.end <= start || s.start >= end))
          entities.push([s.start, s.end, s.label]);
      }
      entities.sort((a, b) => a[0] - b[0]);
      return { text: d.text, spans, entities, meta: { source: d.name } };
    });
    return { files: [textFile(fileName(documents, '.jsonl'), lines(values))], losses: losses.list() };
  },
  import(files) {
    const losses = new Losses();
    const documents = objects(files, losses).flatMap(({ name, value }) => {
      const raw = asText(value['text']);
      if (raw === null) return [];
      const own = asText(asObject(value['meta'])['source']);
      const text = new NormalText(raw).text;
      const given = asArray(value['spans'])
        .map(asObject)
        .map((s) => [s['start'], s['end'], s['label']]);
      const list =
        given.length > 0
          ? given
          : asArray(value['entities'] ?? value['ents']).map((e) =>
              Array.isArray(e) ? e : [asObject(e)['start'], asObject(e)['end'], asObject(e)['label']],
            );
      const annotations = list.flatMap(([start, end, label], i) => {
        const span = spanFromPoints(raw, asNumber(start), asNumber(end), null, losses);
        const tags = typeof label === 'string' && label !== UNTAGGED ? [label] : [];
        return span ? [imported(`${name}#${i}`, span, text.slice(span.start, span.end), tags)] : [];
      });
      return [{ name: own ?? name, text, annotations, relations: [], attributes: {} }];
    });
    return { exchange: { documents, tags: [] }, losses: losses.list() };
  },
};
