/**
 * Why something about annotations could not be written, in words that say what to do, and what becomes of the words that
 * somebody typed for it. Changes when another cause is known.
 * The server gives the path and the system's reason; other file systems give codes.
 */
import * as vscode from 'vscode';

const CAUSES: readonly (readonly [RegExp, (path: string) => string])[] = [
  [
    /permission denied|not permitted|read-only|\b(EACCES|EPERM|EROFS|NoPermissions)\b/i,
    (path) => vscode.l10n.t('Not saved: {0} may not be written to.', path),
  ],
  [/no space|quota|\b(ENOSPC|EDQUOT)\b/i, (path) => vscode.l10n.t('Not saved: there is no space left for {0}.', path)],
  [
    /not a (directory|folder)|already exists|file exists|is a (directory|folder)|\b(ENOTDIR|EEXIST|EISDIR)\b/i,
    (path) => vscode.l10n.t('Not saved: something is in the way of {0}.', path),
  ],
];

/** The reason for people; null where the cause is none of those known. */
export function writeFailure(reason: string): string | null {
  const cause = CAUSES.find(([pattern]) => pattern.test(reason));
  const path = /'([^']+)'/.exec(reason)?.[1] ?? /annotations: (\S.*?): /.exec(reason)?.[1] ?? '.annotations';
  return cause ? cause[1](path) : null;
}

/**
 * Writes what somebody typed. Where that fails, says why, and offers to try again or to copy the words: the field that they
 * were typed in is gone by then. Null where it was given up.
 */
export async function kept<T>(typed: string | null | undefined, write: () => Promise<T>): Promise<T | null> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!typed?.trim()) throw error;
      const [again, copy] = [vscode.l10n.t('Try Again'), vscode.l10n.t('Copy What I Wrote')];
      const message = error instanceof Error ? error.message : String(error);
      const answer = await vscode.window.showErrorMessage(message, again, copy);
      if (answer === copy) await vscode.env.clipboard.writeText(typed);
      if (answer !== again) return null;
    }
  }
}
