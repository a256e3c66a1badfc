/**
 * Listens to a page in which VS Code runs its test driver: what the extension host logs, and how the tests end.
 * Changes when that driver's two callbacks change.
 */

/** Lines that a machine without a network, or a server without an account, always writes. */
const NOISE =
  /gallery|spdlog|AgentHost|AccountPolicyGate|DefaultAccount|mcp\.json|ENOPRO|ENOTFOUND|Ignoring fetching|builtin extensions|Canceled|Creating a socket|connection token|grace-time|Service Worker|authentication provider|vscode-userdata|No file system provider|package\.nls/;

/** The line with which the suite reports what it ran; see `suite/index.ts`. */
const RESULT = /^EDITOR-SUITE (\{.*\})$/;

/**
 * @param {import('playwright-core').Page} page
 * @param {(line: string) => void} log
 * @returns {Promise<{ finished: Promise<number>, result: () => object | null }>}
 *   `finished` gives the exit code of the tests, `result` their counts.
 */
export async function listen(page, log) {
  let result = null;
  let exit;
  const finished = new Promise((resolve) => {
    exit = resolve;
  });
  await page.exposeFunction('codeAutomationExit', (code) => exit(code ?? 1));
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const text = render(args);
    const found = RESULT.exec(text.trim());
    if (found) result = JSON.parse(found[1]);
    else if (process.env.VERBOSE || (type !== 'trace' && !NOISE.test(text))) log(text);
  });
  if (process.env.VERBOSE) page.on('console', (message) => log(`[browser] ${message.text().slice(0, 400)}`));
  return { finished, result: () => result };
}

function render([first, ...rest]) {
  if (typeof first !== 'string')
    return [first, ...rest].map((x) => (typeof x === 'string' ? x : JSON.stringify(x))).join(' ');
  let used = 0;
  const text = first.replace(/%[sdifoOjc]/g, (mark) => {
    if (used >= rest.length) return mark;
    const value = rest[used++];
    return mark === '%c' ? '' : String(value);
  });
  return [text, ...rest.slice(used)].join(' ');
}
