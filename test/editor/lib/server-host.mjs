/**
 * VS Code with a server: the extension runs in the Node extension host, the window in a headless browser.
 * Changes when the way of opening that window changes.
 */
import { ensureHost } from '../../../scripts/lib/vscode-download.mjs';
import { installExtension, makeProfile, remoteUri, startServer } from '../../../scripts/lib/vscode-server.mjs';
import { listen } from './automation.mjs';
import { launch } from './chromium.mjs';

/**
 * @param {object} options
 * @param {string} options.workspace folder to open
 * @param {string} [options.extension] folder of the extension under development
 * @param {string} [options.vsix] packed extension to install, as a user would
 * @param {string} [options.tests] bundle whose `run()` the extension host calls
 * @param {string} [options.locale] language of the extension's strings
 * @param {object} [options.settings]
 * @param {(line: string) => void} options.log
 */
export async function openWithServer({ workspace, extension, vsix, tests, locale, settings, log }) {
  const closing = [];
  const close = async () => {
    for (const step of closing.reverse()) await step();
  };
  try {
    const host = await ensureHost(log);
    const profile = makeProfile(settings);
    closing.push(profile.remove);
    if (vsix) await installExtension(host, profile, vsix);
    const onOutput = process.env.VERBOSE ? (text) => log(`[server] ${text.trimEnd()}`) : undefined;
    const server = await startServer(host, profile, { extraArgs: ['--enable-smoke-test-driver'], onOutput });
    closing.push(server.stop);
    const browser = await launch();
    closing.push(() => browser.close());
    const newPage = async () => {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale: locale ?? 'en-US' });
      // Chooses package.nls.<locale>.json and the l10n bundle; the editor's own strings need a language pack.
      if (locale) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(locale)};`);
      return page;
    };
    const page = await newPage();
    const automation = await listen(page, log);
    const payload = [
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ];
    if (extension) payload.push(['extensionDevelopmentPath', remoteUri(server.authority, extension)]);
    if (tests) payload.push(['extensionTestsPath', remoteUri(server.authority, tests)]);
    const address = server.address({ folder: workspace, payload: JSON.stringify(payload) });
    await page.goto(address);
    /** A second window on the same folder, with an extension host of its own. */
    const another = async () => {
      const second = await newPage();
      await second.goto(address);
      return second;
    };
    return { page, another, profile, close, version: host.version, ...automation };
  } catch (error) {
    await close();
    throw error;
  }
}
