/** The process is killed at 200 random moments while it writes: every acknowledged annotation is there afterwards. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { FileHost } from '../../server/src/cli/annotations-host.ts';
import { createAnnotations } from '../../server/src/core/annotations/service.ts';
import { uriOf } from '../../server/src/node/files.ts';

const KILLS = 200;
/** Several sessions write to one document at the same time. */
const AT_ONCE = 4;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annotations-crash-'));
const file = path.join(folder, '文件.txt');
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

interface Acknowledged {
  readonly added: Set<string>;
  readonly resolved: Set<string>;
}

/** Starts the child, kills it a random while after it said `from`, and gives what it had acknowledged. */
function runAndKill(child: string, from: 'ready' | 'add', delay: number, seen: Acknowledged): Promise<void> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, folder, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let timer: NodeJS.Timeout | undefined;
    running.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (!timer && output.includes(from)) timer = setTimeout(() => running.kill('SIGKILL'), delay);
    });
    running.on('error', reject);
    running.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`ended by itself: ${output.slice(-200)}`));
      for (const line of output.split('\n').slice(0, -1)) {
        const [what, id = ''] = line.split(' ');
        if (what === 'add') seen.added.add(id);
        if (what === 'resolved') seen.resolved.add(id);
      }
      resolve();
    });
  });
}

describe('killed while writing', () => {
  it(`at ${KILLS} random moments, loses nothing that was acknowledged`, async () => {
    const text = Array.from({ length: 60 }, (_, i) => `第${i + 1}条　加强统筹协调，落实第${i * 7}号任务。`).join('\n');
    fs.writeFileSync(file, text);
    const child = path.join(folder, 'child.cjs');
    await esbuild.build({
      entryPoints: [path.join(import.meta.dirname, 'crash-child.ts')],
      outfile: child,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      define: { 'import.meta.url': '__url' },
      banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
      logLevel: 'error',
    });
    const seen: Acknowledged = { added: new Set(), resolved: new Set() };
    // The log is moved aside now and then, so that the time goes into writing and not into reading what was written.
    let kept = 0;
    const verify = async (): Promise<void> => {
      const service = createAnnotations(new FileHost(() => {}), {
        workspaceFolders: () => [uriOf(folder)],
        author: () => '王',
        record: false,
      });
      await service.open(uriOf(file), text, 1);
      const view = await service.call('list', { uri: uriOf(file) });
      const there = new Map(view.annotations.map((a) => [a.id, a]));
      expect([...seen.added].filter((id) => !there.has(id))).toEqual([]);
      expect([...seen.resolved].filter((id) => there.get(id)?.status !== 'resolved')).toEqual([]);
      expect(view.problems.filter((p) => !/: torn: /.test(p))).toEqual([]);
      kept += seen.added.size;
      await service.dispose();
    };
    for (let round = 0; round < KILLS / AT_ONCE; round++) {
      await Promise.all(
        Array.from({ length: AT_ONCE }, (_, i) =>
          // One in four while the first base text and segment are made, the others in the midst of the writing.
          runAndKill(child, i === 0 ? 'ready' : 'add', Math.floor(Math.random() * 120), seen),
        ),
      );
      if (round % 5 !== 4) continue;
      await verify();
      fs.rmSync(path.join(folder, '.annotations'), { recursive: true, force: true });
      seen.added.clear();
      seen.resolved.clear();
    }
    console.log(`${kept} acknowledged annotations after ${KILLS} kills, none lost`);
    expect(kept).toBeGreaterThan(KILLS);
  }, 600_000);
});
