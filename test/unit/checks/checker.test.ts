/** The engine: presets, severities, caching by line, rules that fail, order and language of findings. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RULES } from '../../../server/src/core/checks/all.ts';
import { factsOf } from '../../../server/src/core/checks/facts.ts';
import { applyEdits, chooseEdits, fixAll } from '../../../server/src/core/checks/fixes.ts';
import { activeRules, presetLevel } from '../../../server/src/core/checks/options.ts';
import { type CheckConfig, Checker, type Finding, runChecks } from '../../../server/src/core/checks/run.ts';
import { setAside } from '../../../server/src/core/checks/suppressions.ts';
import { parse } from '../../../server/src/core/document/parse.ts';

const TEXT =
  '会议指出,要坚持稳中求进,推动高质量发展。\n会议强调，要抓好落实，确保见效。会议要求，要守牢底线，（试行)办法同步实施。\n';
const run = (text: string, config: CheckConfig = {}): Finding[] => runChecks(parse(text), config);
const rule = (id: string) => RULES.find((r) => r.id === id)!;

/** The text after the fix of its gap in numbering. */
function renumbered(text: string): string {
  const { edits } = run(text).find((f) => f.rule === 'numbering-gap')!.fix!;
  return applyEdits(
    text,
    [...edits].sort((a, b) => a.span.start - b.span.start),
  );
}

afterEach(() => vi.restoreAllMocks());

describe('presets', () => {
  it('standard runs every stable rule and no other', () => {
    expect(activeRules({}).map((a) => a.rule.id)).toEqual(RULES.filter((r) => r.stable).map((r) => r.id));
  });
  it('drafting runs all', () => {
    expect(activeRules({ preset: 'drafting' })).toHaveLength(RULES.length);
  });
  it('archive leaves out punctuation', () => {
    expect(activeRules({ preset: 'archive' }).some((a) => a.rule.category === 'punctuation')).toBe(false);
  });
  it('reading keeps to facts, and shows no hints', () => {
    const active = activeRules({ preset: 'reading' });
    expect(active.length).toBeGreaterThan(5);
    expect(active.every((a) => a.severity !== 'hint')).toBe(true);
    expect(presetLevel('reading', rule('halfwidth-punctuation'))).toBe('off');
  });
  it('a level set by hand beats the preset, also for an unstable rule', () => {
    expect(activeRules({ rules: { 'overlong-sentence': 'hint' } }).some((a) => a.rule.id === 'overlong-sentence')).toBe(
      true,
    );
    expect(
      run(TEXT, { rules: { 'halfwidth-punctuation': 'off' } }).some((f) => f.rule === 'halfwidth-punctuation'),
    ).toBe(false);
    expect(run(TEXT, { rules: { 'halfwidth-punctuation': 'hint' } })[0]!.severity).toBe('hint');
  });
});

describe('findings', () => {
  it('come by place, in the language asked for', () => {
    const findings = run(TEXT, { locale: 'zh-cn' });
    expect(findings.map((f) => f.span.start)).toEqual([...findings.map((f) => f.span.start)].sort((a, b) => a - b));
    expect(findings[0]!.message).toBe('中文中用了半角“,”，应为“，”（GB/T 15834-2011 5.1）。');
    expect(run(TEXT)[0]!.message).toBe('Half-width “,” in Chinese text; “，” is meant (GB/T 15834-2011 5.1).');
  });

  it('say the same the second time, from the cache', () => {
    const checker = new Checker({});
    const base = `市委常委会召开会议\n\n${TEXT.repeat(3)}`;
    const first = checker.run(parse(base));
    const spy = vi.spyOn(rule('halfwidth-punctuation').mark!, 'check');
    expect(checker.run(parse(base))).toEqual(first);
    expect(spy).not.toHaveBeenCalled();
    const longer = `${base}会议号召,要奋发有为，确保各项任务落到实处。\n`;
    const again = checker.run(parse(longer));
    const scanned = spy.mock.calls.map(([line]) => line.text);
    expect(scanned.length).toBeGreaterThan(0);
    expect(scanned.filter((line) => !line.startsWith('会议号召'))).toEqual([]);
    expect(again).toEqual(run(longer));
  });

  it('name every option that the rule reads', () => {
    expect(() => activeRules({})[0]!.option('no-such-option')).toThrow(/has no option/);
  });
});

describe('a finding about two documents', () => {
  it('points to the day in the other one, not to its title', () => {
    const news = (day: string): string =>
      `杭州市委十三届二次全会召开\n\n2022年7月${day}，中国共产党杭州市第十三届委员会第二次全体会议举行。\n`;
    const other = parse(news('28日'));
    const found = runChecks(parse(news('27日')), {}, { uri: 'file:///a', others: [factsOf('file:///b', other)] });
    const related = found.find((f) => f.rule === 'meeting-date-conflict')?.related?.[0];
    expect(related?.uri).toBe('file:///b');
    expect(other.text.slice(related!.span.start, related!.span.end)).toBe('2022年7月28日');
  });
});

describe('a rule that throws', () => {
  it('is reported once and switched off; the others go on', () => {
    const broken = vi.spyOn(rule('halfwidth-punctuation').mark!, 'check').mockImplementation(() => {
      throw new Error('boom');
    });
    const also = vi.spyOn(rule('numbering-gap'), 'check').mockImplementation(() => {
      throw new Error('bang');
    });
    const failures: string[] = [];
    const checker = new Checker({}, ({ rule: id, error }) => failures.push(`${id} ${(error as Error).message}`));
    const first = checker.run(parse(TEXT));
    checker.run(parse(`${TEXT}会议号召,要奋发有为。`));
    expect(failures).toEqual(['halfwidth-punctuation boom', 'numbering-gap bang']);
    expect(broken).toHaveBeenCalledTimes(1);
    expect(also).toHaveBeenCalledTimes(1);
    expect(first.some((f) => f.rule === 'halfwidth-bracket')).toBe(true);
  });
});

describe('fixes', () => {
  it('settle in three rounds, change nothing else, and a second run is silent', () => {
    const check = (text: string) => run(text);
    const outcome = fixAll(TEXT, check);
    expect(outcome.settled).toBe(true);
    expect(outcome.rounds).toBeLessThanOrEqual(3);
    expect(outcome.text).toBe(TEXT.replaceAll(',', '，').replace(')', '）'));
    expect(fixAll(outcome.text, check).fixed).toBe(0);
  });

  it('that overlap are not applied together', () => {
    const make = (start: number, end: number, newText: string): Finding =>
      ({ fix: { title: '', safe: true, edits: [{ span: { start, end }, newText }] } }) as unknown as Finding;
    const { edits, used } = chooseEdits([make(2, 5, 'x'), make(4, 6, 'y'), make(6, 7, 'z'), make(2, 2, 'a')]);
    expect(used).toHaveLength(2);
    expect(applyEdits('0123456789', edits)).toBe('01x5z789');
  });

  it('renumber a list together with what cites it', () => {
    const text = [
      '一、总体要求',
      '坚持稳中求进，推动高质量发展。',
      '三、主要任务',
      '深入推进改革，增强发展动能。',
      '四、保障措施',
      '加强领导，抓好落实。',
      '',
    ].join('\n');
    const fixed = renumbered(text);
    expect(fixed).toContain('二、主要任务');
    expect(fixed).toContain('三、保障措施');
    expect(run(fixed).filter((f) => f.category === 'numbering')).toEqual([]);
  });

  it('renumber articles in citations of their clauses and items, too', () => {
    const text = [
      '云岭省渡口管理办法',
      '',
      '第一条　为了管理渡口，制定本办法。',
      '第二条　有下列情形的，应当停航：',
      '（一）大风；',
      '（二）大雾。',
      '停航应当公告。',
      '第四条　违反本办法第二条第二款的，责令改正。',
      '拒不改正的，从重处罚。',
      '第五条　本办法第四条第二款和第二条第一款第二项的处罚，由县交通局实施。',
      '',
    ].join('\n');
    const fixed = renumbered(text);
    expect(fixed).toContain('第三条　违反本办法第二条第二款的');
    expect(fixed).toContain('第四条　本办法第三条第二款和第二条第一款第二项的处罚');
  });
});

describe('findings that were set aside', () => {
  const aside = (rule: string, span: { start: number; end: number } | null, orphan = false) => ({
    rule,
    span,
    orphan,
    reason: null,
  });

  it('are not shown, and a setting-aside without its finding is stale', () => {
    const checker = new Checker({});
    const findings = checker.run(parse(TEXT));
    const comma = findings.find((f) => f.rule === 'halfwidth-punctuation')!;
    const used = aside(comma.rule, comma.span);
    const unused = aside('date-invalid', { start: 3, end: 6 });
    const gone = aside('numbering-gap', null, true);
    const off = aside('overlong-sentence', null);
    const parted = setAside(findings, [used, unused, gone, off], (id) => checker.runs(id));
    expect(parted.aside).toEqual([comma]);
    expect(parted.shown).toEqual(findings.filter((f) => f !== comma));
    expect(parted.stale).toEqual([unused, gone]);
    expect(checker.stale(parted.stale).map((f) => [f.rule, f.severity, f.span])).toEqual([
      ['stale-suppression', 'hint', { start: 3, end: 6 }],
      ['stale-suppression', 'hint', { start: 0, end: 0 }],
    ]);
    expect(new Checker({ rules: { 'stale-suppression': 'off' } }).stale(parted.stale)).toEqual([]);
  });

  it('for a whole document hold for all findings of the rule', () => {
    const findings = run(TEXT);
    const { shown } = setAside(findings, [aside('halfwidth-punctuation', null)]);
    expect(shown.some((f) => f.rule === 'halfwidth-punctuation')).toBe(false);
  });
});

describe('the catalogue', () => {
  it('writes every message in both languages', () => {
    for (const r of RULES) {
      expect(r.title.en, r.id).toMatch(/[A-Za-z]|“、”/);
      expect(r.title.zh, r.id).toMatch(/[\u4e00-\u9fff]/);
      expect(r.docs, r.id).not.toBe('');
      expect(r.since, r.id).toMatch(/^\d+\.\d+\.\d+$/);
      const looks = [r.check, r.mark, r.line].filter(Boolean).length;
      expect(looks > 0, r.id).toBe(r.category !== 'annotation');
    }
  });
});
