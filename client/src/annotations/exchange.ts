/** Exporting and importing annotations in the formats of the server. Changes when a format is added or asked for otherwise. */
import * as vscode from 'vscode';
import type { CodecId, ExchangeFile, LossView } from '../../../server/src/lsp/protocol.ts';
import type { Author } from './author.ts';
import { isPolicy, type Store } from './store.ts';

interface Format {
  readonly id: CodecId;
  readonly name: string;
  /** Endings of its files, without the dot. */
  readonly ends: readonly string[];
  readonly imports: boolean;
}

/** Names of programs and formats, which are the same in every language. */
const FORMATS: readonly Format[] = [
  { id: 'docx', name: 'Word (.docx)', ends: ['docx'], imports: true },
  { id: 'csv', name: 'CSV', ends: ['csv'], imports: true },
  { id: 'markdown', name: 'Markdown', ends: ['md'], imports: false },
  { id: 'html', name: 'HTML', ends: ['html'], imports: false },
  { id: 'w3c', name: 'W3C Web Annotation (JSON-LD)', ends: ['jsonld', 'json'], imports: true },
  { id: 'qdpx', name: 'REFI-QDA (.qdpx: NVivo, MAXQDA, ATLAS.ti)', ends: ['qdpx'], imports: true },
  { id: 'qdc', name: 'REFI-QDA (.qdc)', ends: ['qdc'], imports: true },
  { id: 'uima', name: 'UIMA CAS JSON (INCEpTION)', ends: ['json'], imports: true },
  { id: 'webanno', name: 'WebAnno TSV 3.3', ends: ['tsv'], imports: true },
  { id: 'brat', name: 'brat', ends: ['ann', 'txt', 'conf'], imports: true },
  { id: 'labelstudio', name: 'Label Studio', ends: ['json', 'xml'], imports: true },
  { id: 'doccano', name: 'doccano (JSONL)', ends: ['jsonl'], imports: true },
  { id: 'spacy', name: 'spaCy (JSONL)', ends: ['jsonl'], imports: true },
  { id: 'conll2002', name: 'CoNLL-2002', ends: ['conll', 'txt'], imports: true },
];

const pickFormat = (formats: readonly Format[], title: string): Thenable<(Format & { label: string }) | undefined> =>
  vscode.window.showQuickPick(
    formats.map((f) => ({ ...f, label: f.name })),
    { title },
  );

const bytesOf = ({ text, base64 }: ExchangeFile): Uint8Array =>
  text !== undefined ? new TextEncoder().encode(text) : Uint8Array.from(atob(base64 ?? ''), (c) => c.charCodeAt(0));

/** Bytes as the server takes them; every reader of a text format decodes them itself. */
function fileOf(name: string, bytes: Uint8Array): ExchangeFile {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return { name, base64: btoa(binary) };
}

/** Says what a format could not hold, and shows the whole list on request. */
function report(message: string, losses: readonly LossView[]): void {
  if (losses.length === 0) {
    void vscode.window.showInformationMessage(message);
    return;
  }
  const show = vscode.l10n.t('What was lost?');
  void vscode.window.showWarningMessage(message, show).then(async (answer) => {
    if (answer !== show) return;
    const content = losses
      .map(({ count, message: what, examples }) =>
        [`- ${count} × ${what}`, ...examples.map((e) => `  - ${e}`)].join('\n'),
      )
      .join('\n');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  });
}

/** Asks before files are replaced: some formats bring the text along, under the name of the document itself. */
async function mayReplace(uris: readonly vscode.Uri[]): Promise<boolean> {
  const there: string[] = [];
  for (const uri of uris) {
    const found = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (found) there.push(vscode.workspace.asRelativePath(uri));
  }
  if (there.length === 0) return true;
  const replace = vscode.l10n.t('Replace');
  const message = vscode.l10n.t('Files that are there already: {0}. Replace them?', there.length);
  const detail = there.slice(0, 12).join('\n');
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, replace)) === replace;
}

/** Asks for documents, a format and a folder, and writes the files. */
export async function exportAnnotations(store: Store): Promise<void> {
  const active = vscode.window.activeTextEditor?.document;
  const all = await store.all();
  if (all.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There are no annotations yet.'));
    return;
  }
  const here = all.find(({ entry }) => active && vscode.Uri.parse(entry.uri).toString() === active.uri.toString());
  let uris = all.filter(({ entry }) => entry.exists).map(({ entry }) => entry.uri);
  if (here && uris.length > 1) {
    const one = { label: vscode.l10n.t('This document'), uris: [here.entry.uri] };
    const many = { label: vscode.l10n.t('All documents ({0})', uris.length), uris };
    const scope = await vscode.window.showQuickPick([one, many], { title: vscode.l10n.t('Export annotations of') });
    if (!scope) return;
    uris = scope.uris;
  }
  const format = await pickFormat(FORMATS, vscode.l10n.t('Export annotations as'));
  if (!format) return;
  const { files, losses } = await store.call('export', { uris, format: format.id });
  const folders = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    canSelectMany: false,
    openLabel: vscode.l10n.t('Export Here'),
    ...(vscode.workspace.workspaceFolders?.[0] ? { defaultUri: vscode.workspace.workspaceFolders[0].uri } : {}),
  });
  const [folder] = folders ?? [];
  if (!folder) return;
  const targets = files.map((file) => ({ file, uri: vscode.Uri.joinPath(folder, file.name) }));
  if (!(await mayReplace(targets.map((t) => t.uri)))) return;
  for (const { file, uri } of targets) await vscode.workspace.fs.writeFile(uri, bytesOf(file));
  report(vscode.l10n.t('Files written: {0}', files.length), losses);
}

/** Asks for a format and its files, and places their annotations in the documents as they are now. */
export async function importAnnotations(store: Store, author: Author): Promise<void> {
  if ((await author.name()) === null) return;
  const format = await pickFormat(
    FORMATS.filter((f) => f.imports),
    vscode.l10n.t('Import annotations from'),
  );
  if (!format) return;
  const chosen = await vscode.window.showOpenDialog({
    canSelectMany: true,
    filters: { [format.name]: [...format.ends], '*': ['*'] },
    openLabel: vscode.l10n.t('Import'),
  });
  if (!chosen || chosen.length === 0) return;
  const files = await Promise.all(
    chosen.map(async (uri) => fileOf(uri.path.split('/').at(-1) ?? '', await vscode.workspace.fs.readFile(uri))),
  );
  const document = vscode.window.activeTextEditor?.document;
  const at = document && isPolicy(document) ? { uri: document.uri.toString() } : {};
  const result = await store.call('import', { ...at, format: format.id, files });
  store.refresh();
  const message = vscode.l10n.t(
    'Imported: {0}; already there: {1}; need attention: {2}',
    result.imported,
    result.skipped,
    result.needsAttention,
  );
  report(message, result.losses);
}
