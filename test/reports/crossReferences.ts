/**
 * Compares what the workspace knows of the five sample documents with test/fixtures/gold/cross-references.json.
 * Used by scripts/xref-report.mjs, which prints it, and by the corpus tests, which hold it to a floor.
 */
import fs from 'node:fs';
import path from 'node:path';
import { definition } from '../../server/src/core/features/definition.ts';
import { documentLinks } from '../../server/src/core/features/links.ts';
import { termReferences } from '../../server/src/core/features/references.ts';
import { glossaryWith } from '../../server/src/core/glossary/entries.ts';
import { fold, termKey } from '../../server/src/core/text/fold.ts';
import { senseOf } from '../../server/src/core/workspace/senses.ts';
import { positionIn } from '../../server/src/core/workspace/summary.ts';
import { Workspace } from '../../server/src/core/workspace/workspace.ts';

interface Gold {
  shared_terms: { text: string; lines: Record<string, { quoted?: number[]; unquoted?: number[] }> }[];
  definitions: {
    term: string;
    doc: string;
    line: number;
    col: number;
    length: number;
    strength: string;
    text: string;
  }[];
  abbreviations: {
    short: string;
    full: string;
    doc: string;
    full_at: { line: number; col: number };
    short_lines: number[];
    kind: string;
  }[];
}

/** Found, listed and wrong of one class, with the misses and errors by name. */
export interface Figure {
  readonly found: number;
  readonly listed: number;
  readonly wrong: number;
  readonly missing: readonly string[];
  readonly errors: readonly string[];
}

const DOCUMENTS = ['000', '001', '002', '003', '004'];

/** The workspace of the five sample documents. */
export function samples(root: string): { workspace: Workspace; uri: (doc: string) => string } {
  const workspace = new Workspace({ glossary: glossaryWith() });
  const files = fs.readdirSync(path.join(root, 'seeds')).filter((f) => f.endsWith('.txt'));
  const uri = (doc: string): string => `file:///seeds/${files.find((f) => f.startsWith(doc))}`;
  for (const file of files) {
    workspace.set(`file:///seeds/${file}`, fs.readFileSync(path.join(root, 'seeds', file), 'utf8'), null);
  }
  return { workspace, uri };
}

const figure = (listed: readonly string[], missing: readonly string[], errors: readonly string[]): Figure => ({
  found: listed.length - missing.length,
  listed: listed.length,
  wrong: errors.length,
  missing,
  errors,
});

/** All figures by class. */
export function crossReferences(root: string): Record<string, Figure> {
  const gold = JSON.parse(fs.readFileSync(path.join(root, 'test/fixtures/gold/cross-references.json'), 'utf8')) as Gold;
  const { workspace, uri } = samples(root);
  const name = (u: string): string => DOCUMENTS.find((d) => uri(d) === u) ?? u;
  const text = (doc: string): string => workspace.text(uri(doc))!;
  const lineOf = (doc: string, offset: number): number => positionIn(workspace.summary(uri(doc))!, offset).line + 1;
  const offsetOf = (doc: string, line: number, col: number): number =>
    workspace.summary(uri(doc))!.lineStarts[line - 1]! + col;

  return {
    'shared terms (document:line)': sharedTerms(),
    'definitions (explicit)': definitions(),
    'definitions that must not be': undefinedTerms(),
    abbreviations: abbreviations(),
    'words for the reported meeting': anaphora(),
    'document links': links(),
    homonyms: homonyms(),
    traps: traps(),
  };

  function sharedTerms(): Figure {
    const listed: string[] = [];
    const missing: string[] = [];
    const errors: string[] = [];
    for (const term of gold.shared_terms) {
      const key = termKey(term.text);
      const places = new Set<string>();
      for (const [doc, { quoted = [], unquoted = [] }] of Object.entries(term.lines)) {
        for (const line of [...quoted, ...unquoted]) places.add(`${term.text} ${doc}:${line}`);
      }
      const found = new Set(
        termReferences(workspace, key).map((r) => `${term.text} ${name(r.uri)}:${lineOf(name(r.uri), r.span.start)}`),
      );
      listed.push(...places);
      missing.push(...[...places].filter((p) => !found.has(p)));
      // The gold lists the lines of quoted mentions, or of unquoted ones; another line is wrong only if the words are not there.
      for (const place of found) {
        if (places.has(place)) continue;
        const [, at] = place.split(' ').slice(-2);
        const [doc, line] = (at ?? '').split(':');
        const l = workspace.document(uri(doc!))!.lines.line(Number(line) - 1);
        if (!termKey(text(doc!).slice(l.start, l.next + 40)).includes(key)) errors.push(place);
      }
    }
    return figure(listed, missing, errors);
  }

  /** Whether one of our passages for a term meets one of the listed ones. */
  function meets(term: string): boolean {
    const id = workspace.ids.find(termKey(term));
    return gold.definitions
      .filter((d) => d.term === term)
      .some((d) => {
        const start = offsetOf(d.doc, d.line, d.col);
        const end = start + d.length;
        return workspace
          .summary(uri(d.doc))!
          .definitions.some((o) => o.key === id && o.span.start < end && start < o.span.end);
      });
  }

  function stands(term: string): boolean {
    const key = termKey(term);
    return DOCUMENTS.some((doc) => termKey(fold(text(doc))).includes(key));
  }

  function definitions(): Figure {
    const terms = [
      ...new Set(gold.definitions.filter((d) => d.strength === 'explicit' && stands(d.term)).map((d) => d.term)),
    ];
    return figure(
      terms,
      terms.filter((t) => !meets(t)),
      [],
    );
  }

  function undefinedTerms(): Figure {
    const terms = [...new Set(gold.definitions.filter((d) => d.strength === 'mention only').map((d) => d.term))];
    const errors = terms.filter((t) => {
      const id = workspace.ids.find(termKey(t));
      return DOCUMENTS.some((doc) => workspace.summary(uri(doc))!.definitions.some((d) => d.key === id));
    });
    return figure(terms, errors, errors);
  }

  /** From each short form in its line, a jump or hover must lead to the full form's place or name it. */
  function abbreviations(): Figure {
    const listed: string[] = [];
    const missing: string[] = [];
    for (const a of gold.abbreviations.filter((x) => x.kind === 'abbreviation')) {
      for (const line of a.short_lines) {
        const label = `${a.short} ${a.doc}:${line}`;
        listed.push(label);
        const l = workspace.document(uri(a.doc))!.lines.line(line - 1);
        const at = fold(text(a.doc)).slice(l.start, l.next).indexOf(fold(a.short));
        const full = offsetOf(a.doc, a.full_at.line, a.full_at.col);
        const targets = at < 0 ? [] : definition(workspace, uri(a.doc), l.start + at + 1);
        const ok = targets.some(
          (t) => t.uri === uri(a.doc) && t.span.start <= full + a.full.length && full <= t.span.end,
        );
        if (!ok) missing.push(label);
      }
    }
    return figure(listed, missing, []);
  }

  /** 全会, 会议: from one of these words in each listed line a jump must lead to the meeting's full name. */
  function anaphora(): Figure {
    const listed: string[] = [];
    const missing: string[] = [];
    for (const a of gold.abbreviations.filter((x) => x.kind === 'anaphora')) {
      // The full name may stand at several places; any of them will do.
      const name = termKey(a.full.split('暨')[0]!);
      for (const line of a.short_lines.filter((l) => l !== a.full_at.line)) {
        const label = `${a.short} ${a.doc}:${line}`;
        const l = workspace.document(uri(a.doc))!.lines.line(line - 1);
        const words = fold(text(a.doc)).slice(l.start, l.next);
        listed.push(label);
        let ok = false;
        for (let at = words.indexOf(a.short); at >= 0 && !ok; at = words.indexOf(a.short, at + 1)) {
          ok = definition(workspace, uri(a.doc), l.start + at + 1).some(
            (t) => t.uri === uri(a.doc) && termKey(text(a.doc).slice(t.span.start, t.span.end)).includes(name),
          );
        }
        if (!ok) missing.push(label);
      }
    }
    return figure(listed, missing, []);
  }

  function links(): Figure {
    const all = DOCUMENTS.flatMap((doc) =>
      documentLinks(workspace, uri(doc)).map((l) => `${doc}→${name(l.target.uri)}`),
    );
    const listed = ['000→001'];
    const meetings = meetingLinks();
    return figure(
      [...listed, '001:5→000'],
      [...listed.filter((l) => !all.includes(l)), ...(meetings ? [] : ['001:5→000'])],
      all.filter((l) => !listed.includes(l)),
    );
  }

  function meetingLinks(): boolean {
    const doc = '001';
    const m = workspace.document(uri(doc))!.meetings.find((x) => lineOf(doc, x.span.start) === 5);
    return m !== undefined && definition(workspace, uri(doc), m.span.start + 2).some((t) => t.uri === uri('000'));
  }

  /** Terms that mean different things in two documents must not share an entry, nor their references. */
  function homonyms(): Figure {
    const pairs: [string, string, string][] = [
      ['四张清单', '000', '003'],
      ['一号工程', '001', '004'],
    ];
    const listed = pairs.map((p) => p.join(' '));
    const missing = pairs
      .filter(([term, a, b]) => {
        const [x, y] = [
          senseOf(workspace, workspace.summary(uri(a))!, term),
          senseOf(workspace, workspace.summary(uri(b))!, term),
        ];
        const shared = termReferences(workspace, term, workspace.summary(uri(a))).some((r) => r.uri === uri(b));
        return x === '' || y === '' || x === y || shared;
      })
      .map((p) => p.join(' '));
    return figure(listed, missing, []);
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
    const wrong = places.filter(([term, doc, line, col]) => {
      const at = offsetOf(doc, line, col);
      return workspace.places(uri(doc), term).some((m) => m.span.start === at);
    });
    return figure(
      places.map((p) => p.join(' ')),
      [],
      wrong.map((p) => p.join(' ')),
    );
  }
}
