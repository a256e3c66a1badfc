/**
 * How annotations are sorted into groups, found and counted for the list. Pure data in, pure data out.
 * Changes when they can be grouped or found in another way.
 */
import type { AnnotationView } from '../../../server/src/lsp/protocol.ts';
import type { Item } from './store.ts';

export const GROUPINGS = ['document', 'section', 'tag', 'author', 'status'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface Group {
  readonly key: string;
  /** Empty where there is no name: no section, no tag. */
  readonly name: string;
  readonly color?: string;
  readonly items: readonly Item[];
}

/** Whether somebody must look at it: its place is doubtful or gone. */
export const needsAttention = (a: AnnotationView): boolean => a.anchor === 'ambiguous' || a.anchor === 'orphan';

/** Whether all words of a query are somewhere in a text. Case, blanks around and order do not matter. */
export function contains(text: string, query: string): boolean {
  const lower = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((w) => lower.includes(w));
}

/** Whether all words of a query are somewhere in an annotation. */
export function matches({ uri, annotation: a }: Item, query: string): boolean {
  if (query.trim() === '') return true;
  const replies = a.replies.flatMap((r) => [r.author, r.text]);
  const name = decodeURIComponent(uri.split('/').at(-1) ?? '');
  const names = [...a.tags.map((t) => t.name), ...a.relations.map((r) => r.type)];
  return contains(
    [a.text, a.note ?? '', a.author, ...names, ...a.section, ...replies, a.status, name].join('\n'),
    query,
  );
}

function keysOf({ uri, annotation: a }: Item, by: Grouping): { key: string; name: string; color?: string }[] {
  switch (by) {
    case 'document':
      return [{ key: uri, name: uri }];
    case 'section': {
      const name = a.section.join(' › ');
      return [{ key: name, name }];
    }
    case 'tag':
      return a.tags.length > 0
        ? a.tags.map((t) => ({ key: t.id, name: t.name, color: t.color }))
        : [{ key: '', name: '' }];
    case 'author':
      return [{ key: a.author, name: a.author }];
    case 'status': {
      const key = needsAttention(a)
        ? 'attention'
        : a.status === 'resolved'
          ? 'resolved'
          : a.anchor === 'changed'
            ? 'changed'
            : 'open';
      return [{ key, name: key }];
    }
  }
}

/** Groups in the order in which their first annotation comes; by tag and author the largest first. */
export function grouped(items: readonly Item[], by: Grouping): Group[] {
  const groups = new Map<string, { key: string; name: string; color?: string; items: Item[] }>();
  for (const item of items) {
    for (const { key, name, color } of keysOf(item, by)) {
      const group = groups.get(key) ?? { key, name, ...(color ? { color } : {}), items: [] };
      group.items.push(item);
      groups.set(key, group);
    }
  }
  const all = [...groups.values()];
  return by === 'tag' || by === 'author' ? all.sort((a, b) => b.items.length - a.items.length) : all;
}
