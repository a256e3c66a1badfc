/** The runner of `npm test` tells the truth: a failure fails, and what was not run is named, or fails where all must run. */
import { describe, expect, it, vi } from 'vitest';

interface Result {
  readonly ok: boolean;
  readonly summary: string;
  readonly notRun?: readonly object[];
}
interface Suite {
  readonly name: string;
  readonly after?: readonly string[];
  readonly unavailable?: () => object | null;
  readonly run: () => Promise<Result>;
}
interface Reporter {
  readonly rows: readonly { readonly name: string; readonly status: string }[];
  finish(): boolean;
}
const load = (file: string): Promise<unknown> => import(/* @vite-ignore */ file);
const { choose, runAll } = (await load('../run/schedule.mjs')) as {
  choose(suites: readonly Suite[], names: readonly string[]): Suite[];
  runAll(suites: readonly Suite[], reporter: Reporter): Promise<void>;
};
const { Reporter } = (await load('../run/report.mjs')) as { Reporter: new (options: object) => Reporter };

const suite = (name: string, result: Partial<Result> = {}, more: Partial<Suite> = {}): Suite => ({
  name: `planted-${name}`,
  run: async () => ({ ok: true, summary: 'done', ...result }),
  ...more,
});

async function verdict(suites: readonly Suite[], strict = false) {
  const written: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void written.push(line));
  try {
    const reporter = new Reporter({ strict, verbose: false, begun: Date.now(), order: suites.map((s) => s.name) });
    await runAll(suites, reporter);
    const good = reporter.finish();
    return { good, text: written.join('\n'), rows: Object.fromEntries(reporter.rows.map((r) => [r.name, r.status])) };
  } finally {
    log.mockRestore();
  }
}

describe('the runner', () => {
  it('is content when all passed', async () => {
    expect((await verdict([suite('a'), suite('b')])).good).toBe(true);
  });

  it('is not content without any suite', async () => {
    expect((await verdict([])).good).toBe(false);
  });

  it('fails with a suite that fails or throws', async () => {
    expect((await verdict([suite('a'), suite('b', { ok: false })])).good).toBe(false);
    const thrown = await verdict([suite('a', {}, { run: () => Promise.reject(new Error('broken')) })]);
    expect(thrown.good).toBe(false);
    expect(thrown.text).toContain('broken');
  });

  it('does not run what needs a suite that failed', async () => {
    const { good, rows } = await verdict([suite('a', { ok: false }), suite('b', {}, { after: ['planted-a'] })]);
    expect(good).toBe(false);
    expect(rows).toEqual({ 'planted-a': 'FAILED', 'planted-b': 'FAILED' });
  });

  it('names what a machine cannot run, with the way to get it', async () => {
    const missing = suite('a', {}, { unavailable: () => ({ reason: 'no browser', get: 'install one' }) });
    const { good, text } = await verdict([missing, suite('b')]);
    expect(good).toBe(true);
    expect(text).toContain('planted-a: no browser\n    install one');
    expect((await verdict([missing, suite('b')], true)).good).toBe(false);
    expect((await verdict([missing, suite('b', {}, { after: ['planted-a'] })])).rows['planted-b']).toBe('passed');
  });

  it('names skipped tests, which count as failed where all must run', async () => {
    const skipping = suite('a', { notRun: [{ what: 'x.test.ts, 2 tests', reason: 'needs Y' }] });
    const { good, text } = await verdict([skipping]);
    expect(good).toBe(true);
    expect(text).toContain('x.test.ts, 2 tests: needs Y');
    expect((await verdict([skipping], true)).good).toBe(false);
  });

  it('takes along what a chosen suite needs', () => {
    const all = [suite('a'), suite('b', {}, { after: ['planted-a'] }), suite('c')];
    expect(choose(all, ['planted-b']).map((s) => s.name)).toEqual(['planted-a', 'planted-b']);
    expect(choose(all, [])).toHaveLength(3);
  });
});
