import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileChange, FileStat, Host } from '../../../server/src/core/host.ts';
import { intlSegmenter } from '../../../server/src/core/service/intl-segmenter.ts';
import { createService, type Service } from '../../../server/src/core/service.ts';
import { Workspace } from '../../../server/src/core/workspace/workspace.ts';
import { decode } from '../../../server/src/platform/decode.ts';

const NOTICE =
  '云川市人民政府关于防汛工作的通知\n\n根据《云川市防汛条例》，落实“两个维护”。\n一、目标\n甲。\n二、措施\n乙。\n';
const RULES = '云川市防汛条例\n\n第一章　总则\n第一条　为了防汛，制定本条例。\n第二条　本条例适用于本市。\n';

/** Files in memory; `reads` counts what was read at once. */
function memoryHost(files: Map<string, string>): Host & { reads: { now: number; most: number } } {
  const reads = { now: 0, most: 0 };
  return {
    reads,
    list: async (folder, include) =>
      [...files.keys()].filter((u) => u.startsWith(folder) && include.some((g) => u.endsWith(g.slice(4)))).sort(),
    async read(uri) {
      reads.now++;
      reads.most = Math.max(reads.most, reads.now);
      await new Promise((resolve) => setImmediate(resolve));
      reads.now--;
      const text = files.get(uri);
      if (text === undefined) throw new Error(`${uri}: no such file`);
      return new TextEncoder().encode(text);
    },
    async readUpTo(uri, most) {
      const size = (await this.stat(uri))?.size ?? null;
      return size === null || size > most ? size : this.read(uri);
    },
    decode: (bytes) => decode(bytes),
    async stat(uri): Promise<FileStat | null> {
      const text = files.get(uri);
      return text === undefined ? null : { type: 'file', size: text.length, mtime: 0 };
    },
    watch: () => ({ dispose: () => {} }),
    write: async () => {},
    append: async () => true,
    exclusively: (_uri, run) => run(),
    rename: async () => {},
    remove: async () => {},
    hash: async (text) => text,
    random: (n) => new Uint8Array(n),
    segmenter: async () => intlSegmenter(),
    now: () => 0,
    yield: () => new Promise((resolve) => setImmediate(resolve)),
    log: () => {},
  };
}

const service = (files: Map<string, string>): Service => createService(memoryHost(files), { locale: 'en' });
const open = (s: Service, uri: string, text: string, version = 1) =>
  s.open(uri, { text, version, limited: false, declared: false });
const state = (s: Service) =>
  [...s.workspace().summaries()]
    .map((d) => [d.uri, d.title?.text, d.outline.length, d.references.map((r) => r.title), d.terms.count, d.length])
    .sort();

/** Everything that summaries tell, with keys in place of their numbers. */
const detailed = (w: Workspace) =>
  [...w.uris()].sort().map((uri) => {
    const d = w.summary(uri)!;
    return {
      ...d,
      terms: Array.from({ length: d.terms.count }, (_, i) => ({ ...d.terms.at(i), key: w.ids.key(d.terms.at(i).key) })),
      lists: [d.outline, d.references, d.citations, d.enumerations, d.meetings],
      definitions: d.definitions.map((f) => ({ ...f, key: w.ids.key(f.key) })),
    };
  });

describe('the workspace', () => {
  it('is built from files, without those that are no policy documents', async () => {
    const s = service(
      new Map([
        ['mem:/a.txt', NOTICE],
        ['mem:/b.txt', RULES],
        ['mem:/c.txt', 'Hello, world.'],
      ]),
    );
    expect(await s.index(['mem:/'])).toBe(true);
    expect([...s.workspace().uris()]).toEqual(['mem:/a.txt', 'mem:/b.txt']);
  });

  it('reads a few files at a time', async () => {
    const host = memoryHost(new Map(Array.from({ length: 100 }, (_, i) => [`mem:/${i}.txt`, NOTICE])));
    const s = createService(host, { locale: 'en' });
    await s.index(['mem:/']);
    expect(s.size).toBe(100);
    expect(host.reads.most).toBeLessThanOrEqual(12);
  });

  it('finds outlines, titles and citations before the paragraphs are read, and all the rest behind it', async () => {
    const files = new Map(Array.from({ length: 5 }, (_, i) => [`mem:/${i}.txt`, `${NOTICE}${i}\n`]));
    files.set('mem:/rules.txt', RULES);
    const host = memoryHost(files);
    let go = (): void => {};
    const rest = new Promise<void>((resolve) => {
      go = resolve;
    });
    let left = files.size; // each structure takes its turn, and then the paragraphs wait
    const s = createService(host, { locale: 'en', idle: () => (left-- > 0 ? host.yield() : rest) });
    await s.glossaryReady();
    const indexing = s.index(['mem:/']);
    while (s.size < 6) await host.yield();
    const workspace = s.workspace();
    expect(workspace.byTitle('云川市防汛条例').map((d) => d.uri)).toEqual(['mem:/rules.txt']);
    expect(workspace.citing('云川市防汛条例').length).toBe(5);
    expect(workspace.summary('mem:/0.txt')?.outline.map((o) => o.title)).toEqual(['目标', '措施']);
    expect(workspace.mentionCount('两个维护')).toBe(0);
    // Who asks for a term waits for the documents that may name it, and for no others.
    await s.completeFor('两个维护');
    expect(workspace.mentionCount('两个维护')).toBe(5);
    expect(s.reading).toBe(true);
    expect(workspace.surveyed('mem:/rules.txt')).toBe(true);
    go();
    expect(await indexing).toBe(true);
    expect(s.reading).toBe(false);
    const scratch = new Workspace({ glossary: workspace.glossary });
    for (const [uri, text] of files) scratch.set(uri, text, null);
    expect(detailed(workspace)).toEqual(detailed(scratch));
  });

  it('reads what a search asks for before its turn, and nothing else', async () => {
    const files = new Map(Array.from({ length: 5 }, (_, i) => [`mem:/${i}.txt`, `${NOTICE}${i}\n`]));
    files.set('mem:/rules.txt', RULES.replaceAll('防汛', '抗旱'));
    files.set('mem:/%E6%8A%97%E6%97%B1.txt', NOTICE.replace('关于防汛工作的通知', ''));
    const host = memoryHost(files);
    const s = createService(host, { locale: 'en', turn: () => new Promise(() => {}) });
    s.expectIndex();
    const searching = s.surveyFor('抗旱');
    void s.index(['mem:/']);
    await searching;
    expect([...s.workspace().uris()].sort()).toEqual(['mem:/%E6%8A%97%E6%97%B1.txt', 'mem:/rules.txt']);
    await s.surveyFor(null, { over: () => s.size >= 4, left: new Promise(() => {}) });
    expect(s.size).toBe(4);
    await s.surveyFor(null);
    expect(s.size).toBe(7);
    expect(s.workspace().summary('mem:/rules.txt')?.title?.text).toBe('云川市抗旱条例');
  });

  it('reads the documents that a document cites before their turn', async () => {
    const files = new Map(Array.from({ length: 5 }, (_, i) => [`mem:/${i}.txt`, `${NOTICE}${i}\n`]));
    files.set('mem:/rules.txt', RULES);
    const host = memoryHost(files);
    const s = createService(host, { locale: 'en', idle: () => new Promise(() => {}) });
    void s.index(['mem:/']);
    await s.surveyTitled(['云川市抗旱条例']);
    expect([...s.workspace().uris()]).toEqual([]);
    await s.surveyTitled(['云川市防汛条例']);
    expect(
      s
        .workspace()
        .byTitle('云川市防汛条例')
        .map((d) => d.uri),
    ).toEqual(['mem:/rules.txt']);
  });

  it('lets nobody wait who has left, or for an index that nobody makes', async () => {
    const s = service(new Map([['mem:/a.txt', NOTICE]]));
    await s.surveyFor('防汛');
    s.expectIndex();
    let leave = (): void => {};
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    let over = false;
    const waiting = s.completeFor('防汛', { over: () => over, left });
    over = true;
    leave();
    await waiting;
    expect(s.size).toBe(0);
  });

  it('never puts what it read before over what it was told later', async () => {
    const files = new Map([['mem:/a.txt', NOTICE]]);
    const host = memoryHost(files);
    let release = (): void => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const read = host.read.bind(host);
    let first = true;
    host.read = async (uri) => {
      const bytes = await read(uri);
      if (first) {
        first = false;
        await slow;
      }
      return bytes;
    };
    const s = createService(host, { locale: 'en' });
    const indexing = s.index(['mem:/']);
    while (first) await host.yield();
    files.set('mem:/a.txt', RULES);
    await s.filesChanged([{ uri: 'mem:/a.txt', type: 'changed' }], () => true);
    release();
    await indexing;
    expect(s.workspace().summary('mem:/a.txt')?.title?.text).toBe('云川市防汛条例');
  });

  it('has a glossary for those who wait for it, though nothing else goes on before they are answered', async () => {
    let asked = false;
    const host = memoryHost(new Map(Array.from({ length: 5 }, (_, i) => [`mem:/${i}.txt`, NOTICE])));
    const s = createService(host, { locale: 'en', turn: () => (asked ? new Promise(() => {}) : host.yield()) });
    await s.index(['mem:/']);
    asked = true;
    await s.glossaryReady();
    expect(s.workspace().glossary.has('两个维护')).toBe(true);
    expect(s.workspace().mentionCount('两个维护')).toBe(5);
  });

  it('ends an indexing that another one overtakes, and leaves what the later one wants', async () => {
    const files = new Map(Array.from({ length: 50 }, (_, i) => [`mem:/x/${i}.txt`, NOTICE]));
    files.set('mem:/y/1.txt', RULES);
    const s = service(files);
    const first = s.index(['mem:/x']);
    const second = s.index(['mem:/y']);
    expect(await Promise.all([first, second])).toEqual([false, true]);
    expect([...s.workspace().uris()]).toEqual(['mem:/y/1.txt']);
  });

  it('says which files were left out and why', async () => {
    const files = new Map([
      ['mem:/large.txt', 'x'.repeat(6_000_000)],
      ['mem:/a.txt', NOTICE],
    ]);
    const s = service(files);
    const problems: string[] = [];
    s.events = {
      progress: () => {},
      changed: () => {},
      problem: (uri, message) => problems.push(`${uri}: ${message}`),
    };
    await s.index(['mem:/']);
    expect(problems).toEqual(['mem:/large.txt: 6.0 MB, more than the limit of 5.0 MB']);
  });
});

describe('after any run of events', () => {
  it('the state is that of a fresh start', async () => {
    const uris = ['mem:/a.txt', 'mem:/b.txt', 'mem:/d/c.txt'];
    const texts = [NOTICE, RULES, NOTICE.replace('条例', '办法'), 'Hello.', RULES.replace('防汛条例', '抗旱条例')];
    const event = fc.record({
      what: fc.constantFrom('open', 'change', 'close', 'write', 'delete' as const),
      uri: fc.constantFrom(...uris),
      text: fc.constantFrom(...texts),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 14 }), async (events) => {
        const files = new Map([
          [uris[0]!, NOTICE],
          [uris[1]!, RULES],
        ]);
        const s = service(files);
        await s.index(['mem:/']);
        const opened = new Map<string, string>();
        for (const { what, uri, text } of events) {
          if (what === 'open' || (what === 'change' && opened.has(uri))) {
            open(s, uri, text, opened.size);
            opened.set(uri, text);
          } else if (what === 'close') {
            opened.delete(uri);
            await s.close(uri);
          } else if (what === 'write' || what === 'delete') {
            const type: FileChange['type'] = what === 'delete' ? 'deleted' : files.has(uri) ? 'changed' : 'created';
            if (what === 'write') files.set(uri, text);
            else if (!files.delete(uri)) continue;
            await s.filesChanged([{ uri, type }], () => true);
          }
          if (text.length % 2 === 0) s.workspace();
        }
        const fresh = service(files);
        await fresh.index(['mem:/']);
        for (const [uri, text] of opened) open(fresh, uri, text);
        expect(state(s)).toEqual(state(fresh));
      }),
      { numRuns: 60 },
    );
  });

  it('findings are those of the text as it is, and kept while nothing changes', async () => {
    const s = service(new Map());
    open(s, 'mem:/a.txt', NOTICE);
    const before = await s.findings('mem:/a.txt');
    expect(await s.findings('mem:/a.txt')).toBe(before);
    open(s, 'mem:/a.txt', NOTICE.replace('二、', '三、'), 2);
    const after = await s.findings('mem:/a.txt');
    expect(after.map((f) => f.rule)).toContain('numbering-gap');
    expect(before.map((f) => f.rule)).not.toContain('numbering-gap');
  });
});

describe('checking', () => {
  /** A host whose clock moves with every look at it, so that each step of checking takes its time. */
  const slow = (files: Map<string, string>) => {
    const host = memoryHost(files);
    let time = 0;
    let turns = 0;
    return {
      ...host,
      now: () => (time += 5),
      yield: () => {
        turns++;
        return host.yield();
      },
      turns: () => turns,
    };
  };
  const LONG = NOTICE + Array.from({ length: 200 }, (_, i) => `第${i}项工作 要抓好 。\n`).join('');

  it('lets others have their turn, and finds the same', async () => {
    const host = slow(new Map());
    const s = createService(host, { locale: 'en' });
    open(s, 'mem:/a.txt', LONG);
    const found = await s.findings('mem:/a.txt');
    expect(host.turns()).toBeGreaterThan(10);
    const quick = service(new Map());
    open(quick, 'mem:/a.txt', LONG);
    expect(found).toEqual(await quick.findings('mem:/a.txt'));
    expect(found.length).toBeGreaterThan(0);
  });

  it('ends when nobody waits any longer, and keeps nothing of it', async () => {
    const host = slow(new Map());
    const s = createService(host, { locale: 'en' });
    open(s, 'mem:/a.txt', LONG);
    let asked = 0;
    expect(await s.findings('mem:/a.txt', () => ++asked > 2)).toEqual([]);
    expect(asked).toBe(3);
    expect((await s.findings('mem:/a.txt')).length).toBeGreaterThan(0);
  });
});
