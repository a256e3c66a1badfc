/** A blank inside Chinese text. Changes when which blanks are layout, and which a slip, changes. */

import { SURNAMES } from '../../document/mentions/data/persons.ts';
import { fold } from '../../text/fold.ts';
import { isChinese, isDigit, isHan, isLatin, matches, remove } from '../chars.ts';
import { rule } from '../rule.ts';
import { type CheckView, PROSE } from '../view.ts';

/** A marker or heading word that a blank may follow: 第一条 为了…, 一、 …, 附件 … */
const AFTER_MARKER =
  /^[\s\u3000#*]*(?:第[一二三四五六七八九十百零〇0-9\s]{1,8}[编章节条款项部分]{1,2}(?:之[一二三四五六七八九十]{1,2})?|(?:专栏|图表|附表|附图|表|图|案例|议题|任务)[ ]?[0-9一二三四五六七八九十]{1,3}(?:[-—.][0-9]{1,2})?|[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]?|[①-⑳]|附件?[0-9一二三四五六七八九十]?[：:]?|[.0-9]{1,8})$/;
/** The same behind the end of a sentence, where a page has run its paragraphs together. */
const AFTER_ARTICLE = /[。；！？”）\s]第[一二三四五六七八九十百零〇0-9]{1,6}条$/;
/** GB 18667 道路…, GB/T 16180-2014 劳动能力鉴定 职工工伤…: the number of a standard before its name, and the name's own parts. */
const STANDARD = /(?<![A-Za-z])[A-Z]{1,5}(?:\/[A-Z]{1,3})? ?\d{2,6}(?:\.\d{1,3})?(?:[-—]\d{2,4})?$/;
/** 深圳报业集团记者 叶某某: who wrote it, wherever that stands. */
const AFTER_REPORTER = /(?:记者|通讯员|实习生|摄影|编辑|责编|作者)$/;
/** （朱某某 李某）: names of authors in brackets at the end. */
const CREDIT = /[ \u3000]?[（(][\u4e00-\u9fff]{2,4}(?:[ \u3000][\u4e00-\u9fff]{2,4})*[）)]\s*$/;
/** 新华社北京8月28日电, 本报讯（记者 刘乐平）: the dateline of a report. */
const DATELINE = /(?:电|讯|报道|消息|）|\))$/;

interface Blank {
  readonly at: number;
  readonly mixed: boolean;
}

const BLANK = /[ \u3000\u00a0\u2002\u2003]/g;

function blanksOf(text: string): Blank[] {
  const found: Blank[] = [];
  // Ideographic blanks lay headings and signatures out; inside a sentence they are slips like any other.
  const prose = text.length >= 16 && /[。；，]/.test(text);
  for (const { index: i } of matches(text, BLANK)) {
    const before = text[i - 1];
    const after = text[i + 1];
    if (i === 0 || after === undefined || /\s/.test(before!) || /\s/.test(after)) continue;
    const left = isChinese(before);
    const right = isChinese(after);
    if (text[i] !== ' ' && !(prose && left && right)) continue;
    if (left && right) found.push({ at: i, mixed: false });
    else if ((left && (isDigit(after) || isLatin(after))) || (right && (isDigit(before) || isLatin(before))))
      found.push({ at: i, mixed: true });
  }
  return found;
}

const SURNAME = new Set<string>(SURNAMES);

/** 陶　然、钱　江: a name of two characters, set as wide as its neighbours of three. */
function isSpreadName(text: string, at: number): boolean {
  return (
    SURNAME.has(fold(text[at - 1]!)) &&
    isHan(text[at + 1]) &&
    /[\s\u3000：:、，；;。（(命]/.test(text[at - 2] ?? ' ') &&
    /[\s\u3000、，；;。（）(为的任同等]/.test(text[at + 2] ?? ' ')
  );
}

const POST =
  /(?:书记|主任|[省市县区州局厅处部科司署所站行校院]长|主席|委员|秘书|总监|总理|董事|经理|会长|组长|代表|工程师)$/;

/** 王某某 市财政局局长: a row of a list of persons. */
function isPersonRow(text: string, at: number): boolean {
  const name = text.slice(0, at).trim();
  if (!/^[\u4e00-\u9fff]{2,4}$/.test(name) || /[。；]/.test(text)) return false;
  return SURNAME.has(fold(name[0]!)) || POST.test(fold(text.trimEnd()));
}

function isLayout(text: string, at: number): boolean {
  if (isPersonRow(text, at)) return true;
  const head = fold(text.slice(Math.max(0, at - 80), at));
  const date = isDigit(text[at - 1]) && '年月日'.includes(text[at + 1]!);
  if (at <= 12 && !date && AFTER_MARKER.test(head)) return true;
  if (STANDARD.test(head.slice(-24))) return true;
  if (AFTER_ARTICLE.test(head.slice(-12)) || AFTER_REPORTER.test(head.slice(-3))) return true;
  if (/^[\w.-]+\.(?:com|cn|net|org|gov|hk|mo|tw)(?!\w)/.test(text.slice(at + 1))) return true;
  const credit = at > text.length - 24 ? CREDIT.exec(text) : null;
  if (credit && at >= credit.index) return true;
  if (at <= 60 && DATELINE.test(head)) return true;
  // （记者 刘乐平 通讯员 某某）, and single characters spread out: 总 则, 目 录.
  if (at <= 80 && /[（(](?:记者|通讯员|编辑|见习记者|摄影)[^）)]*$/.test(head)) return true;
  if (isSpreadName(text, at)) return true;
  const spread = (i: number): boolean => /\s/.test(text[i] ?? ' ');
  return isHan(text[at - 1]) && isHan(text[at + 1]) && spread(at - 2) && spread(at + 2);
}

/** Whether a line may once have ended at a blank: behind a sentence or a colon, before the next marker, behind a heading. */
function endsLine(text: string, at: number): boolean {
  if ('。！？：；'.includes(text[at - 1]!)) return true;
  if (NEXT_MARKER.test(text.slice(at + 1, at + 9))) return true;
  const heading = text.slice(text.lastIndexOf(' ', at - 1) + 1, at);
  return heading.length < 40 && NEXT_MARKER.test(heading) && !/[，。；]/.test(heading);
}

const NEXT_MARKER =
  /^(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．](?![0-9])|第[一二三四五六七八九十百]{1,4}[章节条]|[一二三四五六七八九十]是)/;

/** From so many blanks behind full stops on, they are what is left of line ends. */
const FLATTENED = 3;

/** Offsets of 《…》 that hold a blank: another rule speaks of those. */
function inTitle(view: CheckView, at: number): boolean {
  if (view.text[at - 1] === '《' || view.text[at + 1] === '》') return false;
  return (
    view.doc.references.some((r) => r.span.start <= at && at < r.span.end) ||
    /《[^》]*$/.test(view.text.slice(Math.max(0, at - 120), at))
  );
}

export const spaceInChinese = rule({
  id: 'space-in-chinese',
  category: 'punctuation',
  title: { en: 'Blank inside Chinese text', zh: '中文之间有多余空格' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 5.1；公文不在汉字、数字、标点之间空格',
  check(view, report) {
    let boundaries = 0;
    const mixed: number[] = [];
    const plain: number[] = [];
    const ended: number[] = [];
    for (const { text, folded, start, kind } of view.lines) {
      if (!PROSE.has(kind)) continue;
      const blanks = /[ \u3000\u00a0\u2002\u2003]/.test(text) ? blanksOf(text) : [];
      // Headlines set side by side, and credits of pictures, part their pieces by blanks; so do cells of a table.
      if (text.includes('|') || (blanks.length >= 2 && !/[。；]/.test(text))) continue;
      const only = blanks.length === 1 && !/[，。；：、]/.test(folded) ? blanks[0]! : null;
      if (only && !only.mixed && Math.min(only.at, text.length - only.at) > 5) continue;
      for (const b of blanks) {
        if (/^[\s\u3000]*(?:新华社|本报|本台)?(?:记者|通讯员)/.test(text)) continue;
        if (b.at > text.length - 20 && /[摄攝][）)]?\s*$/.test(text)) continue;
        if (isLayout(text, b.at) || inTitle(view, start + b.at)) continue;
        if (endsLine(text, b.at)) ended.push(start + b.at);
        else (b.mixed ? mixed : plain).push(start + b.at);
      }
    }
    // A page that has run its paragraphs together left these blanks where its lines ended.
    if (ended.length < FLATTENED) plain.push(...ended);
    else {
      for (const at of ended) {
        report({
          span: { start: at, end: at + 1 },
          severity: 'information',
          message: {
            en: 'A blank where a line may have ended.',
            zh: '此处的空格原来可能是换行。',
          },
          fix: {
            title: { en: 'Begin a new line', zh: '改为换行' },
            edits: [{ span: { start: at, end: at + 1 }, newText: '\n' }],
            safe: false,
          },
        });
      }
    }
    if (mixed.length > 3) {
      for (const { text, kind } of view.lines) {
        if (PROSE.has(kind))
          boundaries += text.match(/[\u4e00-\u9fff][0-9A-Za-z]|[0-9A-Za-z][\u4e00-\u9fff]/g)?.length ?? 0;
      }
    }
    // Who puts blanks between characters and figures throughout does it on purpose.
    const slips = mixed.length <= 3 || mixed.length * 4 < boundaries ? [...plain, ...mixed] : plain;
    for (const at of slips.sort((a, b) => a - b)) {
      report({
        span: { start: at, end: at + 1 },
        message: { en: 'A blank inside Chinese text.', zh: '中文之间有多余的空格。' },
        tags: ['unnecessary'],
        ...remove(at, at + 1),
      });
    }
  },
});
