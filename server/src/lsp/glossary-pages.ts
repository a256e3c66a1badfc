/**
 * Entries of the built-in glossary as read-only pages, so that a jump to one arrives somewhere.
 * Changes when a page shows something else.
 */
import { URI } from 'vscode-uri';
import { writeEntry } from '../core/features/hoverTerm.ts';
import { Page } from '../core/features/page.ts';
import type { Glossary } from '../core/glossary/glossary.ts';
import type { GlossaryEntry } from '../core/glossary/model.ts';
import type { Locale } from '../core/l10n.ts';

/** The scheme of their addresses; the client asks for their text by `workspace/textDocumentContent`. */
export const GLOSSARY_SCHEME = 'policy-annotator-glossary';

export const pageUri = (entry: GlossaryEntry): string =>
  URI.from({ scheme: GLOSSARY_SCHEME, path: `/${entry.scope}/${entry.key}.md` }).toString();

/** The page's text in Markdown; null for an entry that is not there. */
export function pageText(glossary: Glossary, uri: string, locale: Locale): string | null {
  const id = decodeURIComponent(URI.parse(uri).path).replace(/^\//, '').replace(/\.md$/, '');
  const entry = glossary.byId(id);
  if (!entry) return null;
  const page = new Page();
  writeEntry(page, entry, { locale, bilingual: true });
  return `# ${entry.term}\n\n${page.markdown()}\n`;
}
