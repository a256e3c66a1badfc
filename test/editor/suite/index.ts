/**
 * What the extension host calls: runs every test of this folder with mocha and reports in lines that the runner reads.
 * Changes when the reporting changes. No Node module may be imported here: the suite also runs in a web worker.
 */
import 'mocha/mocha.js';
import * as vscode from 'vscode';

/** The web worker host has no processes. */
const NODE = typeof process === 'object' && typeof process.versions?.node === 'string';

interface Counts {
  passed: number;
  failed: number;
  skipped: string[];
  version: string;
}

export async function run(): Promise<void> {
  const { Mocha } = globalThis as unknown as { Mocha: typeof import('mocha') };
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, slow: 2_000, reporter: class {} as unknown as 'spec' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./activation.ts');
  await import('./structure.ts');
  await import('./reading.ts');
  await import('./diagnostics.ts');
  await import('./annotations.ts');
  await import('./bad-input.ts');
  if (NODE) (await import('./restart.ts')).restartTests();
  const counts: Counts = { passed: 0, failed: 0, skipped: [], version: vscode.version };
  console.log(
    `VS Code ${vscode.version}, ${vscode.env.appHost}, extension host for ${vscode.env.remoteName ?? 'local'}`,
  );
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => {
      counts.passed++;
      console.log(`  ok    ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('fail', (test, error) => {
      counts.failed++;
      console.log(`  FAIL  ${test.fullTitle()}\n${error?.stack ?? error?.message ?? String(error)}`);
    });
    runner.on('pending', (test) => {
      counts.skipped.push(test.fullTitle());
      console.log(`  skip  ${test.fullTitle()}`);
    });
  });
  console.log(`EDITOR-SUITE ${JSON.stringify(counts)}`);
  const report = NODE ? process.env['POLICY_EDITOR_REPORT'] : undefined;
  if (report) (await import('node:fs')).writeFileSync(report, JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
}
