/** Where things are on disk. Changes when a folder of the checkout or the cache moves. */
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = path.resolve(fileURLToPath(import.meta.url), '../../..');

/** A path inside the checkout. */
export const inRoot = (...parts) => path.join(root, ...parts);

/** Downloads that survive a fresh clone. `POLICY_ANNOTATOR_CACHE` moves it. */
export const cache =
  process.env.POLICY_ANNOTATOR_CACHE ??
  path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'policy-annotator');
