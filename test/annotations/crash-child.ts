/** A server's write path in a process of its own: annotates without end, and says each id once it was acknowledged. */
import fs from 'node:fs';
import { FileHost } from '../../server/src/cli/annotations-host.ts';
import { createAnnotations } from '../../server/src/core/annotations/service.ts';
import { pathOf, uriOf } from '../../server/src/node/files.ts';

const [folder = '', file = ''] = process.argv.slice(2);
const text = fs.readFileSync(file, 'utf8');
const uri = uriOf(file);
const service = createAnnotations(new FileHost(() => {}), {
  workspaceFolders: () => [uriOf(folder)],
  author: () => '李',
});

/** Sizes from a few bytes to some pages, so that kills meet writes of every length. */
const note = (i: number): string => '核对'.repeat(i % 7 === 0 ? 4000 : i % 50);

async function main(): Promise<void> {
  await service.open(uri, text, 1);
  fs.writeSync(1, `ready ${pathOf(uri)}\n`);
  for (let i = 0; ; i++) {
    const start = (i * 37) % (text.length - 10);
    const a = await service.call('create', { uri, span: { start, end: start + 2 + (i % 8) }, note: note(i) });
    fs.writeSync(1, `add ${a.id}\n`);
    if (i % 3 === 0) {
      await service.call('resolve', { uri, id: a.id });
      fs.writeSync(1, `resolved ${a.id}\n`);
    }
  }
}

void main();
