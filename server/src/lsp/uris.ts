/**
 * One spelling per document: editors escape different characters of the same path. Inside, a URI is spelled as
 * `vscode-uri` spells it; a client that spells an open document otherwise gets its own spelling back.
 * Changes never.
 */
import { URI } from 'vscode-uri';

const cache = new Map<string, string>();

export function canonical(uri: string): string {
  const had = cache.get(uri);
  if (had !== undefined) return had;
  let spelled = uri;
  try {
    spelled = URI.parse(uri, true).toString();
  } catch {
    // No URI at all: it stays what the client calls it.
  }
  if (cache.size > 10_000) cache.clear();
  cache.set(uri, spelled);
  return spelled;
}

/** Replaces `uri`-like strings in plain protocol data. */
export function mapUris(value: unknown, map: (uri: string) => string): unknown {
  if (Array.isArray(value)) return value.map((v) => mapUris(v, map));
  if (typeof value !== 'object' || value === null) return value;
  const mapped: Record<string, unknown> = {};
  for (const [key, v] of Object.entries(value)) {
    if ((key === 'uri' || key === 'targetUri') && typeof v === 'string') mapped[key] = map(v);
    else if (key === 'changes' && typeof v === 'object' && v !== null && !Array.isArray(v))
      mapped[key] = Object.fromEntries(Object.entries(v).map(([u, edits]) => [map(u), edits]));
    else mapped[key] = mapUris(v, map);
  }
  return mapped;
}
