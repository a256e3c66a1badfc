/**
 * The bare baseline: split into lines, then thirty compiled global expressions of the shapes that rules use over
 * each line, counting matches. Changes never, or figures of different releases could not be compared.
 */
const EXPRESSIONS = [
  /[一二三四五六七八九十]+、/g,
  /（[一二三四五六七八九十]+）/g,
  /\([一二三四五六七八九十]+\)/g,
  /[0-9]+[.．]/g,
  /第[一二三四五六七八九十百]+[章节条]/g,
  /“[^”]*”/g,
  /‘[^’]*’/g,
  /《[^》]*》/g,
  /（[^）]*）/g,
  /\([^)]*\)/g,
  /[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日/g,
  /[0-9]{1,2}月[0-9]{1,2}日/g,
  /[0-9]{4}-[0-9]{2}-[0-9]{2}/g,
  /[0-9]+(?:\.[0-9]+)?[%％]/g,
  /[0-9]+(?:\.[0-9]+)?[万亿]/g,
  /[，。；：、]{2}/g,
  /[,;:]/g,
  /[()]/g,
  /["']/g,
  /[\u3000\t]+/g,
  / +/g,
  /[〔［【][0-9]{4}[〕］】][0-9]+号/g,
  /[一二三四五六七八九十两]+(?:个|大|项|条)/g,
  /(?:会议|全会|大会)(?:指出|强调|认为|要求)/g,
  /[\u4e00-\u9fff]{2,6}(?:工程|行动|计划|机制)/g,
  /[一二三四五]是/g,
  /(?:省委|市委|区委|县委)/g,
  /\.{3}|…/g,
  /[-—]{2}/g,
  /[A-Za-z]+/g,
];

/** Counts what the thirty expressions find in the lines of `text`. */
export function baseline(text: string): number {
  let count = 0;
  for (const line of text.split('\n')) {
    for (const expression of EXPRESSIONS) {
      expression.lastIndex = 0;
      while (expression.exec(line)) count++;
    }
  }
  return count;
}
