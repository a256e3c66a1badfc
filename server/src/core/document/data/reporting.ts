/**
 * Who reports and how, in news of meetings: `全会指出，`, `会议坚持…`, `王某强调，`.
 * Changes when another speaker or verb is met. Matched on folded text.
 */
import type { Phrase } from './phrases.ts';

/** Bodies and occasions that speak, with what may stand before them. */
export const SPEAKERS =
  '全会|会议|大会|座谈会|推进会|部署会|动员会|动员部署会|专题会|专题会议|视频会议|电视电话会议|调度会|工作会议|学习会|研讨会|党代会|报告会|总结会|表彰大会|联席会议|常务会议|常委会|常委会会议|党组会议|扩大会议|论坛|通知|意见|公报|决议|市委|省委|区委|县委|党中央|国务院|党委|党组|[市省区县]政府|[市省区县]人大常委会|[市省区县]政协|主席团|与会(?:同志|人员|代表|委员|者)|代表们?|委员们|大家';

/** Verbs that say what was held, judged, resolved or called for. */
export const REPORT_VERBS =
  '指出|强调|认为|要求|提出|号召|表示|坚持|高举|充分肯定|高度评价|高度赞扬|高度肯定|深刻指出|明确指出|明确提出|郑重指出|重申|申明|呼吁|希望|勉励|寄语|期望|建议|决定|同意|批准|确认|确定|明确|部署|审定|追认|号令|肯定|赞同|赞成|拥护|深入分析|深刻分析|分析了|总结了|全面总结|回顾了|回顾总结|科学分析|深刻阐述|深刻阐明|阐述了|阐明了|号召全|对.{2,30}(?:作出|做出|进行)(?:了)?.{0,6}(?:部署|安排)|就.{2,40}(?:提出|作出|做出|进行)|对.{2,30}(?:给予|表示)(?:了)?(?:高度评价|充分肯定|高度肯定|衷心感谢|诚挚感谢)|强烈谴责|深切|向.{2,40}(?:致以|表示)|一致认为|一致同意';

/** Short ways between a speaker and the verb. */
export const ADVERBS =
  '(?:一致|还|也|并|同时|进一步|最后|特别|着重|再次|郑重|经过讨论|经过认真讨论|讨论后|[在就][^，。：]{1,40}[时中上后]|对此|为此)?';

/** A bare reporting verb that a comma or colon follows; its title takes the next clause. */
export const BARE_VERBS =
  '指出|强调|认为|要求|提出|号召|表示|重申|呼吁|希望|勉励|期望|建议|决定|明确|说|介绍|透露|谈到|寄语|一致认为|深刻指出|明确指出|明确提出|申明|坦言|讲到|谈道|提及|告诫|叮嘱|嘱托';

/** Openings of paragraphs that report the agenda, the chair or who came: no reported sections. */
export const AGENDA: Phrase = {
  name: 'agenda',
  pattern:
    /^[^，。：]{0,24}(?:会议|全会|大会|常委会|会)?(?:听取|审议|讨论|传达|学习|书面|通报|表决|通过|由|在.{2,20}举行|召开|主持|出席|列席|参加|选举|观看|播放|安排|举行|应到|实到|期间|开始|结束|还?听取|还?审议|还?研究了其他)/,
  examples: [
    '市委常委会主持会议',
    '会议听取了工作汇报',
    '全会听取和讨论了工作报告',
    '会议由市长主持',
    '会上通报了实施方案',
  ],
  counter: ['全会指出，党的领导是根本保证', '会议强调，要学习贯彻全会精神'],
};

/** The end of a paragraph that tells who attended. */
export const ATTENDANCE: Phrase = {
  name: 'attendance',
  pattern:
    /(?:列席|出席|参加)(?:了)?(?:本次|这次|此次|今天的)?(?:会议|全会|大会|学习|座谈会?|活动|调研|开幕式|[^，。]{0,10}会)?[。.]?[”’）]?$|^(?:出席|列席|参加)[^，。]{0,20}(?:的|有)/,
  examples: ['有关负责同志列席会议。', '市领导参加会议。', '出席这次全会的市委委员63名，候补委员12名。'],
  counter: ['要积极参加会议安排的各项活动，努力工作。'],
};
