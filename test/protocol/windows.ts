/**
 * Windows on one folder, each with a server of its own, for tests of annotations. The editor's file watcher is played by
 * a look at the folder every few milliseconds. Changes when tests need to know more of such windows.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderWith, TestClient, uriIn } from './client.ts';

export interface View {
  readonly id: string;
  readonly text: string;
  readonly anchor: string;
  readonly note: string | null;
  readonly history: readonly unknown[];
  readonly tags: readonly { readonly name: string; readonly color: string }[];
}

const closing: (() => void | Promise<void>)[] = [];
/** Ends what was opened: after each test. */
export async function closeWindows(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}

/** Tells a client what changes below `.annotations`, as an editor's watcher does. */
function watch(client: TestClient, folder: string): void {
  const known = new Map<string, string>();
  const root = path.join(folder, '.annotations');
  const look = (tell: boolean): void => {
    const changes: { uri: string; type: number }[] = [];
    const there = new Set<string>();
    const names = fs.existsSync(root) ? fs.readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
    for (const name of names) {
      const file = path.join(root, name);
      const stat = fs.statSync(file, { throwIfNoEntry: false });
      if (!stat?.isFile()) continue;
      const stamp = `${stat.ino} ${stat.mtimeMs} ${stat.size}`;
      there.add(file);
      const before = known.get(file);
      known.set(file, stamp);
      if (before !== stamp) changes.push({ uri: pathToFileURL(file).toString(), type: before === undefined ? 1 : 2 });
    }
    for (const file of [...known.keys()]) {
      if (there.has(file)) continue;
      known.delete(file);
      changes.push({ uri: pathToFileURL(file).toString(), type: 3 });
    }
    if (tell && changes.length > 0) void client.notify('workspace/didChangeWatchedFiles', { changes });
  };
  look(false);
  const timer = setInterval(look, 15, true);
  closing.push(() => clearInterval(timer));
}

/** `authors` with a window each; the document `a.txt` is open in all of them. */
export async function windows(authors: readonly string[], text: string, watched = true) {
  const folder = folderWith({ 'a.txt': text, '.annotations/tagset.json': '{\n"version": 1\n}\n' });
  closing.push(() => fs.rmSync(folder, { recursive: true }));
  const uri = uriIn(folder, 'a.txt');
  const all = [];
  for (const author of authors) {
    const client = await TestClient.start({ folders: [folder], options: { author } });
    closing.push(() => client.stop().then(() => {}));
    if (watched) watch(client, folder);
    await client.open(uri, text);
    // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
    const call = (method: string, params: object = {}): Promise<any> =>
      client.request('policyAnnotator/annotations', { method, params: { uri, ...params } });
    const list = async (deleted = false): Promise<View[]> => (await call('list', { deleted })).annotations;
    await list();
    all.push({ client, call, list });
  }
  const log = path.join(folder, '.annotations', 'docs', 'a.txt');
  const written = (): string =>
    fs.existsSync(log)
      ? fs
          .readdirSync(log)
          .map((name) => fs.readFileSync(path.join(log, name), 'utf8'))
          .join('')
      : '';
  const events = (): { id: string; e: string }[] =>
    written()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  /** Resolves when nothing was written for a while. */
  const settled = async (): Promise<void> => {
    for (let before: string | null = null; before !== written(); ) {
      before = written();
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  };
  return { folder, uri, all: all as [(typeof all)[0], (typeof all)[0]], events, settled };
}
