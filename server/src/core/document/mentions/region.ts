/**
 * The place that a document belongs to. Changes when the evidence for it is weighed differently.
 * The issuer and the title name it; otherwise the level is that of the body (市委, 全区) and the place the one named most.
 */

import { PairIndex } from '../../text/words.ts';
import type { FoundMeeting } from './meetings.ts';
import {
  isWrittenPlace,
  type Place,
  placeEndingAt,
  placeStartingAt,
  places,
  shortPlaceAt,
  writtenPlace,
} from './places.ts';
import type { Reading } from './reading.ts';

const SAMPLE = 6000;
const NATIONAL =
  /^(?:中共中央|党中央|国务院|中华人民共和国|全国人大|全国人民代表大会|中央|国家|最高人民|全国政协|中国共产党(?:中央|第)|中国人民银行|[\u4e00-\u9fff]{1,6}部(?:办公厅|关于|等))/;

/** The place in `text` that is named by its full name first, the last link of a chain (浙江省杭州市 → 杭州市). */
function placeIn(text: string): Place | null {
  const word = /[省市县区州盟旗]/g;
  for (let m = word.exec(text); m !== null; m = word.exec(text)) {
    let end = m.index + 1;
    let found = placeEndingAt(text, end);
    if (found === null) continue;
    for (let next = nextPlace(text, end); next !== null; next = nextPlace(text, end)) {
      end = next.end;
      found = { place: within(next.place, found.place) ?? next.place, start: found.start };
    }
    return found.place;
  }
  return null;
}

function nextPlace(text: string, start: number): { place: Place; end: number } | null {
  return placeStartingAt(text, start);
}

/** The division named `child.name` that lies in `parent`: 朝阳区 of 北京市, not of 长春市. */
function within(child: Place, parent: Place): Place | null {
  return (
    places()
      .byName.get(child.name)
      ?.find((p) => p.parent === parent || p.parent?.parent === parent) ?? null
  );
}

export interface RegionAnswer {
  /** Null for the nation and where nothing tells. */
  readonly place: Place | null;
  readonly national: boolean;
}

/** Weighs the evidence; `level` is that of the reported meeting's body (`市`), empty where unknown. */
export function readRegion(reading: Reading, reported: FoundMeeting | null): RegionAnswer {
  const { structure, folded } = reading;
  if (reported !== null && reported.place !== null) return { place: reported.place, national: false };
  const named = [structure.issuer, structure.title, structure.distribution].map((value) =>
    value === null ? '' : folded.slice(value.span.start, value.span.end).replace(/\s/g, ''),
  );
  const [issuer = '', title = '', distribution = ''] = named;
  for (const text of [issuer, title, distribution]) {
    if (text === '') continue;
    const head = text.slice(0, text === title ? 24 : 40);
    const place = writtenIn(head) ?? placeIn(head) ?? shortPlaceIn(head);
    if (place !== null) return { place, national: false };
    if (NATIONAL.test(text) && text !== distribution) return { place: null, national: true };
  }
  if (reported !== null && reported.level === '全国') return { place: null, national: true };
  const level = reported?.level || levelBySpeech(folded);
  if (level === '' || level === '全国') return { place: null, national: level === '全国' };
  return { place: mostNamed(folded.slice(0, SAMPLE), level), national: false };
}

/** A division that is in no table, where the name opens with it: 云州市人民政府, 中共青山市委. */
function writtenIn(text: string): Place | null {
  const m =
    /^(?:中共|中国共产党|共青团|政协)?([\u4e00-\u9fff]{2,4}?[省市县区州旗])(?=人民政府|人民代表大会|人大|政协|委|第[一二三四五六七八九十]{1,3}届)/.exec(
      text,
    );
  if (m === null || !isWrittenPlace(m[1]!) || placeEndingAt(m[1]!, m[1]!.length) !== null) return null;
  return writtenPlace(m[1]!);
}

/** `中共杭州市委` is found by its full name; `浙江省委` as well; `绍兴一中` by the short one. */
function shortPlaceIn(text: string): Place | null {
  const { byShort } = places();
  const start = text.replace(/^(?:中共|中国共产党|共青团)/, '');
  for (const length of [4, 3, 2]) {
    const place = byShort.get(start.slice(0, length));
    if (place !== undefined && /^(?:人民|政府|委|日报|[\u4e00-\u9fff]{1,4}新区)/.test(start.slice(length)))
      return place;
  }
  return null;
}

/** The level by how the document speaks of itself: 全市上下, 我省, 本区. The nation where it speaks of 我国 as often. */
function levelBySpeech(folded: string): string {
  const sample = folded.slice(0, SAMPLE);
  const counts = new Map<string, number>();
  for (const m of sample.matchAll(/[全我]([省市区县州国])(?!域)/g)) counts.set(m[1]!, (counts.get(m[1]!) ?? 0) + 1);
  const national = counts.get('国') ?? 0;
  let best = '';
  let most = 2;
  for (const [level, count] of counts) {
    if (level !== '国' && count > most) {
      most = count;
      best = level;
    }
  }
  return national > most ? '全国' : best;
}

/** The province or city named most often, or the county inside it. */
function mostNamed(sample: string, level: string): Place | null {
  const counts = new Map<Place, number>();
  const { byPair } = places();
  for (let at = byPair.next(sample, 0); at >= 0; at = byPair.next(sample, at + 1)) {
    const place = shortPlaceAt(sample, at);
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const top = (wanted: number): Place | null => {
    let best: Place | null = null;
    for (const [place, count] of counts)
      if (place.level === wanted && (best === null || count > counts.get(best)!)) best = place;
    return best;
  };
  if (level === '省') return top(1);
  if (level === '市') return top(2) ?? municipality(top(1));
  const city = top(2) ?? municipality(top(1));
  return city === null ? null : countyIn(sample, city);
}

const municipality = (place: Place | null): Place | null => (place?.name.endsWith('市') === true ? place : null);

/** The counties of the cities that were asked for, by the first two characters of their short names. */
const COUNTIES = new Map<Place, PairIndex<number>>();

/** The county of this city that is named most, by full or short name; null where none is named. */
function countyIn(sample: string, city: Place): Place | null {
  const counties = places().counties.get(city) ?? [];
  let byPair = COUNTIES.get(city);
  if (byPair === undefined) {
    byPair = new PairIndex(counties.map((county, i) => [county.short.slice(0, 2), i]));
    COUNTIES.set(city, byPair);
  }
  const counts = counties.map(() => 0);
  const ends = counties.map(() => 0);
  for (let at = byPair.next(sample, 0); at >= 0; at = byPair.next(sample, at + 1)) {
    for (const i of byPair.at(sample, at)) {
      const { short } = counties[i]!;
      if (at < ends[i]! || !sample.startsWith(short, at)) continue;
      counts[i]!++;
      ends[i] = at + short.length;
    }
  }
  const most = Math.max(0, ...counts);
  return most === 0 ? null : counties[counts.indexOf(most)]!;
}
