/** What the tests inside the editor share: opening, waiting, comparing. Changes when the editor's API is used otherwise. */
import * as vscode from 'vscode';

export const EXTENSION = 'policy-annotator.policy-annotator';
export const LANGUAGE = 'policy-zh';

/** Throws unless both are the same when written as JSON. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`${what}: expected ${e}, got ${a}`);
}

/** Throws unless the condition holds. */
export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again until the answer is neither null nor undefined nor false; throws when time is up. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  limitMs = 15_000,
): Promise<Exclude<T, null | undefined | false>> {
  const begun = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) {
      return answer as Exclude<T, null | undefined | false>;
    }
    if (Date.now() - begun > limitMs) throw new Error(`${what}: not within ${limitMs / 1000} s`);
    await sleep(100);
  }
}

/** The folder with copies of the sample documents. */
export function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  ok(first, 'no folder is open');
  return first.uri;
}

/** The sample document whose name starts with three digits. */
export async function sample(digits: string): Promise<vscode.Uri> {
  const entries = await vscode.workspace.fs.readDirectory(folder());
  const name = entries.map(([n]) => n).find((n) => n.startsWith(`${digits}_`));
  ok(name, `no sample document ${digits}`);
  return vscode.Uri.joinPath(folder(), name);
}

/** Opens a document in an editor and waits until its language is the one expected. */
export async function open(uri: vscode.Uri, language = LANGUAGE): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  return until(`${uri.path} as ${language}`, () =>
    vscode.workspace.textDocuments.find((d) => d.uri.toString() === uri.toString() && d.languageId === language),
  );
}

/** Writes a file into the workspace and gives its address. */
export async function write(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

/** A policy document that exists nowhere else, as an untitled document. */
export const untitled = async (content: string): Promise<vscode.TextDocument> =>
  vscode.workspace.openTextDocument({ language: LANGUAGE, content });

export async function symbols(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return found ?? [];
}

/** The tree as a list from top to bottom. */
export const flat = (tree: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
  tree.flatMap((symbol) => [symbol, ...flat(symbol.children)]);

/** The position in the middle of the first occurrence of a text. */
export function inside(document: vscode.TextDocument, text: string): vscode.Position {
  const start = document.getText().indexOf(text);
  ok(start >= 0, `${document.uri.path} does not contain ${text}`);
  return document.positionAt(start + Math.floor(text.length / 2));
}

export async function hoverText(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    inside(document, text),
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Our findings in a document. */
export const findings = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter((d) => d.source === 'policy-annotator');

export const ruleOf = (diagnostic: vscode.Diagnostic): string =>
  String(typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code);

export const closeAll = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.closeAllEditors');
