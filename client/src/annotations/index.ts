/**
 * Annotations in the editor: puts their parts together and shows how many there are.
 * Changes when a part is added.
 */
import * as vscode from 'vscode';
import { LANGUAGE } from '../language.ts';
import type { Session } from '../session.ts';
import { Actions } from './actions.ts';
import { Author } from './author.ts';
import { registerAnnotationCommands } from './commands.ts';
import { tellDamage } from './damage.ts';
import { Decorations } from './decorations.ts';
import { GROUPINGS, type Grouping, needsAttention } from './groups.ts';
import { isPolicy, Store } from './store.ts';
import { Threads } from './threads.ts';
import { AnnotationList, AttentionList, type Node } from './tree.ts';

const GROUPING = 'policyAnnotator.grouping';
const SOON = 200;

export interface Annotations extends vscode.Disposable {
  readonly store: Store;
  readonly threads: Threads;
}

export function registerAnnotations(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  session: Session,
): Annotations {
  const store = new Store(session, log);
  const author = new Author(session, context.globalState);
  const actions = new Actions(store, author, context.workspaceState);
  const threads = new Threads(store);
  const list = new AnnotationList(store, context.workspaceState.get<Grouping>(GROUPING, 'document'));
  const attention = new AttentionList(store);
  const view = vscode.window.createTreeView<Node>('policyAnnotator.annotations', {
    treeDataProvider: list,
    showCollapseAll: true,
  });
  const attentionView = vscode.window.createTreeView<Node>('policyAnnotator.needsAttention', {
    treeDataProvider: attention,
  });
  const status = vscode.window.createStatusBarItem('policyAnnotator.annotations', vscode.StatusBarAlignment.Right, 90);
  status.name = vscode.l10n.t('Annotations');
  status.command = 'policyAnnotator.focusAnnotations';

  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (document && isPolicy(document)) {
      const here = store.of(document.uri);
      const lost = here.filter(needsAttention).length;
      status.text = `$(tag) ${here.length}${lost > 0 ? ` $(warning) ${lost}` : ''}`;
      const label = vscode.l10n.t('Annotations in this document: {0}; need attention: {1}', here.length, lost);
      status.tooltip = label;
      status.accessibilityInformation = { label };
      status.show();
    } else status.hide();
    if (session.phase !== 'running') return;
    const all = await store.all();
    const annotations = all.flatMap((d) => (d.entry.exists ? d.annotations : []));
    const lost = annotations.filter(needsAttention).length;
    attentionView.badge =
      lost > 0 ? { value: lost, tooltip: vscode.l10n.t('Annotations that need attention: {0}', lost) } : undefined;
    await vscode.commands.executeCommand('setContext', 'policyAnnotator.needsAttention', lost > 0);
    await vscode.commands.executeCommand('setContext', 'policyAnnotator.annotated', annotations.length > 0);
    const hidden = list.total - list.shown;
    view.description = list.query === '' ? '' : `“${list.query}” ${list.shown}/${list.total}`;
    view.message = hidden > 0 && list.shown === 0 ? vscode.l10n.t('The filter hides all annotations: {0}', hidden) : '';
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void show().catch((error) => log.warn(`Counting annotations: ${error}`)), SOON);
  };
  const filtered = async (query: string): Promise<void> => {
    list.query = query;
    list.update();
    soon();
    await vscode.commands.executeCommand('setContext', 'policyAnnotator.filtered', query !== '');
  };
  const commands = registerAnnotationCommands(log, actions, threads, {
    async filter() {
      const query = await vscode.window.showInputBox({
        title: vscode.l10n.t('Filter annotations'),
        prompt: vscode.l10n.t('Words of the text, notes, tags, authors, sections or files. All must occur.'),
        value: list.query,
      });
      if (query !== undefined) await filtered(query.trim());
    },
    clearFilter: () => void filtered(''),
    async group() {
      const names: Readonly<Record<Grouping, string>> = {
        document: vscode.l10n.t('By Document'),
        section: vscode.l10n.t('By Section'),
        tag: vscode.l10n.t('By Tag'),
        author: vscode.l10n.t('By Author'),
        status: vscode.l10n.t('By Status'),
      };
      const items = GROUPINGS.map((by) => ({ label: names[by], picked: by === list.grouping, by }));
      const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group annotations') });
      if (!chosen) return;
      list.grouping = chosen.by;
      await context.workspaceState.update(GROUPING, chosen.by);
      list.update();
    },
    toggleResolved() {
      list.resolved = !list.resolved;
      list.update();
    },
  });
  soon();
  const parts = vscode.Disposable.from(
    store,
    threads,
    new Decorations(store),
    list,
    attention,
    view,
    attentionView,
    status,
    commands,
    vscode.languages.registerCodeActionsProvider({ language: LANGUAGE }, { provideCodeActions: findingActions }),
    store.onDidChange(soon),
    tellDamage(store),
    session.onPhase(() => {
      author.forget();
      list.update();
      attention.update();
      soon();
    }),
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.workspace.onDidChangeConfiguration((e) => {
      if (e.affectsConfiguration('policyAnnotator.annotations.author')) author.forget();
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
  return { store, threads, dispose: () => parts.dispose() };
}

/** Offers to annotate each finding of ours under the cursor. */
function findingActions(
  document: vscode.TextDocument,
  _range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  return diagnostics
    .filter((d) => d.source === 'policy-annotator')
    .map((d) => {
      const title = vscode.l10n.t('Annotate this finding');
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      const args = [document.uri, d.range, d.message];
      action.command = { command: 'policyAnnotator.annotateDiagnostic', title, arguments: args };
      action.diagnostics = [d];
      return action;
    });
}
