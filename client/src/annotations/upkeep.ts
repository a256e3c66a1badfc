/**
 * Commands over all annotations of a workspace: following documents that other programs moved, and how far two annotators
 * agree. Changes when such a command is added, or the report says something new.
 */
import * as vscode from 'vscode';
import type { AnnotationRequests } from '../../../server/src/lsp/protocol.ts';
import type { Author } from './author.ts';
import type { Store } from './store.ts';

type AgreementReport = AnnotationRequests['agreement'][1];

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

/** Asks for two annotators and opens a report of how far they agree, over all documents that both annotated. */
export async function reportAgreement(store: Store): Promise<void> {
  const entries = (await store.call('documents', {})).filter((e) => e.exists);
  const counts = new Map<string, number>();
  for (const { authors } of entries) for (const a of authors) counts.set(a, (counts.get(a) ?? 0) + 1);
  if (counts.size < 2) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Agreement needs annotations of two people.'));
    return;
  }
  const items = [...counts].map(([label, n]) => ({
    label,
    description: vscode.l10n.t('Documents: {0}', n),
    picked: counts.size === 2,
  }));
  const title = vscode.l10n.t('Whose annotations? Choose two or more');
  const chosen = await vscode.window.showQuickPick(items, { title, canPickMany: true });
  if (!chosen) return;
  const authors = chosen.map((c) => c.label);
  if (authors.length < 2) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Agreement needs annotations of two people.'));
    return;
  }
  const report = await store.call('agreement', { uris: entries.map((e) => e.uri), authors });
  const content = agreementMarkdown(report);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
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
