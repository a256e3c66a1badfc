/** What `npm test` prints. Changes when the wording or the verdict changes. */
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';

const SHOWN_LINES = 120;

export class Reporter {
  rows = [];
  notRun = [];

  /** @param {{ strict: boolean, verbose: boolean, begun: number, order: string[] }} options `strict`: what is not run counts as failed */
  constructor(options) {
    Object.assign(this, options);
  }

  output(suite, text) {
    if (this.verbose) process.stdout.write(text.replace(/^(?=.)/gm, `${suite.name} | `));
  }

  passed(suite, report) {
    this.#record(suite, 'passed', report);
  }

  failed(suite, report) {
    this.#record(suite, 'FAILED', report);
    if (this.verbose || !report.output) return;
    const lines = report.output.trimEnd().split('\n');
    const cut = lines.length - SHOWN_LINES;
    console.log(`──── ${suite.name}${cut > 0 ? ` (${cut} earlier lines in ${this.#logFile(suite)})` : ''}`);
    console.log(lines.slice(-SHOWN_LINES).join('\n'));
    console.log('────');
  }

  unavailable(suite, { reason, get }) {
    this.#record(suite, 'not run', { summary: reason, seconds: 0, notRun: [{ what: suite.name, reason, get }] });
  }

  #record(suite, status, { summary, seconds, notRun = [], output = '' }) {
    this.rows.push({ name: suite.name, status, summary, seconds });
    this.notRun.push(...notRun);
    fs.mkdirSync(path.dirname(this.#logFile(suite)), { recursive: true });
    fs.writeFileSync(this.#logFile(suite), output);
    console.log(row(this.rows.at(-1)));
  }

  #logFile(suite) {
    return inRoot('build/test-logs', `${suite.name}.log`);
  }

  /** Prints the table and what was not run. @returns {boolean} whether all is well */
  finish() {
    const failed = this.rows.filter((r) => r.status === 'FAILED');
    console.log(`\n${'─'.repeat(72)}`);
    for (const r of inOrder(this.rows, this.order)) console.log(row(r));
    if (this.notRun.length > 0) {
      console.log('\nNot run:');
      for (const { what, reason, get } of this.notRun) console.log(`  ${what}: ${reason}${get ? `\n    ${get}` : ''}`);
    }
    const skippedCounts = this.strict && this.notRun.length > 0;
    const good = failed.length === 0 && !skippedCounts && this.rows.length > 0;
    const seconds = Math.round((Date.now() - this.begun) / 1000);
    const verdict = good
      ? 'All that ran passed'
      : failed.length > 0
        ? `${failed.length} failed`
        : 'Not all could run (CI)';
    console.log(`\n${verdict} in ${Math.floor(seconds / 60)} min ${seconds % 60} s. Logs: build/test-logs`);
    return good;
  }
}

const inOrder = (rows, names) => [...rows].sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));

const row = ({ name, status, summary, seconds }) =>
  `${status.padEnd(8)}${name.padEnd(16)}${`${seconds.toFixed(1)} s`.padStart(8)}  ${summary}`;
