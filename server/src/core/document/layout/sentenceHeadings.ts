/**
 * Headings that end with a full stop: one short clause on a line of its own, a long paragraph below it, again and again.
 * Reports have them below their numbered sections: 生态底色更加亮丽。
 * Changes when such a series is told from running text in another way.
 */
import { findFullStop } from './characters.ts';
import type { Scope } from './event.ts';
import { lengthOf } from './unit.ts';

const SHORTEST = 5;
const LONGEST = 26;
/** Characters of the shortest paragraph that such a heading stands above. */
const PARAGRAPH = 60;
/** So many that follow one another at once, heading and paragraph in turn, make a series. */
const FEWEST = 3;

/** Sentences that stand alone without heading anything. */
const NO_HEADING =
  /^(?:特此|专此|此复|妥否|当否|以上|同志们|各位|朋友们|让我们|谢谢|现将|会议|全会|本[法条办规决意方通])|[，；：！？]|(?:如下|通知|执行|施行|结束|闭幕|召开|举行|主持)。$/;

/** The units of a scope that are headings of this sort; `taken` holds 1 for units that other headings take. */
export function sentenceHeadings({ draft, traits, from, to }: Scope, taken: Uint8Array): ReadonlySet<number> {
  const plain = (k: number) => {
    const unit = draft.units[k];
    return k < to && traits[k] === 'text' && unit?.marker === null && unit.hashes === 0 && taken[k - from] === 0;
  };
  const heads = (k: number) => {
    if (!plain(k) || !plain(k + 1)) return false;
    const unit = draft.units[k]!;
    const length = lengthOf(unit);
    if (length < SHORTEST || length > LONGEST || lengthOf(draft.units[k + 1]!) < PARAGRAPH) return false;
    if (findFullStop(draft.folded, unit.start, unit.end) !== unit.end - 1) return false;
    return !NO_HEADING.test(draft.folded.slice(unit.start, unit.end));
  };
  const found = new Set<number>();
  let series = 0;
  for (let k = from; k < to; k++) {
    if (!heads(k)) continue;
    let pairs = 1;
    found.add(k);
    while (heads(k + 2 * pairs)) found.add(k + 2 * pairs++);
    if (pairs > 1) series += pairs;
    k += 2 * pairs - 1;
  }
  return series >= FEWEST ? found : new Set();
}
