/**
 * Agreement between annotators over documents: per tag and pair, with the number of units and where they disagree.
 * Changes when the report says something new. The unit is the code point; an annotator without any annotation in a
 * document has not coded it, and does not count there.
 */
import type { ExchangeDocument } from '../codecs/exchange.ts';
import { NormalText } from '../units.ts';
import {
  alphaNominal,
  alphaUnitizing,
  type Coded,
  cohenKappa,
  spanF1,
  type Unit,
  type Unitizing,
  unitizing,
} from './measures.ts';

export interface PairAgreement {
  readonly tag: string;
  readonly first: string;
  readonly second: string;
  /** Code points that both coded. */
  readonly units: number;
  /** Code points that carry the tag by both, by the first alone, by the second alone. */
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly spansFirst: number;
  readonly spansSecond: number;
  readonly kappa: number | null;
  readonly f1Exact: number | null;
  /** Pairs of spans that overlap by at least half of their union. */
  readonly f1Half: number | null;
}

export interface TagAgreement {
  readonly tag: string;
  readonly coders: number;
  readonly units: number;
  readonly alpha: number | null;
  readonly alphaU: number | null;
}

export interface Disagreement {
  readonly document: string;
  /** Which of the documents that were given. */
  readonly index: number;
  readonly tag: string;
  /** UTF-16 offsets of the normalised text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly by: readonly string[];
  readonly notBy: readonly string[];
}

export interface AgreementReport {
  readonly authors: readonly string[];
  readonly documents: number;
  readonly tags: readonly TagAgreement[];
  readonly pairs: readonly PairAgreement[];
  /** αᵤ over all tags. */
  readonly alphaU: number | null;
  readonly disagreements: readonly Disagreement[];
}

interface Coding {
  readonly document: ExchangeDocument;
  readonly text: NormalText;
  readonly length: number;
  readonly coders: readonly string[];
  /** Author, tag → spans in code points, merged where they touch or overlap. */
  readonly spans: ReadonlyMap<string, readonly Unit[]>;
}

const key = (author: string, tag: string): string => `${author}\u0000${tag}`;

function merged(units: readonly Unit[]): Unit[] {
  const out: { start: number; end: number }[] = [];
  for (const u of [...units].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && u.start < last.end) last.end = Math.max(last.end, u.end);
    else out.push({ start: u.start, end: u.end });
  }
  return out;
}

function code(document: ExchangeDocument, authors: ReadonlySet<string> | null): Coding {
  const text = new NormalText(document.text ?? '');
  const raw = new Map<string, Unit[]>();
  const coders = new Set<string>();
  for (const a of document.annotations) {
    if (authors && !authors.has(a.author)) continue;
    coders.add(a.author);
    if (!a.span) continue;
    const unit = { start: text.toPoint(a.span.start), end: text.toPoint(a.span.end) };
    for (const tag of a.tags) {
      const k = key(a.author, tag);
      raw.set(k, [...(raw.get(k) ?? []), unit]);
    }
  }
  return {
    document,
    text,
    length: text.toPoint(text.text.length),
    coders: [...coders].sort(),
    spans: new Map([...raw].map(([k, units]) => [k, merged(units)])),
  };
}

const size = (units: readonly Unit[]): number => units.reduce((sum, u) => sum + u.end - u.start, 0);

function shared(a: readonly Unit[], b: readonly Unit[]): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    sum += Math.max(0, Math.min(a[i]!.end, b[j]!.end) - Math.max(a[i]!.start, b[j]!.start));
    if (a[i]!.end < b[j]!.end) i++;
    else j++;
  }
  return sum;
}

/** Stretches between all edges, with who has the tag there. */
function stretches(coding: Coding, tag: string): { start: number; end: number; has: boolean[] }[] {
  const lists = coding.coders.map((c) => coding.spans.get(key(c, tag)) ?? []);
  const edges = [...new Set([0, coding.length, ...lists.flat().flatMap((u) => [u.start, u.end])])].sort(
    (a, b) => a - b,
  );
  const at = lists.map(() => 0);
  const out: { start: number; end: number; has: boolean[] }[] = [];
  for (let e = 0; e + 1 < edges.length; e++) {
    const [start, end] = [edges[e]!, edges[e + 1]!];
    const has = lists.map((list, i) => {
      while (at[i]! < list.length && list[at[i]!]!.end <= start) at[i]!++;
      const u = list[at[i]!];
      return u !== undefined && u.start <= start;
    });
    out.push({ start, end, has });
  }
  return out;
}

function pair(codings: readonly Coding[], tag: string, first: string, second: string): PairAgreement | null {
  let [units, both, onlyFirst, onlySecond] = [0, 0, 0, 0];
  const [a, b]: [Unit[], Unit[]] = [[], []];
  for (const c of codings) {
    if (!c.coders.includes(first) || !c.coders.includes(second)) continue;
    const mine = c.spans.get(key(first, tag)) ?? [];
    const theirs = c.spans.get(key(second, tag)) ?? [];
    const common = shared(mine, theirs);
    both += common;
    onlyFirst += size(mine) - common;
    onlySecond += size(theirs) - common;
    const shift = (u: Unit): Unit => ({ start: u.start + units, end: u.end + units });
    a.push(...mine.map(shift));
    b.push(...theirs.map(shift));
    units += c.length;
  }
  if (units === 0 || a.length + b.length === 0) return null;
  const neither = units - both - onlyFirst - onlySecond;
  return {
    tag,
    first,
    second,
    units,
    both,
    onlyFirst,
    onlySecond,
    spansFirst: a.length,
    spansSecond: b.length,
    kappa: cohenKappa({ both, first: onlyFirst, second: onlySecond, neither }),
    f1Exact: spanF1(a, b, 1),
    f1Half: spanF1(a, b, 0.5),
  };
}

/** Reports on documents that at least two annotators coded. Without `authors` and `tags`, all that occur. */
export function agreement(
  documents: readonly ExchangeDocument[],
  choice: { readonly authors?: readonly string[] | undefined; readonly tags?: readonly string[] | undefined } = {},
): AgreementReport {
  const wanted = choice.authors ? new Set(choice.authors) : null;
  const codings = documents.map((d) => code(d, wanted)).filter((c) => c.coders.length > 1);
  const authors = [...new Set(codings.flatMap((c) => c.coders))].sort();
  const found = new Set(codings.flatMap((c) => [...c.spans.keys()].map((k) => k.split('\u0000')[1]!)));
  const tags = (choice.tags ? choice.tags.filter((t) => found.has(t)) : [...found]).sort();
  const perTag: TagAgreement[] = [];
  const pairs: PairAgreement[] = [];
  const disagreements: Disagreement[] = [];
  const parts: Unitizing[] = [];
  for (const tag of tags) {
    const units: Coded[] = [];
    const own: Unitizing[] = [];
    let counted = 0;
    for (const c of codings) {
      for (const s of stretches(c, tag)) {
        units.push({ values: s.has.map((h) => (h ? '1' : '0')), count: s.end - s.start });
        if (s.has.every((h) => h === s.has[0])) continue;
        const [start, end] = [c.text.fromPoint(s.start), c.text.fromPoint(s.end)];
        disagreements.push({
          document: c.document.name,
          index: documents.indexOf(c.document),
          tag,
          start,
          end,
          text: c.text.text.slice(start, end),
          by: c.coders.filter((_, i) => s.has[i]),
          notBy: c.coders.filter((_, i) => !s.has[i]),
        });
      }
      own.push(
        unitizing(
          c.coders.map((coder) => c.spans.get(key(coder, tag)) ?? []),
          c.length,
        ),
      );
      counted += c.length;
    }
    parts.push(...own);
    perTag.push({
      tag,
      coders: authors.length,
      units: counted,
      alpha: alphaNominal(units),
      alphaU: alphaUnitizing(own),
    });
    for (const [i, first] of authors.entries()) {
      for (const second of authors.slice(i + 1)) {
        const p = pair(codings, tag, first, second);
        if (p) pairs.push(p);
      }
    }
  }
  disagreements.sort((x, y) => (x.document !== y.document ? (x.document < y.document ? -1 : 1) : x.start - y.start));
  return { authors, documents: codings.length, tags: perTag, pairs, alphaU: alphaUnitizing(parts), disagreements };
}
