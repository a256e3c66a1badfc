/** Which of several entries for one term a document means, by its place and date. Changes with core/glossary/choice.ts. */
import { expect, it } from 'vitest';
import { choose } from '../../../server/src/core/glossary/choice.ts';
import { toEntry } from '../../../server/src/core/glossary/entries.ts';
import type { EntryOrigin, FileEntry, Scope } from '../../../server/src/core/glossary/model.ts';

const scope = (id: string, zh: string, places: readonly string[], within: string | null): [string, Scope] => [
  id,
  { id, name: { zh, en: id }, places, within },
];
const SCOPES = new Map([
  scope('national', '全国', ['全国'], null),
  scope('province', '浙江', ['浙江'], 'national'),
  scope('east', '湖州', ['湖州'], 'province'),
  scope('user', '本单位', [], null),
]);
const USER: EntryOrigin = {
  kind: 'user',
  uri: 'file:///w/a.yml',
  span: { start: 0, end: 0 },
  termSpan: { start: 0, end: 0 },
};

/** Entries of one term as `scope`, or with the days of their use. */
type Given = string | readonly [scope: string, more: Partial<FileEntry>];

/** The scopes from the one that is meant on; `?` where it is not certain, `!` where the words belong elsewhere. */
function chosen(entries: readonly Given[], region: string | null, date: string | null): string {
  const made = entries.map((given) => {
    const [id, more] = typeof given === 'string' ? [given, {}] : given;
    return toEntry({ term: '四张清单', ...more }, id, id === 'user' ? USER : { kind: 'builtin' });
  });
  const found = choose(made, { region, date }, SCOPES)!;
  const order = [found.entry, ...found.alternatives].map((e) => e.scope + (e.from ? ` ${e.from}` : '')).join(', ');
  return `${order}${found.certain ? '' : '?'}${found.elsewhere ? '!' : ''}`;
}

it.each<[string, readonly Given[], string | null, string | null, string]>([
  ['the nearest place', ['national', 'province', 'east'], '湖州市', null, 'east, province, national'],
  ['the place that holds it', ['national', 'east', 'province'], '宁波市', null, 'province, national, east'],
  ['the whole country elsewhere', ['east', 'national'], '成都市', null, 'national, east'],
  ['nothing for certain elsewhere', ['east', 'province'], '成都市', null, 'east, province?!'],
  ['the only one, though of another place', ['east'], '成都市', null, 'east!'],
  ['the only one, where nobody knows the place', ['east'], '云川市', null, 'east'],
  ['the only one, where the document names no place', ['east'], null, null, 'east'],
  ['the user’s own before all', ['east', 'user'], '湖州市', null, 'user, east'],
  [
    'the later one of two',
    [
      ['east', { from: '2015' }],
      ['east', { from: '2019' }],
    ],
    '湖州市',
    null,
    'east 2019, east 2015?',
  ],
  [
    'the one in use at the time',
    [
      ['east', { from: '2015' }],
      ['east', { from: '2019' }],
    ],
    '湖州市',
    '2018-12-31',
    'east 2015, east 2019',
  ],
  ['one that begins in the very year', [['east', { from: '2019-05' }]], '湖州市', '2019', 'east 2019-05'],
  ['one that begins in the very month', [['east', { from: '2019-05' }]], '湖州市', '2019-05-01', 'east 2019-05'],
  [
    'one that was not yet in use, and says so',
    [['east', { from: '2019-05' }]],
    '湖州市',
    '2019-04-30',
    'east 2019-05!',
  ],
  ['not the one whose time is over', [['east', { to: '2015' }], 'national'], '湖州市', '2016', 'national, east'],
  [
    'the one whose time ends in that year',
    [['east', { to: '2016' }], 'national'],
    '湖州市',
    '2016-12-31',
    'east, national',
  ],
  [
    'the one whose origin is known to be earlier',
    [['east', { origin: { date: '2020' } }], 'national'],
    '湖州市',
    '2016',
    'national, east',
  ],
  [
    'by the place alone where the date is none',
    [['east', { from: '2019' }], 'national'],
    '湖州市',
    '近日',
    'east 2019, national',
  ],
])('%s', (_, entries, region, date, expected) => expect(chosen(entries, region, date)).toBe(expected));

it('has nothing to choose from nothing', () => {
  expect(choose([], { region: null, date: null }, SCOPES)).toBeNull();
});
