import { describe, expect, test } from 'vitest';
import { parse } from '../../../server/src/core/document/parse.ts';
import { namedPlaces } from '../../../server/src/core/features/namedPlaces.ts';
import { semanticTokens } from '../../../server/src/core/features/semanticTokens.ts';

const named = (text: string, region: string | null = null) => {
  const { places, organizations } = namedPlaces({ text, region });
  const words = (spans: readonly { start: number; end: number }[]) => spans.map((s) => text.slice(s.start, s.end));
  return [words(places), words(organizations)];
};

describe('places', () => {
  test.each<[string, string, string | null, string[]]>([
    ['by their full names, one behind the other', '在浙江省嘉兴市桐乡市调研', null, ['浙江省', '嘉兴市', '桐乡市']],
    [
      'beside words that often cross them',
      '推广广东经验、网上上海、在上海外滩、河南北部、每年天津',
      null,
      ['广东', '上海', '上海', '河南', '天津'],
    ],
    ['in Traditional characters', '赴福建省廈門市考察', null, ['福建省', '廈門市']],
    ['provinces by their short names', '与江苏、安徽和上海合作', null, ['江苏', '安徽', '上海']],
    ['cities by their short names in their own documents', '建设平安嘉兴、平安县域', '嘉兴市', ['嘉兴']],
    ['cities by their short names once the full one is there', '嘉兴市出台办法，嘉兴先行', null, ['嘉兴市', '嘉兴']],
    ['districts that many cities have, in their own documents', '鼓楼区试点', '南京市', ['鼓楼区']],
  ])('%s', (_, text, region, expected) => expect(named(text, region)[0]).toEqual(expected));

  test.each([
    ['common words that are names of cities', '各位来宾、大同社会、久安长治、环保山区、三明治'],
    ['common words that are names of districts', '加快新城区和郊区建设，市中区域改造'],
    ['the end of one name and the beginning of a word', '绍兴城市风貌'],
    ['sides of a lake', '沿湖南岸步道、环湖北路'],
    [
      'the end of one word and the beginning of the next',
      '隆重庆祝、今天津津乐道、推广东西部协作、网上海关、黄河南北、開拓新疆域',
    ],
    ['levels without a name', '各省市县、全市、全区上下、城区'],
  ])('are not %s', (_, text) => expect(named(text)[0]).toEqual([]));
});

test('bodies stand behind their place, or are those of the nation', () => {
  const text = '中共中央、国务院印发，浙江省人民政府、嘉兴市委、桐乡市纪委监委落实，委员会议开过';
  expect(named(text)[1]).toEqual(['中共中央', '国务院', '浙江省人民政府', '嘉兴市委', '桐乡市纪委监委']);
});

test('a place inside the name of a body keeps its colour', () => {
  const text = '关于治水的通知\n\n请嘉兴市人民政府落实。\n';
  const tokens = semanticTokens(parse(text)).map((t) => [text.slice(t.start, t.end), t.type]);
  expect(tokens).toContainEqual(['嘉兴市', 'place']);
  expect(tokens).toContainEqual(['人民政府', 'organization']);
});

test('a term that holds a place keeps one colour', () => {
  const text = '关于治水的通知\n\n一、总体要求\n在江苏实施“江苏清流工程”。\n';
  const tokens = semanticTokens(parse(text)).map((t) => [text.slice(t.start, t.end), t.type]);
  expect(tokens).toContainEqual(['江苏', 'place']);
  expect(tokens).toContainEqual(['江苏清流工程', 'program']);
});
