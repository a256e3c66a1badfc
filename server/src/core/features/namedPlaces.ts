/**
 * Names of places and of bodies in a text, for colouring: administrative divisions of the table, and what governs them.
 * Changes when names are told from common words in another way.
 *
 * A name that is a common word as well (新城区, 朝阳, 平安) counts only where the document shows that it means the place:
 * it stands behind the place that it lies in, or the document belongs to that place.
 */
import { type Place, placeEndingAt, places, shortPlaceAt } from '../document/mentions/places.ts';
import type { PolicyDocument } from '../document/model.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { BODIES, NATIONAL_BODIES } from './namedPlaces.data.ts';

export interface NamedPlaces {
  readonly places: readonly Span[];
  readonly organizations: readonly Span[];
}

/** 绍兴城市的风貌 is not 兴城市. */
const COMMON_END = /城市$|新区$/;
const LEVEL = /[省市区县州盟旗]/g;
const BODY = new RegExp(`(?:${BODIES.join('|')})`, 'y');
const NATIONAL = new RegExp(`(?:${NATIONAL_BODIES.join('|')})`, 'g');

/** The place, the one that it lies in, and so on. */
function* upward(place: Place): Generator<Place> {
  for (let at: Place | null = place; at; at = at.parent) yield at;
}

export function namedPlaces(document: Pick<PolicyDocument, 'text' | 'region'>): NamedPlaces {
  const folded = fold(document.text);
  const index = places();
  const home = document.region === null ? [] : (placesNamed(fold(document.region)) ?? []);
  const near = new Set(home.flatMap((p) => [...upward(p)]));
  const found: { place: Place; span: Span }[] = [];
  for (const match of folded.matchAll(LEVEL)) {
    const end = match.index + 1;
    const named = placeEndingAt(folded, end);
    if (!named) continue;
    const before = found.at(-1);
    const inside = before?.span.end === named.start ? before.place : null;
    const all = index.byName.get(folded.slice(named.start, end)) ?? [];
    const meant = all.find(
      (p) => (inside !== null && [...upward(p)].includes(inside)) || near.has(p) || within(p, near),
    );
    // A short name may be the end of a common word; only the table's own long ones speak for themselves.
    const name = folded.slice(named.start, end);
    if (!meant && (all.length > 1 || name.length < 3 || all[0]!.name !== name || COMMON_END.test(name))) continue;
    if (before && before.span.start >= named.start) found.pop();
    found.push({ place: meant ?? all[0]!, span: { start: named.start, end } });
  }
  const known = new Set([...near, ...found.flatMap((f) => [...upward(f.place)])]);
  const shorts: Span[] = [];
  for (let i = 0; i < folded.length; i++) {
    const place = shortPlaceAt(folded, i);
    if (!place) continue;
    const end = i + place.short.length;
    // Provinces have names that mean nothing else; cities need a reason.
    if (place.level === 1 || known.has(place)) shorts.push({ start: i, end });
    i = end - 1;
  }
  const spans = outermost([...found.map((f) => f.span), ...shorts]);
  return { places: spans, organizations: bodies(folded, spans) };
}

const placesNamed = (path: string): readonly Place[] | null => {
  const named = placeEndingAt(path, path.length);
  return named && (places().byName.get(path.slice(named.start)) ?? [named.place]);
};

/** Whether the place lies directly in one of these, and is no province. */
const within = (place: Place, near: ReadonlySet<Place>): boolean =>
  place.parent !== null && place.parent.level > 1 && near.has(place.parent);

/** Spans that no other one holds, in order. */
function outermost(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of sorted) if (span.end > (kept.at(-1)?.end ?? -1)) kept.push(span);
  return kept;
}

/** 杭州市人民政府, 浙江省委: a body directly behind its place; and the bodies of the nation. */
function bodies(folded: string, named: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { start, end } of named) {
    BODY.lastIndex = end;
    const match = BODY.exec(folded);
    if (match) found.push({ start, end: end + match[0].length });
  }
  for (const match of folded.matchAll(NATIONAL)) found.push({ start: match.index, end: match.index + match[0].length });
  return outermost(found);
}
