/**
 * Front matter: the block of fields that note-taking programs and site generators keep above a Markdown text, in YAML
 * between `---` or in TOML between `+++`. Changes when another such form is read.
 */
import type { SpannedText } from '../model.ts';
import type { Unit } from './unit.ts';

export interface FrontMatter {
  /** How many units it takes, fences included. */
  readonly units: number;
  /** What its field `title` says: the title of a text that prints none. */
  readonly title: SpannedText | null;
  readonly source: SpannedText | null;
}

const MOST_UNITS = 80;
/** `title: …`, `发布日期: …`, `draft = false`; the folded colon is a wide one. */
const FIELD = /^([A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff .-]{0,30}?) *[：=](?: |$|["'“\d[{（【])/;
/** Entries of a list and what continues a value. */
const CONTINUED = /^(?:- |-$|[[\]{}"'#|>])/;
const TITLE = /^(?:title|标题|题名)$/i;
const SOURCE = /^(?:source|来源|出处)$/i;

/** Reads the front matter of a text; null where its first line opens none. */
export function readFrontMatter(text: string, folded: string, units: readonly Unit[]): FrontMatter | null {
  const [first] = units;
  const fence = first && text.slice(first.start, first.end);
  if (first?.firstLine !== 0 || (fence !== '---' && fence !== '+++')) return null;
  const found: { title: SpannedText | null; source: SpannedText | null } = { title: null, source: null };
  let fields = 0;
  for (let k = 1; k < units.length && k <= MOST_UNITS; k++) {
    const unit = units[k]!;
    const line = text.slice(unit.start, unit.end);
    if (line === fence || (fence === '---' && line === '...')) return fields > 0 ? { units: k + 1, ...found } : null;
    const field = unit.indent === 0 && unit.hashes === 0 ? FIELD.exec(folded.slice(unit.start, unit.end)) : null;
    if (!field && unit.indent === 0 && !CONTINUED.test(line)) return null;
    if (!field) continue;
    fields++;
    const name = field[1]!;
    const wanted = TITLE.test(name) ? 'title' : SOURCE.test(name) ? 'source' : null;
    if (wanted) found[wanted] ??= fieldValue(text, folded, unit);
  }
  return null;
}

/** The value of a field without its quotation marks; null where it is empty or an address. */
function fieldValue(text: string, folded: string, unit: Unit): SpannedText | null {
  const mark = Math.min(...['：', '='].map((m) => folded.indexOf(m, unit.start)).filter((at) => at >= 0));
  const line = text.slice(mark + 1, unit.end);
  const bare = line.trim();
  const quoted = /^(["'])(.*)\1$/.exec(bare);
  const value = quoted ? quoted[2]!.trim() : bare;
  if (!/[\u4e00-\u9fff]/.test(value) || /^https?:/.test(value)) return null;
  const start = text.indexOf(value, mark + 1);
  return { text: value, span: { start, end: start + value.length } };
}
