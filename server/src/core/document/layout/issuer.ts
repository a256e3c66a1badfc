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
/** A title of nothing but the issuer and the kind: 某市人民政府公告. */
const BEFORE_KIND =
  /^([\u4e00-\u9fff（）\s]{3,40}?(?:政府|委员会|常委会|局|部|厅|院|署))\s*(?:公告|通告|公报|令|命令)(?:[（(]?第.{1,12})?$/;
/** A body's own rules: 某股份有限公司董事会议事规则, 某大学学习制度. */
const OWN_RULES =
  /^([\u4e00-\u9fff（）\s]{4,36}?(?:有限责任公司|有限公司|集团公司|总公司|大学(?![生城科园])|学院(?![派路])))[\u4e00-\u9fff（）\s]{2,40}(?:办法|细则|规则|规定|制度|方案|章程|预案|守则)(?:（.{1,12}）)?$/;
const NOT_ORGANISATION = /(?:举行|召开|同志|会议$|强调|[在于对从向])/;

/** The organisation before 关于 in a title; null where the title begins otherwise. */
export function issuerOfTitle(text: string, title: SpannedText | null): SpannedText | null {
  if (!title) return null;
  const folded = fold(title.text);
  const glossed = unglossed(folded);
  const line = glossed?.text ?? folded;
  const matched = (IN_TITLE.exec(line) ?? BEFORE_KIND.exec(line) ?? OWN_RULES.exec(line))?.[1];
  const name = matched?.replace(/\s+/g, '');
  if (
    !matched ||
    !name ||
    NOT_ORGANISATION.test(name) ||
    !(ORGANISATION.test(name) || /(?:政府|委员会|委|厅|局|部|院|会|中央|办公室)$/.test(name))
  )
    return null;
  const start = title.span.start;
  const printed = title.text.slice(0, glossed?.offsets[matched.length] ?? matched.length).trim();
  const raw = text.slice(start, title.span.end);
  let seen = 0;
  let end = 0;
  const wanted = printed.replace(/\s+/g, '').length;
  while (end < raw.length && seen < wanted) if (!/\s/.test(raw[end++]!)) seen++;
  const several = printed.split(/\s+/).every((part) => ORGANISATION.test(fold(part)));
  return { text: several ? printed : printed.replace(/\s+/g, ''), span: { start, end: start + end } };
}
