/** From document to document: cited titles, shared meetings, quotations and who is quoted. Each row of the gold has a check. */
import { documentLinks } from '../../../server/src/core/features/links.ts';
import { meetingReferences } from '../../../server/src/core/features/references.ts';
import { sisterMeeting } from '../../../server/src/core/workspace/meetings.ts';
import type { Gold } from './gold.ts';
import { DOCUMENTS, type Figure, figure, type Samples } from './samples.ts';

type Check = (s: Samples) => readonly string[];

const links = (s: Samples, doc: string): string[] =>
  documentLinks(s.workspace, s.uri(doc)).map((l) => s.name(l.target.uri));

/** A title that stands in 《》 and belongs to no document of the set: the hover says so, and nothing is linked. */
const unresolved =
  (doc: string, line: number, title: string): Check =>
  (s) => {
    const said = s.hover(doc, line, title);
    const targets = s.jump(doc, line, title).filter((t) => t.reason === 'title');
    return [
      ...(/工作区中没有这份文件/.test(said) ? [] : [`${doc}:${line} ${said.slice(0, 40)}`]),
      ...(targets.length > 0 ? [`${doc}:${line} leads to ${s.places(targets)}`] : []),
    ];
  };

const periodical =
  (doc: string, line: number, title: string): Check =>
  (s) =>
    /报刊/.test(s.hover(doc, line, title)) && s.jump(doc, line, title).length === 0 ? [] : [`${title} ${doc}:${line}`];

/** The hover of a quotation says who is quoted. */
const quoted =
  (doc: string, line: number, words: string, who: RegExp): Check =>
  (s) => {
    const said = s.hover(doc, line, words);
    return who.test(said)
      ? []
      : [`${words.slice(0, 12)} ${doc}:${line}: ${said.slice(0, 80).replace(/\n/g, ' ') || 'nothing'}`];
  };

const CHECKS: Readonly<Record<string, Check>> = {
  '000:6 001 (title, lines 1–4)': (s) => (links(s, '000').includes('001') ? [] : ['no link 000→001']),
  '001:5 000:1–3': (s) =>
    s.jump('001', 5, '第十三届委员会').some((t) => t.uri === s.uri('000'))
      ? []
      : ['the meeting of 001:5 does not lead to 000'],
  '000:15 / 001:27 《杭州日报》': (s) => [
    ...periodical('000', 15, '杭州日报')(s),
    ...periodical('001', 27, '杭州日报')(s),
  ],
  '004:3 Hangzhou municipal committee of 000/001': (s) => {
    const sessions = s.summary('004').meetings.filter((m) => s.line('004', m.span.start) === 3 && m.congress === 13);
    const own = s.summary('000').meeting!;
    return sessions.length === 2 &&
      sessions.every((m) => sisterMeeting(m, own)) &&
      /同届其他会议/.test(s.hover('004', 3, '市委十三屆五次'))
      ? []
      : ['the later sessions are not told'];
  },
  '000, 001, 002 省第十五次党代会': (s) => {
    const meeting = s.summary('000').meetings.find((m) => m.text === '省第十五次党代会')!;
    const found = new Set(meetingReferences(s.workspace, meeting).map((r) => s.name(r.uri)));
    return ['000', '001', '002'].filter((doc) => !found.has(doc)).map((doc) => `not in ${doc}`);
  },
  '002:19 report of the 15th provincial congress': quoted(
    '002',
    19,
    '支持衢州创新省际合作',
    /引自.*省第十五次党代会|省第十五次党代会.*提出/,
  ),
  '002:19 Xi Jinping, time in Zhejiang': (s) => [
    ...quoted('002', 19, '打造四省边际中心城市', /习近平/)(s),
    ...quoted('002', 19, '成为全省经济向中西部', /习近平/)(s),
  ],
  '003:6 the two Shaoxing texts adopted (决议, 决定)': (s) => [
    ...unresolved('003', 6, '关于深入学习贯彻习近平总书记考察浙江')(s),
    ...unresolved('003', 6, '关于加快建设新时代')(s),
  ],
  '003:44 Xi Jinping, New Year address for 2020': quoted(
    '003',
    44,
    '2020年是具有里程碑意义的一年',
    /习近平.*新年贺词/s,
  ),
  '003:37 Mao Zedong (1938), not named in the document': quoted('003', 37, '政治路线确定之后', /毛泽东/),
  '003:33 Liu Yuxi 《乌衣巷》, not named': quoted('003', 33, '飞入寻常百姓家', /刘禹锡/),
  '004:10 Su Shi 《惠崇春江晚景》; Mao Zedong 《十六字令三首》; Wang Changling 《从军行》 — none named': (s) => [
    ...quoted('004', 10, '春江水暖鴨先知', /苏轼/)(s),
    ...quoted('004', 10, '快馬加鞭未下鞍', /毛泽东/)(s),
    ...quoted('004', 10, '不破樓蘭終不還', /王昌龄/)(s),
  ],
  '004:5 《关于支持杭州国家高新区建设世界领先科技园区的实施意见》': unresolved('004', 5, '關于支持杭州高新區'),
};

export function documentRows(gold: Gold, samples: Samples): Record<string, Figure> {
  const listed = gold.doc_to_doc.map((r) => `${r.frm} ${r.to}`);
  const faults = new Map(listed.map((row) => [row, CHECKS[row]?.(samples) ?? ['no check for this row']]));
  const missing = listed.filter((row) => faults.get(row)!.length > 0);
  // No other document may be linked: of the five only 000 cites another one.
  const extra = DOCUMENTS.flatMap((doc) =>
    links(samples, doc)
      .map((to) => `${doc}→${to}`)
      .filter((l) => l !== '000→001'),
  );
  return {
    'document to document': figure(listed, missing, [
      ...missing.map((row) => `${row}: ${faults.get(row)!.join('; ')}`),
      ...extra.map((l) => `linked ${l}`),
    ]),
  };
}
