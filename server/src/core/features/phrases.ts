/**
 * Phrases of the head and foot of documents, offered where they belong. Changes when a form of document asks for others.
 * The forms are those of GB/T 9704 and of the regulations on handling official documents.
 */
import type { PolicyDocument } from '../document/model.ts';
import { type Locale, type Message, say } from '../l10n.ts';
import type { CompletionItem } from './completion.ts';

interface Phrase {
  readonly text: string;
  readonly detail: Message;
  /** What stands before it on the line. */
  readonly after: RegExp;
  readonly where: 'title' | 'foot' | 'anywhere';
}

const kind = (text: string, en: string): Phrase => ({
  text,
  detail: { zh: '文种', en },
  after: /^.{4,}的$/,
  where: 'title',
});

const PHRASES: readonly Phrase[] = [
  kind('决议', 'resolution'),
  kind('决定', 'decision'),
  kind('命令', 'order'),
  kind('公报', 'communiqué'),
  kind('公告', 'announcement'),
  kind('通告', 'public notice'),
  kind('意见', 'opinions'),
  kind('实施意见', 'opinions on implementation'),
  kind('通知', 'notice'),
  kind('通报', 'circular'),
  kind('报告', 'report'),
  kind('请示', 'request for instructions'),
  kind('批复', 'reply'),
  kind('议案', 'motion'),
  kind('函', 'letter'),
  kind('纪要', 'minutes'),
  kind('实施方案', 'implementation plan'),
  kind('行动计划', 'action plan'),
  { text: '附件：', detail: { zh: '附件说明', en: 'list of attachments' }, after: /^附?$/, where: 'foot' },
  { text: '抄送：', detail: { zh: '版记', en: 'copies' }, after: /^抄?$/, where: 'foot' },
  { text: '（此件公开发布）', detail: { zh: '附注', en: 'may be published' }, after: /^（?此?件?$/, where: 'foot' },
  { text: '（此件主动公开）', detail: { zh: '附注', en: 'open to the public' }, after: /^（?此?件?$/, where: 'foot' },
  { text: '特此通知。', detail: { zh: '结语', en: 'closing words' }, after: /^特?此?$/, where: 'foot' },
  { text: '以上请示，请予批复。', detail: { zh: '结语', en: 'closing words' }, after: /^以?上?$/, where: 'foot' },
  { text: '请认真贯彻执行。', detail: { zh: '结语', en: 'closing words' }, after: /请认?真?$/, where: 'foot' },
];

/** Phrases that fit at `offset`; `before` is the line up to it. Nothing is offered on an empty line. */
export function headPhrases(
  document: PolicyDocument,
  offset: number,
  before: string,
  locale: Locale,
): CompletionItem[] {
  const line = before.trimStart();
  if (line === '') return [];
  const inTitle = document.title ? offset <= document.title.span.end + 1 : document.lines.lineAt(offset) < 4;
  const inFoot = offset > document.text.length * 0.6;
  return PHRASES.filter(
    (p) => (p.where === 'title' ? inTitle : p.where === 'foot' ? inFoot : true) && p.after.test(line),
  ).map((p, i) => {
    let typed = 0;
    for (let n = Math.min(p.text.length, line.length); n > 0; n--) {
      if (!line.endsWith(p.text.slice(0, n))) continue;
      typed = n;
      break;
    }
    return {
      label: p.text,
      kind: 'phrase',
      insert: p.text,
      span: { start: offset - typed, end: offset },
      filter: p.text,
      sort: String(i).padStart(3, '0'),
      detail: say(locale, p.detail),
      data: { kind: 'phrase', key: p.text },
    };
  });
}
