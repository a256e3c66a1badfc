/**
 * `npm test [-- suite…] [--verbose]`: installs what is missing, builds, runs every suite and sums up.
 * With `CI=true` nothing may be left out. Changes when the order of these steps changes; the suites are in `run/suites.mjs`.
 */
import { requireNode } from '../scripts/lib/install.mjs';

requireNode();
const { ensureInstalled } = await import('../scripts/lib/install.mjs');
const { endAll, onInterrupt } = await import('../scripts/lib/processes.mjs');
const { choose, runAll } = await import('./run/schedule.mjs');
const { Reporter } = await import('./run/report.mjs');

const args = process.argv.slice(2);
const strict = process.env.CI === 'true';
onInterrupt(endAll);
const begun = Date.now();
try {
  await ensureInstalled();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
// The suites may use packages, so they are read after installing.
const { suites } = await import('./run/suites.mjs');
const names = args.filter((a) => !a.startsWith('-'));
const unknown = names.filter((name) => !suites.some((s) => s.name === name));
if (unknown.length > 0) {
  console.error(`No suite is called ${unknown.join(', ')}. There are: ${suites.map((s) => s.name).join(', ')}`);
  process.exit(2);
}
const chosen = choose(suites, names);
const reporter = new Reporter({ strict, verbose: args.includes('--verbose'), begun, order: chosen.map((s) => s.name) });
await runAll(chosen, reporter);
process.exit(reporter.finish() ? 0 : 1);
