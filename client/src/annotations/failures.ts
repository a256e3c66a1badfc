/**
 * Why something about annotations could not be written, in words that say what to do. Changes when another cause is known.
 */
import * as vscode from 'vscode';

const CAUSES: readonly (readonly [RegExp, (path: string) => string])[] = [
  [
    /\b(EACCES|EPERM|EROFS|NoPermissions|read-?only)\b/i,
    (path) => vscode.l10n.t('Not saved: {0} may not be written to.', path),
  ],
  [/\b(ENOSPC|EDQUOT|no space)\b/i, () => vscode.l10n.t('Not saved: there is no space left on the disk.')],
  [/\b(ENOTDIR|EEXIST|EISDIR)\b/, (path) => vscode.l10n.t('Not saved: {0} is in the way.', path)],
];

/** The reason for people; null where the cause is none of those known. */
export function writeFailure(reason: string): string | null {
  const cause = CAUSES.find(([pattern]) => pattern.test(reason));
  const path = /'([^']+)'/.exec(reason)?.[1] ?? '.annotations';
  return cause ? cause[1](path) : null;
}
