/**
 * The issuer of a document (发文机关), from its title, its signature or its imprint.
 * Changes when issuers are named in another way.
 */
import { fold } from '../../text/fold.ts';
import { ORGANISATION } from '../data/front.ts';
import type { SpannedText } from '../model.ts';

const IN_TITLE =
  /^((?:中共|中国共产党|中华人民共和国)?[\u4e00-\u9fff（）、\s]{2,60}?)(?:关于|印发|转发|批转|发布|公布|任免|授予|决定|嘉奖)/;
const NOT_ORGANISATION = /(?:举行|召开|同志|会议$|强调|[在于对从向])/;

/** The organisation before 关于 in a title; null where the title begins otherwise. */
export function issuerOfTitle(text: string, title: SpannedText | null): SpannedText | null {
  if (!title) return null;
  const match = IN_TITLE.exec(fold(title.text));
  const name = match?.[1]?.replace(/\s+/g, '');
  if (
    !name ||
    NOT_ORGANISATION.test(name) ||
    !(ORGANISATION.test(name) || /(?:政府|委员会|委|厅|局|部|院|会|中央|办公室)$/.test(name))
  )
    return null;
  const start = title.span.start;
  const raw = text.slice(start, title.span.end);
  let seen = 0;
  let end = 0;
  while (end < raw.length && seen < name.length) if (!/\s/.test(raw[end++]!)) seen++;
  return { text: title.text.slice(0, match![1]!.length).replace(/\s+/g, ''), span: { start, end: start + end } };
}
