/** Fills the cache with the editor that the tests use, with progress. Changes with `lib/vscode-download.mjs`. */
import { endAll, onInterrupt } from './lib/processes.mjs';
import { ensureHost } from './lib/vscode-download.mjs';

onInterrupt(endAll);
const { version } = await ensureHost();
console.log(`VS Code ${version} is there`);
