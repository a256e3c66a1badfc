/**
 * Rule pages: `…://policy-annotator.policy-annotator/rules/ID` shows the page of a rule beside the document.
 * Changes when the pages live elsewhere. Pages are read from the extension's own files through the editor, so that the
 * web works too, and shown as virtual documents, which nobody edits by mistake.
 */
import * as vscode from 'vscode';

const SCHEME = 'policy-annotator-rule';
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The id that an address of the form `/rules/ID` names; null for any other address. */
export function ruleOf(path: string): string | null {
  const id = /^\/rules\/([^/]+?)(?:\.md)?\/?$/.exec(path)?.[1] ?? '';
  return ID.test(id) ? id : null;
}

/** The page in the language of the interface, in English where there is none; null where the rule has no page. */
async function page(extension: vscode.Uri, id: string): Promise<string | null> {
  const chinese = /^zh/i.test(vscode.env.language);
  for (const name of chinese ? [`${id}.zh-cn.md`, `${id}.md`] : [`${id}.md`]) {
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'docs', 'rules', name));
      return new TextDecoder().decode(bytes);
    } catch {
      // The next name, or none.
    }
  }
  return null;
}

/** Shows the page of a rule, or says that there is none. */
export async function showRule(extension: vscode.Uri, id: string): Promise<void> {
  if ((await page(extension, id)) === null) {
    void vscode.window.showWarningMessage(vscode.l10n.t('There is no page for the rule “{0}”.', id));
    return;
  }
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/rules/${id}.md` });
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  } catch {
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }
}

export function registerRules(extension: vscode.Uri, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => page(extension, ruleOf(uri.path) ?? ''),
    }),
    vscode.window.registerUriHandler({
      handleUri(uri) {
        const id = ruleOf(uri.path);
        if (id !== null) return showRule(extension, id);
        log.warn(`Address without meaning: ${uri.path}`);
        void vscode.window.showWarningMessage(vscode.l10n.t('Policy Annotator has no page at this address.'));
        return undefined;
      },
    }),
  );
}
