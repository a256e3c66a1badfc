/** The built command line as it is shipped: data that lies beside the bundle must reach the rules that need it. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('judges script in the built command line, and no rule fails there', () => {
  const run = spawnSync('node', ['dist/cli.js', 'check', 'seeds/004_f97b29c739a87921.txt', '--format', 'json'], {
    encoding: 'utf8',
  });
  const [file] = JSON.parse(run.stdout) as { findings: { rule: string }[] }[];
  expect(run.stderr).not.toContain('failed');
  expect(file?.findings.filter((f) => f.rule === 'traditional-leftover')).toHaveLength(24);
});
