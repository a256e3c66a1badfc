/** The tag set and its file: what is read, written, merged, taken along. Changes with core/annotations/tagset.ts. */
import { describe, expect, it } from 'vitest';
import {
  addTag,
  EMPTY_TAGS,
  liveTags,
  mergeTags,
  readTagSet,
  resolveTag,
  TAG_COLORS,
  type TagFields,
  type TagSet,
  updateTag,
  withTags,
  writeTagSet,
} from '../../../server/src/core/annotations/tagset.ts';

const NOW = '2031-01-01T00:00:00.000Z';

/** A set of tags in the form `name` or `name<parent`, each with its name as its id. */
const setOf = (...tags: readonly (string | readonly [string, TagFields])[]): TagSet =>
  tags.reduce<TagSet>((set, given) => {
    const [words, more] = typeof given === 'string' ? [given, {}] : given;
    const [name, parent = null] = words.split('<') as [string, string?];
    return addTag(set, name, { name, parent, ...more }, NOW);
  }, EMPTY_TAGS);

/** Live tags as `name<parent`, in their order. */
const shown = (set: TagSet, retired = false): string[] =>
  liveTags(set, retired).map((t) => (t.parent === null ? t.name : `${t.name}<${t.parent}`));

describe('the file', () => {
  const text = '{\n"tag:a": {"name":"措施","updated":"2"},\n"tag:b": {"name":"主体","updated":"1"},\n"version": 1\n}\n';

  it.each<[string, string, string[], [number, boolean][]]>([
    ['as it is written', text, ['措施', '主体'], []],
    ['laid out by another program', JSON.stringify(JSON.parse(text), null, 4), ['措施', '主体'], []],
    ['on one line', JSON.stringify(JSON.parse(text)), ['措施', '主体'], []],
    [
      'with both versions of a line, the later one second',
      text.replace('\n"tag:b"', '\n"tag:a": {"name":"举措","updated":"3"},\n"tag:b"'),
      ['举措', '主体'],
      [],
    ],
    [
      'with both versions of a line, the later one first',
      text.replace('{\n', '{\n"tag:a": {"name":"举措","updated":"3"},\n'),
      ['举措', '主体'],
      [],
    ],
    [
      'with marks of a conflict',
      text
        .replace('"tag:a"', '<<<<<<< HEAD\n"tag:a"')
        .replace('"tag:b"', '=======\n"tag:c": {"name":"资金"},\n>>>>>>> theirs\n"tag:b"'),
      ['措施', '资金', '主体'],
      [
        [2, true],
        [4, true],
        [6, true],
      ],
    ],
    ['cut off', text.slice(0, text.indexOf('主体')), ['措施'], [[3, false]]],
    ['with a tag that is none', text.replace('{"name":"主体","updated":"1"}', '"主体"'), ['措施'], [[1, false]]],
    ['that is empty', '', [], []],
    ['that is no object', '[1]', [], [[1, false]]],
  ])('is read %s', (_, file, names, problems) => {
    const set = readTagSet(file);
    expect([...set.tags.values()].map((t) => t.name)).toEqual(names);
    expect(set.problems.map((p) => [p.line, p.mark])).toEqual(problems);
  });

  it('takes a colour only where it is one, and empty words for none', () => {
    const of = (value: object) => readTagSet(`{\n"tag:a": ${JSON.stringify(value)}\n}`).tags.get('a')!;
    expect(['#0072B2', 'red', '#12', 7].map((color) => of({ color }).color)).toEqual([
      '#0072B2',
      TAG_COLORS[0],
      TAG_COLORS[0],
      TAG_COLORS[0],
    ]);
    expect(of({ key: '', parent: '', retired: 'yes', relation: 1 })).toMatchObject({
      name: 'a',
      key: null,
      parent: null,
      retired: false,
      relation: false,
    });
  });

  it('keeps what other programs wrote, whatever it is called', () => {
    const set = readTagSet(
      '{\n"owner": "规划处",\n"tag:a": {"name":"措施","key":"3","shape":"wave","updated":"2"},\n"x-order": ["a"],\n"version": 1\n}\n',
    );
    const again = readTagSet(writeTagSet(set));
    expect(again).toEqual(set);
    expect(again.extra).toEqual({ owner: '规划处', 'x-order': ['a'] });
    expect(again.tags.get('a')?.extra).toEqual({ shape: 'wave' });
    expect(again.tags.get('a')?.key).toBe('3');
  });

  it('has one tag on each line, in the order of the ids, and says nothing that goes without saying', () => {
    expect(writeTagSet(setOf('乙', ['丙<乙', { key: '3', color: '#000000' }])).split('\n')).toEqual([
      '{',
      `"tag:丙": {"color":"#000000","key":"3","name":"丙","parent":"乙","updated":"${NOW}"},`,
      `"tag:乙": {"color":"${TAG_COLORS[0]}","name":"乙","updated":"${NOW}"},`,
      '"version": 1',
      '}',
      '',
    ]);
    expect(writeTagSet(EMPTY_TAGS)).toBe('{\n"version": 1\n}\n');
  });
});

describe('tags', () => {
  it('are offered below their parents, the retired ones on demand', () => {
    const set = updateTag(setOf('乙', '甲<乙', '丙', '丁<甲'), '丙', { retired: true }, NOW);
    expect(shown(set)).toEqual(['乙', '甲<乙', '丁<甲']);
    expect(shown(set, true)).toEqual(['丙', '乙', '甲<乙', '丁<甲']);
  });

  it('get the first colour that none has, and begin anew behind the last one', () => {
    const three = setOf('甲', '乙', '丙');
    expect([...three.tags.values()].map((t) => t.color)).toEqual(TAG_COLORS.slice(0, 3));
    const without = updateTag(three, '乙', { retired: true }, NOW);
    expect(addTag(without, '丁', { name: '丁' }, NOW).tags.get('丁')?.color).toBe(TAG_COLORS[1]);
    const all = setOf(...TAG_COLORS.map((_, i) => `第${i}`));
    expect(addTag(all, '丁', { name: '丁' }, NOW).tags.get('丁')?.color).toBe(TAG_COLORS[0]);
  });

  it('never become their own ancestors', () => {
    const set = setOf('甲', '乙<甲', '丙<乙');
    for (const parent of ['甲', '乙', '丙']) expect(updateTag(set, '甲', { parent }, NOW)).toBe(set);
    expect(shown(updateTag(set, '丙', { parent: '甲' }, NOW))).toEqual(['甲', '丙<甲', '乙<甲']);
    expect(updateTag(set, '没有', { name: '有' }, NOW)).toBe(set);
  });

  it.each<[string, TagSet, string, string, string[]]>([
    ['hands on its children', setOf('甲', '乙<甲', '丁'), '甲', '丁', ['丁', '乙<丁']],
    [
      'into its child, which takes its place',
      setOf('顶', '甲<顶', '乙<甲', '丙<甲'),
      '甲',
      '乙',
      ['顶', '乙<顶', '丙<乙'],
    ],
    [
      'into a child of its child, which takes its place',
      setOf('顶', '甲<顶', '乙<甲', '丙<乙'),
      '甲',
      '丙',
      ['顶', '丙<顶', '乙<丙'],
    ],
    ['into itself changes nothing', setOf('甲', '乙<甲'), '甲', '甲', ['甲', '乙<甲']],
    ['into none changes nothing', setOf('甲', '乙<甲'), '甲', '没有', ['甲', '乙<甲']],
    [
      'into one that was merged goes on to the last',
      mergeTags(setOf('甲', '乙', '丙'), '乙', '丙', NOW),
      '甲',
      '乙',
      ['丙'],
    ],
    [
      'into one that was merged into it changes nothing',
      mergeTags(setOf('甲', '乙', '丙'), '乙', '甲', NOW),
      '甲',
      '乙',
      ['丙', '甲'].sort(),
    ],
  ])('merging one %s', (_, set, from, into, expected) => {
    const merged = mergeTags(set, from, into, NOW);
    expect(shown(merged)).toEqual(expected);
  });

  it('that were merged stand for the last one, also where two were merged into each other', () => {
    const chain = mergeTags(mergeTags(setOf(['甲', { key: '1' }], '乙', '丙'), '甲', '乙', NOW), '乙', '丙', NOW);
    expect([resolveTag(chain, '甲')?.id, resolveTag(chain, '没有')]).toEqual(['丙', undefined]);
    expect(chain.tags.get('甲')?.key).toBeNull();
    const round = readTagSet(
      '{\n"tag:a": {"mergedInto":"b"},\n"tag:b": {"mergedInto":"a"},\n"tag:c": {"mergedInto":"x"}\n}',
    );
    expect(resolveTag(round, 'a')).toBeDefined();
    expect(resolveTag(round, 'c')?.id).toBe('c');
  });
});

describe('tags of another folder', () => {
  const from = setOf(['上', { key: 'a' }], ['中<上', { key: 'b' }], '别', ['依据', { relation: true }]);

  it('come with those above them, and no others', () =>
    expect(shown(withTags(EMPTY_TAGS, from, ['中']))).toEqual(['上', '中<上']));

  it('give up a key that is taken', () => {
    const set = withTags(setOf(['甲', { key: 'b' }]), from, ['中']);
    expect([set.tags.get('中')?.key, set.tags.get('上')?.key]).toEqual([null, 'a']);
  });

  it('become the ones of the same name and use', () => {
    const here = addTag(addTag(EMPTY_TAGS, 'x', { name: '中' }, NOW), 'y', { name: '依据' }, NOW);
    const set = withTags(here, from, ['中', '依据']);
    expect([resolveTag(set, '中')?.id, resolveTag(set, '依据')?.id]).toEqual(['x', '依据']);
  });

  it('that are there already change nothing', () => {
    expect(withTags(from, from, ['中', '没有'])).toBe(from);
  });
});
