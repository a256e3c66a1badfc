/** Every scenario's document is valid against the schema of the command line. Changes when the contract does. */
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { toContract } from '../../../../server/src/core/document/contract.ts';
import { parse } from '../../../../server/src/core/document/parse.ts';
import { ENUMERATIONS } from './enumerations.data.ts';
import { MENTIONS } from './mentions.data.ts';
import { OCCASIONS } from './occasions.data.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../fixtures/contract/document.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
const contract = (text: string) =>
  JSON.parse(JSON.stringify(toContract(parse(text), { uri: 'file:///a.txt', encoding: 'utf-8' })));

describe('toContract', () => {
  for (const { name, text } of [...ENUMERATIONS, ...OCCASIONS, ...MENTIONS]) {
    test(name, () => {
      validate(contract(text));
      expect(validate.errors ?? []).toEqual([]);
    });
  }

  test('an empty text is valid', () => {
    expect(validate(contract(''))).toBe(true);
  });

  test('the schema notices a wrong role', () => {
    const wrong = contract('会议定于2023年2月3日召开。');
    wrong.dates[0].role = 'wedding';
    expect(validate(wrong)).toBe(false);
  });

  test('references and citations are resolved by the caller, places here by line', () => {
    const text = '湖湾办法\n\n第一条　根据《港口法》和国发〔2019〕5号制定。\n第二条　违反第一条的，处罚。\n';
    const json = toContract(parse(text), {
      uri: 'file:///a.txt',
      resolve: (title) => (title.includes('港口法') ? 'file:///b.txt' : null),
    });
    expect(json.references.map((r) => r.target)).toEqual(['file:///b.txt']);
    expect(json.citations.map((c) => c.target)).toEqual([null, 'file:///a.txt#L3']);
  });

  test('periodicals are left out', () => {
    const json = toContract(parse('（摘自《湖湾晚报》2022年1月2日）'), { uri: 'file:///a.txt' });
    expect(json.references).toEqual([]);
  });
});
