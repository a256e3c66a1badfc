/** Code actions: fixes of findings and entries for the glossary, as edits that the client applies. */
import { type CodeAction, CodeActionKind, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { type Action, codeActions, fixAll } from '../../core/features/codeActions.ts';
import { toRange } from '../../core/features/ranges.ts';
import type { LineIndex } from '../../core/text/lines.ts';
import { dispatched } from '../dispatch.ts';
import type { Session } from '../session.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { glossaryActions } from './glossary.ts';

/** Edits of one open document as the client takes them. */
export function editOf(session: Session, uri: string, edits: TextEdit[]): WorkspaceEdit {
  const open = session.documents.get(uri);
  if (!session.client.versionedEdits || !open) return { changes: { [uri]: edits } };
  return { documentChanges: [{ textDocument: { uri, version: open.version }, edits }] };
}

export function registerActions(session: Session): void {
  const { connection } = session;
  const toAction = (action: Action, uri: string, lines: LineIndex): CodeAction => ({
    title: action.title,
    kind: action.kind,
    ...(action.preferred ? { isPreferred: true } : {}),
    diagnostics: diagnosticsOf(session, uri, action.findings, lines),
    edit: editOf(
      session,
      uri,
      action.edits.map(({ span, newText }) => ({ range: toRange(lines, span), newText })),
    ),
  });
  connection.onCodeAction(
    dispatched(session, 'codeAction', async ({ textDocument: { uri }, range, context }) => {
      const document = session.service.policy(uri);
      if (!document) return [];
      const { lines } = document.structure;
      const wants = (kind: string): boolean =>
        !context.only || context.only.some((k) => k === '' || kind === k || kind.startsWith(`${k}.`));
      const findings = await session.service.findings(uri);
      const at = { start: lines.offset(range.start), end: lines.offset(range.end) };
      const quick = wants(CodeActionKind.QuickFix) ? codeActions(findings, at, session.locale) : [];
      // Asked for by name alone: it would crowd the menu of every line.
      const all = context.only && wants(CodeActionKind.SourceFixAll) ? fixAll(findings, session.locale) : null;
      const fixes = [...quick, ...(all ? [all] : [])].map((action) => toAction(action, uri, lines));
      const terms = wants(CodeActionKind.Refactor) ? await glossaryActions(session, uri, range) : [];
      return [...fixes, ...terms];
    }),
  );
}
