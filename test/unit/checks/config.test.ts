/** `.policy-annotator.yml`: what it may say, and where what it may not say is shown. */
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse as yaml } from 'yaml';
import { mergeConfig, parseConfig } from '../../../server/src/core/checks/config.ts';
import { say } from '../../../server/src/core/l10n.ts';

const schemaFile = path.resolve(import.meta.dirname, '../../../schemas/policy-annotator.schema.json');
const valid = new Ajv({ allErrors: true }).compile(JSON.parse(fs.readFileSync(schemaFile, 'utf8')));

/** Problems as `«words» message`. */
const problems = (text: string): string[] =>
  parseConfig(text).problems.map(
    (p) => `«${text.slice(p.span.start, p.span.end).trim()}» ${say('en', p.message, ...p.args)}`,
  );

describe('configuration file', () => {
  it('takes presets, levels and options', () => {
    const config = parseConfig(`
preset: drafting
exclude: ["old/**"]
rules:
  number-fullwidth-dot: off
  numbering-gap: warning
  overlong-sentence:
    severity: information
    length: 120
`);
    expect(config.problems).toEqual([]);
    expect(config.preset).toBe('drafting');
    expect(config.exclude).toEqual(['old/**']);
    expect(config.rules).toEqual({
      'number-fullwidth-dot': 'off',
      'numbering-gap': 'warning',
      'overlong-sentence': { severity: 'information', length: 120 },
    });
  });

  it.each([
    ['presett: standard', '«presett» Unknown setting “presett”; there are preset, rules, exclude.'],
    ['preset: strict', '«strict» A preset is one of standard, reading, drafting, archive.'],
    ['rules:\n  no-such-rule: off', '«no-such-rule» There is no rule “no-such-rule”.'],
    ['rules:\n  numbering-gap: fatal', '«fatal» A level is one of off, hint, information, warning, error.'],
    ['rules:\n  numbering-gap: { length: 3 }', '«length» The rule numbering-gap has no option “length”.'],
    ['rules:\n  overlong-sentence: { length: long }', '«long» A number is expected.'],
    ['exclude: old', '«old» A list of glob patterns is expected.'],
    ['- preset', '«- preset» A map of settings is expected.'],
  ])('shows what is wrong at its place: %s', (text, message) => {
    expect(problems(text)).toEqual([message]);
  });

  it('reports broken YAML and keeps what it can', () => {
    const config = parseConfig('preset: archive\nrules: [');
    expect(config.problems.length).toBeGreaterThan(0);
    expect(config.preset).toBe('archive');
  });

  it('is silent about an empty file', () => {
    expect(parseConfig('# nothing yet\n')).toEqual({ rules: {}, exclude: [], problems: [] });
  });

  it('puts the folder’s settings over those of the editor', () => {
    const merged = mergeConfig(
      { preset: 'reading', rules: { 'numbering-gap': 'hint', qinzi: 'off' } },
      parseConfig('rules:\n  numbering-gap: error'),
    );
    expect(merged).toEqual({ preset: 'reading', rules: { 'numbering-gap': 'error', qinzi: 'off' } });
  });

  it.each([
    ['preset: drafting\nrules:\n  overlong-sentence: { severity: hint, length: 90 }', true],
    ['preset: strict', false],
    ['rules:\n  no-such-rule: off', false],
    ['rules:\n  numbering-gap: { length: 3 }', false],
    ['more: 1', false],
  ])('agrees with the published schema: %s', (text, good) => {
    expect(valid(yaml(text))).toBe(good);
    expect(parseConfig(text).problems.length === 0).toBe(good);
  });
});
