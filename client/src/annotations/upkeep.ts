/**
 * Commands over all annotations of a workspace: following documents that other programs moved, and how far two annotators
 * agree. Changes when such a command is added, or the report says something new.
 */
import * as vscode from 'vscode';
import type { AnnotationRequests } from '../../../server/src/lsp/protocol.ts';
import type { Author } from './author.ts';
import { short } from './describe.ts';
import type { Span } from './shift.ts';
import type { Store } from './store.ts';

type AgreementReport = AnnotationRequests['agreement'][1];
type Disagreement = AgreementReport['disagreements'][number];
/** Shows a place of a document; with `glance` the keyboard stays where it is. */
type Reveal = (uri: string, span: Span, glance: boolean) => Promise<unknown>;

const MOST_DISAGREEMENTS = 500;

/** Looks for documents that are gone and whose very text lies elsewhere now; their annotations go there on request. */
export async function followMoved(store: Store, author: Author): Promise<void> {
  const found: { readonly folder: string; readonly from: string; readonly to: string }[] = [];
  const missing: string[] = [];
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const folder = uri.toString();
    const report = await store.call('doctor', { folder });
    found.push(...report.moved.map((m) => ({ folder, ...m })));
    missing.push(...report.missingDocuments.filter((m) => !report.moved.some(({ from }) => from === m)));
  }
  const name = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  if (found.length === 0) {
    const message =
      missing.length === 0
        ? vscode.l10n.t('Every annotated document is where its annotations are.')
        : vscode.l10n.t('No text like that of these documents was found: {0}', missing.map(name).join(', '));
    void vscode.window.showInformationMessage(message);
    return;
  }
  if ((await author.name()) === null) return;
  const move = vscode.l10n.t('Take Annotations Along');
  const detail = found.map(({ from, to }) => `${name(from)} → ${name(to)}`).join('\n');
  const message = vscode.l10n.t('Documents moved by other programs: {0}', found.length);
  if ((await vscode.window.showInformationMessage(message, { modal: true, detail }, move)) !== move) return;
  for (const folder of new Set(found.map((f) => f.folder))) await store.call('doctor', { folder, follow: true });
  store.refresh();
}

/** Asks for annotators, and gives the report of how far they agree over all documents that two of them annotated. */
async function askReport(store: Store): Promise<AgreementReport | null> {
  const entries = (await store.call('documents', {})).filter((e) => e.exists);
  const counts = new Map<string, number>();
  for (const { authors } of entries) for (const a of authors) counts.set(a, (counts.get(a) ?? 0) + 1);
  if (counts.size < 2) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Agreement needs annotations of two people.'));
    return null;
  }
  const items = [...counts].map(([label, n]) => ({
    label,
    description: vscode.l10n.t('Documents: {0}', n),
    picked: counts.size === 2,
  }));
  const title = vscode.l10n.t('Whose annotations? Choose two or more');
  const chosen = await vscode.window.showQuickPick(items, { title, canPickMany: true });
  if (!chosen) return null;
  const authors = chosen.map((c) => c.label);
  if (authors.length < 2) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Agreement needs annotations of two people.'));
    return null;
  }
  return store.call('agreement', { uris: entries.map((e) => e.uri), authors });
}

/** Opens a report of how far annotators agree, and offers to walk through where they do not. */
export async function reportAgreement(store: Store, reveal: Reveal): Promise<void> {
  const report = await askReport(store);
  if (!report) return;
  const content = agreementMarkdown(report);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  if (report.disagreements.length === 0) return;
  const walk = vscode.l10n.t('Walk Through');
  const message = vscode.l10n.t('Where they disagree ({0})', report.disagreements.length);
  void vscode.window.showInformationMessage(message, walk).then((answer) => {
    if (answer === walk) void walkThrough(report, reveal);
  });
}

/** Asks for annotators and walks through where they disagree. */
export async function walkDisagreements(store: Store, reveal: Reveal): Promise<void> {
  const report = await askReport(store);
  if (!report) return;
  if (report.disagreements.length > 0) await walkThrough(report, reveal);
  else void vscode.window.showInformationMessage(vscode.l10n.t('They agree everywhere.'));
}

/** Shows each place while it is the chosen row; Enter stays there. */
async function walkThrough({ disagreements }: AgreementReport, reveal: Reveal): Promise<void> {
  const picker = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly at: Disagreement }>();
  picker.title = vscode.l10n.t('Where they disagree ({0})', disagreements.length);
  picker.placeholder = vscode.l10n.t('Up and down show the places; Enter stays there');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = disagreements.slice(0, MOST_DISAGREEMENTS).map((at) => ({
    label: short(at.text, 50),
    description: at.tag,
    detail: vscode.l10n.t('{0}; not {1}; {2}', at.by.join(', '), at.notBy.join(', '), at.document),
    at,
  }));
  const show = ([row]: readonly { readonly at: Disagreement }[], stay: boolean): Promise<unknown> =>
    row ? reveal(row.at.uri, { start: row.at.start, end: row.at.end }, !stay) : Promise.resolve();
  await new Promise<void>((resolve) => {
    picker.onDidChangeActive((rows) => void show(rows, false));
    picker.onDidAccept(() => {
      void show(picker.selectedItems, true);
      picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      resolve();
    });
    picker.show();
  });
}

const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\|<>[\]*_`]/g, '\\$&');
const figure = (n: number | null): string => (n === null ? '–' : n.toFixed(3));
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** The report as a Markdown document. */
export function agreementMarkdown(report: AgreementReport): string {
  const title = vscode.l10n.t('Agreement of annotators');
  const facts = vscode.l10n.t(
    'Annotators: {0}. Documents that two of them annotated: {1}.',
    report.authors.map(cell).join(', '),
    report.documents,
  );
  const tag = vscode.l10n.t('Tag');
  const shown = report.disagreements.slice(0, MOST_DISAGREEMENTS);
  const hidden = report.disagreements.length - shown.length;
  const parts = [
    `# ${title}`,
    facts,
    `Krippendorff αᵤ = ${figure(report.alphaU)}`,
    table(
      [tag, vscode.l10n.t('Annotators'), vscode.l10n.t('Characters'), 'α', 'αᵤ'],
      report.tags.map((t) => [cell(t.tag), String(t.coders), String(t.units), figure(t.alpha), figure(t.alphaU)]),
    ),
    table(
      [tag, vscode.l10n.t('Pair'), vscode.l10n.t('Spans'), 'κ', 'F1', 'F1 (½)'],
      report.pairs.map((p) => [
        cell(p.tag),
        `${cell(p.first)} / ${cell(p.second)}`,
        `${p.spansFirst} / ${p.spansSecond}`,
        figure(p.kappa),
        figure(p.f1Exact),
        figure(p.f1Half),
      ]),
    ),
    `## ${vscode.l10n.t('Where they disagree ({0})', report.disagreements.length)}`,
    ...(shown.length === 0
      ? []
      : [
          table(
            [
              vscode.l10n.t('Document'),
              tag,
              vscode.l10n.t('Text'),
              vscode.l10n.t('Tagged by'),
              vscode.l10n.t('Not by'),
            ],
            shown.map((d) => [
              cell(d.document),
              cell(d.tag),
              cell(d.text.slice(0, 60)),
              d.by.map(cell).join(', '),
              d.notBy.map(cell).join(', '),
            ]),
          ),
        ]),
    ...(hidden > 0 ? [vscode.l10n.t('Not shown: {0}', hidden)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
