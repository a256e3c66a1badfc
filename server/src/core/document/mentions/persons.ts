/**
 * Persons with their positions: `省委常委、市委书记刘捷讲话`. Changes when names or positions are told in another form.
 * A name is a surname with one or two characters behind a position, and what follows must end it.
 */
import type { PersonMention } from '../model.ts';
import { AFTER_NAME, DOUBLE_SURNAMES, POSITIONS, SURNAMES } from './data/persons.ts';
import type { Passage } from './passage.ts';
import { UnitSet, WordIndex } from './words.ts';

const SURNAME_UNITS = new UnitSet(SURNAMES);
/** What a name may begin with. */
const OPENERS = new UnitSet([...SURNAMES, ...DOUBLE_SURNAMES]);
const ENDS = [...new Set(POSITIONS)].sort((a, b) => b.length - a.length);
const POSITION_INDEX = new WordIndex(ENDS, 'end');
const HAN = /^[\u4e00-\u9fff·]$/;

/** The end of the name that starts at `at`, or -1. Two characters behind the surname are tried before one. */
function nameEnd(folded: string, at: number): number {
  const double = (DOUBLE_SURNAMES as readonly string[]).includes(folded.slice(at, at + 2));
  if (!double && !SURNAME_UNITS.has(folded.charCodeAt(at))) return -1;
  const surname = double ? 2 : 1;
  for (const given of double ? [2, 1] : [2, 1]) {
    const end = at + surname + given;
    if (end > folded.length) continue;
    let plain = true;
    for (let i = at + surname; i < end; i++) plain &&= HAN.test(folded[i]!);
    if (
      plain &&
      AFTER_NAME.test(folded.slice(end, end + 3)) &&
      !AFTER_NAME.test(folded.slice(end - given, end - given + 3))
    )
      return end;
  }
  // 王 浩: two characters, spaced to the width of three.
  const spaced = /^[\u4e00-\u9fff] {1,2}[\u4e00-\u9fff]/.exec(folded.slice(at, at + 4));
  return spaced !== null && AFTER_NAME.test(folded.slice(at + spaced[0].length, at + spaced[0].length + 3))
    ? at + spaced[0].length
    : -1;
}

/** Where the positions before `end` begin: joined by 、, each with the body that it belongs to. */
function positionsBefore(folded: string, end: number): string[] {
  let start = end;
  const least = Math.max(0, end - 60);
  while (
    start > least &&
    (HAN.test(folded[start - 1]!) ||
      folded[start - 1] === '、' ||
      folded[start - 1] === '（' ||
      folded[start - 1] === '）')
  )
    start--;
  const chain = folded.slice(start, end).split('、');
  const positions: string[] = [];
  for (let i = chain.length - 1; i >= 0; i--) {
    const text = chain[i]!;
    const position = ENDS.find((p) => text.endsWith(p));
    if (position === undefined || text.length > 30) break;
    positions.unshift(i === 0 || positions.length === chain.length - 1 ? cut(text, position) : text);
  }
  return positions;
}

/** Drops a verb phrase before the first position: 会议由市委书记 → 市委书记. */
function cut(text: string, position: string): string {
  const lead =
    /^.*(?:由|经|和|与|及|对|向|受|为|是|请|日|会议|现任|时任|推举|同意|决定|任命|免去|记者从|获悉)(?=[\u4e00-\u9fff]{2,})/.exec(
      text.slice(0, text.length - position.length + 1),
    );
  const rest = lead === null ? text : text.slice(lead[0].length);
  return rest.endsWith(position) ? rest : text;
}

/** Persons in order; the same person is listed at each mention with positions. */
export function readPersons(reading: Passage): PersonMention[] {
  const { folded } = reading;
  const persons: PersonMention[] = [];
  for (let at = 1; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    if (!OPENERS.has(unit) || POSITION_INDEX.at(folded, at) === undefined) continue;
    if (!SURNAME_UNITS.has(unit) && !DOUBLE_SURNAMES.some((d) => folded.startsWith(d, at))) continue;
    const end = nameEnd(folded, at);
    if (end < 0) continue;
    const positions = positionsBefore(folded, at);
    if (positions.length === 0) continue;
    persons.push({ name: reading.text.slice(at, end).replace(/\s/g, ''), positions, span: { start: at, end } });
    let more = end;
    while (folded[more] === '、') {
      const other = nameEnd(folded, more + 1);
      if (other < 0) break;
      persons.push({
        name: reading.text.slice(more + 1, other).replace(/\s/g, ''),
        positions,
        span: { start: more + 1, end: other },
      });
      more = other;
    }
    at = more;
  }
  return persons;
}
