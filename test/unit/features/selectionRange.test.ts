import { describe, expect, it } from 'vitest';
import { parse } from '../../../server/src/core/document/parse.ts';
import { selectionRange } from '../../../server/src/core/features/selectionRange.ts';
import { cpuTime } from '../../cpu.ts';

/** The texts that a selection grows through from `$0`. */
function grow(fixture: string, word: string | null = null): string[] {
  const offset = fixture.indexOf('$0');
  const text = fixture.replace('$0', '');
  const doc = parse(text);
  const at = word === null ? null : { start: text.indexOf(word), end: text.indexOf(word) + word.length };
  const texts: string[] = [];
  for (let s: ReturnType<typeof selectionRange> | undefined = selectionRange(doc, offset, at); s; s = s.parent)
    texts.push(text.slice(doc.lines.offset(s.range.start), doc.lines.offset(s.range.end)));
  return texts;
}

describe('selection', () => {
  it('grows from word to clause, sentence, line, document', () => {
    expect(grow('坚持生态优先，推动绿色$0发展。加快转型。\n', '绿色')).toEqual([
      '绿色',
      '推动绿色发展',
      '坚持生态优先，推动绿色发展。',
      '坚持生态优先，推动绿色发展。加快转型。',
      '坚持生态优先，推动绿色发展。加快转型。\n',
    ]);
  });

  it('takes a quoted term without and then with its marks', () => {
    const steps = grow('做到“两个$0维护”，坚定信心。\n');
    expect(steps.slice(0, 3)).toEqual(['两个维护', '“两个维护”', '做到“两个维护”']);
  });

  it('goes through the sections', () => {
    const steps = grow('关于治水的通知\n\n一、目标\n甲。\n（一）近期。先$0急后缓。\n二、措施\n乙。\n');
    expect(steps.some((s) => s.startsWith('（一）近期。先急后缓。'))).toBe(true);
    expect(steps.some((s) => s.startsWith('一、目标') && !s.includes('二、措施'))).toBe(true);
  });

  it('each step holds the one before, on any place of any text', () => {
    const text = '（一）“甲”、《乙》。\n\n\n第一，丙；第二，“丁\n戊”。';
    for (let i = 0; i <= text.length; i++) {
      const steps = grow(`${text.slice(0, i)}$0${text.slice(i)}`);
      for (let k = 1; k < steps.length; k++) {
        expect(steps[k]!.length).toBeGreaterThan(steps[k - 1]!.length);
        expect(steps[k]).toContain(steps[k - 1]);
      }
    }
  });

  it('costs little on one endless line', () => {
    const started = cpuTime();
    grow(`${'甲'.repeat(200_000)}$0${'乙'.repeat(200_000)}`);
    expect(cpuTime() - started).toBeLessThan(3000);
  });
});
