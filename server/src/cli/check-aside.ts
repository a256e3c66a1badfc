/**
 * Takes out the findings that somebody has set aside in the editor. Changes when they are kept in another place.
 * The annotations are loaded only where a folder above a document has some.
 */
import fs from 'node:fs';
import path from 'node:path';
import { uriOf } from '../node/files.ts';
import type { Checked } from './check-task.ts';
import type { Io } from './io.ts';

const known = new Map<string, boolean>();

function hasSuppressions(folder: string): boolean {
  let found = known.get(folder);
  if (found === undefined) {
    const parent = path.dirname(folder);
    found =
      fs.existsSync(path.join(folder, '.annotations', 'suppressions')) ||
      (parent !== folder && hasSuppressions(parent));
    known.set(folder, found);
  }
  return found;
}

/** Replaces the results of documents in which something is set aside; says how many records have nothing to hide any more. */
export async function takeOutSetAside(checked: Map<string, Checked>, io: Io): Promise<void> {
  const files = [...checked.keys()].filter((file) => hasSuppressions(path.dirname(file)));
  if (files.length === 0) return;
  const { createAnnotations } = await import('../core/annotations/service.ts');
  const { FileHost } = await import('./annotations-host.ts');
  const { setAside } = await import('../core/checks/suppressions.ts');
  const service = createAnnotations(new FileHost((line) => io.err(line)), {
    workspaceFolders: () => [uriOf(io.cwd)],
    author: () => 'check',
  });
  try {
    for (const file of files) {
      const result = checked.get(file)!;
      const suppressions = await service.suppressions(uriOf(file));
      if (suppressions.length === 0) continue;
      const { shown, stale } = setAside(result.findings, suppressions);
      checked.set(file, { ...result, findings: shown });
      if (stale.length > 0) {
        io.err(
          `${path.relative(io.cwd, file)}: ${stale.length} set aside and no longer found: ${stale.map((s) => s.rule).join(', ')}`,
        );
      }
    }
  } finally {
    await service.dispose();
  }
}
