/**
 * Says once when lines of a log or of the tag set cannot be read: what they say is missing in the window, and nobody would
 * look for it. Changes when something else can be wrong with these files.
 */
import * as vscode from 'vscode';
import type { Damage } from '../../../server/src/lsp/protocol.ts';
import type { Store } from './store.ts';

/** What is said of one file, and where to look. */
interface Notice {
  readonly uri: string;
  readonly line: number;
  readonly message: string;
}

/** One notice for each file: of lines that cannot be read, else of marks of a merge, else of events that are too new. */
export function notices(damage: readonly Damage[], name: (uri: string) => string): Notice[] {
  const files = new Map<string, Damage[]>();
  for (const d of damage) files.set(d.uri, [...(files.get(d.uri) ?? []), d]);
  return [...files].map(([uri, all]) => {
    const first = (kind: Damage['kind']) => all.find((d) => d.kind === kind);
    const found = first('unreadable') ?? first('conflict-marker') ?? all[0]!;
    const count = all.filter((d) => d.kind === found.kind).length;
    const message =
      found.kind === 'unreadable'
        ? vscode.l10n.t(
            '{0}: lines that cannot be read: {1}. They are kept, but what they say is not shown.',
            name(uri),
            count,
          )
        : found.kind === 'conflict-marker'
          ? vscode.l10n.t('{0} has marks of a merge conflict. What both sides say is shown.', name(uri))
          : vscode.l10n.t('{0}: entries of a newer version: {1}. They are kept, but not shown.', name(uri), count);
    return { uri, line: found.line, message };
  });
}

/** Watches over the documents of a store; `dispose` ends that. */
export function tellDamage(store: Store): vscode.Disposable {
  const told = new Set<string>();
  const name = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  return store.onDidChange((uri) => {
    for (const { uri: file, line, message } of uri ? notices(store.damageOf(uri), name) : []) {
      if (told.has(message)) continue;
      told.add(message);
      const show = vscode.l10n.t('Show the Line');
      void vscode.window.showWarningMessage(message, show).then(async (answer) => {
        if (answer !== show) return;
        const at = new vscode.Position(Math.max(0, line - 1), 0);
        await vscode.window.showTextDocument(vscode.Uri.parse(file), { selection: new vscode.Range(at, at) });
      });
    }
  });
}
