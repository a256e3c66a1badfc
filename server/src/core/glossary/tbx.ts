/**
 * Glossaries as TBX (ISO 30042), the exchange format of terminology tools. Written as TBX-Basic of 2019 (DCA style);
 * read in the forms of 2019 (`conceptEntry`, `langSec`, `termSec`) and of 2008 (`termEntry`, `langSet`, `tig`, `ntig`).
 * What TBX has no field for stands in notes `policy-annotator:KEY=VALUE`. Changes with the standard.
 */
import {
  type Bilingual,
  CONFIDENCES,
  type Confidence,
  ENTRY_CATEGORIES,
  type EntryCategory,
  type EntrySource,
  type FileEntry,
  SOURCE_KINDS,
  type SourceKind,
} from './model.ts';
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
  for (const key of ['category', 'confidence', 'from', 'to', 'count'] as const) {
    if (e[key] !== undefined) lines.push(note(key, String(e[key])));
  }
  for (const key of ['date', 'by', 'where'] as const) {
    const value = e.origin?.[key];
    if (value !== undefined) lines.push(note(`origin-${key}`, value));
  }
  for (const c of e.components ?? []) lines.push(note('component', c.en === undefined ? c.zh : `${c.zh} = ${c.en}`));
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
  /** Concepts without a Chinese term. */
  readonly skipped: number;
}

/** Reads a TBX file; null where it is none. */
export function fromTbx(text: string): TbxRead | null {
  const root = readXml(text.replace(/^\ufeff/, ''));
  if (!root || !['tbx', 'martif', 'TBX'].includes(root.name)) return null;
  const entries: FileEntry[] = [];
  let skipped = 0;
  for (const c of descendants(root, 'conceptEntry', 'termEntry')) {
    const entry = entryOf(c);
    if (entry) entries.push(entry);
    else skipped++;
  }
  return { entries, skipped };
}

const termsOf = (section: XmlElement): string[] =>
  descendants(section, 'term')
    .map(textOf)
    .filter((t) => t.length >= 2);
const definitionOf = (element: XmlElement): string | undefined =>
  descendants(element, 'descrip').find((d) => d.attributes['type'] === 'definition' && textOf(d) !== '') === undefined
    ? undefined
    : textOf(descendants(element, 'descrip').find((d) => d.attributes['type'] === 'definition')!);

function entryOf(concept: XmlElement): FileEntry | null {
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
  const definition: { zh?: string; en?: string } = {};
  const chinese =
    definitionOf(zh) ??
    children(concept, 'descrip')
      .filter((d) => d.attributes['type'] === 'definition')
      .map(textOf)[0];
  if (chinese !== undefined) definition.zh = chinese;
  const english = en && definitionOf(en);
  if (english !== undefined) definition.en = english;
  const kinds = values('source-kind');
  const sources = children(concept, 'xref').map((x, i): EntrySource => {
    const url = x.attributes['target'];
    const kind = SOURCE_KINDS.includes(kinds[i] as SourceKind) ? (kinds[i] as SourceKind) : 'no-address';
    const linked = url !== undefined && /^https?:\/\/[^\s<>"]+$/.test(url);
    return { title: textOf(x) || (url ?? ''), kind, ...(linked ? { url } : {}) };
  });
  const origin: { date?: string; by?: string; where?: string } = {};
  for (const key of ['date', 'by', 'where'] as const) {
    const value = one(`origin-${key}`);
    if (value !== undefined) origin[key] = value;
  }
  const components = values('component').map((c): Bilingual => {
    const [a, b] = c.split(' = ');
    return b === undefined ? { zh: a! } : { zh: a!, en: b };
  });
  const category = one('category') as EntryCategory | undefined;
  const confidence = one('confidence') as Confidence | undefined;
  const count = Number(one('count'));
  const scope = children(concept, 'descrip')
    .filter((d) => d.attributes['type'] === 'subjectField')
    .map(textOf)[0];
  const translation = en && termsOf(en)[0];
  const spellings = values('quoted-spelling');
  const quoted = one('quoted');
  const not = values('not');
  const optional = (key: 'from' | 'to'): Partial<FileEntry> => {
    const value = one(key);
    return value === undefined ? {} : { [key]: value };
  };
  return {
    term: first,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(category && ENTRY_CATEGORIES.includes(category) ? { category } : {}),
    ...(scope !== undefined && /^[a-z][a-z0-9-]{0,39}$/.test(scope) ? { scope } : {}),
    ...(quoted !== undefined ? { quoted: quoted === 'true' } : spellings.length > 0 ? { quoted: spellings } : {}),
    ...(not.length > 0 ? { not } : {}),
    ...(Object.keys(definition).length > 0 ? { definition } : {}),
    ...(translation !== undefined && translation !== first ? { translation } : {}),
    ...(components.length > 0 ? { components } : {}),
    ...(Number.isInteger(count) && count > 0 ? { count } : {}),
    ...(Object.keys(origin).length > 0 ? { origin } : {}),
    ...(sources.length > 0 ? { sources } : {}),
    ...(confidence && CONFIDENCES.includes(confidence) ? { confidence } : {}),
    ...optional('from'),
    ...optional('to'),
  };
}
