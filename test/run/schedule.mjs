/**
 * Runs suites two at a time, each after the ones that it needs. Changes when the order of running changes.
 *
 * A suite is `{ name, after?, unavailable?, run }`: `unavailable()` gives `{ reason, get }` where this machine can't
 * run it, or null; `run(log)` gives `{ ok, summary, notRun? }`.
 */
const LANES = 2;

/** The suites called for and all that they need; every suite when none is named. */
export function choose(suites, names) {
  if (names.length === 0) return suites;
  const chosen = new Set();
  const add = (name) => {
    const suite = suites.find((s) => s.name === name);
    for (const needed of suite.after ?? []) add(needed);
    chosen.add(suite);
  };
  names.forEach(add);
  return suites.filter((s) => chosen.has(s));
}

/** Runs them all; a failure stops only what depends on it. */
export async function runAll(suites, reporter) {
  const outcome = new Map();
  const waiting = [...suites];
  const ready = (suite) =>
    (suite.after ?? []).every((name) => outcome.has(name) || !suites.some((s) => s.name === name));
  let wake = () => {};
  let changed = new Promise((resolve) => (wake = resolve));
  const lane = async () => {
    while (waiting.length > 0) {
      const index = waiting.findIndex(ready);
      if (index < 0) {
        await changed;
        continue;
      }
      const [suite] = waiting.splice(index, 1);
      const broken = (suite.after ?? []).find((name) => outcome.get(name) === false);
      outcome.set(suite.name, await runOne(suite, broken, reporter));
      wake();
      changed = new Promise((resolve) => (wake = resolve));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** @returns {Promise<boolean | null>} whether it passed; null where this machine can't run it, which breaks nothing else */
async function runOne(suite, broken, reporter) {
  const missing = (await suite.unavailable?.()) ?? null;
  if (missing) {
    reporter.unavailable(suite, missing);
    return null;
  }
  if (broken) {
    reporter.failed(suite, { summary: `not run: ${broken} failed`, seconds: 0, output: '' });
    return false;
  }
  const begun = Date.now();
  let output = '';
  const log = (text) => {
    output += text;
    reporter.output(suite, text);
  };
  let result;
  try {
    result = await suite.run(log);
  } catch (error) {
    result = { ok: false, summary: error.message, notRun: [] };
    output += `${error.stack}\n`;
  }
  const seconds = (Date.now() - begun) / 1000;
  const report = { ...result, seconds, output };
  if (result.ok) reporter.passed(suite, report);
  else reporter.failed(suite, report);
  return result.ok;
}
