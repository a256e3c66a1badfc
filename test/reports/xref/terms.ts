/** Terms across documents: shared terms, formulae, defining passages, ordinary words that look like terms. */
import { termReferences } from '../../../server/src/core/features/references.ts';
import { fold, termKey } from '../../../server/src/core/text/fold.ts';
import type { Gold } from './gold.ts';
import { DOCUMENTS, type Figure, figure, type Samples } from './samples.ts';

export function terms(gold: Gold, samples: Samples): Record<string, Figure> {
  const { workspace } = samples;
  return {
    'shared terms (document:line)': sharedTerms(),
    'shared formulae (document:line)': formulae(),
    'definitions (explicit)': definitions(),
    'definitions that must not be': undefinedTerms(),
    traps: traps(),
  };

  /** Lines of the references of a term; an error is a line that does not have its words. */
  function lookUp(text: string, places: ReadonlySet<string>): { missing: string[]; errors: string[] } {
    const key = termKey(text);
    const found = new Set(
      termReferences(workspace, key).map((r) => {
        const doc = samples.name(r.uri);
        return `${text} ${doc}:${samples.line(doc, r.span.start)}`;
      }),
    );
    // The gold lists the lines of quoted mentions, or of unquoted ones; another line is wrong only if the words are not there.
    const errors = [...found].filter((place) => {
      if (places.has(place)) return false;
      const [doc, line] = place.slice(text.length + 1).split(':');
      const l = workspace.document(samples.uri(doc!))!.lines.line(Number(line) - 1);
      return !termKey(samples.text(doc!).slice(l.start, l.next + 40)).includes(key);
    });
    return { missing: [...places].filter((p) => !found.has(p)), errors };
  }

  function sharedTerms(): Figure {
    const all = gold.shared_terms.map((term) => {
      const places = Object.entries(term.lines).flatMap(([doc, { quoted = [], unquoted = [] }]) =>
        [...quoted, ...unquoted].map((line) => `${term.text} ${doc}:${line}`),
      );
      return { places: new Set(places), ...lookUp(term.text, new Set(places)) };
    });
    return figure(
      all.flatMap((a) => [...a.places]),
      all.flatMap((a) => a.missing),
      all.flatMap((a) => a.errors),
    );
  }

  function formulae(): Figure {
    const all = gold.shared_formulae.map((f) => {
      const places = new Set(f.occurrences.map((o) => `${f.text} ${o.doc}:${o.line}`));
      return { places, ...lookUp(f.text, places) };
    });
    return figure(
      all.flatMap((a) => [...a.places]),
      all.flatMap((a) => a.missing),
      all.flatMap((a) => a.errors),
    );
  }

  /** Whether a passage of ours meets one that is listed for the term. */
  function meets(term: string, doc: string, span: { start: number; end: number }): boolean {
    return gold.definitions.some((d) => {
      const start = samples.offset(d.doc, d.line, d.col);
      return d.term === term && d.doc === doc && span.start < start + d.length && start < span.end;
    });
  }

  function definitions(): Figure {
    const stands = (term: string): boolean =>
      DOCUMENTS.some((doc) => termKey(fold(samples.text(doc))).includes(termKey(term)));
    const listed = [
      ...new Set(gold.definitions.filter((d) => d.strength === 'explicit' && stands(d.term)).map((d) => d.term)),
    ];
    const missing: string[] = [];
    const errors: string[] = [];
    for (const term of listed) {
      const id = workspace.ids.find(termKey(term));
      const ours = DOCUMENTS.flatMap((doc) => samples.summary(doc).definitions.map((d) => ({ doc, ...d }))).filter(
        (d) => d.key === id,
      );
      if (!ours.some((d) => meets(term, d.doc, d.span))) missing.push(term);
      // What a jump shows first must say what the term means: a listed passage, or a list or sentence that has the term's own parts.
      for (const doc of DOCUMENTS) {
        const first = id === undefined ? undefined : samples.summary(doc).definitionOf(id);
        if (
          !first ||
          meets(term, doc, first.span) ||
          PLAUSIBLE.has(`${term} ${doc}:${samples.line(doc, first.span.start)}`)
        )
          continue;
        errors.push(
          `${term} ${doc}:${samples.line(doc, first.span.start)} ${samples.text(doc).slice(first.span.start, first.span.end).slice(0, 60)}`,
        );
      }
    }
    return figure(listed, missing, errors);
  }

  function undefinedTerms(): Figure {
    const listed = [...new Set(gold.definitions.filter((d) => d.strength === 'mention only').map((d) => d.term))];
    const errors = listed.filter((t) => {
      const id = workspace.ids.find(termKey(t));
      return DOCUMENTS.some((doc) => samples.summary(doc).definitions.some((d) => d.key === id));
    });
    return figure(listed, errors, errors);
  }

  /** Ordinary words that look like terms. */
  function traps(): Figure {
    const places: [string, string, number, number][] = [
      ['一件事', '003', 30, 459],
      ['活力城', '003', 12, 107],
      ['全力以赴', '000', 9, 466],
      ['全力以赴', '003', 9, 153],
      ['全力以赴', '003', 46, 2],
      ['四大重点', '003', 24, 371],
      ['四大重点', '003', 26, 349],
      ['四大重点', '003', 46, 301],
    ];
    const wrong = places.filter(([term, doc, line, column]) => {
      const at = samples.offset(doc, line, column);
      return workspace.places(samples.uri(doc), term).some((m) => m.span.start === at);
    });
    const names = wrong.map((p) => p.join(' '));
    return figure(
      places.map((p) => p.join(' ')),
      names,
      names,
    );
  }
}

/** Passages that explain a term and are not listed, judged by reading them. */
const PLAUSIBLE: ReadonlySet<string> = new Set([
  // The quotation says itself what it is, here as in 000:11.
  '疫情要防住、经济要稳住、发展要安全 002:23',
  // The one 桥头堡 of the province's economy, another thing than the ten of 002:21.
  '桥头堡 002:19',
  // The full form of the two 担当, as in 003:35.
  '两个担当 000:10',
]);
