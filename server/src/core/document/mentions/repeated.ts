/**
 * Terms that the document quotes or names once and then uses without marks. Changes when another kind of term is
 * carried over to its other mentions. `“枫桥经验”… 枫桥经验`.
 */
import { PairIndex, UnitSet } from '../../text/words.ts';
import type { TermCategory, TermMention } from '../model.ts';
import type { Reading } from './reading.ts';

/** Classes that name one thing wherever the words stand; sayings and pictures are plain speech without their marks. */
const NAMES: ReadonlySet<TermCategory> = new Set(['program', 'mechanism', 'strategy', 'brand']);
/** Shorter ones are words of the language as well: 创新, 三农. */
const SHORTEST = 4;
const LONGEST = 16;
const MARKS = new UnitSet('，。、；：！？,.;:!?“”‘’「」《》（）()\n ');

/** Whether the key can be looked for as it stands: no marks inside. */
function isPlain(key: string): boolean {
  for (let i = 0; i < key.length; i++) if (MARKS.has(key.charCodeAt(i))) return false;
  return true;
}

/** All terms, with the unmarked mentions of those that stand in quotation marks elsewhere. Ordered by start. */
export function withRepeated(reading: Reading, terms: readonly TermMention[]): readonly TermMention[] {
  const known = new Map<string, TermMention>();
  for (const term of terms) {
    const { normal } = term;
    if (!NAMES.has(term.category) || normal.length < SHORTEST || normal.length > LONGEST) continue;
    if (term.quoted && !known.has(normal) && isPlain(normal)) known.set(normal, term);
  }
  if (known.size === 0) return terms;
  const { folded } = reading;
  const keys = [...known.keys()].sort((a, b) => b.length - a.length);
  const index = new PairIndex(keys.map((key) => [key.slice(0, 2), key] as const));
  const found: TermMention[] = [];
  let next = 0;
  let covered = 0;
  for (let at = index.next(folded, 0); at >= 0; at = index.next(folded, at)) {
    while (next < terms.length && terms[next]!.span.start <= at) covered = Math.max(covered, terms[next++]!.span.end);
    const key = at < covered ? undefined : index.at(folded, at).find((word) => folded.startsWith(word, at));
    const end = at + (key?.length ?? 1);
    if (key !== undefined && !(next < terms.length && terms[next]!.span.start < end)) {
      const { category, normal, head } = known.get(key)!;
      const text = reading.text.slice(at, end);
      const mention = { text, normal, category, quoted: false, defined: false, span: { start: at, end } };
      found.push(head ? { ...mention, head } : mention);
    }
    at = end;
  }
  if (found.length === 0) return terms;
  return [...terms, ...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
