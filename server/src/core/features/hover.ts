/** What a reader is told about the place under the cursor. Changes when another kind of thing has something to tell. */
import type { Locale } from '../l10n.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Hover } from './types.ts';

export interface HoverOptions {
  readonly locale: Locale;
  /** Definitions in both languages instead of the interface's only. */
  readonly bilingual?: boolean;
  /** Makes a link to a place in a document; without it places are named, not linked. */
  readonly link?: (uri: string, offset: number) => string;
}

/** The hover at `offset`, or null. */
export function hover(_workspace: Workspace, _uri: string, _offset: number, _options: HoverOptions): Hover | null {
  return null;
}
