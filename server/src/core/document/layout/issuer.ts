/**
 * The issuer of a document (发文机关), from its title, its signature or its imprint.
 * Changes when issuers are named in another way.
 */
import { fold } from '../../text/fold.ts';
import { ORGANISATION } from '../data/front.ts';
import type { SpannedText } from '../model.ts';
import { unglossed } from './lineText.ts';

const IN_TITLE =
  /^((?:中共|中国共产党|中华人民共和国)?[\u4e00-\u9fff（）、\s]{2,60}?)(?:关于|贯彻|实施《|实施〈|印发|转发|批转|发布|公布|任免|授予|决定|嘉奖)/;
const NOT_ORGANISATION = /(?:举行|召开|同志|会议$|强调|[在于对从向])/;

/** The organisation before 关于 in a title; null where the title begins otherwise. */
export function issuerOfTitle(text: string, title: SpannedText | null): SpannedText | null {
  if (!title) return null;
  const folded = fold(title.text);
  const glossed = unglossed(folded);
  const matched = IN_TITLE.exec(glossed?.text ?? folded)?.[1];
  const name = matched?.replace(/\s+/g, '');
  if (
    !matched ||
    !name ||
    NOT_ORGANISATION.test(name) ||
    !(ORGANISATION.test(name) || /(?:政府|委员会|委|厅|局|部|院|会|中央|办公室)$/.test(name))
  )
    return null;
  const start = title.span.start;
  const printed = title.text.slice(0, glossed?.offsets[matched.length] ?? matched.length).replace(/\s+/g, '');
  const raw = text.slice(start, title.span.end);
  let seen = 0;
  let end = 0;
  while (end < raw.length && seen < printed.length) if (!/\s/.test(raw[end++]!)) seen++;
  return { text: printed, span: { start, end: start + end } };
}
