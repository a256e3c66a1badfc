/** The five sample documents, for property and mutation tests. */
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../seeds/', import.meta.url);

/** Names and texts of the seeds. */
export function seedTexts(): [string, string][] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]);
}
