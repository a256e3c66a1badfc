/**
 * Names of persons in a document with the positions that it gives them. Changes when names are told in another way.
 *
 * The parser reads names behind their positions. Here come those with a title behind them (习近平总书记), every further
 * mention of a known name, and candidates that a segmenter confirms (县领导胡斌、夏齐勇出席).
 */
import { AFTER_NAME, DOUBLE_SURNAMES, SURNAMES } from '../document/mentions/data/persons.ts';
import type { PersonMention, PolicyDocument } from '../document/model.ts';
import type { Segmenter } from '../host.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { NOT_GIVEN, NOT_NAMES, TITLES_BEHIND } from './namedPersons.data.ts';

export type PersonSource = Pick<PolicyDocument, 'text' | 'persons'>;

const SURNAME = `(?:${DOUBLE_SURNAMES.join('|')}|[${SURNAMES}])`;
const GIVEN = `[\\u4e00-\\u9fff]`;
const TITLED = new RegExp(`(?=(${SURNAME}${GIVEN}{1,2})(${TITLES_BEHIND.join('|')}))`, 'g');
/** Between marks, or behind 领导 and the like: what a segmenter may confirm. */
const CANDIDATE = new RegExp(
  `(?<=[、，。；：（\\s]|领导|成员|代表|委员|专家)(${SURNAME}${GIVEN}{1,2})(?=[、，。；）\\s]|出席|参加|陪同|主持|分别|列席|讲话|等)`,
  'g',
);
/** Before a name of two characters, or one with a title that bodies have as well. */
const LEFT = /(?:^|[^\u4e00-\u9fff]|[由和与及对受据向请经跟为将按是]|以来|代表|学习)$/;
/** In larger documents names are taken as the parser read them. */
const LARGEST = 1_000_000;

const known = new WeakMap<PersonSource, readonly PersonMention[]>();

/** Persons in the order of their places; the positions are those of the first mention that has any. */
export function namedPersons(document: PersonSource): readonly PersonMention[] {
  let persons = known.get(document);
  if (!persons) {
    persons = document.text.length > LARGEST ? document.persons : readNames(document, []);
    known.set(document, persons);
  }
  return persons;
}

/** Takes the candidates that a segmenter takes for persons into the document's persons; whether there were any. */
export async function confirmPersons(document: PersonSource, segmenter: Segmenter): Promise<boolean> {
  const confirmed = await confirmedNames(document, segmenter);
  if (confirmed.length > 0) known.set(document, readNames(document, confirmed));
  return confirmed.length > 0;
}

function readNames(document: PersonSource, confirmed: readonly Span[]): readonly PersonMention[] {
  const folded = fold(document.text);
  const found = new Map<number, PersonMention>();
  const positions = new Map<string, readonly string[]>();
  const add = (span: Span, given: readonly string[]): void => {
    const name = document.text.slice(span.start, span.end).replace(/\s/g, '');
    const key = fold(name);
    if (given.length > 0 && !positions.get(key)?.length) positions.set(key, given);
    else if (!positions.has(key)) positions.set(key, given);
    if (!found.has(span.start)) found.set(span.start, { name, positions: given, span });
  };
  for (const person of document.persons) add(person.span, person.positions);
  for (const { span, title } of titled(folded)) add(span, title === null ? [] : [title]);
  for (const span of confirmed) if (!overlaps(found, span)) add(span, []);
  for (const name of [...positions.keys()]) {
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) {
      const span = { start: at, end: at + name.length };
      const sure = name.length >= 3 || LEFT.test(folded.slice(Math.max(0, at - 2), at));
      if (sure || AFTER_NAME.test(folded.slice(span.end, span.end + 3))) add(span, []);
    }
  }
  return [...found.values()]
    .map((p) => ({ ...p, positions: p.positions.length > 0 ? p.positions : (positions.get(fold(p.name)) ?? []) }))
    .sort((a, b) => a.span.start - b.span.start);
}

/** A person of a document: everything that it calls them, and where. */
export interface PersonOutline {
  readonly name: string;
  readonly positions: readonly string[];
  readonly spans: readonly Span[];
}

/** Each person once, in the order of their first mention. */
export function personOutline(document: PersonSource): PersonOutline[] {
  const found = new Map<string, { name: string; positions: Set<string>; spans: Span[] }>();
  for (const { name, positions, span } of namedPersons(document)) {
    const key = fold(name);
    const person = found.get(key) ?? { name, positions: new Set<string>(), spans: [] };
    for (const position of positions) person.positions.add(position);
    person.spans.push(span);
    found.set(key, person);
  }
  return [...found.values()].map((p) => ({ ...p, positions: [...p.positions] }));
}

function overlaps(found: ReadonlyMap<number, PersonMention>, span: Span): boolean {
  for (const { span: other } of found.values()) if (other.start < span.end && span.start < other.end) return true;
  return false;
}

/** Names before a title; 同志, 先生 and 女士 say nothing of the position. */
function* titled(folded: string): Generator<{ span: Span; title: string | null }> {
  for (const match of folded.matchAll(TITLED)) {
    const name = match[1]!;
    const title = match[2]!;
    const surname = (DOUBLE_SURNAMES as readonly string[]).includes(name.slice(0, 2)) ? 2 : 1;
    const given = name.slice(surname);
    if (given === '' || NOT_NAMES.test(name) || NOT_GIVEN.includes(given.at(-1)!)) continue;
    const left = folded.slice(Math.max(0, match.index - 2), match.index);
    // 三 characters before 总书记 or 同志 are a name wherever they stand; other titles need a beginning.
    if (!((title === '总书记' || title === '同志') && given.length === 2) && !LEFT.test(left)) continue;
    const polite = title === '同志' || title === '先生' || title === '女士';
    yield { span: { start: match.index, end: match.index + name.length }, title: polite ? null : title };
  }
}

/** Stretches that look like names and are not known yet. */
export function candidates(document: PersonSource): Span[] {
  if (document.text.length > LARGEST) return [];
  const folded = fold(document.text);
  const persons = new Map(namedPersons(document).map((p) => [p.span.start, p]));
  const found: Span[] = [];
  for (const match of folded.matchAll(CANDIDATE)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!NOT_NAMES.test(match[0]) && !overlaps(persons, span)) found.push(span);
  }
  return found;
}

/** Of the candidates those that a segmenter takes for persons as well; none where it knows no parts of speech. */
async function confirmedNames(document: PersonSource, segmenter: Segmenter): Promise<Span[]> {
  const found: Span[] = [];
  const folded = fold(document.text);
  const lines = new Map<number, Span[]>();
  for (const span of candidates(document)) {
    const start = folded.lastIndexOf('\n', span.start) + 1;
    const list = lines.get(start);
    if (list) list.push(span);
    else lines.set(start, [span]);
  }
  for (const [start, spans] of lines) {
    const end = folded.indexOf('\n', start);
    const words = await segmenter.words(folded.slice(start, end < 0 ? folded.length : end));
    const starts = new Map<number, { readonly end: number; readonly person: boolean }>();
    let at = start;
    for (const { text, tag } of words) {
      starts.set(at, { end: at + text.length, person: tag?.startsWith('nr') === true });
      at += text.length;
    }
    // 王/nr 超群/n is one name in two words; 水利/n is none, 平安/a neither.
    found.push(
      ...spans.filter(({ start: from, end: to }) => {
        let word = starts.get(from);
        if (!word?.person) return false;
        while (word && word.end < to) word = starts.get(word.end);
        return word?.end === to;
      }),
    );
  }
  return found;
}
