/**
 * Writes the XML of REFI-QDA 1.5. Changes when more of the standard is written. Element order is the schema's; positions are
 * code points of LF-only sources, for the programs disagree about CR LF; the folder is `sources` in lower case, for some
 * reject the other.
 */
import { isUuid } from '../ids.ts';
import type { Json } from '../model.ts';
import { NormalText } from '../units.ts';
import type { CodecOptions, Exchange, ExchangeAnnotation, ExchangeDocument, ExchangeTag, Losses } from './exchange.ts';
import { base, placed } from './text.ts';
import { attributes, escapeXml } from './xml.ts';

const PROJECT = 'urn:QDA-XML:project:1.0';
export const CODEBOOK = 'urn:QDA-XML:codebook:1.0';
export const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

/** A GUID of something of a kind; what has no UUID of its own gets one, and another one than another kind's. */
const guid = (kind: 'tag' | 'annotation' | 'note' | 'link', id: string, o: CodecOptions): string =>
  isUuid(id) ? id : o.uuidOf(`${kind} ${id}`);
/** Dates and colours that are none are left out: the schema refuses them. */
const date = (text: string): string | undefined => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.test(text)) return undefined;
  const [day, month] = [Number(text.slice(8, 10)), Number(text.slice(5, 7))];
  const real = new Date(Date.UTC(Number(text.slice(0, 4)), month - 1, day));
  return !Number.isNaN(Date.parse(text)) && real.getUTCDate() === day ? text : undefined;
};
const color = (text: string): string | undefined =>
  /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.test(text) ? text.toUpperCase() : undefined;
const element = (name: string, attrs: Parameters<typeof attributes>[0], inner: string): string =>
  inner === '' ? `<${name}${attributes(attrs)}/>` : `<${name}${attributes(attrs)}>${inner}</${name}>`;
const whole = (name: string, parts: readonly string[]): string =>
  parts.length > 0 ? `<${name}>${parts.join('')}</${name}>\n` : '';
const plain = (v: Json): string => (typeof v === 'string' ? v : JSON.stringify(v));

/** All tags, those that only annotations name included. */
export function allTags({ documents, tags }: Exchange, o: CodecOptions): ExchangeTag[] {
  const known = new Set(tags.map((t) => t.name));
  const extra = new Set(
    documents.flatMap((d) => d.annotations.flatMap((a) => a.tags)).filter((name) => !known.has(name)),
  );
  const made = [...extra].map((name) => ({
    id: o.uuidOf(`code ${name}`),
    name,
    color: '#888888',
    key: null,
    description: '',
    guideline: '',
    parent: null,
  }));
  return [...tags, ...made];
}

/** Tags as codes, each below its parent. */
export function codes(tags: readonly ExchangeTag[], o: CodecOptions): string {
  const ids = new Set(tags.map((t) => t.id));
  const code = (t: ExchangeTag, above: readonly string[]): string => {
    const text = [t.description, t.guideline].filter((s) => s !== '').join('\n\n');
    const below = tags.filter((c) => c.parent === t.id && !above.includes(c.id));
    const inner =
      (text ? `<Description>${escapeXml(text)}</Description>` : '') +
      below.map((c) => code(c, [...above, t.id])).join('');
    return element(
      'Code',
      { guid: guid('tag', t.id, o), name: t.name, isCodable: 'true', color: color(t.color) },
      inner,
    );
  };
  const top = tags.filter((t) => t.parent === null || !ids.has(t.parent));
  return `<Codes>${top.map((t) => code(t, [])).join('')}</Codes>`;
}

class ProjectWriter {
  readonly #o: CodecOptions;
  readonly #losses: Losses;
  readonly #tags: ReadonlyMap<string, ExchangeTag>;
  readonly #users = new Map<string, string>();
  readonly #variables = new Map<string, string>();
  readonly #notes: string[] = [];

  constructor(tags: readonly ExchangeTag[], o: CodecOptions, losses: Losses) {
    this.#o = o;
    this.#losses = losses;
    this.#tags = new Map(tags.map((t) => [t.name, t]));
  }

  #user(name: string): string | undefined {
    if (name === '') return undefined;
    const id = this.#users.get(name) ?? this.#o.uuidOf(`user ${name}`);
    this.#users.set(name, id);
    return id;
  }

  /** A note of its own, and the reference to it. */
  #note(id: string, name: string, text: string, author: string, created: string): string {
    const target = guid('note', id, this.#o);
    this.#notes.push(
      element(
        'Note',
        { guid: target, name, creatingUser: this.#user(author), creationDateTime: date(created) },
        `<PlainTextContent>${escapeXml(text)}</PlainTextContent>`,
      ),
    );
    return `<NoteRef targetGUID="${target}"/>`;
  }

  #selection(a: ExchangeAnnotation & { readonly span: { start: number; end: number } }, text: NormalText): string {
    this.#losses.omit(a, 'status', 'attributes', 'motivation');
    const by = { creatingUser: this.#user(a.author), creationDateTime: date(a.created) };
    const coding = a.tags.map((tag) =>
      element(
        'Coding',
        { guid: this.#o.uuidOf(`coding ${a.id} ${tag}`), creatingUser: by.creatingUser },
        `<CodeRef targetGUID="${guid('tag', this.#tags.get(tag)!.id, this.#o)}"/>`,
      ),
    );
    const replies = a.replies.map((r) => this.#note(r.id, 'Reply', r.text, r.author, r.created));
    const inner =
      (a.note === null ? '' : `<Description>${escapeXml(a.note)}</Description>`) + coding.join('') + replies.join('');
    return `${element(
      'PlainTextSelection',
      {
        guid: guid('annotation', a.id, this.#o),
        name: a.quote.slice(0, 80),
        startPosition: String(text.toPoint(a.span.start)),
        endPosition: String(text.toPoint(a.span.end)),
        ...by,
      },
      inner,
    )}\n`;
  }

  source(d: ExchangeDocument): { xml: string; file: string } {
    const id = this.#o.uuidOf(`source ${d.name}`);
    const text = new NormalText(d.text ?? '');
    const selections = placed(d.annotations).map((a) => this.#selection(a, text));
    const refs: string[] = [];
    for (const a of d.annotations) {
      if (a.span) continue;
      if (a.quote !== '')
        this.#losses.add('orphan', 'annotations without a place become notes on the document', a.quote.slice(0, 20));
      const note = [a.quote && `“${a.quote}”`, a.note, a.tags.join('、')].filter(Boolean).join('\n');
      refs.push(this.#note(a.id, 'Note', note, a.author, a.created));
    }
    const values = Object.entries(d.attributes).map(([key, value]) => {
      const variable = this.#variables.get(key) ?? this.#o.uuidOf(`variable ${key}`);
      this.#variables.set(key, variable);
      return `<VariableValue><VariableRef targetGUID="${variable}"/><TextValue>${escapeXml(plain(value))}</TextValue></VariableValue>\n`;
    });
    const attrs = {
      guid: id,
      name: base(d.name),
      plainTextPath: `internal://${id}.txt`,
      creationDateTime: date(this.#o.now),
    };
    return {
      xml: element('TextSource', attrs, `\n${selections.join('')}${refs.join('')}${values.join('')}`),
      file: `sources/${id}.txt`,
    };
  }

  project(name: string, tags: readonly ExchangeTag[], sources: readonly string[], links: readonly string[]): string {
    const users = [...this.#users].map(([user, id]) => element('User', { guid: id, name: user }, ''));
    const variables = [...this.#variables].map(([v, id]) =>
      element('Variable', { guid: id, name: v, typeOfVariable: 'Text' }, ''),
    );
    const open = attributes({ xmlns: PROJECT, name, origin: this.#o.generator, creationDateTime: date(this.#o.now) });
    const book = tags.length > 0 ? `<CodeBook>${codes(tags, this.#o)}</CodeBook>\n` : '';
    return `${HEAD}<Project${open}>\n${whole('Users', users)}${book}${whole('Variables', variables)}${whole('Sources', sources)}${whole('Notes', this.#notes)}${whole('Links', links)}</Project>`;
  }
}

/** The project's XML and the texts beside it, by path in the archive. */
export function writeProject(
  exchange: Exchange,
  o: CodecOptions,
  losses: Losses,
): { xml: string; sources: Map<string, string> } {
  const tags = allTags(exchange, o);
  const writer = new ProjectWriter(tags, o, losses);
  const sources = new Map<string, string>();
  const parts = exchange.documents.map((d) => {
    const { xml, file } = writer.source(d);
    sources.set(file, d.text ?? '');
    return xml;
  });
  const unplaced = new Set(exchange.documents.flatMap((d) => d.annotations.filter((a) => !a.span).map((a) => a.id)));
  const end = (id: string): string => guid(unplaced.has(id) ? 'note' : 'annotation', id, o);
  const links = exchange.documents.flatMap((d) =>
    d.relations.map((r) =>
      element(
        'Link',
        {
          guid: guid('link', r.id, o),
          name: r.type,
          direction: 'OneWay',
          originGUID: end(r.from),
          targetGUID: end(r.to),
        },
        '',
      ),
    ),
  );
  const name = exchange.documents.length === 1 ? base(exchange.documents[0]!.name) : 'annotations';
  return { xml: writer.project(name, tags, parts, links), sources };
}
