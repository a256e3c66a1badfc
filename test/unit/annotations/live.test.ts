/** An annotation while its text is edited, edit by edit. Changes when an edit should move an annotation otherwise. */
import { describe, expect, it } from 'vitest';
import { LiveRanges, PASTE_WITHIN, type TextChange } from '../../../server/src/core/annotations/anchoring/live.ts';

/** Words of the text and what replaces them; `later` milliseconds after the edit before. `+` puts the text behind the words, `^` before them. */
type Edit = readonly [words: string, text: string, later?: number] | readonly [words: string, '+' | '^', text: string];

const marked = (text: string): { text: string; start: number; end: number } => ({
  text: text.replace(/[«»]/g, ''),
  start: text.indexOf('«'),
  end: text.indexOf('»') - 1,
});

function change(text: string, edit: Edit): TextChange {
  const start = text.indexOf(edit[0]);
  expect(start, `${edit[0]} stands in the text`).toBeGreaterThanOrEqual(0);
  const end = start + edit[0].length;
  if (typeof edit[2] !== 'string') return { start, end, text: edit[1] };
  const at = edit[1] === '+' ? end : start;
  return { start: at, end: at, text: edit[2] };
}

/** The text after the edits with `«»` around the annotation, or `¦` where it is awaited. */
function edited(before: string, edits: readonly Edit[]): { shown: string; relocated: boolean; touched: boolean } {
  const { text, start, end } = marked(before);
  const live = new LiveRanges(text);
  live.set('a', start, end);
  let now = 0;
  let result = { relocated: false, touched: false };
  for (const edit of edits) {
    if (typeof edit[2] === 'number') now += edit[2];
    const { relocated, touched } = live.apply([change(live.text, edit)], now);
    result = { relocated: relocated.has('a'), touched: touched.has('a') };
  }
  const a = live.get('a')!;
  const words = live.text.slice(a.start, a.end);
  const shown = `${live.text.slice(0, a.start)}${a.attached ? `«${words}»` : '¦'}${live.text.slice(a.end)}`;
  return { shown, ...result };
}

const LINES = '一、清淤疏浚。\n二、«落实河道保洁责任»。\n三、巡查通报。\n';
const CUT = '二、落实河道保洁责任。\n';
const SOON = PASTE_WITHIN;
const LATE = PASTE_WITHIN + 1;

describe('text that is cut and comes back', () => {
  it.each<[string, string, readonly Edit[], string]>([
    [
      'a line moved down brings its annotation along',
      LINES,
      [
        [CUT, ''],
        ['通报。\n', '+', CUT],
      ],
      '一、清淤疏浚。\n三、巡查通报。\n二、«落实河道保洁责任»。\n',
    ],
    [
      'also with words before it in what is pasted, and with other blanks around',
      LINES,
      [
        [CUT, ''],
        ['通报。\n', '+', `附：${CUT.trim()}`],
      ],
      '一、清淤疏浚。\n三、巡查通报。\n附：二、«落实河道保洁责任»。',
    ],
    [
      'at the last moment of the time that is waited',
      LINES,
      [
        [CUT, ''],
        ['清淤疏浚', '清淤', SOON],
        ['通报。\n', '+', CUT],
      ],
      '一、清淤。\n三、巡查通报。\n二、«落实河道保洁责任»。\n',
    ],
    [
      'later it comes back to its place alone',
      LINES,
      [
        [CUT, ''],
        ['清淤疏浚', '清淤', LATE],
        ['通报。\n', '+', CUT],
      ],
      '一、清淤。\n¦三、巡查通报。\n二、落实河道保洁责任。\n',
    ],
    [
      'and there after any time',
      LINES,
      [
        [CUT, ''],
        ['清淤疏浚', '清淤', LATE],
        ['清淤。\n', '+', CUT],
      ],
      '一、清淤。\n二、«落实河道保洁责任»。\n三、巡查通报。\n',
    ],
    [
      'its own words are enough',
      LINES,
      [
        [CUT, ''],
        ['通报', '+', '并落实河道保洁责任'],
      ],
      '一、清淤疏浚。\n三、巡查通报并«落实河道保洁责任»。\n',
    ],
    [
      'not where they come twice',
      LINES,
      [
        [CUT, ''],
        ['通报', '+', '落实河道保洁责任，再落实河道保洁责任'],
      ],
      '一、清淤疏浚。\n¦三、巡查通报落实河道保洁责任，再落实河道保洁责任。\n',
    ],
    [
      'nor where they are short and stand elsewhere',
      '抓好«保洁责任»。巡查通报。',
      [
        ['抓好保洁责任。', ''],
        ['通报', '+', '与保洁责任'],
      ],
      '¦巡查通报与保洁责任。',
    ],
    [
      'short words come back to their place',
      '抓好«保洁责任»。巡查通报。',
      [
        ['抓好保洁责任。', ''],
        ['巡查', '^', '保洁责任到人，'],
      ],
      '«保洁责任»到人，巡查通报。',
    ],
    [
      'but not a word of three characters',
      '抓好«保洁员»培训。巡查。',
      [
        ['抓好保洁员培训。', ''],
        ['巡查', '^', '保洁员'],
      ],
      '¦保洁员巡查。',
    ],
    [
      'they come back with all that was cut with them',
      '抓好«保洁员»培训。巡查。',
      [
        ['抓好保洁员培训。', ''],
        ['巡查', '核查', LATE],
        ['核查', '^', '抓好保洁员培训。'],
      ],
      '抓好«保洁员»培训。核查。',
    ],
    [
      'a whole line with its end',
      '一、清淤疏浚。\n«二、落实保洁。\n»三、巡查通报。\n',
      [
        ['二、落实保洁。\n', ''],
        ['通报。\n', '+', '二、落实保洁。\n'],
      ],
      '一、清淤疏浚。\n三、巡查通报。\n«二、落实保洁。\n»',
    ],
    [
      'a line with its indent',
      '一、清淤疏浚。\n«　　二、落实保洁。»\n三、巡查通报。\n',
      [
        ['　　二、落实保洁。\n', ''],
        ['通报。\n', '+', '　　二、落实保洁。\n'],
      ],
      '一、清淤疏浚。\n三、巡查通报。\n«　　二、落实保洁。»\n',
    ],
    [
      'a stretch of less than six is not looked for elsewhere',
      '抓«保洁»。巡查。通报。',
      [
        ['抓保洁。', ''],
        ['巡查。', '+', '抓保洁。'],
      ],
      '¦巡查。抓保洁。通报。',
    ],
  ])('%s', (_, before, edits, expected) => expect(edited(before, edits).shown).toBe(expected));

  it('tells what came back elsewhere from what came back in its place', () => {
    const moved: Edit[] = [
      [CUT, ''],
      ['通报。\n', '+', CUT],
    ];
    const undone: Edit[] = [
      [CUT, ''],
      ['疏浚。\n', '+', CUT],
    ];
    expect(edited(LINES, moved)).toMatchObject({ relocated: true, touched: true });
    expect(edited(LINES, undone)).toMatchObject({ relocated: false, touched: true, shown: LINES });
  });

  it('comes back in one event with the cut, as editors move lines', () => {
    const { text, start, end } = marked(LINES);
    const live = new LiveRanges(text);
    live.set('a', start, end);
    const cut = text.indexOf(CUT);
    live.apply(
      [
        { start: cut, end: cut + CUT.length, text: '' },
        { start: 0, end: 0, text: CUT },
        { start: 0, end: 0, text: '要点\n' },
      ],
      0,
    );
    expect(live.text.slice(live.get('a')!.start, live.get('a')!.end)).toBe('落实河道保洁责任');
    expect(live.get('a')).toMatchObject({ attached: true, start: '要点\n二、'.length });
  });
});

describe('text that is cut from an edge', () => {
  it.each<[string, string, readonly Edit[], string]>([
    [
      'the end comes back with what was behind it',
      '要«健全协调机制»，明确责任。',
      [
        ['机制，明确', ''],
        ['协调', '+', '机制，明确'],
      ],
      '要«健全协调机制»，明确责任。',
    ],
    [
      'the end alone, as far as the annotation reached',
      '要«健全协调机制»，明确责任。',
      [
        ['机制', ''],
        ['协调', '+', '机制'],
      ],
      '要«健全协调机制»，明确责任。',
    ],
    [
      'the beginning alone',
      '要«健全协调机制»，明确责任。',
      [
        ['健全', ''],
        ['要', '+', '健全'],
      ],
      '要«健全协调机制»，明确责任。',
    ],
    [
      'the beginning with what was before it',
      '要«健全协调机制»，明确责任。',
      [
        ['要健全', ''],
        ['协调', '^', '要健全'],
      ],
      '要«健全协调机制»，明确责任。',
    ],
    [
      'several cuts, the last one first',
      '要«健全协调机制»，明确责任。',
      [
        ['机制', ''],
        ['协调', ''],
        ['健全', '+', '协调'],
        ['协调', '+', '机制'],
      ],
      '要«健全协调机制»，明确责任。',
    ],
    [
      'another word is not taken for it',
      '要«健全协调机制»，明确责任。',
      [
        ['机制', ''],
        ['协调', '+', '体系'],
      ],
      '要«健全协调»体系，明确责任。',
    ],
    [
      'nor is half of it',
      '要«健全协调机制»，明确责任。',
      [
        ['机制', ''],
        ['协调', '+', '机'],
      ],
      '要«健全协调»机，明确责任。',
    ],
    [
      'nor what stood there before',
      '要«健全协调机制»机制，明确责任。',
      [
        ['机制', ''],
        ['要', '应'],
        ['明确', '落实'],
      ],
      '应«健全协调»机制，落实责任。',
    ],
    [
      'also where other words stand in its place for a time',
      '要«健全协调机制»，明确责任。',
      [
        ['机制，明确', '体系，压实'],
        ['协调', '+', '机制，明确'],
      ],
      '要«健全协调机制»，明确体系，压实责任。',
    ],
    ['what is typed inside joins', '要«健全机制»。', [['健全', '+', '协调']], '要«健全协调机制»。'],
    ['what is typed before it stays outside', '要«健全机制»。', [['要', '+', '协调']], '要协调«健全机制»。'],
    ['what is typed behind it stays outside', '要«健全机制»。', [['机制', '+', '体系']], '要«健全机制»体系。'],
  ])('%s', (_, before, edits, expected) => expect(edited(before, edits).shown).toBe(expected));
});

it.each<[string, Edit, boolean]>([
  ['typed inside', ['健全', '+', '好'], true],
  ['typed before', ['要', '+', '好'], false],
  ['typed behind', ['机制', '+', '好'], false],
  ['deleted up to it', ['要', ''], false],
  ['deleted from its end', ['，明确', ''], false],
  ['deleted over its edge', ['要健', ''], true],
  ['far behind', ['责任', ''], false],
])('only what changes the words touches the annotation: %s', (_, edit, touched) =>
  expect(edited('要«健全机制»，明确责任。', [edit]).touched).toBe(touched),
);

describe('the place of one that is awaited', () => {
  it.each<[string, readonly Edit[], string]>([
    [
      'moves with what is typed before it',
      [
        [CUT, ''],
        ['一、', '（一）'],
      ],
      '（一）清淤疏浚。\n¦三、巡查通报。\n',
    ],
    [
      'comes back with the text around it',
      [
        [CUT, ''],
        ['疏浚。\n三、巡查', ''],
        ['清淤', '+', '疏浚。\n三、巡查'],
      ],
      '一、清淤疏浚。\n¦三、巡查通报。\n',
    ],
  ])('%s', (_, edits, expected) => expect(edited(LINES, edits).shown).toBe(expected));
});

describe('a large replacement', () => {
  it('that leaves the words as they are does not touch them', () => {
    const next = '一、清淤疏浚，恢复行洪。\n二、落实河道保洁责任。\n三、巡查通报，按月排名。\n';
    expect(edited(LINES, [[marked(LINES).text, next]])).toMatchObject({
      shown: next.replace('落实河道保洁责任', '«落实河道保洁责任»'),
      touched: false,
    });
  });

  it('without the words leaves the annotation waiting', () => {
    const next = '一、清淤疏浚。\n另行通知有关事项，请各单位留意。\n';
    const found = edited(LINES, [[marked(LINES).text, next]]);
    expect(found.touched).toBe(true);
    expect(found.shown).toContain('¦');
  });

  it('beside the annotation only moves it', () => {
    const text = '各单位要按照职责分工抓好落实。附：«保洁责任»表。';
    expect(edited(text, [['各单位要按照职责分工抓好落实', '请有关部门会同属地乡镇认真组织实施']])).toMatchObject({
      shown: '请有关部门会同属地乡镇认真组织实施。附：«保洁责任»表。',
      touched: false,
    });
  });

  it('moves what lies behind it, and leaves one that is awaited waiting', () => {
    const text = '一、清淤疏浚。二、落实河道保洁责任。三、巡查通报。四、按月排名。';
    const live = new LiveRanges(text);
    const put = (id: string, words: string) => live.set(id, text.indexOf(words), text.indexOf(words) + words.length);
    put('gone', '疏浚');
    put('kept', '落实河道保洁责任');
    put('behind', '按月排名');
    live.apply([{ start: text.indexOf('疏浚'), end: text.indexOf('疏浚') + 2, text: '' }], 0);
    const until = live.text.indexOf('四、');
    const start = live.text.indexOf('清淤');
    const { touched, placements } = live.apply(
      [{ start, end: until, text: '全面推进清淤。二、落实河道保洁责任。三、巡查，公开通报。' }],
      0,
    );
    expect([...live.all()].map((r) => [r.id, live.text.slice(r.start, r.end), r.attached])).toEqual([
      ['gone', '', false],
      ['kept', '落实河道保洁责任', true],
      ['behind', '按月排名', true],
    ]);
    expect([[...touched], [...placements.keys()]]).toEqual([[], ['kept']]);
  });

  it('never leaves half a character', () => {
    // Both characters begin with the same half.
    const before = '地名用字从严审核：«𠮷»𠮸二字';
    const found = edited(before, [['地名用字从严审核：𠮷𠮸二字', '地名用字从严审核：𠮸二字']]);
    expect(found.shown).toBe('地名用字从严审核：¦𠮸二字');
  });
});
