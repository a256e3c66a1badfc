/** Remembering paragraphs changes nothing but the time. Changes when the memory of paragraphs is asked for something new. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { forgetParagraphs, readParagraph } from '../../../../server/src/core/document/mentions/paragraph.ts';
import { parse } from '../../../../server/src/core/document/parse.ts';
import { fold } from '../../../../server/src/core/text/fold.ts';
import { ENUMERATIONS } from './enumerations.data.ts';
import { MENTIONS } from './mentions.data.ts';
import { OCCASIONS } from './occasions.data.ts';
import { UNSEEN } from './unseen.data.ts';

const SEEDS = new URL('../../../../seeds/', import.meta.url);
const texts: [string, string][] = [
  ...readdirSync(SEEDS).map((file): [string, string] => [file, readFileSync(new URL(file, SEEDS), 'utf8')]),
  ...[...ENUMERATIONS, ...OCCASIONS, ...MENTIONS, ...UNSEEN].map(({ name, text }): [string, string] => [name, text]),
];

beforeEach(forgetParagraphs);

describe('a paragraph read anew equals the remembered one', () => {
  const cold = new Map(
    texts.map(([name, text]) => {
      forgetParagraphs();
      return [name, parse(text)];
    }),
  );
  test.each(texts)('%s', (name, text) => {
    parse(text);
    expect(parse(text)).toEqual(cold.get(name));
  });
});

test('the folded form that is given changes nothing', () => {
  const text = '深入實施「八八戰略」,打造"重要窗口".2022年7月27日,市委十三届二次全会召开。';
  const given = readParagraph(text, fold(text));
  forgetParagraphs();
  const own = readParagraph(text);
  expect(own).not.toBe(given);
  expect(own).toEqual(given);
  expect(own.terms.length + own.dates.length + own.meetings.length).toBeGreaterThan(3);
});

test('what is remembered is the same value, and forgetting ends that', () => {
  const text = '坚持“两个确立”、做到“两个维护”。';
  const first = readParagraph(text);
  expect(readParagraph(text)).toBe(first);
  forgetParagraphs();
  expect(readParagraph(text)).not.toBe(first);
});
