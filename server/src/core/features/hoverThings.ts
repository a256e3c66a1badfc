/** What the hover tells of titles, meetings, dates, enumerations, markers, numbers and persons. */

import type { DateMention, Enumeration, MeetingMention, PersonMention, Section } from '../document/model.ts';
import { type Locale, type Message, say } from '../l10n.ts';
import { fold } from '../text/fold.ts';
import { sameMeeting, sisterMeeting } from '../workspace/meetings.ts';
import type { DocumentSummary, ReferenceItem } from '../workspace/summary.ts';
import { titleKey } from '../workspace/titles.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Deictic, fullName } from './deictic.ts';
import { personOutline } from './namedPersons.ts';
import { type Inline, type Page, shorten } from './page.ts';
import { sectionName } from './sectionName.ts';
import { DATE_ROLE, KIND, reason, weekday } from './words.ts';

const MOST = 12;

/** Says a message in the language of the interface. */
export type Say = (message: Message, ...args: (string | number)[]) => string;
export const sayer =
  (locale: Locale): Say =>
  (message, ...args) =>
    say(locale, message, ...args);

const nameOf = (s: DocumentSummary): string =>
  s.title?.text ?? decodeURIComponent(s.uri.slice(s.uri.lastIndexOf('/') + 1));

/** Kind, date, issuer, number, and the first level of the outline. */
function writeTarget(page: Page, s: DocumentSummary, t: Say): void {
  const facts = [t(KIND[s.kind]), s.date, s.issuer?.text, s.docNumber?.text].filter((x): x is string => !!x);
  page.text(facts.join(' · '));
  const items = s.outline.map((o): Inline[] => [sectionName(o, 60)]);
  page.list(items.slice(0, MOST));
  if (items.length > MOST)
    page.text({ em: t({ en: '… and {0} more sections', zh: '……另有 {0} 节' }, items.length - MOST) });
}

export function writeTitle(
  page: Page,
  workspace: Workspace,
  uri: string,
  reference: ReferenceItem,
  t: Say,
  draft = false,
): void {
  const title = reference.title.replace(/\s+/g, ' ');
  page.text({ strong: draft ? title : `《${title}》` });
  if (reference.periodical) {
    page.text(t({ en: 'Newspaper or journal: the source of the text.', zh: '报刊，文章来源。' }));
    return;
  }
  const full = reference.shortFor ?? reference.title;
  if (draft) page.text(t({ en: 'Draft of 《{0}》', zh: '《{0}》的文稿' }, full));
  else if (reference.shortFor !== null) page.text(t({ en: 'Short for 《{0}》', zh: '《{0}》的简称' }, full));
  const targets = workspace.byTitle(full);
  for (const target of targets.slice(0, 3)) {
    if (target.uri === uri) page.text(t({ en: 'This document.', zh: '即本文。' }));
    else writeTarget(page, target, t);
  }
  if (targets.length === 0) page.text({ em: t({ en: 'Not in this workspace.', zh: '工作区中没有这份文件。' }) });
  const key = titleKey(full);
  const here = workspace.summary(uri)!.references.filter((r) => r.match === key).length;
  const documents = workspace.citing(full).length;
  page.text(
    t({ en: 'Cited {0}× here, by {1} documents in all', zh: '本文引用 {0} 次，共有 {1} 份文件引用' }, here, documents),
  );
}

export function writeOwnTitle(page: Page, workspace: Workspace, uri: string, t: Say): void {
  const s = workspace.summary(uri)!;
  page.text(
    { strong: t({ en: 'This document', zh: '本文' }) },
    ` · ${[t(KIND[s.kind]), s.date, s.issuer?.text, s.docNumber?.text, s.region].filter((x): x is string => !!x).join(' · ')}`,
  );
  const citing = workspace
    .citing(s.title?.text ?? '')
    .filter((c) => c.uri !== uri)
    .sort((a, b) => (a.uri < b.uri ? -1 : 1));
  if (citing.length > 0) {
    page.text(t({ en: 'Cited by:', zh: '被引用：' }));
    page.list(citing.slice(0, MOST).map((c) => [nameOf(c)]));
  }
}

export function writeNumber(page: Page, workspace: Workspace, uri: string, number: string, t: Say): void {
  page.text({ strong: number }, ` · ${t({ en: 'document number', zh: '发文字号' })}`);
  const parts = /^(.+?)[〔[［【（(](\d{4})[〕\]］】）)](?:第)?(\d+)号?/.exec(number.replace(/\s/g, ''));
  if (parts) {
    page.text(
      t(
        { en: 'Issuer’s code {0}, year {1}, number {2}', zh: '机关代字 {0}，{1} 年，第 {2} 号' },
        parts[1]!,
        parts[2]!,
        parts[3]!,
      ),
    );
  }
  const targets = workspace.byNumber(number).filter((s) => s.uri !== uri);
  for (const target of targets.slice(0, 3)) {
    page.text(nameOf(target));
    writeTarget(page, target, t);
  }
  const own = workspace.summary(uri)?.docNumber?.text;
  if (targets.length === 0 && own !== number)
    page.text({ em: t({ en: 'Not in this workspace.', zh: '工作区中没有这份文件。' }) });
}

export function writeMeeting(
  page: Page,
  workspace: Workspace,
  uri: string,
  meeting: MeetingMention,
  t: Say,
  sessions: readonly number[],
): void {
  page.text({ strong: meeting.text.replace(/\s+/g, '') }, ` · ${t({ en: 'meeting', zh: '会议' })}`);
  const facts: string[] = [meeting.bodyFull ?? meeting.body];
  if (meeting.congress !== null) facts.push(t({ en: 'congress {0}', zh: '第 {0} 届' }, meeting.congress));
  const numbers = sessions.join(t({ en: ', ', zh: '、' }));
  if (sessions.length === 1) facts.push(t({ en: 'session {0}', zh: '第 {0} 次' }, numbers));
  if (sessions.length > 1) facts.push(t({ en: 'sessions {0}', zh: '第 {0} 次' }, numbers));
  if (meeting.enlarged) facts.push(t({ en: 'enlarged', zh: '扩大会议' }));
  page.text(facts.filter((f) => f !== '').join(' · '));
  const same: DocumentSummary[] = [];
  const sisters: DocumentSummary[] = [];
  for (const s of workspace.summaries()) {
    if (!s.meeting) continue;
    if (sameMeeting(s.meeting, meeting)) same.push(s);
    else if (sisterMeeting(s.meeting, meeting)) sisters.push(s);
  }
  const date = same.find((s) => s.meeting?.date)?.meeting?.date;
  if (date) page.text(t({ en: 'Held on {0}', zh: '召开日期：{0}' }, date));
  const others = same.filter((s) => s.uri !== uri);
  if (others.length > 0) {
    page.text(t({ en: 'Documents of this meeting:', zh: '本次会议的文件：' }));
    page.list(others.slice(0, MOST).map((s) => [nameOf(s)]));
  }
  if (sisters.length > 0) {
    page.text(t({ en: 'Other sessions of the same body:', zh: '同届其他会议：' }));
    page.list(sisters.slice(0, MOST).map((s) => [`${s.meeting?.session ?? ''} · ${nameOf(s)}`]));
  }
}

export function writeDate(page: Page, date: DateMention, t: Say, lineOf: (offset: number) => number): void {
  // A bare year says itself what it is.
  if (/^\d{4}$/.test(date.value ?? '') && !date.endValue && !date.inferredYear) return;
  const yearless = date.value?.startsWith('--') === true;
  const plain = (iso: string): string => iso.replace(/^--/, '');
  const value =
    date.value === null
      ? t({ en: 'no such day', zh: '没有这一天' })
      : plain(date.value) +
        (date.endValue ? ` – ${plain(date.endValue)}` : '') +
        (yearless ? t({ en: ', year unknown', zh: '，年份不详' }) : '');
  const day = date.value === null ? null : weekday(date.value);
  page.text({ strong: value }, day ? ` · ${t(day)}` : '', ` · ${t(DATE_ROLE[date.role])}`);
  if (!date.inferredYear && date.evidence.length === 0) return;
  const why = date.evidence.map(
    (e) => t(reason(e.reason)) + (e.span ? t({ en: ' (line {0})', zh: '（第 {0} 行）' }, lineOf(e.span.start)) : ''),
  );
  const list = why.join(t({ en: ', ', zh: '、' }));
  if (date.inferredYear) {
    page.text(
      list === ''
        ? t({ en: 'The year is inferred.', zh: '年份为推断。' })
        : t({ en: 'The year is inferred from {0}.', zh: '年份推断自{0}。' }, list),
    );
  } else page.text(t({ en: 'From {0}', zh: '依据：{0}' }, list));
}

/** `brief` leaves the items out, where another block has them. */
export function writeEnumeration(page: Page, e: Enumeration, t: Say, brief: boolean): void {
  const agrees = e.count === e.items.length;
  page.text(
    { strong: e.declared.replace(/\s+/g, '') },
    ` · ${t({ en: 'declares {0}, lists {1}', zh: '称 {0} 项，列 {1} 项' }, e.count, e.items.length)}${agrees ? '' : ' ⚠'}`,
  );
  if (brief && agrees) return;
  page.list(
    e.items.slice(0, MOST * 2).map((item) => [shorten(item.text, 80)]),
    true,
  );
}

export function writeMarker(page: Page, path: readonly Section[], t: Say): void {
  const own = path[path.length - 1]!;
  // At the top, without parts, there is no more to tell than stands behind the marker.
  if (path.length === 1 && own.children.length === 0) return;
  const crumbs = path.map((s) => sectionName(s, 40));
  page.text({ strong: crumbs[crumbs.length - 1]! });
  if (crumbs.length > 1) page.text(crumbs.join(' › '));
  if (own.children.length > 0) page.text(t({ en: '{0} subsections', zh: '下设 {0} 节' }, own.children.length));
}

/** 市委 → the committee of the document's city. */
export function writeBody(page: Page, body: Deictic, words: string, locale: Locale): void {
  const { zh, en } = fullName(body);
  const t = sayer(locale);
  page.text({ strong: words }, ` → ${zh}`);
  if (locale === 'en' && body.body) page.text(en);
  page.text({ em: t({ en: 'By the place of this document.', zh: '据本文所属地区。' }) });
}

/** Other documents of the workspace are read for their positions only so far. */
const MOST_OTHERS = 3;
const LARGEST_OTHER = 200_000;
/** So many that name the person are read for it: as many as stay read for the next hover. */
const MOST_READ = 8;

/** Every position that this document gives a person, and those of some others that name them. */
export function writePerson(page: Page, workspace: Workspace, uri: string, person: PersonMention, t: Say): void {
  const document = workspace.document(uri)!;
  const name = fold(person.name);
  const here = personOutline(document).find((p) => fold(p.name) === name);
  page.text({ strong: person.name }, ` · ${t({ en: 'person', zh: '人名' })}`);
  const positions = here?.positions ?? person.positions;
  if (positions.length > 0) page.text(positions.join(t({ en: '; ', zh: '；' })));
  else page.text({ em: t({ en: 'This document gives no position.', zh: '本文未写明职务。' }) });
  const others: Inline[][] = [];
  let read = 0;
  for (const other of workspace.uris()) {
    if (others.length === MOST_OTHERS || read === MOST_READ) break;
    const text = other === uri ? undefined : workspace.text(other);
    if (text === undefined || text.length > LARGEST_OTHER) continue;
    if (!text.includes(person.name) && !fold(text).includes(name)) continue;
    read++;
    const there = workspace.document(other);
    const found = there && personOutline(there).find((p) => fold(p.name) === name);
    const summary = workspace.summary(other);
    if (!found || !summary || found.positions.every((p) => positions.includes(p))) continue;
    others.push([
      `${shorten(nameOf(summary), 40)}${summary.date ? ` (${summary.date})` : ''}: `,
      found.positions.join('；'),
    ]);
  }
  if (others.length > 0) {
    page.text({ em: t({ en: 'In other documents:', zh: '其他文件：' }) });
    page.list(others);
  }
  page.text(t({ en: '{0} here', zh: '本文 {0} 处' }, here?.spans.length ?? 1));
}
