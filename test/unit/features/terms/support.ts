/** Fixtures for features that need a workspace: many documents in one string, `//- /path` before each, `$0` the cursor. */
import { glossaryWith, toEntry } from '../../../../server/src/core/glossary/entries.ts';
import { Glossary } from '../../../../server/src/core/glossary/glossary.ts';
import type { FileEntry, Scope } from '../../../../server/src/core/glossary/model.ts';
import { Workspace } from '../../../../server/src/core/workspace/workspace.ts';

export interface Setup {
  readonly workspace: Workspace;
  /** The document with the cursor, or the first one. */
  readonly uri: string;
  readonly offset: number;
  /** `path:text` of a place. */
  show(uri: string, span: { readonly start: number; readonly end: number }): string;
}

export const SCOPES: readonly Scope[] = [
  { id: 'national', name: { zh: '全国', en: 'national' }, places: ['全国'], within: null },
  { id: 'east', name: { zh: '湖州市', en: 'Huzhou' }, places: ['湖州'], within: 'national' },
  { id: 'west', name: { zh: '嘉兴市', en: 'Jiaxing' }, places: ['嘉兴'], within: 'national' },
];

/** A glossary of these entries; `scope` falls back to national. */
export const glossaryOf = (...entries: readonly FileEntry[]): Glossary =>
  new Glossary(
    entries.map((e) => toEntry(e, e.scope ?? 'national', { kind: 'builtin' })),
    SCOPES,
  );

export function setup(fixture: string, glossary: Glossary = glossaryWith()): Setup {
  const workspace = new Workspace({ glossary });
  const parts = fixture.includes('//- ')
    ? fixture.split(/^\/\/- /m).filter((p) => p.trim() !== '')
    : [`/a.txt\n${fixture}`];
  let uri = '';
  let offset = 0;
  for (const part of parts) {
    const end = part.indexOf('\n');
    const path = `file://${part.slice(0, end).trim()}`;
    const marked = part.slice(end + 1);
    const at = marked.indexOf('$0');
    if (at >= 0 || uri === '') {
      uri = at >= 0 || uri === '' ? path : uri;
      offset = Math.max(0, at);
    }
    workspace.set(path, marked.replace('$0', ''), at >= 0 ? 1 : null);
  }
  const show = (u: string, span: { readonly start: number; readonly end: number }): string =>
    `${u.replace('file://', '')}:${(workspace.text(u) ?? '').slice(span.start, span.end)}`;
  return { workspace, uri, offset, show };
}
