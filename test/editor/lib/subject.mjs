/** What is opened in the editor: a copy of the samples, and the packed extension. Changes when either moves. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from '../../../scripts/lib/paths.mjs';

/** A copy of the sample documents, so that tests may write. */
export function copyOfSeeds() {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'pa-'));
  const folder = path.join(parent, 'seeds');
  fs.cpSync(inRoot('seeds'), folder, { recursive: true });
  return { folder, remove: () => fs.rmSync(parent, { recursive: true, force: true }) };
}

/** The .vsix that `npm run package` made. */
export function packedExtension() {
  const { name, version } = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8'));
  const file = inRoot('build', `${name}-${version}.vsix`);
  if (!fs.existsSync(file)) throw new Error(`${file} is missing: npm run package`);
  return file;
}
