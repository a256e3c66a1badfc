/**
 * A note of adoption that is broken over several lines: （2015年…第六届人民代表大会 / 常务委员会第二十九次会议通过）.
 * Changes when such notes are broken in another way.
 */

interface Row {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

const OPENING = /^[（(] {0,4}(?:\d{4}|[一二][〇零oO一二三四五六七八九]{3}) {0,4}年/;
const ADOPTED = /(?:通过|批准|修订|修正|公布|发布|施行|印发|实施)[^）)]{0,30}[）)]$/;
/** The same without brackets, over two rows: 2017年…第一届人民代表大会 / 第二次会议通过. */
const BARE_OPENING = /^\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日[， ]?[^。，；：（(]{4,60}(?:大会|委员会|全会)$/;
const BARE_END = /^[^。，；：（(]{2,40}(?:通过|批准)$/;
const MOST_ROWS = 6;
const LONGEST_ROW = 90;

/** The last row of the note that row `at` opens; `at` itself where it opens none or is whole. Looks at a few rows. */
export function notesEnd(folded: string, rows: readonly Row[], at: number): number {
  const first = rows[at]!;
  if (first.to - first.from > LONGEST_ROW) return at;
  const opening = folded.slice(first.from, first.to);
  const below = rows[at + 1];
  if (
    below &&
    BARE_OPENING.test(opening) &&
    BARE_END.test(folded.slice(below.from, Math.min(below.to, below.from + 60)))
  ) {
    return at + 1;
  }
  if (!OPENING.test(opening) || /[）)]/.test(opening)) return at;
  for (let i = at + 1; i < Math.min(rows.length, at + MOST_ROWS); i++) {
    const row = rows[i]!;
    if (row.number - rows[i - 1]!.number > 2 || row.to - row.from > LONGEST_ROW) return at;
    const line = folded.slice(row.from, row.to);
    if (/^[（(]|。/.test(line)) return at;
    if (ADOPTED.test(line)) return i;
    if (/[）)]$/.test(line)) return at;
  }
  return at;
}
