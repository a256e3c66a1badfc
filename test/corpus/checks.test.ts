/**
 * The checks on whole documents: the samples always, the reference documents where `POLICY_REFERENCE` names their folder.
 * What must be found is in test/fixtures/rule-places.json; what must stay silent is said here.
 */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixAll } from '../../server/src/core/checks/fixes.ts';
import { glossaryContext } from '../../server/src/core/checks/glossary-context.ts';
import { Checker, type Finding } from '../../server/src/core/checks/run.ts';
import type { PolicyDocument } from '../../server/src/core/document/model.ts';
import { parse } from '../../server/src/core/document/parse.ts';
import { glossaryWith } from '../../server/src/core/glossary/entries.ts';

const root = path.resolve(import.meta.dirname, '../..');
const glossary = glossaryContext(glossaryWith());
const checker = new Checker({});
const check = (doc: PolicyDocument): Finding[] => checker.run(doc, { uri: 'file:///d.txt', others: [], glossary });

function textsOf(folder: string): { name: string; text: string }[] {
  return fs
    .readdirSync(folder)
    .filter((f) => /^\d.*\.txt$/.test(f))
    .sort()
    .map((f) => {
      const bytes = fs.readFileSync(path.join(folder, f));
      const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
      let text: string;
      try {
        text = new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
      } catch {
        text = new TextDecoder('gb18030').decode(bytes);
      }
      return { name: f.slice(0, 3).replace('_', ''), text };
    });
}

const seeds = textsOf(path.join(root, 'seeds'));
const places = JSON.parse(fs.readFileSync(path.join(root, 'test/fixtures/rule-places.json'), 'utf8')) as Record<
  string,
  Record<string, number>
>;
const found = new Map<string, number>();
const seen: (Finding & { readonly at: string })[] = [];
for (const { name, text } of seeds) {
  const doc = parse(text);
  for (const f of check(doc)) {
    const at = `${name}:${doc.lines.lineAt(f.span.start) + 1}`;
    found.set(`${f.rule} ${at}`, (found.get(`${f.rule} ${at}`) ?? 0) + 1);
    seen.push({ ...f, at });
  }
}

describe('the samples', () => {
  const stable = Object.entries(places).filter(([, at]) => Object.keys(at).length > 0);
  it.each(stable)('%s is found wherever it is listed', (rule, listed) => {
    const missing = Object.entries(listed).filter(([at, n]) => (found.get(`${rule} ${at}`) ?? 0) < n);
    expect(missing).toEqual([]);
  });

  it('have their half-width marks found, and no other', () => {
    const marks = seen.filter((f) => f.rule === 'halfwidth-punctuation');
    // 331 in all: these, seven pairs of brackets, and five in lines that are reported as residue.
    expect(marks).toHaveLength(331 - 14 - 5);
    expect(seen.filter((f) => f.rule === 'halfwidth-bracket')).toHaveLength(7);
  });

  it('have stray blanks in three lines of body text', () => {
    expect(seen.filter((f) => f.rule === 'space-in-chinese').map((f) => f.at)).toEqual(['001:16', '001:16', '003:1']);
    expect(seen.filter((f) => f.rule === 'title-inner-space').map((f) => f.at)).toEqual(['000:6']);
  });

  it('have 24 sure slips of script and at most eight hints, none on good Traditional characters', () => {
    const sure = seen.filter((f) => f.rule === 'traditional-leftover');
    const hints = seen.filter((f) => f.rule === 'traditional-regional-variant');
    expect(sure).toHaveLength(24);
    expect(hints.length).toBeLessThanOrEqual(8);
    const text = seeds[4]!.text;
    const characters = [...sure, ...hints].map((f) => text.slice(f.span.start, f.span.end));
    expect(characters.filter((c) => '為峰群眾啟征煉'.includes(c))).toEqual([]);
  });

  it.each([
    'declared-count-mismatch',
    'glossary-components',
    'numbering-gap',
    'numbering-duplicate',
    'numbering-order',
    'numbering-not-from-one',
    'session-ordinal-inconsistent',
    'meeting-name-mismatch',
    'meeting-after-source-date',
    'welcoming-a-past-event',
    'cited-meeting-not-yet-held',
    'anniversary-arithmetic',
    'attendance-conflict',
    'leader-name-near-miss',
    'leader-post-inconsistent',
    'near-phrase',
    'unpaired-mark',
  ])('give %s nothing to say', (rule) => {
    expect(seen.filter((f) => f.rule === rule).map((f) => `${f.at} ${f.message}`)).toEqual([]);
  });
});

const reference = process.env['POLICY_REFERENCE'];
if (reference && !fs.existsSync(path.join(reference, 'corpus'))) {
  throw new Error(`POLICY_REFERENCE is set, but there is no ${path.join(reference, 'corpus')}`);
}
const corpus = reference ? textsOf(path.join(reference, 'corpus')) : [];
const all = [...seeds, ...corpus];

describe.skipIf(corpus.length === 0)('the reference documents (POLICY_REFERENCE)', () => {
  it('are nearly silent beside width and residue', () => {
    const loud = corpus.flatMap(({ name, text }) =>
      check(parse(text))
        .filter((f) => f.severity === 'error' || f.severity === 'warning')
        .filter((f) => !/^halfwidth-/.test(f.rule) && f.category !== 'residue')
        .map((f) => `${name} ${f.rule} ${f.message}`),
    );
    const characters = corpus.reduce((n, d) => n + d.text.length, 0);
    expect(loud.length / characters, loud.join('\n')).toBeLessThan(1 / 20_000);
  });
});

describe('fixes', () => {
  it.each(all)('of $name settle in three rounds and leave silence', ({ text }) => {
    const outcome = fixAll(text, (t) => check(parse(t)));
    expect(outcome.settled).toBe(true);
    expect(outcome.rounds).toBeLessThanOrEqual(3);
    expect(check(parse(outcome.text)).filter((f) => f.fix?.safe)).toEqual([]);
  });
});
