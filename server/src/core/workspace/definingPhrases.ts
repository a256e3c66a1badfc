/**
 * Defining words around a mention: “X”是…, “X”，即…, 简称“X”, 由…组成的“X”, “A、B、C”的X.
 * Changes when another phrase defines; each pattern stands with an example.
 */
import type { Span } from '../text/span.ts';
import type { DefinitionKind } from './definitions.ts';
import { isOpeningQuote, type Scene } from './scene.ts';

/** Words directly behind a mention that make the sentence its definition. */
const AFTER: readonly { readonly kind: DefinitionKind; readonly pattern: RegExp; readonly clauseStart: boolean }[] = [
  // “四史”是指党史、新中国史…
  {
    kind: 'means',
    pattern: /^(?:一词|的意思)?[，,]?(?:就|也就)?(?:是指(?![导引出示挥标定向明责南战])|指的是|意指|系指|特指|泛指)/,
    clauseStart: false,
  },
  // “一个目标”，即高水平全面建成小康社会
  { kind: 'means', pattern: /^[，,：:]?(?:也就是|就是|亦即|即)(?!将|便|可|使|时|刻|日)/, clauseStart: false },
  // “四大建设”包括大湾区、大花园…
  { kind: 'means', pattern: /^[，,]?(?:主要|具体)?(?:包括|包含|涵盖|分别[是为]|主要是|具体是)/, clauseStart: false },
  // “两山”（即绿水青山就是金山银山）
  { kind: 'means', pattern: /^（(?:即|指|是指|包括|也就是)/, clauseStart: false },
  // “八八战略”是引领浙江发展的总纲领
  {
    kind: 'is',
    pattern:
      /^(?:的(?:总体定位|核心|实质|内涵|本质|主题|总目标|基本内涵|核心要义))?是(?!否|不是|以来|由|在|从|如何|怎|什么|为了)/,
    clauseStart: true,
  },
];

/** Words directly before a mention that make what stands before them its full form. */
const SHORT_FOR = /(?:（|，|,|\()?(?:以下|下)?(?:统称|简称|合称|并称|(?<!所)称)(?:为|作)?[:：]?[“‘]?$/;
const SO_CALLED = /所谓(?:的)?[“‘]?$/;
/** 34家企业组成的“五大组团” */
const MADE_OF = /(?:组成|构成|形成|汇成)的[“‘]?$/;
/** “简约、安全、精彩”的办赛理念: what a quoted list names; the noun is the term. */
const NOUN_AFTER = /^的?((?:[^\s，。；：、！？“”‘’《》（）的了]){3,16})/;
const SELF_NOUN = /^的?(?:总?要求|总?目标|理念|原则|方针|总基调|思路|精神|办赛理念|工作法|工作要求)/;
const LIST_AFTER = /^[：:，,]\s*(?:一是|第一|首先|①|（一）|\(一\)|1[.、．]|一[、，])/;

const CLAUSE_START = /(?:^|[。！？；，：\s（])[“‘]?$/;

/** Characters with which the patterns above can begin, or end before the mention. */
const NEXT: ReadonlySet<string> = new Set('是即指就也亦一的系意特泛，,：:（包主具涵分要理目总原方思精办工 \n\r');
const LAST: ReadonlySet<string> = new Set('称为作：:谓的');

/** A definition found around one mention. */
export interface Found {
  readonly kind: DefinitionKind;
  readonly span: Span;
  /** The defined words where they are not the mention itself. */
  readonly name?: Span;
}

/** The clause (to the next comma or stop) that ends at `end`. */
function clauseBefore(scene: Scene, end: number, floor: number): number {
  let start = end;
  while (start > floor && !'，。；！？\n'.includes(scene.folded[start - 1]!)) start--;
  while (start < end && /\s/.test(scene.folded[start]!)) start++;
  return start;
}

/** “A”是…，“B”是…: where the next quoted words are said to be something, the passage of the first ends. */
function nextDefined(folded: string, from: number, end: number): number {
  const next = /，“[^“”]{2,30}”是/.exec(folded.slice(from, end));
  return next ? from + next.index : end;
}

/** 推进混合所有制改革（以下简称混改）: the term that ends at the bracket is the full form, not the clause around it. */
function fullName(scene: Scene, start: number, end: number): number {
  const bracket = scene.folded.lastIndexOf('（', end);
  if (bracket <= start) return start;
  const names = scene.document.terms.filter((t) => t.span.end === bracket && t.span.start >= start);
  return names.length > 0 ? Math.min(...names.map((t) => t.span.start)) : start;
}

/** The end behind the mention with the bracket that closes the remark. */
const closed = (folded: string, outer: Span): number => (folded[outer.end] === '）' ? outer.end + 1 : outer.end);

/** Everything that the words directly around a mention define. `span` is the mention without quotation marks. */
export function definingPhrases(scene: Scene, span: Span, quoted: boolean): Found[] {
  const { folded } = scene;
  const outer = scene.outer(span);
  const found: Found[] = [];
  // Most mentions have nothing around them that could define: two characters tell.
  const next = folded[outer.end] ?? '';
  const last = folded[outer.start - 1] ?? '';
  if (!NEXT.has(next) && !LAST.has(last)) return found;
  const after = folded.slice(outer.end, outer.end + 40).replace(/^\s+/, '');
  const before = folded.slice(Math.max(0, outer.start - 12), outer.start);
  const sentence = (): Span => scene.sentence(outer);

  for (const rule of AFTER) {
    if (!rule.pattern.test(after)) continue;
    if (rule.clauseStart && !CLAUSE_START.test(before)) continue;
    found.push({ kind: rule.kind, span: { start: outer.start, end: nextDefined(folded, outer.end, sentence().end) } });
    break;
  }
  if (found.length === 0 && LIST_AFTER.test(after)) {
    found.push({ kind: 'enumeration', span: { start: outer.start, end: sentence().end } });
  }
  if (SHORT_FOR.test(before)) {
    const start = clauseBefore(scene, Math.max(0, outer.start - 6), sentence().start);
    found.push({ kind: 'short-for', span: { start: fullName(scene, start, outer.start), end: closed(folded, outer) } });
  } else if (SO_CALLED.test(before)) found.push({ kind: 'means', span: sentence() });
  else if (quoted && MADE_OF.test(before)) {
    found.push({
      kind: 'apposition',
      span: { start: clauseBefore(scene, outer.start, sentence().start), end: outer.end },
    });
  }
  if (quoted) found.push(...ofList(scene, span, outer, after));
  return found;
}

/** What a quoted list defines: the noun behind it, and itself where that noun only says what it is. */
function ofList(scene: Scene, span: Span, outer: Span, after: string): Found[] {
  const inner = scene.folded.slice(span.start, span.end);
  const parts = inner.split(/[、，]/);
  if (parts.length < 2 || parts.some((p) => p.length < 2)) return [];
  const found: Found[] = [];
  if (SELF_NOUN.test(after)) found.push({ kind: 'content', span: outer });
  const noun = NOUN_AFTER.exec(after)?.[1];
  if (noun !== undefined && after.startsWith('的') && noun.length >= 6 && !/[和与及]/.test(noun)) {
    const start = scene.folded.indexOf(noun, outer.end);
    found.push({
      kind: 'apposition',
      span: { start: outer.start, end: start + noun.length },
      name: { start, end: start + noun.length },
    });
  }
  return found;
}

/** 以“X”展示“Y”: two quoted terms that explain each other; the whole phrase. */
export function pairedPhrase(scene: Scene, span: Span): Span | null {
  const outer = scene.outer(span);
  const { folded } = scene;
  if (outer.start === span.start || folded[outer.start - 1] !== '以') return null;
  for (let i = outer.end; i < outer.end + 6 && i < folded.length; i++) {
    if ('，。；、\n为'.includes(folded[i]!)) return null;
    if (!isOpeningQuote(folded[i])) continue;
    if (i === outer.end) return null;
    const close = folded.indexOf('”', i);
    return close > 0 && close - i < 40 ? { start: outer.start - 1, end: close + 1 } : null;
  }
  return null;
}

/** 以“A”“B”“C”为主要内容的X: the phrase from 以 to the noun, for each of the quoted terms. */
export function partsPhrase(scene: Scene, span: Span): Span | null {
  const { folded } = scene;
  const outer = scene.outer(span);
  if (!'“‘、和与为'.includes(folded[outer.end] ?? '。')) return null;
  const sentence = scene.sentence(span);
  let start = outer.start;
  while (start > sentence.start && !'，。；：以'.includes(folded[start - 1]!)) start--;
  if (folded[start - 1] !== '以') return null;
  const rest = folded.slice(start, sentence.end);
  const match = /^(?:[“‘][^“”‘’]{2,30}[”’][、和与]?){2,}为(?:主要|核心|基本)?(?:内容|内涵|要素)的?[^，。；]{0,20}/.exec(
    rest,
  );
  return match && start + match[0].length >= span.end ? { start: start - 1, end: start + match[0].length } : null;
}

const unitAt = (scene: Scene, at: number): string => scene.folded[at] ?? '。';

/** 明确了“X”战略定位: the clause that gives the term its standing. */
const NAMED_BEFORE = /(?:明确|确立|确定)(?:了|为)?[“‘]?$/;
const NAMED_AFTER = /^的?[^，。；、“”]{0,4}定位/;

/** The clause in which a quoted term is laid down as a position, or null. */
export function namingPhrase(scene: Scene, span: Span): Span | null {
  const outer = scene.outer(span);
  if (outer.start === span.start || !'确立定了为'.includes(unitAt(scene, outer.start - 1))) return null;
  if (!NAMED_BEFORE.test(scene.folded.slice(Math.max(0, outer.start - 6), outer.start))) return null;
  const after = NAMED_AFTER.exec(scene.folded.slice(outer.end, outer.end + 12));
  if (!after) return null;
  return { start: clauseBefore(scene, outer.start, scene.sentence(outer).start), end: outer.end + after[0].length };
}

/** 本条例所称专利代理，是指…: laws and rules say what their words mean. */
const SO_NAMED =
  /所称(?:的)?[“‘]?([^，。；：、\s“”‘’（）]{2,20}?)[”’]?，?(?:主要)?(?:是指|系指|包括|是|指(?![导出示挥标定数南明向责]))/g;
/** 决议稿的总体定位是一个政治纲领: what a document says of its own kind. */
const STANDING = /(?:^|[。！？\n\r])[\s]*([\u4e00-\u9fff]{2,8}?)(?:稿|草案)?的(?:总体|基本|功能|战略)?定位是/g;
/** （三）主城区，是指…: an item of a list of definitions. */
const ITEM =
  /(?:^|[\n\r。；])[\s]*(?:（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.、]|[①-⑳]|第[一二三四五六七八九十百]{1,6}条)[\s]*[“‘]?([^，。；：、\s“”‘’]{2,20}?)[”’]?[，：]?(?:是指|系指|指的是)/g;

/** Definitions of laws and rules: the defined words, and the sentence that says what they mean. */
export function statutoryDefinitions(scene: Scene): { name: Span; span: Span; everywhere: boolean }[] {
  const { folded } = scene;
  const found: { name: Span; span: Span; everywhere: boolean }[] = [];
  if (folded.includes('定位是')) {
    for (const match of folded.matchAll(STANDING)) {
      const start = match.index + match[0].indexOf(match[1]!);
      const name = { start, end: start + match[1]!.length };
      found.push({ name, span: { start, end: scene.sentence(name).end }, everywhere: false });
    }
  }
  if (!folded.includes('指') && !folded.includes('所称')) return found;
  for (const pattern of [SO_NAMED, ITEM]) {
    for (const match of folded.matchAll(pattern)) {
      if (/[不均并还也仅]$|所称/.test(match[1]!)) continue;
      const start = match.index + match[0].indexOf(match[1]!, pattern === SO_NAMED ? 2 : 0);
      const name = { start, end: start + match[1]!.length };
      const sentence = scene.sentence(name);
      let from = start;
      if (pattern === SO_NAMED) {
        from = clauseBefore(scene, match.index, sentence.start);
        from += /^第[一二三四五六七八九十百]{1,6}条\s*/.exec(folded.slice(from, from + 16))?.[0].length ?? 0;
      }
      found.push({ name, span: { start: from, end: sentence.end }, everywhere: true });
    }
  }
  return found;
}
