import { describe, expect, it } from 'vitest';
import { csv, displayWidth, markdownTable, textTable } from '../../../server/src/cli/tables.ts';

describe('CSV', () => {
  it('has a byte order mark, CR LF and quotes where needed', () => {
    expect(csv(['编号', '内容'], [['一、', '甲,“乙”\n丙']])).toBe('\ufeff编号,内容\r\n一、,"甲,“乙”\n丙"\r\n');
    expect(csv(['a'], [['他说"好"']])).toBe('\ufeffa\r\n"他说""好"""\r\n');
  });
  it.each(['=1+1', '+1', '-1', '@sum'])('never begins a formula: %s', (cell) => {
    expect(csv(['a'], [[cell]])).toContain(`'${cell}`);
  });
});

describe('Markdown', () => {
  it('escapes what would break the table or format the text', () => {
    expect(markdownTable(['a'], [['甲|乙*丙*\n<b>丁</b>']])).toBe(
      '| a |\n| --- |\n| 甲\\|乙\\*丙\\*<br>\\<b\\>丁\\</b\\> |\n',
    );
  });
});

describe('text', () => {
  it('counts two columns for a Chinese character', () => {
    expect(displayWidth('甲a，“𠮷')).toBe(9);
  });
  it('aligns by display width', () => {
    expect(
      textTable([
        ['甲乙', '1'],
        ['abc', '22'],
      ]),
    ).toBe('甲乙  1\nabc   22\n');
  });
});
