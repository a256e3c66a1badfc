/**
 * What the editor does while someone types: Enter behind a numbered line begins the next number.
 * Changes when typing is helped in another way. It is an on-type formatter, not a key binding: the line break itself is
 * the editor's own and immediate, input methods never see it, and one undo takes back the number alone.
 */
import * as vscode from 'vscode';
import { readMarked } from './numbering.ts';

/** The edits that continue (or, on an empty item, end) the numbering, after a line break put the cursor at `position`. */
export function continueNumbering(document: vscode.TextDocument, position: vscode.Position): vscode.TextEdit[] {
  if (position.line === 0) return [];
  const before = document.lineAt(position.line - 1);
  const marked = readMarked(before.text);
  if (marked === null) return [];
  const here = document.lineAt(position.line).text;
  if (marked.rest === '') {
    return here.trim() === '' ? [vscode.TextEdit.delete(before.range)] : [];
  }
  if (marked.next === null || here.trim() !== '') return [];
  const typed = here.slice(0, position.character);
  const indent = marked.indent.startsWith(typed) ? marked.indent.slice(typed.length) : '';
  return [vscode.TextEdit.insert(position, indent + marked.next)];
}

export function registerTyping(selector: vscode.DocumentSelector): vscode.Disposable {
  const provider: vscode.OnTypeFormattingEditProvider = {
    provideOnTypeFormattingEdits(document, position) {
      const on = vscode.workspace.getConfiguration('policyAnnotator', document).get('numbering.continue', true);
      return on ? continueNumbering(document, position) : [];
    },
  };
  return vscode.languages.registerOnTypeFormattingEditProvider(selector, provider, '\n');
}
