/**
 * Decides which markers of a document count and which tier each belongs to, by evidence over the whole document:
 * which styles occur, which restarts under which, and whether numbers follow one another. Linear in the candidates.
 * Changes when the evidence is weighed differently.
 */
import type { MarkerStyle } from '../model.ts';
import type { Marker } from './marker.ts';

/** A unit that opens with a marker, with what its surroundings say. */
export interface Candidate {
  readonly unit: number;
  readonly marker: Marker;
  /** Its own look or its place (behind an unfinished line) makes it doubtful. */
  readonly weak: boolean;
  /** It reads as a heading: short, or its first sentence is short and more follows. */
  readonly headed: boolean;
  /** Characters up to the first full stop. */
  readonly lead: number;
  /** The unit above leads to it: it is numbered itself, or ends with a colon. */
  readonly led: boolean;
}

/** A marker that counts. `tier` orders the tiers from the top, without gaps being meant. */
export interface Numbered extends Candidate {
  readonly tier: number;
}

/** Default order of the tiers; fixed among the divisions, overruled by evidence among the rest. */
const RANK: Readonly<Record<MarkerStyle, number>> = {
  bian: 0,
  bufen: 1,
  zhang: 2,
  jie: 3,
  tiao: 4,
  'heavenly-stem': 5,
  roman: 5.5,
  'han-dunhao': 6,
  'han-paren': 7,
  'arabic-space': 8,
  'arabic-dot': 9,
  'arabic-dunhao': 10,
  decimal: 11,
  'arabic-paren': 20,
  'arabic-half-paren': 21,
  circled: 22,
  latin: 23,
  'di-comma': 24,
  'sequence-word': 25,
  shi: 26,
  yao: 27,
};

const FIRM = new Set<MarkerStyle>(['bian', 'bufen', 'zhang', 'jie']);
/** Styles that mean something even when they stand alone. */
const SOLID = new Set<MarkerStyle>(['bian', 'bufen', 'zhang', 'jie', 'tiao', 'han-dunhao', 'han-paren']);

/** In place of the next number: a sound marker with the same number follows a doubtful one. */
const DOUBLED = -1;

/** One tier: a style, and for decimals the number of components. */
type Key = string;

const keyOf = (marker: Marker): Key => (marker.style === 'decimal' ? `decimal${marker.path.length}` : marker.style);
const rankOf = (marker: Marker): number =>
  RANK[marker.style] + (marker.style === 'decimal' ? marker.path.length - 2 : 0);

/** The order of the tiers: a style stands below another under which it starts again more often than the reverse. */
function orderTiers(candidates: readonly Candidate[], nextOf: readonly number[]): Map<Key, number> {
  const seen = new Map<Key, { rank: number; firm: boolean; last: number; first: number }>();
  const resets = new Map<Key, Map<Key, number>>();
  for (const [at, { marker, weak }] of candidates.entries()) {
    const key = keyOf(marker);
    const own = seen.get(key);
    if (weak && !own && nextOf[at] !== marker.ordinal + 1) continue;
    if (marker.ordinal === 1 && (!weak || nextOf[at] === 2)) {
      const row = resets.get(key) ?? new Map<Key, number>();
      resets.set(key, row);
      for (const [other, state] of seen) {
        if (other !== key && state.last > (own?.last ?? -1)) row.set(other, (row.get(other) ?? 0) + 1);
      }
    }
    if (own) own.last = at;
    else seen.set(key, { rank: rankOf(marker), firm: FIRM.has(marker.style), last: at, first: at });
  }
  const keys = [...seen.keys()].sort((a, b) => seen.get(a)!.rank - seen.get(b)!.rank);
  const below = (a: Key, b: Key): boolean => {
    const [x, y] = [seen.get(a)!, seen.get(b)!];
    const under = resets.get(a)?.get(b) ?? 0;
    const over = resets.get(b)?.get(a) ?? 0;
    const needed = a === 'tiao' || b === 'tiao' ? 1 : 2;
    const fixed = (x.firm || a === 'tiao') && (y.firm || b === 'tiao');
    if (fixed || isDecimalPair(a, b) || Math.max(under, over) < needed) return x.rank > y.rank;
    return under === over ? x.rank > y.rank : under > over;
  };
  const order: Key[] = [];
  for (const key of keys) {
    let i = order.length;
    while (i > 0 && !below(key, order[i - 1]!)) i--;
    order.splice(i, 0, key);
  }
  return new Map(order.map((key, index) => [key, index]));
}

const isDecimalPair = (a: Key, b: Key): boolean => a.startsWith('decimal') || b.startsWith('decimal');

interface Chain {
  /** Last number that counted under the present parents, 0 where none has. */
  scoped: number;
  /** Last number that counted anywhere before. */
  last: number;
  accepted: number;
}

/** Chooses the markers that count. Candidates come in order of the text and belong to one document. */
export function decideNumbering(candidates: readonly Candidate[]): Numbered[] {
  const nextOf = followers(candidates);
  const tiers = orderTiers(candidates, nextOf);
  const chains: Chain[] = [...tiers].map(() => ({ scoped: 0, last: 0, accepted: 0 }));
  const chosen: (Numbered & { key: Key })[] = [];
  let decimalRoot = 0;
  for (const [i, candidate] of candidates.entries()) {
    const key = keyOf(candidate.marker);
    const tier = tiers.get(key);
    if (tier === undefined) continue;
    const chain = chains[tier]!;
    if (candidate.marker.style === 'decimal' && !fitsDecimal(candidate, decimalRoot, nextOf[i]!)) continue;
    if (!fits(confirmed(candidate, chain, decimalRoot), chain, nextOf[i]!)) continue;
    chain.scoped = candidate.marker.ordinal;
    chain.last = candidate.marker.ordinal;
    chain.accepted++;
    for (let below = tier + 1; below < chains.length; below++) chains[below]!.scoped = 0;
    if (candidate.marker.style === 'arabic-space' || candidate.marker.style === 'arabic-dot') {
      decimalRoot = candidate.marker.ordinal;
    } else if (candidate.marker.style === 'decimal') decimalRoot = candidate.marker.path[0]!;
    chosen.push({
      unit: candidate.unit,
      marker: candidate.marker,
      weak: candidate.weak,
      headed: candidate.headed,
      lead: candidate.lead,
      led: candidate.led,
      tier,
      key,
    });
  }
  const counts = new Map<Key, number>();
  for (const { key } of chosen) counts.set(key, (counts.get(key) ?? 0) + 1);
  const kept = chosen.filter((c) => {
    if (SOLID.has(c.marker.style)) return true;
    if (c.marker.style === 'arabic-space') return (counts.get('decimal2') ?? 0) >= 2 || isSpread(chosen, c.key);
    if (c.marker.style === 'arabic-dot' && (counts.get('decimal2') ?? 0) >= 2) return true;
    if (c.marker.style === 'decimal') return (counts.get('decimal2') ?? 0) >= 2;
    return (counts.get(c.key) ?? 0) >= 2 || isLone(c);
  });
  return dropRunningParagraphs(kept);
}

/** Whether the sections of a style have text between them most of the time; a table's rows have none. */
function isSpread(chosen: readonly (Numbered & { key: Key })[], key: Key): boolean {
  const own = chosen.filter((c) => c.key === key);
  const apart = own.filter((c, i) => i > 0 && c.unit > own[i - 1]!.unit + 1).length;
  return own.length >= 3 && apart >= (own.length - 1) * 0.6;
}

/** A decimal that is the very next one under the number above it is no doubtful one. */
function confirmed(candidate: Candidate, chain: Chain, root: number): Candidate {
  const { marker, weak } = candidate;
  const next = marker.style === 'decimal' && marker.path[0] === root && marker.ordinal === chain.scoped + 1;
  return weak && next && candidate.headed ? { ...candidate, weak: false } : candidate;
}

/** A decimal starts at most one further than the number it belongs under, which may be lost where others follow it. */
function fitsDecimal(candidate: Candidate, root: number, next: number): boolean {
  const { path, ordinal } = candidate.marker;
  const first = path[0]!;
  return (
    first === root || first === root + 1 || (root === 0 && first <= 2) || (first > root && ordinal === 1 && next === 2)
  );
}

/** For each candidate the number of the next one of the same style, 0 where there is none; negative where a doubtful one has a sound double. */
function followers(candidates: readonly Candidate[]): number[] {
  const next = new Array<number>(candidates.length).fill(0);
  const seen = new Map<Key, Candidate>();
  for (let i = candidates.length - 1; i >= 0; i--) {
    const candidate = candidates[i]!;
    const key = keyOf(candidate.marker);
    const follower = seen.get(key);
    next[i] = follower?.marker.ordinal ?? 0;
    if (candidate.weak && follower && !follower.weak && follower.marker.ordinal === candidate.marker.ordinal)
      next[i] = DOUBLED;
    else seen.set(key, candidate);
  }
  return next;
}

const LONE = new Set<MarkerStyle>(['arabic-dot', 'arabic-dunhao', 'arabic-paren', 'circled']);

/** A first number without a second counts where a heading or a colon leads to it. */
const isLone = ({ marker, weak, led }: Candidate): boolean =>
  led && !weak && marker.ordinal === 1 && LONE.has(marker.style);

function fits({ marker, weak, headed, led }: Candidate, chain: Chain, next: number): boolean {
  if (next === DOUBLED) return false;
  const { ordinal, style } = marker;
  const solid = SOLID.has(style);
  const continued = next === ordinal + 1;
  if (ordinal === chain.scoped + 1 || (ordinal === chain.last + 1 && chain.last > 0)) {
    return !weak || ordinal > 1 || continued;
  }
  if (style === 'sequence-word') return !weak && ordinal === 1 ? true : chain.last > 0 && chain.last < ordinal;
  if (ordinal === 1) return !weak && (solid || continued || headed || (led && LONE.has(style)));
  if (weak) return false;
  if (style === 'tiao' && ordinal > chain.last) return true;
  if (chain.scoped > 0) {
    if (ordinal > chain.scoped && ordinal - chain.scoped <= 3) return true;
    if (ordinal === chain.scoped) return solid || headed || continued;
    return solid && headed && (continued || ordinal > chain.scoped);
  }
  if (ordinal === chain.last) return headed;
  if (ordinal > chain.last && ordinal - chain.last <= 3 && chain.last > 0) return headed || continued;
  return (solid && (continued || headed || style === 'han-dunhao')) || (ordinal <= 3 && continued);
}

const FEWEST_RUNNING = 15;
const LEAD_OF_TEXT = 34;

/**
 * An address whose every paragraph is numbered has no outline by these numbers: one Arabic style that runs through
 * the whole text without restarting, whose paragraphs open with whole sentences and not with headings.
 */
function dropRunningParagraphs(kept: readonly Numbered[]): Numbered[] {
  const byTier = new Map<number, Numbered[]>();
  for (const n of kept) {
    const list = byTier.get(n.tier);
    if (list) list.push(n);
    else byTier.set(n.tier, [n]);
  }
  const dropped = new Set<number>();
  for (const [tier, list] of byTier) {
    const { style } = list[0]!.marker;
    if (style !== 'arabic-dot' && style !== 'arabic-dunhao' && style !== 'arabic-space') continue;
    if (list.length < FEWEST_RUNNING) continue;
    const restarts = list.filter((n, i) => i > 0 && n.marker.ordinal <= list[i - 1]!.marker.ordinal).length;
    const long = list.filter((n) => n.lead >= LEAD_OF_TEXT).length;
    if (restarts === 0 && long > list.length * 0.6) dropped.add(tier);
  }
  return dropped.size === 0 ? [...kept] : kept.filter((n) => !dropped.has(n.tier));
}
