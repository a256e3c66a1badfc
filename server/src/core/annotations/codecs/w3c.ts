/** W3C Web Annotation as JSON-LD: one annotation page a document. Changes when what we say in its terms changes. */
import type { Json } from '../model.ts';
import { CONTEXT, describe } from '../selectors.ts';
import { NormalText } from '../units.ts';
import { textFile, textOf } from './bytes.ts';
import {
  type Codec,
  type ExchangeAnnotation,
  type ExchangeDocument,
  type ExchangeRelation,
  type ExchangeReply,
  Losses,
} from './exchange.ts';
import { asArray, asObject, asText, base, imported, parseJson } from './text.ts';

const CONTEXT_URI = 'http://www.w3.org/ns/anno.jsonld';
/** Names of what the vocabulary has no word for; other programs keep or ignore them. */
const OWN = 'urn:policy-annotator:';

const person = (name: string): Json => ({ type: 'Person', name });
const urn = (id: string): string => (/^[a-z][a-z0-9+.-]*:/i.test(id) ? id : `urn:uuid:${id}`);
const bare = (id: string): string => id.replace(/^urn:uuid:/, '');

/** One annotation; `context` is how many code points of context the quote gets. */
export function toW3c(a: ExchangeAnnotation, document: ExchangeDocument, context = CONTEXT): Record<string, Json> {
  const body: Json[] = a.tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }));
  if (a.note !== null) body.push({ type: 'TextualBody', purpose: 'commenting', value: a.note });
  const selector: Json[] = [];
  if (a.span) {
    const text = new NormalText(document.text ?? '');
    const { quote, position } = describe(text, a.span, '');
    const [before, after] = [[...quote.prefix], [...quote.suffix]];
    const prefix = before.slice(Math.max(0, before.length - context)).join('');
    selector.push(
      { type: 'TextQuoteSelector', exact: quote.exact, prefix, suffix: after.slice(0, context).join('') },
      { type: 'TextPositionSelector', ...position },
    );
  } else if (a.quote !== '') selector.push({ type: 'TextQuoteSelector', exact: a.quote });
  return {
    '@context': CONTEXT_URI,
    id: urn(a.id),
    type: 'Annotation',
    motivation: a.motivation,
    ...(a.created ? { created: a.created } : {}),
    ...(a.modified && a.modified !== a.created ? { modified: a.modified } : {}),
    ...(a.author ? { creator: person(a.author) } : {}),
    body,
    target: { source: document.name, ...(selector.length > 0 ? { selector } : {}) },
    ...(a.status === 'resolved' ? { [`${OWN}status`]: a.status } : {}),
    ...(a.reason !== null ? { [`${OWN}reason`]: a.reason } : {}),
    ...(Object.keys(a.attributes).length > 0 ? { [`${OWN}attributes`]: a.attributes as Json } : {}),
    ...a.extra,
  };
}

const replyItem = (parent: string, r: ExchangeReply): Record<string, Json> => ({
  '@context': CONTEXT_URI,
  id: urn(r.id),
  type: 'Annotation',
  motivation: 'replying',
  created: r.created,
  creator: person(r.author),
  body: [{ type: 'TextualBody', purpose: 'replying', value: r.text }],
  target: urn(parent),
});

const relationItem = (r: ExchangeRelation): Record<string, Json> => ({
  '@context': CONTEXT_URI,
  id: urn(r.id),
  type: 'Annotation',
  motivation: 'linking',
  body: [urn(r.to), { type: 'TextualBody', purpose: 'classifying', value: r.type }],
  target: urn(r.from),
});

const KNOWN = new Set(['@context', 'id', 'type', 'motivation', 'created', 'modified', 'creator', 'body', 'target']);

function read(
  item: Record<string, unknown>,
  losses: Losses,
): { source: string; annotation: ExchangeAnnotation } | null {
  const target = asObject(asArray(item['target'])[0] ?? item['target']);
  const source = asText(target['source']) ?? asText(asObject(target['source'])['id']) ?? asText(item['target']);
  if (source === null) {
    losses.add('target', 'an annotation has no target that we know', String(item['id'] ?? ''));
    return null;
  }
  const selectors = asArray(target['selector']).length > 0 ? asArray(target['selector']) : [target['selector']];
  const of = (type: string) => selectors.map(asObject).find((s) => s['type'] === type);
  const [quote, position] = [of('TextQuoteSelector'), of('TextPositionSelector')];
  const bodies = (Array.isArray(item['body']) ? item['body'] : [item['body']]).filter(
    (b) => b !== undefined && b !== null,
  );
  const tags: string[] = [];
  const notes: string[] = [];
  for (const raw of bodies) {
    const b = asObject(raw);
    const value = asText(b['value']) ?? asText(raw) ?? asText(b['source']);
    if (value === null) losses.add('body', 'a body is of a kind that we do not know', String(b['type'] ?? ''));
    else if (b['purpose'] === 'tagging' || (b['purpose'] === undefined && item['motivation'] === 'tagging'))
      tags.push(value);
    else notes.push(value);
  }
  const extra: Record<string, Json> = {};
  for (const [key, value] of Object.entries(item)) {
    if (!KNOWN.has(key) && !key.startsWith(OWN)) extra[key] = value as Json;
  }
  const exact = asText(quote?.['exact']) ?? '';
  const a = imported(bare(asText(item['id']) ?? ''), null, exact, tags);
  return {
    source,
    annotation: {
      ...a,
      motivation: asText(item['motivation']) ?? asText(asArray(item['motivation'])[0]) ?? a.motivation,
      author: asText(asObject(item['creator'])['name']) ?? asText(item['creator']) ?? '',
      created: asText(item['created']) ?? '',
      modified: asText(item['modified']) ?? asText(item['created']) ?? '',
      note: notes.length > 0 ? notes.join('\n\n') : null,
      status: item[`${OWN}status`] === 'resolved' ? 'resolved' : 'open',
      reason: asText(item[`${OWN}reason`]),
      attributes: asObject(item[`${OWN}attributes`]) as Record<string, Json>,
      extra,
      ...(exact !== '' || position
        ? {
            selector: {
              prefix: asText(quote?.['prefix']) ?? '',
              suffix: asText(quote?.['suffix']) ?? '',
              start: Number(position?.['start'] ?? 0),
              end: Number(position?.['end'] ?? [...exact].length),
            },
          }
        : {}),
    },
  };
}

export const w3c: Codec = {
  id: 'w3c',
  title: 'W3C Web Annotation (JSON-LD)',
  extensions: ['.jsonld', '.json'],
  export({ documents }) {
    const losses = new Losses();
    const files = documents.map((d) => {
      for (const key of Object.keys(d.attributes))
        losses.add('document-attributes', 'attributes of the document are left out', key);
      const items = d.annotations.flatMap((a) => [toW3c(a, d), ...a.replies.map((r) => replyItem(a.id, r))]);
      const page = {
        '@context': CONTEXT_URI,
        id: `urn:policy-annotator:page:${encodeURIComponent(d.name)}`,
        type: 'AnnotationPage',
        items: [...items, ...d.relations.map(relationItem)],
      };
      return textFile(`${d.name}.jsonld`, `${JSON.stringify(page, null, 1)}\n`);
    });
    return { files, losses: losses.list() };
  },
  import(files) {
    const losses = new Losses();
    const documents = new Map<
      string,
      { annotations: Map<string, ExchangeAnnotation>; relations: ExchangeRelation[] }
    >();
    const all = files.flatMap((f) => {
      const value = parseJson(textOf(f), f.name, losses);
      const object = asObject(value);
      const items = Array.isArray(value) ? value : asArray(object['items'] ?? asObject(object['first'])['items']);
      return items.length > 0 || object['type'] === 'AnnotationPage' ? items.map(asObject) : [object];
    });
    const home = new Map<string, string>();
    const late: Record<string, unknown>[] = [];
    for (const item of all) {
      if (item['motivation'] === 'replying' || item['motivation'] === 'linking') late.push(item);
      else {
        const found = read(item, losses);
        if (!found) continue;
        const name = base(found.source);
        const document = documents.get(name) ?? { annotations: new Map(), relations: [] };
        document.annotations.set(found.annotation.id, found.annotation);
        documents.set(name, document);
        home.set(found.annotation.id, name);
      }
    }
    for (const item of late) {
      const target = bare(asText(item['target']) ?? asText(asObject(item['target'])['source']) ?? '');
      const document = documents.get(home.get(target) ?? '');
      const bodies = Array.isArray(item['body']) ? item['body'] : [item['body']];
      const parent = document?.annotations.get(target);
      const text = bodies.map((b) => asText(asObject(b)['value'])).find((v) => v !== null) ?? '';
      const id = bare(asText(item['id']) ?? '');
      if (!document || !parent)
        losses.add('target', 'a reply or relation belongs to an annotation that is not here', id);
      else if (item['motivation'] === 'replying') {
        const author = asText(asObject(item['creator'])['name']) ?? '';
        const reply = { id, author, created: asText(item['created']) ?? '', text };
        document.annotations.set(target, { ...parent, replies: [...parent.replies, reply] });
      } else {
        const to = bodies.map((b) => asText(b) ?? asText(asObject(b)['source'])).find((v) => v !== null);
        if (to) document.relations.push({ id, type: text || 'related', from: target, to: bare(to) });
      }
    }
    return {
      exchange: {
        documents: [...documents].map(([name, d]) => ({
          name,
          text: null,
          annotations: [...d.annotations.values()],
          relations: d.relations,
          attributes: {},
        })),
        tags: [],
      },
      losses: losses.list(),
    };
  },
};
