/** The same words with two meanings: each row of the gold has a check that both are told apart. A row without one is missing. */
import { termReferences } from '../../../server/src/core/features/references.ts';
import { termKey } from '../../../server/src/core/text/fold.ts';
import { sameMeeting } from '../../../server/src/core/workspace/meetings.ts';
import { senseOf } from '../../../server/src/core/workspace/senses.ts';
import type { Gold } from './gold.ts';
import { type Figure, figure, type Samples } from './samples.ts';

/** What is wrong; empty where the two are told apart. */
type Check = (s: Samples) => readonly string[];

/** Two documents mean two entries by the words, and the references of one do not show the other. */
const senses =
  (term: string, a: string, b: string): Check =>
  (s) => {
    const key = termKey(term);
    const [x, y] = [senseOf(s.workspace, s.summary(a), key), senseOf(s.workspace, s.summary(b), key)];
    const shared = termReferences(s.workspace, key, s.summary(a)).some((r) => r.uri === s.uri(b));
    return [
      ...(x === '' || y === '' ? [`${term}: no sense in ${x === '' ? a : b}`] : x === y ? [`${term}: both ${x}`] : []),
      ...(shared ? [`references of ${term} in ${a} show ${b}`] : []),
    ];
  };

/** The references of the words stand in these lines and no others. */
const only =
  (term: string, from: string, ...lines: string[]): Check =>
  (s) => {
    const found = termReferences(s.workspace, termKey(term), s.summary(from)).map(
      (r) => `${s.name(r.uri)}:${s.line(s.name(r.uri), r.span.start)}`,
    );
    return [
      ...lines.filter((l) => !found.includes(l)).map((l) => `${term} not in ${l}`),
      ...found.filter((l) => !lines.includes(l)).map((l) => `${term} in ${l}`),
    ];
  };

/** The hover in each place says the one thing and not the other. */
const hovers =
  (...rows: [doc: string, line: number, word: string, expected: RegExp, not?: RegExp][]): Check =>
  (s) =>
    rows.flatMap(([doc, line, word, expected, not]) => {
      const said = s.hover(doc, line, word);
      const place = `${word} ${doc}:${line}`;
      return [
        ...(expected.test(said) ? [] : [`${place}: ${said.slice(0, 60).replace(/\n/g, ' ') || 'nothing'}`]),
        ...(not?.test(said) ? [`${place} says ${not}`] : []),
      ];
    });

const all =
  (...checks: Check[]): Check =>
  (s) =>
    checks.flatMap((check) => check(s));

const CHECKS: Readonly<Record<string, Check>> = {
  四张清单: senses('四张清单', '000', '003'),
  一号工程: all(senses('一号工程', '001', '004'), senses('一号工程', '003', '004')),
  习近平总书记考察浙江: all(
    senses('习近平总书记考察浙江', '003', '004'),
    hovers(['003', 20, '习近平总书记考察浙江', /2020/], ['004', 3, '习近平总书记考察浙江', /2023/]),
  ),
  桥头堡: (s) =>
    s.jump('002', 19, '桥头堡').some((t, i) => i === 0 && s.line('002', t.span.start) === 21)
      ? ['002:19 leads to the ten of 002:21']
      : hovers(['002', 21, '“桥头堡”', /十个“桥头堡”/])(s),
  '城市之窗 / 六个城市之窗': all(only('城市之窗', '001', '001:11'), only('六个城市之窗', '001', '001:21')),
  活力城: all(only('活力城', '003', '003:23'), hovers(['003', 12, '国际金融活力城', /国际金融活力城/, /组合拳/])),
  四大: all(only('四大', '003', '003:25'), hovers(['003', 25, '“四大”', /大湾区/])),
  十大行动: only('十大行动', '003', '003:12'),
  '重要窗口 / 示范窗口 / 集中展示之窗': (s) =>
    termReferences(s.workspace, '重要窗口').some((r) => r.uri !== s.uri('003')) ? ['重要窗口 outside 003'] : [],
  '市委 / 市委常委会 / 全会 / 市党代会': all(
    hovers(
      ['000', 5, '市委常委会', /杭州市/, /衢州|绍兴/],
      ['002', 11, '市委常委会', /衢州市/, /杭州|绍兴/],
      ['003', 7, '市委常委会', /绍兴市/, /杭州|衢州/],
      ['004', 3, '市委', /杭州市/, /滨江/],
      ['002', 13, '市第八次党代会', /衢州市/],
    ),
    ...(['000', '002', '003'] as const).map(
      (doc): Check =>
        (s) =>
          s.jump(doc, doc === '003' ? 42 : 13, '全会').some((t) => t.uri !== s.uri(doc) && t.uri !== s.uri('001'))
            ? [`全会 of ${doc} leads elsewhere`]
            : [],
    ),
  ),
  主题教育: all(
    senses('主题教育', '003', '004'),
    hovers(['003', 33, '主题教育', /^主题教育 → “不忘初心/], ['004', 2, '主題教育', /^主题教育 → 学习贯彻/]),
  ),
  改革攻坚: all(only('改革攻坚', '004', '004:4'), hovers(['004', 4, '改革攻堅', /创新深化/])),
  首位战略: all(
    senses('首位战略', '001', '003'),
    hovers(['001', 15, '首位战略', /科技创新和人才强市/], ['003', 24, '首位战略', /人才强市、创新强市/]),
  ),
  '市委八届…全会': (s) =>
    sameMeeting(s.summary('002').meeting!, s.summary('003').meeting!) ? ['one meeting for both'] : [],
};

export function homonyms(gold: Gold, samples: Samples): Record<string, Figure> {
  const listed = gold.homonyms.map((h) => h.text);
  const faults = new Map(listed.map((text) => [text, CHECKS[text]?.(samples) ?? ['no check for this row']]));
  const missing = listed.filter((text) => faults.get(text)!.length > 0);
  return {
    homonyms: figure(
      listed,
      missing,
      missing.map((text) => `${text}: ${faults.get(text)!.join('; ')}`),
    ),
  };
}
