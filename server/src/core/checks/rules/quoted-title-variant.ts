/** One document cited under two titles in one text. Changes when what counts as near changes. */
import { rule } from '../rule.ts';
import { distance, documentTitles, inOneList, nearTitles, titleKey } from '../titles.ts';
import type { CheckView } from '../view.ts';

/** 《甲方案》已经市政府同意，现印发给你们: what the notice is about, and what its title must name. */
const FORWARDED =
  /《([^《》\n]{6,60})》[^。\n]{0,40}(?:印发|转发|颁发)给你们|现将《([^《》\n]{6,60})》(?:印发|转发|颁发)/;
const ISSUED = /(?:印发|转发|颁发)[《〈]?([^《》〈〉]{6,60}?)[》〉]?的通知$/;

/** The title that a notice gives to what it forwards, where its text calls that by a slightly different one. */
function forwarded({ doc, folded }: CheckView): { start: number; end: number; right: string } | null {
  const named = doc.title && ISSUED.exec(doc.title.text)?.[1];
  if (!named || !doc.title) return null;
  const from = doc.title.span.end;
  const m = FORWARDED.exec(folded.slice(from, from + 1500));
  const title = m && (m[1] ?? m[2]!);
  if (!m || !title) return null;
  const [a, b] = [titleKey(named), titleKey(title)];
  if (a === b || /试行|暂行/.test(a) !== /试行|暂行/.test(b) || distance(a, b, 3) > 3) return null;
  if (/[0-9〇一二三四五六七八九十]/.test([...a].filter((c) => !b.includes(c)).join(''))) return null;
  const start = from + m.index + m[0].indexOf('《');
  return { start, end: start + title.length + 2, right: named };
}

const GENRE = /(?:规定|办法|细则|规则|条例|意见|方案|规划|要点|准则|制度|预案|计划)$/;

/** Whether two titles are alike but for their last word: 管理办法 is announced, 管理规定 printed. */
function otherGenre(a: string, b: string): boolean {
  const [x, y] = [titleKey(a), titleKey(b)];
  return x !== y && GENRE.test(x) && GENRE.test(y) && x.length > 8 && x.replace(GENRE, '') === y.replace(GENRE, '');
}

/** Whether one title is the other without one word of two characters: 水旱灾害防御应急预案, 水旱灾害应急预案. */
function lacksWord(a: string, b: string): boolean {
  const [long, short] = [titleKey(a), titleKey(b)].sort((x, y) => y.length - x.length) as [string, string];
  const lost = long.length - short.length;
  if (lost !== 2 || short.length < 8) return false;
  let k = 0;
  while (k < short.length && long[k] === short[k]) k++;
  return (
    k > 1 &&
    k < short.length - 1 &&
    long.slice(k + lost) === short.slice(k) &&
    !/试行|暂行|修订|修正|草案/.test(long.slice(k, k + lost))
  );
}

export const quotedTitleVariant = rule({
  id: 'quoted-title-variant',
  category: 'reference',
  title: { en: 'One document, two titles', zh: '同一文件标题前后不一' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：一文一题',
  check(view, report) {
    const { doc, text, folded } = view;
    const notice = forwarded(view);
    if (notice && doc.title) {
      const { start, end, right } = notice;
      report({
        span: { start, end },
        message: { en: 'Elsewhere this document calls it 《{0}》.', zh: '他处作《{0}》，同一文件标题前后不一。' },
        args: [right],
        related: [{ span: doc.title.span, message: { en: 'The other title', zh: '另一处' } }],
        fix: {
          title: { en: 'Write 《{0}》', zh: '改为《{0}》' },
          args: [right],
          edits: [{ span: { start: start + 1, end: end - 1 }, newText: right }],
          safe: false,
        },
      });
    }
    const titles = documentTitles(doc.references);
    const votes = new Map<string, number>();
    for (const t of titles) votes.set(titleKey(t.title), (votes.get(titleKey(t.title)) ?? 0) + 1);
    const known: { title: string; start: number; end: number }[] = [];
    if (doc.title && doc.title.text.length >= 8) known.push({ title: doc.title.text, ...doc.title.span });
    // What is printed below the notice bears its title, too.
    for (const block of doc.blocks) {
      const words = block.kind === 'title' ? text.slice(block.start, block.end).trim() : '';
      if (words.length < 8 || words.includes('\n') || (doc.title && block.start <= doc.title.span.start)) continue;
      const start = block.start + text.slice(block.start, block.end).indexOf(words);
      known.push({ title: words, start, end: start + words.length });
    }
    const told = new Set<string>();
    const promised = FORWARDED.exec(folded);
    const promisedAt = promised ? promised.index + promised[0].indexOf('《') : -1;
    for (const t of titles) {
      const key = titleKey(t.title);
      const other = known.find(
        (k) =>
          (nearTitles(k.title, t.title) && !inOneList(text, k.end, t.span.start)) ||
          (t.span.start === promisedAt &&
            text[k.start] !== '《' &&
            (otherGenre(k.title, t.title) || lacksWord(k.title, t.title))),
      );
      if (!known.some((k) => titleKey(k.title) === key)) known.push({ title: t.title, ...t.span });
      if (!other || told.has(key) || t.span.start === notice?.start) continue;
      told.add(key);
      const more = (votes.get(key) ?? 0) > (votes.get(titleKey(other.title)) ?? 0) && text[other.start] === '《';
      const wrong = more ? { start: other.start, end: other.end } : t.span;
      const right = more ? t.title : other.title;
      report({
        span: wrong,
        message: { en: 'Elsewhere this document calls it 《{0}》.', zh: '他处作《{0}》，同一文件标题前后不一。' },
        args: [right],
        related: [
          {
            span: more ? t.span : { start: other.start, end: other.end },
            message: { en: 'The other title', zh: '另一处' },
          },
        ],
        fix: {
          title: { en: 'Write 《{0}》', zh: '改为《{0}》' },
          args: [right],
          edits: [{ span: { start: wrong.start + 1, end: wrong.end - 1 }, newText: right }],
          safe: false,
        },
      });
    }
  },
});
