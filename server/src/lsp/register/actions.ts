/** Code actions: fixes of findings and entries for the glossary, as edits that the client applies. */
import type { CodeAction, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '../../core/checks/run.ts';
import { type Action, codeActions, findingsToSetAside, fixAll } from '../../core/features/codeActions.ts';
import { toRange } from '../../core/features/ranges.ts';
import { say } from '../../core/l10n.ts';
import type { LineIndex } from '../../core/text/lines.ts';
import { dispatched } from '../dispatch.ts';
import { CodeActionKind } from '../library.ts';
import { SUPPRESS_FINDING, type SuppressFinding } from '../protocol.ts';
import type { Session } from '../session.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { glossaryActions } from './glossary.ts';

const SET_ASIDE = { en: 'Set aside “{0}” here…', zh: '忽略此处的“{0}”…' };

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
  /** The client asks for a reason: where it can't, nothing is offered. */
  const toAside = (finding: Finding, uri: string, lines: LineIndex, length: number): CodeAction => {
    const { rule, span } = finding;
    const title = say(session.locale, SET_ASIDE, rule);
    // An annotation stands on text: a finding between two characters takes the one before it.
    const start = span.start < span.end ? span.start : Math.max(0, span.start - 1);
    const end = Math.min(length, Math.max(span.end, start + 1));
    const version = session.documents.get(uri)?.version ?? 0;
    const argument: SuppressFinding = { uri, rule, span: { start, end }, version };
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: diagnosticsOf(session, uri, [finding], lines),
      command: { title, command: SUPPRESS_FINDING, arguments: [argument] },
    };
  };
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
      const aside =
        wants(CodeActionKind.QuickFix) && session.options.commands?.includes(SUPPRESS_FINDING)
          ? findingsToSetAside(findings, at).map((f) => toAside(f, uri, lines, document.text.length))
          : [];
      return [...fixes, ...terms, ...aside];
    }),
  );
}
