/**
 * Places by name: which administrative division a string names, full or short. Changes when names are matched differently.
 * Former forms are understood: a county that became a district or a city (`上虞县`, `上虞市`, `上虞区`) is one place. A
 * name that only shares its beginning with another division (`青山市`, 青山区) is none of the table's: it is kept as written.
 */
import { fold } from '../../text/fold.ts';
import { PairIndex, UnitSet } from '../../text/words.ts';
import { CROSSINGS } from './data/crossedNames.ts';
import { FORMER_CITIES, FORMER_COUNTIES } from './data/formerNames.ts';
import { BEFORE_BODIES } from './data/meetingBodies.ts';
import { OBJECT_VERBS } from './data/programs.ts';
import { REGIONS } from './data/regions.ts';

export interface Place {
  /** Official name, `杭州市`, `滨江区`. */
  readonly name: string;
  /** Without the word for its level, `杭州`, `滨江`. */
  readonly short: string;
  /** 1 province, 2 city or prefecture, 3 county. */
  readonly level: 1 | 2 | 3;
  readonly parent: Place | null;
  /** As people write it: the city before its district, the province alone. `杭州市滨江区`, `浙江省`. */
  readonly path: string;
}

export interface PlaceIndex {
  readonly byName: ReadonlyMap<string, readonly Place[]>;
  readonly longest: number;
  /** Provinces and cities by short name. */
  readonly byShort: ReadonlyMap<string, Place>;
  /** What full names end with. */
  readonly ends: UnitSet;
  /** Provinces and cities by the first two characters of their short names, longest first. */
  readonly byPair: PairIndex<Place>;
  /** Counties, or what a municipality has for them, by the city or municipality that they belong to, in the order of `byName`. */
  readonly counties: ReadonlyMap<Place, readonly Place[]>;
  /** Which lengths the full names have that begin or end with a character: bit n for n characters. */
  readonly lengths: {
    readonly first: Uint32Array;
    readonly second: Uint32Array;
    readonly last: Uint32Array;
    readonly lastButOne: Uint32Array;
  };
}

const MINORITIES =
  '(?:蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|阿昌族|普米族|塔吉克族?|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春族?|各族)';
const WORDS = '(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|新区|矿区|省|市|县|区|州|盟|旗)$';
const LEVEL_WORD = new RegExp(WORDS);
const PEOPLE_AND_LEVEL = new RegExp(`${MINORITIES}+${WORDS}`);

/** `杭州市` → `杭州`, `延边朝鲜族自治州` → `延边`; names of two characters keep their last (`莲都区` loses it, `蓟县` does not). */
export function shortName(name: string): string {
  for (const pattern of [PEOPLE_AND_LEVEL, LEVEL_WORD]) {
    const short = name.replace(pattern, '');
    if (short.length >= 2 && short !== name) return short;
  }
  return name;
}

/** The province or city whose short name starts at `at`, the longest such. */
export function shortPlaceAt(text: string, at: number): Place | undefined {
  for (const place of places().byPair.at(text, at)) {
    if (text.startsWith(place.short, at) && !isCrossing(text, at, place.short)) return place;
  }
  return undefined;
}

/** Whether the name at `at` is only the end of one word and the beginning of the next. */
const isCrossing = (text: string, at: number, name: string): boolean =>
  CROSSINGS[name]?.some(({ before, after }) => {
    const end = at + name.length;
    return (
      (before === undefined || before.includes(text[at - 1] ?? ' ')) && after?.test(text.slice(end, end + 2)) !== false
    );
  }) ?? false;

let cached: PlaceIndex | undefined;

function add(map: Map<string, Place[]>, key: string, place: Place): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [place]);
  else if (!list.includes(place)) list.push(place);
}

const OLD_COUNTIES: ReadonlySet<string> = new Set(FORMER_COUNTIES);
const OLD_CITIES: ReadonlySet<string> = new Set(FORMER_CITIES);

/** Other names of a division: what it was before it became what it is, and the short forms of autonomous ones. */
function formerNames(name: string, short: string, level: 1 | 2 | 3): string[] {
  if (short === name && level < 3) return [];
  if (name.endsWith('自治州')) return [`${short}州`];
  if (name.endsWith('自治县')) return [`${short}县`];
  if (name.endsWith('自治旗')) return [`${short}旗`];
  if (level === 2) return name.endsWith('市') ? [`${short}地区`] : [];
  if (level === 1) return [];
  if (name.endsWith('市')) return [`${short}县`];
  if (!name.endsWith('区')) return [];
  const bare = name.slice(0, -1);
  return [
    ...(OLD_COUNTIES.has(bare) || OLD_CITIES.has(bare) ? [`${bare}县`] : []),
    ...(OLD_CITIES.has(bare) ? [`${bare}市`] : []),
  ];
}

/** The index of all places, built on first use (some 5 ms). */
export function places(): PlaceIndex {
  if (cached) return cached;
  const byName = new Map<string, Place[]>();
  const byShort = new Map<string, Place>();
  const enter = (name: string, level: 1 | 2 | 3, parent: Place | null): Place => {
    const short = shortName(name);
    const city = parent !== null && parent.level === 2 ? parent : null;
    const municipal =
      parent !== null && parent.level === 1 && /^(?:北京|天津|上海|重庆)/.test(parent.name) ? parent : null;
    const path = level === 3 ? `${(city ?? municipal)?.name ?? ''}${name}` : name;
    const place: Place = { name, short, level, parent, path };
    add(byName, name, place);
    for (const former of formerNames(name, short, level)) add(byName, former, place);
    if (level < 3 && !byShort.has(short)) byShort.set(short, place);
    return place;
  };
  // Folding makes the separators full width.
  for (const line of fold(REGIONS).split('\n')) {
    const [provinceName = '', rest = ''] = line.split('：');
    const province = enter(provinceName, 1, null);
    for (const group of rest.split('；')) {
      const [cityName = '', counties = ''] = group.split('=');
      const city = cityName === '' ? province : enter(cityName, 2, province);
      for (const county of counties.split(' ')) if (county !== '') enter(county, 3, city);
    }
  }
  let longest = 0;
  const ends = new UnitSet([]);
  const table = (): Uint32Array => new Uint32Array(65536);
  const lengths = { first: table(), second: table(), last: table(), lastButOne: table() };
  for (const name of byName.keys()) {
    const size = name.length;
    longest = Math.max(longest, size);
    ends.add(name.charCodeAt(size - 1));
    const bit = 1 << size;
    lengths.first[name.charCodeAt(0)]! |= bit;
    lengths.second[name.charCodeAt(1)]! |= bit;
    lengths.last[name.charCodeAt(size - 1)]! |= bit;
    lengths.lastButOne[name.charCodeAt(size - 2)]! |= bit;
  }
  const counties = new Map<Place, Place[]>();
  for (const list of byName.values()) {
    if (list[0]!.level !== 3) continue;
    const seen = new Set<Place | null>();
    for (const place of list) {
      if (place.parent === null || seen.has(place.parent)) continue;
      seen.add(place.parent);
      counties.set(place.parent, [...(counties.get(place.parent) ?? []), place]);
    }
  }
  const shorts = [...byShort.values()].sort((a, b) => b.short.length - a.short.length);
  const byPair = new PairIndex(shorts.map((place) => [place.short.slice(0, 2), place] as const));
  cached = { byName, longest, ends, byShort, byPair, counties, lengths };
  return cached;
}

/** The longest full name of a place that ends at `end` in folded text, with where it starts; null if none does. */
export function placeEndingAt(folded: string, end: number): { place: Place; start: number } | null {
  const index = places();
  const { last, lastButOne } = index.lengths;
  if (end < 2) return null;
  const having = last[folded.charCodeAt(end - 1)]! & lastButOne[folded.charCodeAt(end - 2)]!;
  if (having === 0) return null;
  for (let length = Math.min(index.longest, end); length >= 2; length--) {
    if ((having & (1 << length)) === 0) continue;
    const found = index.byName.get(folded.slice(end - length, end));
    if (found !== undefined) return { place: found[0]!, start: end - length };
  }
  return null;
}

/** The longest full name of a place that starts at `start`. */
export function placeStartingAt(folded: string, start: number): { place: Place; end: number } | null {
  const index = places();
  const { first, second } = index.lengths;
  if (start + 2 > folded.length) return null;
  const having = first[folded.charCodeAt(start)]! & second[folded.charCodeAt(start + 1)]!;
  if (having === 0) return null;
  for (let length = index.longest; length >= 2; length--) {
    if ((having & (1 << length)) === 0) continue;
    const found = index.byName.get(folded.slice(start, start + length));
    if (found !== undefined && start + length <= folded.length) return { place: found[0]!, end: start + length };
  }
  return null;
}

/** A place that is in no table, under the name that the text gives it: 中共云州市委, 政协青山市委员会. */
export function writtenPlace(name: string): Place {
  const level = name.endsWith('省') ? 1 : name.endsWith('市') || name.endsWith('州') ? 2 : 3;
  return { name, short: shortName(name), level, parent: null, path: name };
}

/** Words that stand before 市委 at the head of a line and name no place. */
const NOT_PLACES: ReadonlySet<string> = new Set([...OBJECT_VERBS, ...BEFORE_BODIES]);
const WRITTEN = /^[\u4e00-\u9fff]{2,4}[省市区县州旗]$/;

/** Whether `name` has the form of a division's name and neither a verb nor a pronoun in it: 云州市, not 我市, 全市. */
export const isWrittenPlace = (name: string): boolean =>
  WRITTEN.test(name) &&
  !NOT_PLACES.has(name.slice(0, 2)) &&
  !/^自治|[全我本各该此为在到和与对向由经将把了的]|(?:城|都|地|社|园|辖|新|片)[市区]$|(?:省|县|市)[市区]$/.test(name);
