/**
 * Glossaries as TBX (ISO 30042), the exchange format of terminology tools. Written as TBX-Basic of 2019 (DCA style);
 * read in the forms of 2019 (`conceptEntry`, `langSec`, `termSec`) and of 2008 (`termEntry`, `langSet`, `tig`, `ntig`).
 * What TBX has no field for stands in notes `policy-annotator:KEY=VALUE`. Changes with the standard.
 */
import { LineIndex } from '../text/lines.ts';
import type { FileEntry } from './model.ts';
import { joinPair, splitPair } from './pairs.ts';
import { type ImportProblem, vetted } from './vet.ts';
import { children, descendants, escapeXml, readXml, textOf, type XmlElement } from './xml.ts';

const PREFIX = 'policy-annotator:';
const note = (key: string, value: string): string => `<note>${PREFIX}${key}=${escapeXml(value)}</note>`;

/** Entries as one TBX file. */
export function toTbx(entries: readonly FileEntry[]): string {
  const body = entries.map((e, i) => concept(e, i + 1)).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="zh-Hans" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>Policy Annotator glossary</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
${body}
</body></text>
</tbx>
`;
}

function concept(e: FileEntry, id: number): string {
  const lines = [`<conceptEntry id="c${id}">`];
  if (e.scope !== undefined) lines.push(`<descrip type="subjectField">${escapeXml(e.scope)}</descrip>`);
  for (const s of e.sources ?? []) {
    const target = s.url === undefined ? '' : ` target="${escapeXml(s.url)}"`;
    lines.push(`<xref type="externalCrossReference"${target}>${escapeXml(s.title)}</xref>`);
    lines.push(note('source-kind', s.kind));
  }
  for (const key of ['category', 'confidence', 'from', 'to', 'count', 'translationSource'] as const) {
    if (e[key] !== undefined) lines.push(note(key, String(e[key])));
  }
  for (const key of ['date', 'by', 'where'] as const) {
    const value = e.origin?.[key];
    if (value !== undefined) lines.push(note(`origin-${key}`, value));
  }
  for (const c of e.components ?? [])
    lines.push(note('component', joinPair(c.en === undefined ? [c.zh] : [c.zh, c.en])));
  if (typeof e.quoted === 'boolean') lines.push(note('quoted', String(e.quoted)));
  else for (const q of e.quoted ?? []) lines.push(note('quoted-spelling', q));
  for (const n of e.not ?? []) lines.push(note('not', n));
  const terms = [
    term(e.term, 'preferredTerm-admn-sts'),
    ...(e.aliases ?? []).map((a) => term(a, 'admittedTerm-admn-sts')),
  ];
  lines.push(language('zh-Hans', e.definition?.zh, terms));
  if (e.translation !== undefined || e.definition?.en !== undefined) {
    lines.push(language('en', e.definition?.en, [term(e.translation ?? e.term, 'preferredTerm-admn-sts')]));
  }
  lines.push('</conceptEntry>');
  return lines.join('\n');
}

const term = (text: string, status: string): string =>
  `<termSec><term>${escapeXml(text)}</term><termNote type="administrativeStatus">${status}</termNote></termSec>`;

const language = (tag: string, definition: string | undefined, terms: readonly string[]): string =>
  [
    `<langSec xml:lang="${tag}">`,
    ...(definition === undefined
      ? []
      : [`<descripGrp><descrip type="definition">${escapeXml(definition)}</descrip></descripGrp>`]),
    ...terms,
    '</langSec>',
  ].join('\n');

export interface TbxRead {
  readonly entries: readonly FileEntry[];
  /** Concepts without a Chinese term, and values that are no good, which are left out. */
  readonly problems: readonly ImportProblem[];
}

const NO_TERM = {
  en: 'This concept has no Chinese term of at least two characters.',
  zh: '该概念没有两个字以上的中文术语。',
};

/** Reads a TBX file; null where it is none. */
export function fromTbx(source: string): TbxRead | null {
  const text = source.replace(/^\ufeff/, '');
  const root = readXml(text);
  if (!root || !['tbx', 'martif', 'TBX'].includes(root.name)) return null;
  const lines = new LineIndex(text);
  const entries: FileEntry[] = [];
  const problems: ImportProblem[] = [];
  for (const concept of descendants(root, 'conceptEntry', 'termEntry')) {
    const line = lines.position(concept.at).line + 1;
    const raw = entryOf(concept);
    if (!raw) {
      problems.push({ line, field: 'term', value: null, message: NO_TERM, args: [] });
      continue;
    }
    const entry = vetted(raw, ({ path, ...fault }) =>
      problems.push({ line, field: path.map(String).join('.'), ...fault }),
    );
    if (entry) entries.push(entry);
  }
  return { entries, problems };
}

const termsOf = (section: XmlElement): string[] =>
  descendants(section, 'term')
    .map(textOf)
    .filter((t) => t.length >= 2);

const isDefinition = (d: XmlElement): boolean => d.attributes['type'] === 'definition' && textOf(d) !== '';

const definitionOf = (element: XmlElement): string | undefined => {
  const found = descendants(element, 'descrip').find(isDefinition);
  return found && textOf(found);
};

/** What a concept says, unchecked; null where it has no Chinese term. */
function entryOf(concept: XmlElement): Record<string, unknown> | null {
  const sections = children(concept, 'langSec', 'langSet');
  const of = (prefix: string): XmlElement | undefined =>
    sections.find((s) => (s.attributes['xml:lang'] ?? '').toLowerCase().startsWith(prefix));
  const zh = of('zh');
  const [first, ...aliases] = zh ? termsOf(zh) : [];
  if (!zh || first === undefined) return null;
  const en = of('en');
  const notes = children(concept, 'note').map(textOf);
  const values = (key: string): string[] =>
    notes.flatMap((n) => (n.startsWith(`${PREFIX}${key}=`) ? [n.slice(PREFIX.length + key.length + 1)] : []));
  const one = (key: string): string | undefined => values(key)[0];
  const translation = en && termsOf(en)[0];
  const kinds = values('source-kind');
  const count = one('count');
  const quoted = one('quoted');
  const spellings = values('quoted-spelling');
  const fields: Record<string, unknown> = {
    term: first,
    aliases,
    category: one('category'),
    scope: children(concept, 'descrip')
      .filter((d) => d.attributes['type'] === 'subjectField')
      .map(textOf)
      .find((s) => /^[a-z][a-z0-9-]{0,39}$/.test(s)),
    quoted: quoted === undefined ? spellings : quoted === 'true',
    not: values('not'),
    definition: filled({
      zh: definitionOf(zh) ?? children(concept, 'descrip').filter(isDefinition).map(textOf)[0],
      en: en && definitionOf(en),
    }),
    translation: translation === first ? undefined : translation,
    translationSource: one('translationSource'),
    components: values('component').map((c) => {
      const [chinese, english] = splitPair(c);
      return filled({ zh: chinese, en: english });
    }),
    count: count === undefined ? undefined : Number(count),
    origin: filled({ date: one('origin-date'), by: one('origin-by'), where: one('origin-where') }),
    sources: children(concept, 'xref').map((x, i) => {
      const url = x.attributes['target'];
      return filled({ title: textOf(x) || url, kind: kinds[i] ?? 'no-address', url });
    }),
    confidence: one('confidence'),
    from: one('from'),
    to: one('to'),
  };
  return filled(fields)!;
}

/** The fields that have a value. */
function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const some = Object.entries(fields).filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0));
  return some.length === 0 ? undefined : Object.fromEntries(some);
}
