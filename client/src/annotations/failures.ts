/**
 * Why something about annotations could not be written, in words that say what to do. Changes when another cause is known.
 * The server gives the path and the system's reason; other file systems give codes.
 */
import * as vscode from 'vscode';

const CAUSES: readonly (readonly [RegExp, (path: string) => string])[] = [
  [
    /permission denied|not permitted|read-only|\b(EACCES|EPERM|EROFS|NoPermissions)\b/i,
    (path) => vscode.l10n.t('Not saved: {0} may not be written to.', path),
  ],
  [/no space|quota|\b(ENOSPC|EDQUOT)\b/i, () => vscode.l10n.t('Not saved: there is no space left on the disk.')],
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
