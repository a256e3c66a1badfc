/** The kinds of suites: a command, a vitest project, a run of the editor. Changes when one of these tools changes. */
import fs from 'node:fs';
import { inRoot, root } from '../../scripts/lib/paths.mjs';
import { plainEnvironment, run } from '../../scripts/lib/processes.mjs';

const REFERENCE = 'POLICY_REFERENCE';
const TIME_LIMIT_MS = 15 * 60_000;

const windows = process.platform === 'win32';
const packageProgram = (name) => inRoot('node_modules/.bin', windows ? `${name}.cmd` : name);

/** A program that must exit with 0: `node`, or a package's own. */
export function command(name, program, args, after = []) {
  const executable = program === 'node' ? process.execPath : packageProgram(program);
  return {
    name,
    after,
    async run(log) {
      const { code, output } = await execute(executable, args, log);
      return { ok: code === 0, summary: code === 0 ? lastLine(output) || 'done' : `exit code ${code}` };
    },
  };
}

/** The tests of one vitest project. */
export function vitest(project) {
  return {
    name: project,
    async run(log) {
      const file = inRoot('build/test-logs', `${project}.json`);
      fs.rmSync(file, { force: true });
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      const args = ['run', '--project', project, ...reporters];
      const { code } = await execute(packageProgram('vitest'), args, log);
      if (!fs.existsSync(file)) return { ok: false, summary: `vitest ended with exit code ${code} and no result` };
      const { testResults, numPassedTests, numFailedTests } = JSON.parse(fs.readFileSync(file, 'utf8'));
      const notRun = testResults.flatMap(skippedIn);
      const skipped = notRun.length > 0 ? `, ${notRun.reduce((n, x) => n + x.count, 0)} not run` : '';
      const failed = numFailedTests > 0 ? `, ${numFailedTests} failed` : '';
      const forbidden = process.env[REFERENCE] && notRun.some((x) => x.reason.includes(REFERENCE));
      return {
        ok: code === 0 && numPassedTests > 0 && !forbidden,
        summary: `${numPassedTests} passed${failed}${skipped}`,
        notRun,
      };
    },
  };
}

/** The tests of one file that were skipped, as one entry with the reason that the file gives. */
function skippedIn({ name, assertionResults }) {
  const skipped = assertionResults.filter((t) => t.status !== 'passed' && t.status !== 'failed');
  if (skipped.length === 0) return [];
  const needsReference = fs.readFileSync(name, 'utf8').includes(REFERENCE);
  const what = `${name.slice(root.length + 1)}, ${skipped.length} tests`;
  if (!needsReference) return [{ what, count: skipped.length, reason: `skipped: ${skipped[0].fullName}` }];
  const get = `set ${REFERENCE} to the folder of reference documents`;
  return [{ what, count: skipped.length, reason: `needs ${REFERENCE}`, get }];
}

/** One run of `test/editor/run.mjs`, which prints its counts as JSON in the last line. */
export function editor(name, kind, after) {
  return {
    name,
    after,
    async run(log) {
      const { code, output } = await execute(process.execPath, [inRoot('test/editor/run.mjs'), kind], log);
      const result = parseLast(output);
      const counts = `${result.passed ?? 0} passed${result.failed ? `, ${result.failed} failed` : ''}`;
      const notRun = (result.skipped ?? []).map((what) => ({ what, reason: 'skipped in this host' }));
      const end = code === 2 ? ', out of time' : code === 4 ? ', no test ran' : '';
      return { ok: code === 0, summary: `VS Code ${result.version ?? '?'}: ${counts}${end}`, notRun };
    },
  };
}

function parseLast(output) {
  try {
    return JSON.parse(lastLine(output));
  } catch {
    return {};
  }
}

const lastLine = (output) => output.trimEnd().split('\n').at(-1) ?? '';

function execute(executable, args, log) {
  const env = plainEnvironment({ NO_COLOR: '1', FORCE_COLOR: undefined });
  const shell = windows && executable.endsWith('.cmd');
  return run(executable, args, { cwd: root, env, shell, onOutput: log, timeoutMs: TIME_LIMIT_MS });
}
