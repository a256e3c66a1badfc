/** Which glossary file of the user an entry belongs into. Changes when entries are kept in another place. */

/** Name of the file that is made where a workspace has no glossary yet. */
export const NEW_GLOSSARY = 'terms.glossary.yml';

const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);

/**
 * The glossary nearest to a document: in its folder or the closest one above; else the one nearest to the top of the
 * workspace folder; else a new file there, or beside a document that lies in no workspace folder. All addresses are
 * URIs. Null for a document without a place, such as one that was never saved, in an editor without folders.
 */
export function glossaryFor(document: string, known: Iterable<string>, folders: readonly string[]): string | null {
  const own = folderOf(document);
  const files = [...known].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const above = files.filter((uri) => own.startsWith(folderOf(uri)));
  const deepest = above.reduce((n, uri) => Math.max(n, folderOf(uri).length), 0);
  const nearest = above.find((uri) => folderOf(uri).length === deepest);
  if (nearest !== undefined) return nearest;
  const inside = folders.map((f) => (f.endsWith('/') ? f : `${f}/`));
  const folder = inside.find((f) => own.startsWith(f)) ?? inside[0];
  if (folder !== undefined) return files.find((uri) => uri.startsWith(folder)) ?? `${folder}${NEW_GLOSSARY}`;
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(document) ? `${own}${NEW_GLOSSARY}` : null;
}
