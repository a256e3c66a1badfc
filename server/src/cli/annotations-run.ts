/** What the `annotations` commands do. Changes when one of them prints or does something else. */
import fs from 'node:fs';
import path from 'node:path';
import type { AgreementView, AnnotationView, CodecId, ExchangeFile, LossView } from '../core/annotations/api.ts';
import { type Annotations, createAnnotations } from '../core/annotations/service.ts';
import { LineIndex } from '../core/text/lines.ts';
import { pathOf, reasonOf, uriOf } from '../node/files.ts';
import { defaultAuthor, FileHost } from './annotations-host.ts';
import { inputFiles } from './inputs.ts';
import { type Io, UNUSABLE } from './io.ts';
import { csv, textTable } from './tables.ts';

export interface Shared {
  readonly author?: string;
}

const FORMATS: Readonly<Record<string, { readonly binary: boolean }>> = {
  qdpx: { binary: true },
  docx: { binary: true },
};

async function withService<T>(io: Io, shared: Shared, run: (service: Annotations) => Promise<T>): Promise<T> {
  const host = new FileHost((line) => io.err(line));
  const service = createAnnotations(host, {
    workspaceFolders: () => [uriOf(io.cwd)],
    author: () => shared.author ?? defaultAuthor(io),
  });
  try {
    return await run(service);
  } finally {
    await service.dispose();
  }
}

const shown = (io: Io, uri: string): string => path.relative(io.cwd, pathOf(uri)) || pathOf(uri);

/** Runs on one file after the other; one that fails is reported and the rest goes on. */
async function each(io: Io, files: readonly string[], run: (uri: string) => Promise<void>): Promise<void> {
  for (const file of files) {
    try {
      await run(uriOf(file));
    } catch (error) {
      io.err(`${path.relative(io.cwd, file)}: ${error instanceof Error ? error.message : String(error)}`);
      io.fail(UNUSABLE);
    }
  }
}

function losses(io: Io, list: readonly LossView[]): void {
  for (const { message, count, examples } of list) {
    io.err(`not carried over: ${message} (${count})${examples.length > 0 ? `, e.g. ${examples.join(' | ')}` : ''}`);
  }
}

export interface ListOptions extends Shared {
  readonly format: 'table' | 'json' | 'csv';
  readonly by?: string;
  readonly tag?: string;
  readonly status?: 'open' | 'resolved';
  readonly attention?: boolean;
}

export async function runList(args: readonly string[], options: ListOptions, io: Io): Promise<void> {
  const files = await inputFiles(args, io);
  const rows: { uri: string; line: number; a: AnnotationView; range: unknown }[] = [];
  await withService(io, options, (service) =>
    each(io, files, async (uri) => {
      const view = await service.call('list', { uri });
      for (const problem of view.problems) io.err(problem);
      const session = await service.session(uri);
      const lines = new LineIndex(session.text);
      for (const a of view.annotations) {
        if (options.by !== undefined && a.author !== options.by) continue;
        if (options.tag !== undefined && !a.tags.some((t) => t.name === options.tag)) continue;
        if (options.status !== undefined && a.status !== options.status) continue;
        if (options.attention && a.anchor !== 'ambiguous' && a.anchor !== 'orphan') continue;
        const range = a.span && { start: lines.position(a.span.start), end: lines.position(a.span.end) };
        rows.push({ uri, line: range ? range.start.line + 1 : 0, a, range });
      }
    }),
  );
  if (options.format === 'json') {
    const list = rows.map(({ uri, a, range }) => {
      const { span: _, candidates: __, relations, ...rest } = a;
      return { uri, range, ...rest, relations };
    });
    io.out(`${JSON.stringify(list, null, 2)}\n`);
    return;
  }
  const cells = rows.map(({ uri, line, a }) => [
    `${shown(io, uri)}${line > 0 ? `:${line}` : ''}`,
    a.anchor === 'attached' ? '' : a.anchor,
    a.tags.map((t) => t.name).join('、'),
    a.text.replace(/\s+/g, ' ').slice(0, 40),
    (a.note ?? '').replace(/\s+/g, ' '),
    a.author,
    a.status === 'resolved' ? `resolved ${a.reason ?? ''}`.trim() : '',
  ]);
  if (options.format === 'csv') io.out(csv(['place', 'anchor', 'tags', 'text', 'note', 'author', 'status'], cells));
  else io.out(textTable(cells));
}

export interface ExportOptions extends Shared {
  readonly to: CodecId;
  readonly out?: string;
}

export async function runExport(args: readonly string[], options: ExportOptions, io: Io): Promise<void> {
  const files = await inputFiles(args, io);
  if (files.length === 0) return;
  await withService(io, options, async (service) => {
    const result = await service.call('export', { uris: files.map(uriOf), format: options.to });
    losses(io, result.losses);
    const [only] = result.files;
    if (options.out === undefined && result.files.length === 1 && only?.text !== undefined) {
      io.out(only.text);
      return;
    }
    const folder = path.resolve(io.cwd, options.out ?? '.');
    fs.mkdirSync(folder, { recursive: true });
    for (const file of result.files) {
      const name = path.join(folder, path.basename(file.name));
      fs.writeFileSync(name, file.base64 === undefined ? (file.text ?? '') : Buffer.from(file.base64, 'base64'));
      io.err(`wrote ${path.relative(io.cwd, name)}`);
    }
  });
}

export interface ImportOptions extends Shared {
  readonly from: CodecId;
  readonly document?: string;
}

export async function runImport(args: readonly string[], options: ImportOptions, io: Io): Promise<void> {
  const names = await inputFiles(args, io);
  const files: ExchangeFile[] = [];
  for (const name of names) {
    try {
      const bytes = fs.readFileSync(name);
      const binary = FORMATS[options.from]?.binary === true;
      files.push({
        name: path.basename(name),
        ...(binary ? { base64: bytes.toString('base64') } : { text: bytes.toString('utf8') }),
      });
    } catch (error) {
      io.err(`${path.relative(io.cwd, name)}: ${reasonOf(error)}`);
      io.fail(UNUSABLE);
    }
  }
  if (files.length === 0) return;
  const document = options.document === undefined ? {} : { uri: uriOf(path.resolve(io.cwd, options.document)) };
  await withService(io, options, async (service) => {
    try {
      const result = await service.call('import', { ...document, format: options.from, files });
      losses(io, result.losses);
      io.out(
        `${JSON.stringify({ imported: result.imported, skipped: result.skipped, needsAttention: result.needsAttention })}\n`,
      );
      if (result.needsAttention > 0) io.fail(1);
    } catch (error) {
      io.err(error instanceof Error ? error.message : String(error));
      io.fail(UNUSABLE);
    }
  });
}

export interface AgreementOptions extends Shared {
  readonly format: 'table' | 'json';
  readonly by?: readonly string[];
  readonly tag?: readonly string[];
}

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

function agreementText(report: AgreementView): string {
  const head = ['tag', 'pair', 'units', 'kappa', 'F1 exact', 'F1 ≥ ½', 'both', 'only first', 'only second'];
  const pairs = report.pairs.map((p) => [
    p.tag,
    `${p.first} – ${p.second}`,
    String(p.units),
    figure(p.kappa),
    figure(p.f1Exact),
    figure(p.f1Half),
    String(p.both),
    String(p.onlyFirst),
    String(p.onlySecond),
  ]);
  const tags = report.tags.map((t) => [t.tag, String(t.coders), String(t.units), figure(t.alphaU), figure(t.alpha)]);
  const where = report.disagreements.map((d) => [
    `${d.document} ${d.start}–${d.end}`,
    d.tag,
    d.text.replace(/\s+/g, ' ').slice(0, 30),
    `${d.by.join('、')} / ${d.notBy.join('、')}`,
  ]);
  return `${report.documents} documents coded by at least two of: ${report.authors.join('、')}
alpha_u over all tags: ${figure(report.alphaU)}

${textTable([['tag', 'coders', 'units', 'alpha_u', 'alpha'], ...tags])}
${textTable([head, ...pairs])}
${report.disagreements.length} disagreements (who has the tag / who has not)
${textTable(where)}`;
}

export async function runAgreement(args: readonly string[], options: AgreementOptions, io: Io): Promise<void> {
  const files = await inputFiles(args, io);
  await withService(io, options, async (service) => {
    const report = await service.call('agreement', {
      uris: files.map(uriOf),
      ...(options.by ? { authors: options.by } : {}),
      ...(options.tag ? { tags: options.tag } : {}),
    });
    io.out(options.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : agreementText(report));
    if (report.documents === 0) io.err('no document was annotated by two people');
  });
}

export interface DoctorOptions extends Shared {
  readonly compact?: boolean;
  readonly follow?: boolean;
  readonly format: 'text' | 'json';
}

/** Exit code 1 where something needs a person. */
export async function runDoctor(folder: string, options: DoctorOptions, io: Io): Promise<void> {
  const root = path.resolve(io.cwd, folder);
  if (!fs.statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    io.err(`${folder}: no such folder`);
    io.fail(UNUSABLE);
    return;
  }
  await withService(io, options, async (service) => {
    const { compact = false, follow = false } = options;
    const r = await service.call('doctor', { folder: uriOf(root), compact, follow });
    if (r.problems.length + r.orphans.length + r.ambiguous.length + r.missingDocuments.length > 0) io.fail(1);
    if (options.format === 'json') {
      io.out(`${JSON.stringify(r, null, 2)}\n`);
      return;
    }
    const lines = [
      `${r.annotations} annotations on ${r.documents} documents in ${r.segments} segments`,
      ...r.problems.map((p) => `problem: ${p}`),
      ...r.missingDocuments.map((uri) => `missing: ${shown(io, uri)} is not there any more; its annotations are`),
      ...r.moved.map(
        ({ from, to }) =>
          `${follow ? 'followed' : 'moved'}: ${shown(io, from)} is now ${shown(io, to)}${follow ? '' : ' (--follow takes its annotations there)'}`,
      ),
      ...r.orphans.map((o) => `orphan: ${shown(io, o.uri)}: “${o.text.slice(0, 40)}” (${o.id})`),
      ...r.ambiguous.map((o) => `ambiguous: ${shown(io, o.uri)}: “${o.text.slice(0, 40)}” (${o.id})`),
    ];
    if (r.unusedBases > 0)
      lines.push(
        `${r.unusedBases} base texts ${options.compact ? 'that nothing used were removed' : 'are used by nothing'}`,
      );
    if (r.compacted > 0) lines.push(`${r.compacted} segments were joined`);
    io.out(`${lines.join('\n')}\n`);
  });
}
