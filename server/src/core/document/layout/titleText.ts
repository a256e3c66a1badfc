/**
 * What a title reads as, from its lines: without notes, numbers and buttons that share them.
 * Changes when pages print something else beside a title.
 */
import type { SpannedText } from '../model.ts';
import { kindOfTitle } from './kind.ts';
import { joinTitle, tidy } from './lineText.ts';
import type { Draft } from './unit.ts';

/** The lines of a title joined. */
export function textOf(draft: Draft, lines: readonly number[]): string {
  return joinTitle(lines.map((k) => tidy(draft.text.slice(draft.units[k]!.start, draft.units[k]!.end))));
}

/** A note of adoption that shares the last line of a title. */
const NOTE_BEHIND =
  /^(.{6,}?)\s*[（(]\s*(?:\d{4}|[一二][〇零○oO一二三四五六七八九]{3})\s*年[^（）()]{4,200}(?:通过|批准|修订|修正|公布|发布|施行|印发)[^（）()]{0,60}[）)]$/;
/** The site and its column behind a page's title: …的通知_部门文件_某政府网. */
const SITE_BEHIND = /^([^_|]{6,}?)(?:[_|]{1,2}[^_|]{2,20}|[-—–] ?[^-—–_|]{2,12}(?:网|网站|客户端)){1,4}$/;
/** The document number in brackets behind a title. */
const NUMBER_BEHIND = /^(.{6,}?)\s*[（(][^（）()]{1,16}[〔[【]\s?\d{4}\s?[〕\]】][^（）()]{1,12}号[）)]$/;
/** The document number before a title in 《》. */
const NUMBER_BEFORE = /^[\u4e00-\u9fff]{2,12}[〔[【（(]\d{4}[〕\]】）)]第?\d{1,5}号 ?(?=《|[\u4e00-\u9fff]{2,40}关于)/;
/** What a page appends to a title: （附：理解与适用）. */
const APPENDED = /^(.{6,}?)\s*[（(]附[：:][^（）()]{2,20}[）)]$/;
const BUTTON_BEHIND = / *[[【（(](?:复制链接|打印|关闭|收藏|分享|复制|转载)[\]】）)]$/;
const DATELINE_BEFORE =
  /^(?:新华社|中新社)[^ ]{0,16}电[ 　\u00a0]+|^[[【](?:视频|視頻|图文|圖文|组图|快讯|要闻|转载|转发|原创)[\]】] ?|^(?:范文|范文资料|推荐范文|精选范文|标题|文件名称)[:：] ?/;

const SHORTEST_TITLE = 2;
/** The number of an attachment before its name. */
const NUMBER_OF_ATTACHMENT = /^附 ?[件录] ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Z]) ?[：:.、 ] ?(?=\D)/;

/** What a collection prints before the title of each of its texts: 第一篇：, 【篇2】. */
const LABEL_OF_TEXT =
  /^(?:(?:第[一二三四五六七八九十\d]{1,3}篇|篇[一二三四五六七八九十\d]{1,3})[：:] ?|第\d{1,2}篇 |[【（(](?:第[一二三四五六七八九十\d]{1,3}篇|篇[一二三四五六七八九十\d]{1,3})[】）)] ?)(?=.{4})/;

/** The title that the units `lines` print, with its place. */
export function titleOf(draft: Draft, lines: readonly number[]): SpannedText {
  const first = draft.units[lines[0]!]!;
  const last = draft.units[lines[lines.length - 1]!]!;
  const printed = draft.text.slice(first.start, first.end);
  const opening =
    DATELINE_BEFORE.exec(printed) ??
    NUMBER_BEFORE.exec(draft.folded.slice(first.start, first.end)) ??
    NUMBER_OF_ATTACHMENT.exec(printed) ??
    LABEL_OF_TEXT.exec(printed);
  let start = first.start + (opening ? opening[0].length : 0);
  const line = draft.folded.slice(last.start, last.end);
  const starred = (/(?:[※＊*]+|\[\d{1,3}\])$/.exec(line) ?? BUTTON_BEHIND.exec(line))?.[0].length ?? 0;
  const noted = SITE_BEHIND.exec(line) ?? NOTE_BEHIND.exec(line) ?? NUMBER_BEHIND.exec(line) ?? APPENDED.exec(line);
  let end = noted ? last.start + noted[1]!.length : last.end - starred;
  if (end - start < SHORTEST_TITLE) [start, end] = [first.start, last.end];
  const parts = lines.map((k) => {
    const unit = draft.units[k]!;
    return tidy(draft.text.slice(unit === first ? start : unit.start, unit === last ? end : unit.end));
  });
  let text = joinTitle(parts);
  const twice = /^(.{6,}?)\s+(.{6,})$/.exec(text);
  if (lines.length === 1 && twice && twice[1] === twice[2]) {
    text = twice[1]!;
    end = start + text.length;
  }
  const inner = /^《([^《》]{6,})》$/.exec(text)?.[1];
  if (inner && kindOfTitle(inner) !== null) return { text: inner, span: { start: start + 1, end: end - 1 } };
  return { text, span: { start, end } };
}
