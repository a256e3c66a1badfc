/** The files of the project as git sees them, ignored ones left out. Changes when the way of listing does. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(fileURLToPath(import.meta.url), '../../..');

/** Paths relative to the checkout, with `/`, sorted; only files that exist. */
export function projectFiles(): string[] {
  const output = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const names = output.split('\0').filter((name) => name !== '' && fs.existsSync(path.join(root, name)));
  return [...new Set(names)].sort();
}

/** The text of a project file. */
export const read = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8');
