/**
 * Terms: matching 10,000 terms over 10 MB against the bare baseline, and how fast hover, definition, references and
 * symbols answer in a workspace of 1,000 documents (`DOCUMENTS=5000` for more).
 */
import fs from 'node:fs';
import path from 'node:path';
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import { definition } from '../../server/src/core/features/definition.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { documentLinks } from '../../server/src/core/features/links.ts';
import { references } from '../../server/src/core/features/references.ts';
import { workspaceSymbols } from '../../server/src/core/features/workspaceSymbols.ts';
import { glossaryWith, toEntry } from '../../server/src/core/glossary/entries.ts';
import { Glossary } from '../../server/src/core/glossary/glossary.ts';
import { Matcher } from '../../server/src/core/glossary/matcher.ts';
import { CompactText } from '../../server/src/core/text/compact.ts';
import { fold } from '../../server/src/core/text/fold.ts';
import { Workspace } from '../../server/src/core/workspace/workspace.ts';
import { baseline as bareScan } from './baseline.ts';
import { best, megabytes, row } from './measure.ts';

declare const __ROOT__: string;

const folder = path.join(__ROOT__, 'seeds');
const seeds = fs
  .readdirSync(folder)
  .sort()
  .map((f) => fs.readFileSync(path.join(folder, f), 'utf8'));
let state = 20240607;
const random = (n: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * n);
};

/** Ten megabytes of the samples, mixed by paragraph. */
function tenMegabytes(): string {
  const paragraphs = seeds.flatMap((s) => s.split('\n')).filter((p) => p.length > 20);
  const out: string[] = [];
  for (let size = 0; size < 10e6; ) {
    const p = paragraphs[random(paragraphs.length)]!;
    out.push(p);
    size += Buffer.byteLength(p) + 1;
  }
  return out.join('\n').split('').join('');
}

/** Terms of 3 to 12 characters: one in four stands in the samples, the others are made of two of their words. */
function someTerms(n: number): string[] {
  const text = fold(seeds.join('')).replace(/[^\u4e00-\u9fff]+/g, ' ');
  const cut = (least: number, more: number): string => {
    for (;;) {
      const at = random(text.length - 12);
      const term = text.slice(at, at + least + random(more));
      if (!term.includes(' ')) return term;
    }
  };
  const found = new Set<string>();
  while (found.size < n) found.add(found.size % 4 === 0 ? cut(3, 10) : cut(2, 3) + cut(2, 5));
  return [...found];
}

function matching(): void {
  const text = tenMegabytes();
  const size = megabytes(text);
  const bare = best(() => bareScan(text), 3);
  row('bare scan', size, bare);
  row(
    'fold',
    size,
    best(() => fold(text), 5),
    bare,
  );
  const folded = fold(text);
  row(
    'compact',
    size,
    best(() => CompactText.of(folded), 5),
    bare,
  );
  const compact = CompactText.of(folded);
  for (const n of [250, 10_000]) {
    const terms = someTerms(n);
    let start = performance.now();
    const matcher = new Matcher();
    for (const term of terms) matcher.add(term);
    const made = performance.now() - start;
    const hits = matcher.find(compact.text).length;
    row(
      `${n} terms: hits alone`,
      size,
      best(() => matcher.find(compact.text), 3),
      bare,
    );
    console.log(`    ${hits} longest matches; made in ${made.toFixed(1)} ms`);
    const glossary = new Glossary(terms.map((term) => toEntry({ term }, 'national', { kind: 'builtin' })));
    row(
      `${n} terms: with places`,
      size,
      best(() => glossary.match(folded, compact), 3),
      bare,
    );
    start = performance.now();
    const peer = new AhoCorasick(terms);
    const peerMade = performance.now() - start;
    row(
      `${n} terms: Aho–Corasick`,
      size,
      best(() => peer.matchInText(compact.text), 3),
      bare,
    );
    console.log(
      `    ${peer.matchInText(compact.text).length} matches of any length; made in ${peerMade.toFixed(1)} ms`,
    );
  }
}

const CN = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const lines = seeds
  .flatMap((s) => s.split(/\r?\n/))
  .map((l) => l.trim())
  .filter((l) => l !== '');
const sentences = lines.flatMap((l) => l.match(/[^。！？]+[。！？]/g) ?? []).filter((s) => s.length > 12);
const headings = [
  ...new Set(sentences.map((s) => s.split(/[，。、]/)[0]!.replace(/^[一二三四五六七八九十（）．.0-9、\s]+/, ''))),
].filter((h) => h.length > 3 && h.length < 24);
const title = (i: number): string =>
  `关于${headings[(i * 7) % headings.length]!.slice(0, 14)}的${['意见', '通知', '决定', '实施方案', '报告'][i % 5]}（第${String(i).padStart(5, '0')}号）`;

function document(i: number, all: number): string {
  const out = [title(i), `杭政发〔2022〕${i}号`];
  for (let k = 1; k <= 8; k++) {
    out.push(`${CN[k]}、${headings[random(headings.length)]}`, sentences[random(sentences.length)]!);
    for (let j = 1; j <= 4; j++) {
      const cited = random(20) === 0 ? 1 : 1 + random(all);
      out.push(`（${CN[j]}）${headings[random(headings.length)]}`);
      out.push(
        `${Array.from({ length: 4 }, () => sentences[random(sentences.length)]!).join('')}根据《${title(cited)}》抓好落实。`,
      );
    }
  }
  return `${out.join('\n')}\n`;
}

async function percentiles(name: string, work: (i: number) => unknown, runs = 200): Promise<void> {
  let start = performance.now();
  await work(0);
  const first = performance.now() - start;
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    start = performance.now();
    await work(i);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (p: number): string => times[Math.floor((times.length - 1) * p)]!.toFixed(2).padStart(8);
  console.log(`${name.padEnd(34)} first ${first.toFixed(1).padStart(7)}  p50 ${at(0.5)}  p95 ${at(0.95)} ms`);
}

async function latency(): Promise<void> {
  const n = Number(process.env['DOCUMENTS'] ?? 1000);
  const texts = Array.from({ length: n }, (_, i) => document(i + 1, n));
  const size = texts.reduce((sum, t) => sum + t.length, 0);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const workspace = new Workspace({ glossary: glossaryWith() });
  const cpu = process.cpuUsage();
  texts.forEach((text, i) => {
    workspace.set(`file:///w/${i + 1}.txt`, text, null);
  });
  const used = process.cpuUsage(cpu);
  globalThis.gc?.();
  const heap = (process.memoryUsage().heapUsed - before) / 1e6;
  console.log(
    `\n${n} documents, ${Math.round(size / n)} characters each: indexed in ${((used.user + used.system) / 1e3).toFixed(0)} ms CPU, ${heap.toFixed(0)} MB of heap kept`,
  );
  const uri = 'file:///w/2.txt';
  workspace.set(uri, texts[1]!, 1);
  const text = texts[1]!;
  const marks = [...text.matchAll(/“([^“”]{2,12})”/g)].map((m) => m.index + 2);
  const cites = [...text.matchAll(/《/g)].map((m) => m.index + 5);
  const at = (list: readonly number[], i: number): number => list[i % list.length]!;
  await percentiles('hover on a term', (i) => hover(workspace, uri, at(marks, i), { locale: 'zh-cn' }));
  await percentiles('hover on a title', (i) => hover(workspace, uri, at(cites, i), { locale: 'zh-cn' }));
  await percentiles('definition of a term', (i) => definition(workspace, uri, at(marks, i)));
  await percentiles('definition of a title', (i) => definition(workspace, uri, at(cites, i)));
  const known = text.includes('两个维护') ? text.indexOf('两个维护') + 1 : at(marks, 0);
  const hits = references(workspace, uri, known).length;
  await percentiles(`references of a term (${hits})`, () => references(workspace, uri, known));
  const bare =
    marks.find((m) => references(workspace, uri, m).length > 0 && !workspace.glossary.has(text.slice(m - 1, m + 1))) ??
    marks[0]!;
  await percentiles('references of any quoted words', () => references(workspace, uri, bare), 50);
  workspace.set('file:///w/1.txt', texts[0]!, 1);
  const cited = references(workspace, 'file:///w/1.txt', 3).length;
  await percentiles(`references of a title (${cited})`, () => references(workspace, 'file:///w/1.txt', 3), 50);
  await percentiles('links of a document', () => documentLinks(workspace, uri), 50);
  await percentiles('symbols, one hit', () => workspaceSymbols(workspace, `第${String(n).padStart(5, '0')}号`), 30);
  await percentiles('symbols, many hits', () => workspaceSymbols(workspace, '建设'), 30);
  await percentiles('symbols by initials', () => workspaceSymbols(workspace, 'lgxx'), 30);
  await percentiles(
    'edit, then symbols',
    (i) => {
      workspace.set(uri, `${text}第${i}次修改。\n`, i + 2);
      return workspaceSymbols(workspace, `第${String(n).padStart(5, '0')}号`);
    },
    30,
  );
}

matching();
void latency();
