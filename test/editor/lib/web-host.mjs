/**
 * VS Code without a server, as on vscode.dev: the extension runs in the web worker host, the workspace is virtual.
 * Changes when the page that boots the workbench changes.
 */
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { ensureHost } from '../../../scripts/lib/vscode-download.mjs';
import { listen } from './automation.mjs';
import { launch } from './chromium.mjs';

const TYPES = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};
const WORKBENCH = '/vs/out/vs/code/browser/workbench/workbench.js';
/** This build looks for a server and keeps the profile there; a page without a server must do neither. */
const SERVERLESS = [
  [/remoteAuthority:location\.host/, 'remoteAuthority:undefined'],
  [/\.userDataPath\)\.with\(\{scheme:\w+\.vscodeRemote\}\)/, '.userDataPath).with({scheme:"vscode-userdata"})'],
];

const VIRTUAL_FS = {
  name: 'testfs',
  publisher: 'test',
  version: '0.0.1',
  engines: { vscode: '^1.91.0' },
  browser: './virtual-fs.cjs',
  activationEvents: ['onFileSystem:testfs', '*'],
};

/**
 * @param {object} options
 * @param {string} options.workspace folder that the virtual workspace shows
 * @param {string} options.tests bundle below the checkout whose `run()` the extension host calls
 * @param {(line: string) => void} options.log
 */
export async function openVirtual({ workspace, tests, log }) {
  const closing = [];
  const close = async () => {
    for (const step of closing.reverse()) await step();
  };
  try {
    const host = await ensureHost(log);
    const server = http.createServer((request, response) => {
      const { pathname, search } = new URL(request.url, 'http://localhost');
      answer(response, decodeURIComponent(pathname), search);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const authority = `localhost:${server.address().port}`;
    const answer = routes({ vscode: host.serverRoot, workspace, page: () => bootPage(authority, tests) });
    const browser = await launch();
    closing.push(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const automation = await listen(page, log);
    await page.goto(`http://${authority}/`, { waitUntil: 'commit' });
    return { page, close, version: host.version, ...automation };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One function that answers every address of the page. */
function routes({ vscode, workspace, page }) {
  const folders = { '/vs/': vscode, '/ext/': root };
  return (response, pathname, search) => {
    const send = (status, type, body) => {
      response.writeHead(status, {
        'content-type': type,
        'access-control-allow-origin': '*',
        'cache-control': 'no-store',
      });
      response.end(body);
    };
    const json = (value) => send(200, TYPES['.json'], JSON.stringify(value));
    const file = (folder, name) => {
      const full = path.join(folder, path.normalize(`/${name}`));
      fs.readFile(full, (error, bytes) =>
        error
          ? send(404, 'text/plain', 'not found')
          : send(200, TYPES[path.extname(full)] ?? 'application/octet-stream', bytes),
      );
    };
    if (pathname === '/') return send(200, TYPES['.html'], page());
    if (pathname === '/testfs/package.json') return json(VIRTUAL_FS);
    if (pathname === '/testfs/virtual-fs.cjs') return file(path.join(root, 'test/editor/lib'), 'virtual-fs.cjs');
    if (pathname === WORKBENCH) return send(200, TYPES['.js'], serverless(vscode));
    if (pathname.startsWith('/fs/ws')) {
      const name = pathname.slice('/fs/ws'.length);
      const full = path.join(workspace, path.normalize(`/${name}`));
      if (!fs.existsSync(full)) return send(404, 'text/plain', 'not found');
      const kind = (entry) => (entry.isDirectory() ? 2 : 1);
      if (search === '?stat') {
        const stat = fs.statSync(full);
        return json({ type: kind(stat), ctime: stat.ctimeMs, mtime: stat.mtimeMs, size: stat.size });
      }
      if (search === '?dir') return json(fs.readdirSync(full, { withFileTypes: true }).map((e) => [e.name, kind(e)]));
      return file(workspace, name);
    }
    for (const [prefix, folder] of Object.entries(folders))
      if (pathname.startsWith(prefix)) return file(folder, pathname.slice(prefix.length));
    return send(404, 'text/plain', 'not found');
  };
}

function serverless(vscode) {
  let source = fs.readFileSync(path.join(vscode, WORKBENCH.slice('/vs/'.length)), 'utf8');
  for (const [pattern, replacement] of SERVERLESS) {
    if (!pattern.test(source)) throw new Error('this build of VS Code boots differently; see web-host.mjs');
    source = source.replace(pattern, replacement);
  }
  return source;
}

/** The page that boots the workbench with the extension, the virtual file system and the tests. */
function bootPage(authority, tests) {
  const at = (address) => ({ scheme: 'http', authority, path: address });
  const configuration = {
    userDataPath: '/user',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    productConfiguration: { enableTelemetry: false },
    additionalBuiltinExtensions: [at('/testfs')],
    configurationDefaults: {
      'workbench.startupEditor': 'none',
      'chat.disableAIFeatures': true,
      'telemetry.telemetryLevel': 'off',
    },
    developmentOptions: {
      extensions: [at('/ext')],
      enableSmokeTestDriver: true,
      extensionTestsPath: at(`/ext/${path.relative(root, tests).split(path.sep).join('/')}`),
    },
    folderUri: { scheme: 'testfs', path: '/ws' },
  };
  const settings = JSON.stringify(configuration).replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  return `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${settings}">
<link rel="stylesheet" href="/vs/out/vs/code/browser/workbench/workbench.css"></head><body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = location.origin + '/vs/out/';</script>
<script type="module" src="/vs/out/nls.messages.js"></script>
<script type="module" src="${WORKBENCH}"></script></html>`;
}
