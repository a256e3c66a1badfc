/** What a document without a title is called. Changes when such documents are named otherwise. */

/** The last part of an address as people read it. */
export function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
