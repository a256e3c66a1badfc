/** Persons, meetings, dates, enumerations and variant wordings as the gold lists them. */
import { namedPersons } from '../../../server/src/core/features/namedPersons.ts';
import { termReferences } from '../../../server/src/core/features/references.ts';
import { fold, termKey } from '../../../server/src/core/text/fold.ts';
import type { Gold } from './gold.ts';
import { type Figure, figure, type Samples } from './samples.ts';

export function facts(gold: Gold, samples: Samples): Record<string, Figure> {
  const parsed = (doc: string) => samples.workspace.document(samples.uri(doc))!;
  return {
    'persons (document:line)': persons(),
    'meetings (document:line)': meetings(),
    dates: dates(),
    enumerations: enumerations(),
    'variant wordings': variants(),
  };

  function persons(): Figure {
    const listed: string[] = [];
    const missing: string[] = [];
    const errors: string[] = [];
    for (const doc of new Set(gold.persons.map((p) => p.doc))) {
      const rows = gold.persons.filter((p) => p.doc === doc);
      const found = namedPersons(parsed(doc));
      const places = new Set(found.map((p) => `${fold(p.name)}:${samples.line(doc, p.span.start)}`));
      for (const row of rows) {
        for (const line of row.lines) {
          listed.push(`${row.name} ${doc}:${line}`);
          if (!places.has(`${row.name}:${line}`)) missing.push(`${row.name} ${doc}:${line}`);
        }
      }
      const names = new Set(rows.map((r) => r.name));
      for (const p of found)
        if (!names.has(fold(p.name))) errors.push(`${p.name} ${doc}:${samples.line(doc, p.span.start)}`);
    }
    return figure(listed, missing, errors);
  }

  function meetings(): Figure {
    const numbered = gold.meetings.filter((m) => m.congress !== null);
    const listed: string[] = [];
    const missing: string[] = [];
    for (const row of numbered) {
      const sessions = Array.isArray(row.session) ? row.session : [row.session];
      for (const line of row.lines) {
        const label = `${row.name} ${row.doc}:${line}`;
        listed.push(label);
        const there = samples.summary(row.doc).meetings.filter((m) => {
          const from = samples.line(row.doc, m.span.start);
          return from <= line && line <= samples.line(row.doc, m.span.end);
        });
        if (!sessions.every((n) => there.some((m) => m.congress === row.congress && m.session === n)))
          missing.push(label);
      }
    }
    return figure(listed, missing);
  }

  function dates(): Figure {
    const listed = gold.dates.map((d) => `${d.text} ${d.doc}:${d.line} ${d.iso}`);
    const errors: string[] = [];
    const missing = gold.dates.flatMap((d, i) => {
      const at = samples.offset(d.doc, d.line, d.col);
      const found = parsed(d.doc).dates.filter((o) => o.span.start < at + d.text.length && at < o.span.end);
      const [from, to] = d.iso.split('/');
      if (found.some((o) => o.value !== null && from!.startsWith(o.value) && (!to || !o.endValue || o.endValue === to)))
        return [];
      if (found.length > 0) errors.push(`${listed[i]}: ${found.map((o) => o.value).join(', ')}`);
      return [listed[i]!];
    });
    return figure(listed, missing, errors);
  }

  /** A count that is stated and answered by a list in the document. */
  function enumerations(): Figure {
    const rows = gold.enumerations.filter((e) => e.stated !== null && e.counted === e.stated);
    const label = (r: (typeof rows)[number]): string => `${r.label} ${r.doc}:${r.lines.join(',')}`;
    const errors: string[] = [];
    const missing = rows.filter((row) => {
      const near = parsed(row.doc).enumerations.filter((e) => {
        const [from, to] = [samples.line(row.doc, e.span.start), samples.line(row.doc, e.span.end)];
        return row.lines.some((l) => from <= l && l <= to) && e.count === row.stated;
      });
      if (near.some((e) => e.items.length === row.counted)) return false;
      if (near.length > 0) errors.push(`${label(row)}: ${near.map((e) => e.items.length).join(', ')}`);
      return true;
    });
    return figure(rows.map(label), missing.map(label), errors);
  }

  /** Each wording is found at each of its places when one searches for it. */
  function variants(): Figure {
    const listed: string[] = [];
    const missing: string[] = [];
    for (const { members } of gold.variants) {
      for (const { text, at } of members) {
        const found = new Set(
          text
            .split(' / ')
            .flatMap((part) =>
              termReferences(samples.workspace, termKey(part)).map(
                (r) => `${samples.name(r.uri)}:${samples.line(samples.name(r.uri), r.span.start)}`,
              ),
            ),
        );
        for (const place of at) {
          const bare = place.split(' ')[0]!;
          listed.push(`${text} ${bare}`);
          if (!found.has(bare)) missing.push(`${text} ${bare}`);
        }
      }
    }
    return figure(listed, missing);
  }
}
