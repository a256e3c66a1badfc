/**
 * `npm start` as a newcomer runs it: it prints an address, the address shows the outline, Ctrl-C ends everything.
 * Changes when what `npm start` promises changes.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findEditor, openEditor } from '../../scripts/lib/desktop-editor.mjs';
import { inRoot, root } from '../../scripts/lib/paths.mjs';
import { end, start } from '../../scripts/lib/processes.mjs';
import { launch } from './lib/chromium.mjs';
import { expect, runSteps } from './lib/steps.mjs';
import { Workbench } from './lib/workbench.mjs';

/** Processes whose command line contains a text. */
const processesWith = (text) =>
  execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(text) && !line.includes('ps -A'));

/** The address that is printed; rejects when it ends before. */
function firstAddress(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      const address = /http:\/\/127\.0\.0\.1:\S+/.exec(output)?.[0];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`it ended with exit code ${code}\n${output}`)));
  });
}

export async function startScenario({ workspace, shots, log }) {
  const child = start(process.execPath, [inRoot('scripts/start.mjs'), '--browser', '--no-build', workspace], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed = firstAddress(child);
  printed.catch(() => {}); // it is awaited in the first step
  const browser = await launch();
  let address;
  const steps = [
    [
      'it prints an address of this machine',
      async () => {
        address = await printed;
        const withoutToken = new URL(address);
        withoutToken.search = '';
        const { status } = await fetch(withoutToken);
        expect(status === 403, 'the server answers without its token', status);
      },
    ],
    [
      'the address shows the outline of 001',
      async () => {
        const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
        await page.goto(address);
        const window = new Workbench(page);
        await window.ready();
        await window.open('001_', '政策文件');
        const rows = await window.outline(3);
        await window.shot(path.join(shots, 'start.png'));
        return `${rows.length} rows`;
      },
    ],
    [
      'Ctrl-C ends everything that it started',
      async () => {
        const port = new URL(address).port;
        const servers = () => processesWith('out/server-main.js').filter((line) => line.includes(ownProfile));
        const ownProfile = profileOf(child.pid);
        expect(servers().length > 0, 'no server was found to end');
        const gone = new Promise((resolve) => child.once('exit', resolve));
        process.kill(child.pid, 'SIGINT');
        expect((await gone) === 130, 'another exit code');
        expect(servers().length === 0, 'a server is still there', servers());
        expect(!fs.existsSync(ownProfile), 'its folder is still there', ownProfile);
        const answers = await fetch(`http://127.0.0.1:${port}/`).then(
          () => true,
          () => false,
        );
        expect(!answers, 'the port still answers');
      },
    ],
    ['an editor on PATH is found and opened with the extension', desktopEditor],
  ];
  try {
    return { version: 'by npm start', ...(await runSteps(steps, { log })) };
  } finally {
    await browser.close();
    await end(child);
  }
}

/** The folder that the server of a run was given. */
function profileOf(parent) {
  const table = execFileSync('ps', ['-A', '-o', 'ppid=,args='], { encoding: 'utf8' }).split('\n');
  const line = table.find((row) => Number(row.trim().split(/\s+/)[0]) === parent && row.includes('--server-data-dir'));
  return path.dirname(/--server-data-dir (\S+)/.exec(line ?? '')?.[1] ?? '');
}

/** A stand-in for `codium`: it notes how it was called and leaves a process behind, as the real launcher does. */
async function desktopEditor() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pa-'));
  const program = path.join(folder, 'codium');
  const script = `#!/bin/sh
for a in "$@"; do [ "$previous" = --user-data-dir ] && profile=$a; previous=$a; done
echo "$@" > "${folder}/called"
setsid sleep 300 & echo $! > "$profile/code.lock"
sleep 300
`;
  fs.writeFileSync(program, script, { mode: 0o755 });
  try {
    expect(findEditor({ PATH: `/nowhere:${folder}` }) === program, 'not found on PATH');
    expect(findEditor({ PATH: folder, EDITOR_BIN: '/x/y' }) === '/x/y', 'EDITOR_BIN does not come first');
    expect(findEditor({ PATH: '/nowhere' }) === null, 'found where there is none');
    const editor = openEditor(program, root, inRoot('seeds'));
    const called = path.join(folder, 'called');
    for (let i = 0; i < 50 && !fs.existsSync(called); i++) await new Promise((resolve) => setTimeout(resolve, 100));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const line = fs.readFileSync(called, 'utf8');
    const [, profile] = /--user-data-dir (\S+)/.exec(line) ?? [];
    const detached = Number(fs.readFileSync(path.join(profile, 'code.lock'), 'utf8'));
    expect(
      line.includes(`--extensionDevelopmentPath=${root}`) && line.includes(inRoot('seeds')),
      'called otherwise',
      line,
    );
    await editor.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const left = execFileSync('ps', ['-A', '-o', 'pid=,stat=']).toString();
    expect(!new RegExp(`^\\s*${detached} [^Z]`, 'm').test(left), 'the detached window is still there');
    expect(!fs.existsSync(profile), 'its profile is still there');
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
