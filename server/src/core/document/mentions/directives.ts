/**
 * Numbered items as tasks. Changes when another tier of a document is what people work off.
 * The leaves of the second tier and below; where a document has one tier, that one; of rules, their articles.
 */
import type { Directive, Section } from '../model.ts';
import type { Reading } from './reading.ts';

const NUMBERED: ReadonlySet<Section['kind']> = new Set(['numbered', 'chapter', 'article']);

/** The directives in order, each with the markers above it. */
export function readDirectives(reading: Reading): Directive[] {
  const all: { section: Section; path: string[]; leaf: boolean }[] = [];
  let deepest = 0;
  let hasArticles = false;
  const visit = (sections: readonly Section[], path: readonly string[]): boolean => {
    let any = false;
    for (const section of sections) {
      const numbered = NUMBERED.has(section.kind) && section.marker !== null;
      const own = numbered ? [...path, section.marker!] : [...path];
      const entry = { section, path: own, leaf: true };
      if (numbered) {
        all.push(entry);
        any = true;
        deepest = Math.max(deepest, section.level);
        if (section.kind === 'article') hasArticles = true;
      }
      const below = visit(section.children, own);
      if (numbered && below) entry.leaf = false;
      any ||= below;
    }
    return any;
  };
  visit(reading.structure.outline, []);
  const chosen = hasArticles
    ? all.filter(({ section }) => section.kind === 'article')
    : all.filter(({ section, leaf }) => (deepest >= 2 ? leaf && section.level >= 2 : section.level === 1));
  return chosen.map(({ section, path }) => {
    const span = trimmed(reading.folded, section);
    return { path, title: section.title === '' ? null : section.title, text: reading.joined(span), span };
  });
}

/** From the heading to the end of the section, white space at the end left out. */
function trimmed(folded: string, section: Section): { start: number; end: number } {
  let { end } = section.span;
  const { start } = section.headingSpan;
  while (end > start && /\s/.test(folded[end - 1]!)) end--;
  return { start, end };
}
