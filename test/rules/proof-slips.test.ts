/** Slips that proof-readers meet, one a document: `@@@ what | rules, any of which must speak | words at the place`. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { glossaryContext } from '../../server/src/core/checks/glossary-context.ts';
import { Checker } from '../../server/src/core/checks/run.ts';
import { parse } from '../../server/src/core/document/parse.ts';
import { glossaryWith } from '../../server/src/core/glossary/entries.ts';

const checker = new Checker({ preset: 'drafting' });
const context = { uri: 'file:///slip.txt', others: [], glossary: glossaryContext(glossaryWith()) };
const NEAR = 8;
const slips = fs
  .readFileSync(path.join(import.meta.dirname, 'proof-slips.txt'), 'utf8')
  .split(/^@@@ /m)
  .slice(1)
  .map((chunk) => {
    const line = chunk.indexOf('\n');
    const [name = '', rules = '', words = ''] = chunk
      .slice(0, line)
      .split('|')
      .map((s) => s.trim());
    return { name, rules: rules.split(','), words, text: chunk.slice(line + 1) };
  });

describe('a slip that a proof-reader meets', () => {
  it.each(slips)('$name', ({ rules, words, text }) => {
    const found = checker.run(parse(text), context);
    const told = found.filter(
      (f) =>
        rules.includes(f.rule) &&
        [f.span, ...(f.related ?? []).map((r) => r.span)].some((s) =>
          text.slice(Math.max(0, s.start - NEAR), s.end + NEAR).includes(words),
        ),
    );
    expect(told, `found: ${found.map((f) => f.rule).join(', ')}`).not.toEqual([]);
  });
});
