/**
 * When two names mean one meeting, and which meeting is a document's own. Changes when that judgement changes.
 */
import type { DateRole, MeetingMention, PolicyDocument } from '../document/model.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { CheckView } from './view.ts';

export interface MeetingKey {
  readonly body: string;
  readonly congress: number | null;
  readonly session: number | null;
}

/**
 * The kind of body and its level, from any of its names: `市委`, `中国共产党杭州市第十三届委员会` → `市|委员会|杭州`.
 * The place is empty where the name does not say it.
 */
export function bodyKey(name: string): { level: string; type: string; place: string } {
  const n = fold(name).replace(/第?[〇零一二三四五六七八九十\d]+届/g, '');
  const type = /纪/.test(n)
    ? '纪委'
    : /政协|政治协商/.test(n)
      ? '政协'
      : /人民代表大会常务委员会|人大常委会/.test(n)
        ? '人大常委会'
        : /人民代表大会|人大/.test(n)
          ? '人大'
          : /政府|国务院|常务会议/.test(n)
            ? '政府'
            : /党代会|党代表大会|代表大会|党的.大/.test(n)
              ? '党代会'
              : /委|全会/.test(n)
                ? '党委'
                : n;
  const level =
    /中央|全国|国务院/.exec(n)?.[0] ??
    /(?:自治区|自治州|自治县|省|市|州|区|县|旗|镇|乡|街道)(?!.*(?:省|市|州|区|县|旗|镇|乡))/.exec(n)?.[0] ??
    '';
  const place =
    /(?:中国共产党|中共|^)([\u4e00-\u9fff]{2,8}?)(?:自治区|自治州|自治县|省|市|州|区|县|旗|镇|乡)/.exec(n)?.[1] ?? '';
  return {
    level: /中央|全国|国务院/.test(level) ? '中央' : level,
    type,
    place: /^(?:中央|全国)/.test(place) ? '' : place,
  };
}

/** Whether two bodies can be one: same type and level, and the same place where both say it. */
export function sameBody(a: string, b: string): boolean {
  if (fold(a) === fold(b)) return true;
  const x = bodyKey(a);
  const y = bodyKey(b);
  const level = x.level === '' || y.level === '' || x.level === y.level;
  return x.type === y.type && level && (x.place === '' || y.place === '' || x.place === y.place);
}

/** Whether two names with full numbers mean one meeting: place known on both sides, so that `市委` of two towns differ. */
export function sameMeeting(a: MeetingKey, b: MeetingKey): boolean {
  if (a.congress === null || a.session === null) return false;
  if (a.congress !== b.congress || a.session !== b.session) return false;
  const x = bodyKey(a.body);
  const y = bodyKey(b.body);
  const placed = x.level === '中央' || (x.place !== '' && x.place === y.place);
  return x.type === y.type && x.level === y.level && placed;
}

export interface OwnMeeting extends MeetingKey {
  readonly date: string | null;
  /** Where the day stands; the meeting's name where it stands nowhere by itself. */
  readonly dateSpan: Span;
  readonly span: Span;
  /** Length in days where the document says so. */
  readonly days?: number;
}

/** The meeting that the document reports or that adopted it, under its fullest name. */
export function ownMeeting(doc: PolicyDocument): OwnMeeting | null {
  const m = doc.meeting;
  if (!m) return null;
  const range = doc.dates.find((d) => d.role === 'meeting' && d.value === m.date && d.endValue);
  const day = (role: DateRole) => doc.dates.find((d) => d.role === role && d.value !== null && d.value === m.date);
  const length =
    range?.value && range.endValue ? (Date.parse(range.endValue) - Date.parse(range.value)) / 86_400_000 : undefined;
  return {
    body: m.bodyFull ?? m.body,
    congress: m.congress,
    session: m.session,
    date: m.date,
    dateSpan: (day('meeting') ?? day('adopted') ?? m).span,
    span: m.span,
    ...(length !== undefined && Number.isFinite(length) && { days: length }),
  };
}

/** Mentions that can only mean the document's own meeting: in its title, adoption note, or as 这次, 举行, 召开. */
export function ownMentions({ doc, folded, block: blockAt }: CheckView): MeetingMention[] {
  return doc.meetings.filter((m) => {
    const block = blockAt(m.span.start);
    if (block.kind === 'title' || block.kind === 'adoption-note') return true;
    if (
      doc.parts.some(
        (p) => p.title !== null && p.span.start <= m.span.start && m.span.end <= p.span.start + p.title.length + 8,
      )
    ) {
      return block.kind === 'heading';
    }
    const before = folded.slice(Math.max(0, m.span.start - 3), m.span.start);
    const after = folded.slice(m.span.end, m.span.end + 24);
    if (/这次|本次$/.test(before)) return true;
    if (/^(?:审查|审议)/.test(after) && /提请[本全]?[省市州区县旗]?$/.test(before)) return true;
    // 第十一次会议于2001年10月17日审议通过的……: what an announcement promulgates.
    if (/^于[0-9年月日]{6,11}(?:审议|审查)?(?:通过|批准)的/.test(after)) return true;
    const leading = folded.slice(Math.max(0, m.span.start - 16), m.span.start);
    if (/^(?:全体会议)?(?:审议)?通过[）)]?[ \t]*(?:\n|$)/.test(folded.slice(m.span.end, m.span.end + 12))) return true;
    if (/(?:召开|举行)(?:了)?(?:(?:中共|中国共产党)[\u4e00-\u9fff]{0,8})?$/.test(leading) && /^[。，]/.test(after))
      return true;
    // 在区第六届人民代表大会第一次会议第二次全体会议上作法院工作报告: the session that is reported.
    if (
      /^(?:第[一二三四五六七八九十]次全体会议)?上作[^，。；的]{0,10}工作报告/.test(after) &&
      !/去年|上次|此前|年初/.test(leading)
    )
      return true;
    return /^[^，。；]{0,16}(?:举行|召开|开幕|闭幕)(?!以来|后|前|的)/.test(after) && !/去年|上次|此前/.test(before);
  });
}
