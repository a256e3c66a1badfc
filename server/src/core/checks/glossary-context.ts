/** The glossary as checks ask it. Changes when a check needs to know something else of an entry. */
import type { Glossary } from '../glossary/glossary.ts';
import type { GlossaryContext } from './workspace.ts';

const known = new WeakMap<Glossary, GlossaryContext>();

/** What checks may ask a glossary; made once for each. */
export function glossaryContext(glossary: Glossary): GlossaryContext {
  const made = known.get(glossary);
  if (made) return made;
  let phrases: ReadonlySet<string> | null = null;
  const context: GlossaryContext = {
    components(key) {
      const entries = glossary.byKey(key).filter((e) => e.components.length > 0);
      const [only] = entries;
      // Homonyms list different things under one name.
      if (!only || glossary.byKey(key).length !== 1) return null;
      return { term: only.term, components: only.components.map((c) => c.zh) };
    },
    get phrases() {
      phrases ??= new Set(
        glossary.entries
          .filter((e) => e.scope === 'national' && e.category !== 'metaphor' && e.category !== 'document')
          .flatMap((e) => e.keys),
      );
      return phrases;
    },
  };
  known.set(glossary, context);
  return context;
}
