/**
 * Where a text was taken from and who reported it: source lines, datelines, bylines.
 * Changes when another form of such a line is met. All are tried on one short folded line without blanks around it.
 */
import type { Phrase } from './phrases.ts';

/** Where the text was taken from, as a line of its own. The first group is the source. */
export const SOURCE_LINES: readonly Phrase[] = [
  {
    name: 'taken-from',
    pattern:
      /^(?:[（(【[] ?(?:摘自|转自|原载于?|来自|据|选自|载于?|刊于|原刊于?|转载自|引自)|(?:摘自|转自|原载于?|选自|刊于|载于|转载自|引自)(?= ?[：:《“])) ?[：:]? ?[《“]?([^》”。：，]{2,24})[》”]?.{0,50}[）)】\]]?$/,
    examples: ['（摘自《杭州日报》2022年7月28日）', '（原载《青川日报》2021年3月12日第2版）', '转自：新华网'],
    counter: ['据统计，今年上半年全市生产总值增长百分之六。', '载人航天工程'],
  },
  {
    name: 'source-label',
    pattern:
      /(?:^|[ （(【[\d|｜])(?:文章|信息|稿件|新闻|内容|资料|图文|稿源)?来 ?源 ?[：:/／|] ?[《“]?([^ 》”）)】\]|]{2,30})[》”]?/,
    examples: [
      '来源：人民网－人民日报',
      '来源/区委办',
      '（来源：新华社）',
      '2021-03-12 16:50 来源：浙江日报 作者：刘某',
      '发布日期：2022-07-21 信息来源：衢州日报 字体',
    ],
  },
  {
    name: 'dated-paper',
    pattern: /^(?:\d{4}年\d{1,2}月\d{1,2}日 ?)([\u4e00-\u9fff]{2,6}报) ?(?:第 ?\d{1,2} ?版)?$/,
    examples: ['1981年11月11日人民日报 第1版'],
    counter: ['2023年5月6日上报省政府'],
  },
  {
    name: 'timed-medium',
    pattern:
      /^\d{4}(?:年|-|\/)\d{1,2}(?:月|-|\/)\d{1,2}日? ?\d{1,2}：\d{2}(?:：\d{2})? {1,6}([\u4e00-\u9fff—-]{2,20}(?:报|网|社|台|刊|客户端|新闻|在线))$/,
    examples: ['2002年5月31日12：41 云岭网-石桥晚报'],
    counter: ['2019年3月1日9：30 市政府召开会议'],
  },
  {
    name: 'paper-alone',
    pattern: /^([\u4e00-\u9fff]{2,6}(?:日报|晚报|时报|晨报|商报|早报))$/,
    examples: ['青川日报'],
    counter: ['实行每日零报告和日报'],
  },
  {
    name: 'paper-and-edition',
    pattern: /^[（(]?《 ?([^》]{2,12}(?:报|刊|杂志|月刊)) ?》 ?[（(]?.{0,30}?(?:年|版|期).{0,20}[）)]?$/,
    examples: ['《 青川日报 》（ 2021年3月12日 02 版）', '（《求是月刊》2022年第1期）'],
  },
];

/** What stands for no source at all behind 来源. */
export const NO_SOURCE =
  /^(?:本公报|本报告|本表|各|本站原创|本站|原创|本网站?|本网原创|不详|未知|网络|互联网|其他|作者|发布|点击|浏览|时间|字|佚名|转载)/;

/** The agency or paper that a dispatch opens with. The first group is the source, where the opening names one. */
export const DATELINES: readonly Phrase[] = [
  {
    name: 'agency',
    pattern:
      /^[（(【[]?(新华社|新华网|中新社|中新网|人民网|央视网|央广网|中国网|光明网|经济日报|人民日报|光明日报|[\u4e00-\u9fff]{2,6}(?:在线|日报|晚报|新闻网|电视台|发布|新闻)|(?!据)[\u4e00-\u9fff]{2,6}网(?=消息|讯))(?:消息|[\u4e00-\u9fff]{2,6}?\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日)?[^。，]{0,24}?(?:电|讯|消息|报道)(?:[）)】\] ：]|[（(]|$)/,
    examples: [
      '新华社北京5月5日电 全国林业工作会议',
      '云岭在线3月2日讯（记者 刘某）1日',
      '央视网消息（新闻联播）：国务院',
      '云岭网讯（记者 刘某）1日',
    ],
    counter: ['新华社记者采访了', '据云岭网消息，1日', '要加强政务服务网建设'],
  },
  {
    name: 'our-paper',
    pattern: /^[（(【[■]*(?:本报|本台|本网|本刊)(?:讯|消息|[\u4e00-\u9fff]{1,6}\d{1,2}月\d{1,2}日[电讯]|记者)/,
    examples: ['【本报讯】市委常委会昨日召开会议', '本报讯 昨天上午，市委召开', '本报记者 王某'],
  },
];

/** A line that names reporters or writers and nothing more. */
export const BYLINE: Phrase = {
  name: 'byline',
  pattern:
    /^(?:新华社|新华网|中新社|中新网)[^ 。，]{0,16}\d{1,2}日电?$|^\d{1,2}月\d{1,2}日[讯电]$|^[\u4e00-\u9fff]{2,6}报 ?记者[\u4e00-\u9fff、· ]{2,12}[/／][\u4e00-\u9fff]{2,8}$|^[（(【[■●▲]* ?(?:(?:本报|本台|首席|特约|全媒体|见习|实习|融媒体?|[\u4e00-\u9fff]{2,6}(?:日报|晚报|在线|新闻))? ?(?:首席|全媒体|见习|融媒体)?(?:(?:记者|通讯员|作者|撰稿|摄影|供稿)[ ：/]?|(?:文|图)[ ：/])[ ]*[\u4e00-\u9fff·、 ]{2,50})[）)】\]]?$/,
  examples: [
    '新华社北京3月1日电',
    '12月08日讯',
    '联合报 记者黄某某/即时报导',
    '■ 首席记者 张某某',
    '本报记者 王某 李某某',
    '记者：赵某',
    '（记者 刘某某 通讯员 陈某）',
    '作者：佚名',
  ],
  counter: ['记者招待会今天上午举行，会议由外交部主持', '文明青川 有您更好'],
};
