/**
 * Text as a reader would quote it: letter-spacing and breaks removed, lines of a title joined.
 * Changes when the way titles are printed changes. Works on original text; all decisions look at folded text.
 */
import { fold } from '../../text/fold.ts';
import { isHan, isSpace } from './characters.ts';
import { withoutInlineMarkup, withoutMarkdown } from './markup.ts';

/** Splits at blanks and line ends. */
function tokens(text: string): { text: string; broken: boolean }[] {
  const out: { text: string; broken: boolean }[] = [];
  let from = -1;
  let broken = false;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text.charCodeAt(i) : 32;
    if (!isSpace(c)) {
      if (from < 0) from = i;
      continue;
    }
    if (from >= 0) {
      out.push({ text: text.slice(from, i), broken });
      from = -1;
      broken = false;
    }
    if (c === 10 || c === 13) broken = true;
  }
  return out;
}

/** One line without letter-spacing: single characters close up, phrases keep one blank, wrapped lines join. */
export function tidy(text: string): string {
  const plain = withoutMarkdown(withoutInlineMarkup(text));
  let spaced = false;
  for (let i = 0; i < plain.length && !spaced; i++) spaced = isSpace(plain.charCodeAt(i));
  if (!spaced) return plain;
  let out = '';
  let single = false;
  for (const token of tokens(plain)) {
    const alone = token.text.length === 1 && isHan(token.text.charCodeAt(0));
    const glued =
      out === '' ||
      token.broken ||
      alone ||
      single ||
      opens(token.text) ||
      (/[0-9]$/.test(out) && UNIT.test(token.text));
    out += glued ? token.text : ` ${token.text}`;
    single = alone;
  }
  return out;
}

/** What belongs to the number before it. */
const UNIT = /^[年月日号届次个项条%％]/;

const opens = (text: string): boolean => /^[（(《“”》）)、，：0-9]/.test(text);

/** Openings of a phrase of its own in a title. */
const PHRASE_OPENING =
  /^(?:奋力|推进|推动|加快|争做|争当|以|让|依法|努力|坚持|坚定|全面|深入|高举|不断|持续|切实|扎实|着力|大力|牢记|勇|开创|打造|建设|谱写|凝聚|聚力|聚焦|团结|同心|为全面|为建设|为加快|为实现|为推进|为奋力|在新|在高|在中国式|走好|开启|迈|决胜|勠力|踔厉|审议|研究|分析|中共中央总书记|省委书记|市委书记)/;
const UNFINISHED =
  /(?:[的和与及、，在对把向将从为让给被关于]|关于|贯彻|加强|促进|推进|推动|加快|做好|开展|实施|印发|转发|批转|落实|深化|完善|规范|全体|若干|工作的|《[^》]*|（[^）]*|“[^”]*)$/;

/** Joins the lines of a title: a blank between phrases, none where a phrase is broken. */
export function joinTitle(lines: readonly string[]): string {
  let out = '';
  for (const line of lines) {
    if (out === '') {
      out = line;
      continue;
    }
    const before = fold(out);
    const next = fold(line);
    const dash = /^[—–-]{1,2}/.test(next);
    const whole =
      PHRASE_OPENING.test(next) ||
      (!/^(?:[（(《的]|关于|第[一二三四五六七八九十0-9]{1,4}[次届])/.test(next) &&
        !before.includes('关于') &&
        next.length > 6);
    out += dash || UNFINISHED.test(before) || !whole ? line : ` ${line}`;
  }
  return out;
}

/** Pinyin behind a character, as pages for learners print it: 學(xué). */
const GLOSS = /[（(][a-z\u00e0-\u0261]{1,7} ?[）)]/g;

/** Whether a text is printed with such glosses: a character and its reading, not one bracketed word. */
export const isGlossed = (text: string): boolean =>
  /[\u4e00-\u9fff][（(][a-z]{0,6}[\u00e0-\u0261][a-z]{0,6} ?[）)]/.test(text);

/** Whether a bracket stands before a letter that a gloss can begin with. */
function opensGloss(text: string, bracket: string): boolean {
  for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
    const unit = text.charCodeAt(at + 1);
    if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0xe0 && unit <= 0x261)) return true;
  }
  return false;
}

/** Text without pinyin glosses; the same string where there are none. */
export function withoutGlosses(text: string): string {
  return opensGloss(text, '（') || opensGloss(text, '(') ? text.replace(GLOSS, '') : text;
}

/** The text without glosses and for each of its units, and its end, the offset in `text`; null where there are none. */
export function unglossed(text: string): { readonly text: string; readonly offsets: readonly number[] } | null {
  GLOSS.lastIndex = 0;
  if (!GLOSS.test(text)) return null;
  GLOSS.lastIndex = 0;
  const offsets: number[] = [];
  let out = '';
  let from = 0;
  for (const match of text.matchAll(GLOSS)) {
    for (let i = from; i < match.index; i++) offsets.push(i);
    out += text.slice(from, match.index);
    from = match.index + match[0].length;
  }
  for (let i = from; i <= text.length; i++) offsets.push(i);
  return { text: out + text.slice(from), offsets };
}

/** A key for comparing titles: folded, without blanks and glosses. */
export function titleKey(text: string): string {
  return withoutGlosses(fold(text).replace(/\s+/g, ''));
}
