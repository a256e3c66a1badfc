/** Documents for the benchmark: the seeds, and the reference corpus where POLICY_REFERENCE names it. */
import fs from 'node:fs';
import path from 'node:path';

export interface Sample {
  readonly name: string;
  readonly set: 'seeds' | 'corpus';
  /** LF line ends, no byte order mark. */
  readonly text: string;
}

function decode(bytes: Buffer): string {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (label) return new TextDecoder(label).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const load = (folder: string, set: Sample['set']): Sample[] =>
  fs
    .readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .sort()
    .map((f) => ({
      name: f.slice(0, 3).replace(/_$/, ''),
      set,
      text: decode(fs.readFileSync(path.join(folder, f)))
        .replace(/^\ufeff/, '')
        .replace(/\r\n?/g, '\n'),
    }));

export function samples(root: string): Sample[] {
  const out = load(path.join(root, 'seeds'), 'seeds');
  const reference = process.env['POLICY_REFERENCE'];
  if (reference) out.push(...load(path.join(reference, 'corpus'), 'corpus'));
  return out;
}

/** A small generator with a seed (mulberry32), so that a run can be repeated. */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
