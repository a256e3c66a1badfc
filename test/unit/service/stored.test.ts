import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileStat, Host } from '../../../server/src/core/host.ts';
import { intlSegmenter } from '../../../server/src/core/service/intl-segmenter.ts';
import { readRecords, writeRecords } from '../../../server/src/core/service/stored-index.ts';
import { createService, type Service } from '../../../server/src/core/service.ts';
import { ByteReader, ByteWriter } from '../../../server/src/core/workspace/pack-bytes.ts';
import { decode } from '../../../server/src/platform/decode.ts';

const STORE = 'mem:/.store/index.bin';
const TEXTS = [
  '云川市人民政府关于防汛工作的通知\n\n云政发〔2021〕7号\n\n根据《云川市防汛条例》，落实“两个维护”。\n一、目标\n甲、乙和丙“三个统一”。\n二、措施\n乙。\n云川市人民政府\n2021年3月2日\n',
  '云川市防汛条例\n\n第一章　总则\n第一条　为了防汛，制定本条例。\n第二条　本条例所称防汛，是指防御洪水的活动。\n',
  '中國共產黨雲川市第五屆委員會第三次全體會議於2021年7月5日舉行\n\n出席會議的市委委員40人，候補委員8人。\n全會指出，要堅決做到“兩個維護”。\n',
  'Hello, world.',
  '',
];

class Disk {
  readonly texts = new Map<string, string>();
  stored: Uint8Array | null = null;
  writes = 0;

  host(): Host {
    const bytes = async (uri: string): Promise<Uint8Array | null> => {
      if (uri === STORE) return this.stored;
      const text = this.texts.get(uri);
      return text === undefined ? null : new TextEncoder().encode(text);
    };
    return {
      list: async (folder) => [...this.texts.keys()].filter((u) => u.startsWith(folder)).sort(),
      read: async (uri) => (await bytes(uri)) ?? Promise.reject(new Error(`${uri}: no such file`)),
      readUpTo: bytes,
      decode: (b) => decode(b),
      stat: async (): Promise<FileStat | null> => null,
      watch: () => ({ dispose: () => {} }),
      write: async (uri, b) => {
        if (uri !== STORE) throw new Error(`${uri} is not to be written`);
        this.stored = b;
        this.writes++;
      },
      append: async () => true,
      exclusively: (_uri, run) => run(),
      rename: async () => {},
      remove: async () => {},
      hash: async (text) => createHash('sha256').update(text).digest('hex'),
      random: (n) => new Uint8Array(n),
      segmenter: async () => intlSegmenter(),
      now: () => 0,
      yield: () => new Promise((resolve) => setImmediate(resolve)),
      log: () => {},
    };
  }
}

interface Started {
  readonly service: Service;
  /** How many structures were read. */
  readonly surveys: number;
}

async function start(disk: Disk, { stores = true, readers = '1', glossary = '' } = {}): Promise<Started> {
  const service = createService(disk.host(), {
    locale: 'en',
    ...(stores ? { storage: { readers, file: () => STORE } } : {}),
  });
  if (glossary !== '') {
    await service.glossaries.read('mem:/own.glossary.yml', glossary);
    await service.reloadGlossary();
  } else await service.glossaryReady();
  let most = 0;
  const progress = () => {
    most = Math.max(most, service.waiting);
  };
  service.events = { progress, changed: () => {}, problem: () => {} };
  await service.index(['mem:/']);
  await service.stored;
  return { service, surveys: most };
}

/** Everything that other documents can see, with keys in place of their numbers. */
async function seen(service: Service) {
  const workspace = service.workspace();
  const uris = [...workspace.uris()].sort();
  const keyed = <T extends { readonly key: number }>(m: T) => ({ ...m, key: workspace.ids.key(m.key) });
  const byPlace = (a: { span: { start: number }; key: string }, b: { span: { start: number }; key: string }) =>
    a.span.start - b.span.start || (a.key < b.key ? -1 : 1);
  return Promise.all(
    uris.map(async (uri) => {
      const d = workspace.summary(uri)!;
      return {
        ...d,
        terms: Array.from({ length: d.terms.count }, (_, i) => keyed(d.terms.at(i))).sort(byPlace),
        categories: [...d.terms.distinct()].map((key) => [workspace.ids.key(key), d.terms.category(key)]).sort(),
        lists: [d.outline, d.references, d.citations, d.enumerations, d.meetings],
        definitions: d.definitions.map(keyed).sort(byPlace),
        named: d.title ? workspace.byTitle(d.title.text).map((s) => s.uri) : null,
        citing: d.title
          ? workspace
              .citing(d.title.text)
              .map((s) => s.uri)
              .sort()
          : null,
        findings: await service.findingsOf(uri),
      };
    }),
  );
}

const diskWith = (...texts: readonly string[]): Disk => {
  const disk = new Disk();
  for (const [i, text] of texts.entries()) disk.texts.set(`mem:/${i}.txt`, text);
  return disk;
};

describe('a stored index', () => {
  it('is that of a fresh start, and spares reading the documents', async () => {
    const disk = diskWith(...TEXTS);
    const first = await start(disk);
    expect(first.surveys).toBe(5);
    const second = await start(disk);
    expect(second.surveys).toBe(0);
    expect(disk.writes).toBe(1);
    expect(await seen(second.service)).toEqual(await seen((await start(disk, { stores: false })).service));
    expect(second.service.size).toBe(3);
  });

  it('is used for no text but its own, and renewed', async () => {
    const disk = diskWith(...TEXTS);
    await start(disk);
    disk.texts.set('mem:/1.txt', TEXTS[1]!.replace('防汛', '抗旱'));
    disk.texts.delete('mem:/2.txt');
    disk.texts.set('mem:/moved.txt', TEXTS[2]!);
    const second = await start(disk);
    expect(second.surveys).toBe(1);
    expect(await seen(second.service)).toEqual(await seen((await start(disk, { stores: false })).service));
    expect((await start(disk)).surveys).toBe(0);
    expect(disk.writes).toBe(2);
  });

  it('is used by no other program and with no other glossary', async () => {
    const disk = diskWith(...TEXTS);
    await start(disk);
    const glossary = 'scope: own\nname: { zh: 本地 }\nterms:\n  - term: 制定本条例\n    definition: { zh: 试 }\n';
    for (const other of [{ readers: '2' }, { glossary }]) {
      const { service, surveys } = await start(disk, other);
      expect(surveys).toBe(5);
      expect(await seen(service)).toEqual(await seen((await start(disk, { ...other, stores: false })).service));
    }
    expect((await start(disk, { glossary })).surveys).toBe(0);
    expect((await start(disk)).surveys).toBe(5);
    expect((await start(disk, { readers: '' })).surveys).toBe(5);
  });

  it('does not hold what was open, nor what was written meanwhile', async () => {
    const disk = diskWith(...TEXTS);
    const service = createService(disk.host(), { locale: 'en', storage: { readers: '1', file: () => STORE } });
    const state = { version: 1, limited: false, declared: true };
    service.events = {
      progress: ({ done }) => {
        if (done > 0 && !service.opened('mem:/0.txt')) {
          service.open('mem:/0.txt', { ...state, text: TEXTS[0]!.replace('防汛', '抗旱') });
          disk.texts.set('mem:/1.txt', TEXTS[1]!.replace('防汛', '治沙'));
          void service.filesChanged([{ uri: 'mem:/1.txt', type: 'changed' }], () => true);
        }
      },
      changed: () => {},
      problem: () => {},
    };
    await service.index(['mem:/']);
    await service.stored;
    expect(service.workspace().summary('mem:/0.txt')?.title?.text).toContain('抗旱');
    const { service: next } = await start(disk);
    expect(await seen(next)).toEqual(await seen((await start(disk, { stores: false })).service));
  });

  it('may be damaged anywhere, or cut off: the state is that of a fresh start', async () => {
    const disk = diskWith(...TEXTS);
    await start(disk);
    const sound = disk.stored!;
    const fresh = await seen((await start(disk, { stores: false })).service);
    const damage = fc.record({ at: fc.nat(sound.length - 1), to: fc.nat(255), cut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, to, cut }) => {
        const bytes = sound.slice(0, cut ? at : sound.length);
        if (!cut) bytes[at] = to;
        disk.stored = bytes;
        expect(await seen((await start(disk)).service)).toEqual(fresh);
      }),
      { numRuns: 40 },
    );
  });

  it('equals a fresh start after any changes to the files', async () => {
    const files = fc.array(fc.record({ file: fc.nat(5), text: fc.constantFrom(null, ...TEXTS) }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(files, { minLength: 1, maxLength: 4 }), async (sessions) => {
        const disk = diskWith(...TEXTS);
        for (const changes of sessions) {
          const { service } = await start(disk);
          for (const { file, text } of changes) {
            const uri = `mem:/${file}.txt`;
            if (text === null) disk.texts.delete(uri);
            else disk.texts.set(uri, text);
            await service.filesChanged([{ uri, type: text === null ? 'deleted' : 'changed' }], () => true);
          }
          expect(await seen(service)).toEqual(await seen((await start(disk, { stores: false })).service));
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('the file of records', () => {
  const hash = (n: number): string => n.toString(16).padStart(64, '0');

  it('holds as many as there is room for, under one stamp', () => {
    const records = new Map([1, 2, 3].map((n) => [hash(n), new Uint8Array(n * 100).fill(n)]));
    const file = writeRecords('stamp', records);
    expect(readRecords(file, 'stamp')).toEqual(records);
    expect(readRecords(file, 'stomp').size).toBe(0);
    expect([...readRecords(writeRecords('stamp', records, file.length - 1), 'stamp').keys()]).toEqual([
      hash(1),
      hash(2),
    ]);
    expect(readRecords(new Uint8Array(0), 'stamp').size).toBe(0);
  });

  it('gives numbers and words back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string({ unit: 'binary' }), (numbers, words) => {
        const bytes = new ByteWriter()
          .pack({ numbers: Int32Array.from(numbers), words })
          .num(-0x80000000)
          .take();
        const from = new ByteReader(bytes);
        expect(from.pack()).toEqual({ numbers: Int32Array.from(numbers), words });
        expect(from.num()).toBe(-0x80000000);
        expect(() => from.num()).toThrow(RangeError);
      }),
    );
  });
});
