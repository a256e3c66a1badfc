/**
 * How a title tells the kind of a document (文种). Changes when another wording of titles is met.
 * Tried in this order on the folded title without blanks, without brackets at its end; the first that matches wins.
 */
import type { Kind } from '../model.ts';
import type { Phrase } from './phrases.ts';

export interface KindPhrase extends Phrase {
  readonly kind: Kind;
}

const kind = (k: Kind, name: string, pattern: RegExp, examples: string[], counter: string[] = []): KindPhrase => ({
  kind: k,
  name,
  pattern,
  examples,
  counter,
});

export const KIND_PHRASES: readonly KindPhrase[] = [
  kind(
    'news',
    'news-delivers',
    /(?:发表|(?:^|[^工])作出?|作了|并|致|听取|审议|宣读|学习)(?:了|的)?(?:重要|书面|视频|主旨|工作|动员|总结)?(?:讲话|致辞|报告|演讲|发言)$/,
    ['市委理论学习中心组举行专题学习会并作重要讲话', '省委常委会召开会议听取工作报告'],
  ),
  kind(
    'news',
    'news-meeting-passes',
    /^(?:(?!关于)[\u4e00-\u9fff]){2,24}(?:举行|召开)[^关《]{0,24}(?:会议|全会|大会|会)(?:审议|讨论)?(?:并|原则)?(?:审议|讨论)?(?:通过|批准).{2,}$/,
    ['政务院举行第七十九次政务会议通过关于防汛工作的决定', '市人大常委会召开会议审议通过两项决定'],
    ['关于召开代表大会会议通过选举办法的决定'],
  ),
  kind(
    'other',
    'about-a-document',
    /^(?:解读|图解|一图读懂)|(?:解读|答记者问|问答|评论员文章?|评论员|社论|综述|述评|起草说明|的说明|图解|新闻发布会|发布会实录|摘编|学习材料|学习资料)$/,
    ['解读《政府工作报告》', '《关于促进就业的意见》政策解读', '关于规划草案的说明'],
  ),
  kind(
    'news',
    'news-publishes',
    /[\u4e00-\u9fff](?:印发|发布|出台|公布|颁布|审议通过|通过)(?:了|实施)?《[^》]+》(?:等.{0,12})?$/,
    ['国务院印发《关于加强质量工作的意见》', '省政府出台《促进就业若干措施》'],
  ),
  kind('other', 'appeal', /(?:倡议书|承诺书|责任书|决心书|公约|村规民约)(?:范文|范本)?$/, [
    '共建文明城市倡议书',
    '居民公约',
  ]),
  kind(
    'news',
    'news-appoints',
    /^(?!关于|同意|决定)[\u4e00-\u9fff·]{2,4}(?<![担责现历就主委])(?:任|当选|出任|升任|兼任)[\u4e00-\u9fff]{1,16}(?:长|书记|主任|主席)$/,
    ['林某任石桥区副区长', '王某某当选市长'],
    ['关于担任组长'],
  ),
  kind('speech', 'policy-address', /施政报告$/, ['2023年施政报告']),
  kind(
    'speech',
    'speech',
    /(?:讲话|致辞|致词|演讲|发言|开幕词|闭幕词|贺词|祝酒辞|献词|答谢辞|主持词)(?:稿|文稿|全文|摘要|要点|提纲|实录|节选|摘编)?$/,
    ['在全市教育大会上的讲话', '王某同志在全会结束时的讲话摘要', '二〇二四年新年贺词'],
  ),
  kind('communique', 'communique', /公报$/, [
    '中国共产党云岭省第十届委员会第七次全体会议公报',
    '2022年国民经济和社会发展统计公报',
  ]),
  kind('resolution', 'resolution', /决议$/, ['关于政府工作报告的决议']),
  kind('decision', 'decision', /(?:决定|的决定书)$/, ['中共中央关于全面推进依法治国若干重大问题的决定']),
  kind(
    'order',
    'order',
    /(?:^令|[院府席部委会局署省市]令|命令|嘉奖令|任免令|委任令|特赦令|动员令)(?:第?[\d一二三四五六七八九十百〇]+号)?$/,
    ['中华人民共和国主席令', '某省人民政府令第12号', '嘉奖令'],
  ),
  kind('public-notice', 'public-notice', /通告$/, ['关于实施交通管制的通告']),
  kind('announcement', 'announcement', /(?:公告|公示)$/, ['关于征求意见的公告']),
  kind('circular', 'circular', /通报$/, ['关于检查情况的通报']),
  kind('notice', 'notice', /通知(?:书)?$/, ['国务院办公厅关于做好防汛工作的通知']),
  kind('opinion', 'opinion', /(?:意见|指导意见)$/, ['国务院关于加快边境旅游发展的若干意见']),
  kind('request', 'request', /请示$/, ['关于增设派出所的请示']),
  kind('reply', 'reply', /(?:批复|批复意见)$/, ['国务院关于同意设立新区的批复']),
  kind('motion', 'motion', /(?:议案|提案)$/, ['关于提请审议任免事项的议案']),
  kind(
    'letter',
    'letter',
    /(?:[^信来]|^)(?:复函|便函|公函|函|贺信|慰问信|感谢信|公开信|一封信)$/,
    ['关于商请支持项目建设的函', '关于同意举办活动的复函', '致全市家长的一封信'],
    ['信函'],
  ),
  kind('minutes', 'minutes', /纪要$/, ['市政府常务会议纪要']),
  kind(
    'news',
    'news-event',
    /(?:举行|召开|开幕|闭幕|强调|指出|会见|考察|调研|主持|部署|出席|参加|传达学习|座谈|开班|揭牌|签约|启动|受到.{1,12}欢迎|在[京沪杭]举行|胜利闭幕)(?:了|会议|大会|工作|.{0,20}会议?)?$/,
    ['市委十三届二次全体（扩大）会议举行', '省委常委会召开会议', '市委召开经济工作会议'],
  ),
  kind(
    'report',
    'report',
    /(?:(?<![议审听评读])报告|汇报|报告书)(?:摘要|全文|节选|摘登)?$/,
    ['2023年政府工作报告', '在市委八届八次全体会议上的报告'],
    ['畅所欲言议报告'],
  ),
  kind('plan', 'plan', /(?:规划|纲要|方案|计划|预案|行动计划|三年行动|路线图|任务书|时间表)(?:大纲|摘要|草案)?$/, [
    '云岭省中长期水利发展规划纲要',
    '突发公共卫生事件应急预案',
    '2022年立法计划',
  ]),
  kind('plan', 'proposal-for-plan', /关于制定.{0,60}(?:规划|纲要|计划).{0,40}的建议$/, [
    '关于制定云岭省第十四个五年规划的建议',
  ]),
  kind(
    'law',
    'law',
    /(?:条例|规定|办法|细则|规则|准则|章程|守则|法典|宪法|修正案|[^办方做说看想写手书疗执司立守普违合非用语]法)$/,
    [
      '安宁市公园管理条例',
      '中华人民共和国水法',
      '某省实施〈中华人民共和国城乡规划法〉办法',
      '党组工作规则',
      '中华人民共和国民法典',
    ],
    ['推广先进做法', '创新工作方法'],
  ),
];

/** Wordings anywhere in a title that tell of news, tried when nothing above matches. */
export const NEWS_TITLE: Phrase = {
  name: 'news-title',
  pattern:
    /(?:^行政会(?:完成|公布|讨论|介绍)|举行|召开|闭幕|开幕|主持召开|会议强调|会议指出|强调：?|指出：?|主持会议|专题研究|赴.{1,12}调研|来.{1,6}考察|会见|出席.{0,20}会|审议.{0,40}|进行.{0,6}学习|开展.{0,10}学习|传达学习|集体学习|通过.{0,30}决议)/,
  examples: [
    '行政会完成讨论《公共工程法》法律草案',
    '省委常委会召开会议 分析研究当前粮食生产形势',
    '刘某赴开发区调研',
    '省委召开读书会学习领会全会精神',
  ],
  counter: ['云岭省中长期水利发展规划纲要'],
};

const opening = (k: Kind, name: string, pattern: RegExp, examples: string[], counter: string[] = []): KindPhrase =>
  kind(k, name, pattern, examples, counter);

/** What the opening of a document without a title says of its kind: the formula that leads to its matter. */
export const OPENING_PHRASES: readonly KindPhrase[] = [
  opening('public-notice', 'opening-public-notice', /(?:现|特|具体)[^。]{0,30}通告如下/, [
    '为保障交通安全，现通告如下：',
    '决定实行交通管制，具体事项通告如下：',
  ]),
  opening('announcement', 'opening-announcement', /(?:现|特)[^。]{0,40}(?:公告如下|予以公告|公示如下)/, [
    '根据有关规定，现将结果公告如下：',
  ]),
  opening('circular', 'opening-circular', /现(?:将|就)?[^。]{0,40}通报如下/, ['现将检查情况通报如下：']),
  opening(
    'reply',
    'opening-reply',
    /(?:收悉|悉)。[^。]{0,60}(?:批复如下|同意|原则同意)|现批复如下|(?:请示|来文|来函)[^。]{0,80}(?:兹|茲)(?:批|答)?复如下/,
    [
      '你省关于设立县的请示收悉。现批复如下：',
      '你市《关于报批规划的请示》收悉。同意所报规划。',
      '你县7月5日请示提出关于补选的问题，兹复如下：',
    ],
  ),
  opening('letter', 'opening-letter', /现(?:将)?[^。]{0,30}(?:函复|函告|答复)如下/, ['来函收悉，现函复如下：']),
  opening('request', 'opening-request', /现(?:将|就)?[^。]{0,40}请示如下/, ['现将有关问题请示如下：']),
  opening('other', 'opening-appeal', /(?:发出|提出)[^。]{0,8}倡议：|倡议如下：|向[^。]{1,30}倡议：/, [
    '为此，镇党委向全镇居民发出如下倡议：',
  ]),
  opening('decision', 'opening-decision', /(?:作出|特作|作)如下决定/, ['市委作出如下决定：']),
  opening('resolution', 'opening-resolution', /(?:作出|特作|作)如下决议/, ['特作如下决议：']),
  opening('opinion', 'opening-opinion', /(?:提出|制定)[^。]{0,8}(?:以下|如下)[^。]{0,12}意见/, [
    '现提出以下实施意见：',
  ]),
  opening(
    'notice',
    'opening-notice',
    /(?:现(?:将|就|对)?[^。]{0,80}|具体)(?:工作|活动|学习)?安排如下|现(?:将|就|对)?[^。]{0,80}(?:通知如下|(?:印发|转发|批转|下发|下达|发给)(?:给?你们|如下|[，。]请))|提出(?:如下)?通知：|(?:，|。)现(?:予|将其)?以?(?:印发|转发|下发)(?:给你们|，|。)/,
    [
      '现就有关事项通知如下：',
      '现将《实施方案》印发给你们，请认真贯彻执行。',
      '《议事规则》已经市政府第3次常务会议通过，现予印发。',
      '现将全年重点工作任务分解下达，请抓好落实。',
      '现将五月份学习内容安排如下：',
    ],
    ['现将有关情况报告如下：'],
  ),
  opening('report', 'opening-report', /(?:现(?:将|就)?|就)[^。]{0,60}(?:报告|汇报)如下/, [
    '现将一年来的工作情况报告如下：',
    '我就议案的处理意见报告如下。',
  ]),
];

/** What a document ends with, as a line of its own, where neither title nor opening tells its kind. */
export const CLOSING_PHRASES: readonly KindPhrase[] = [
  kind('public-notice', 'closing-public-notice', /^特此通告/, ['特此通告。']),
  kind('announcement', 'closing-announcement', /^特此公告/, ['特此公告。']),
  kind('circular', 'closing-circular', /^特此通报/, ['特此通报。']),
  kind('reply', 'closing-reply', /^(?:此复|特此批复)/, ['此复。'], ['复核无误。']),
  kind('letter', 'closing-letter', /^(?:特此函|专此函|特此复函|盼函复)/, ['特此函告。', '特此函复。']),
  kind('request', 'closing-request', /^(?:以上.{0,16})?(?:妥否|当否|可否)，?请.{0,6}(?:批示|批复|审批|示)|^特此请示/, [
    '妥否，请批示。',
    '以上请示当否，请批复。',
  ]),
  kind('notice', 'closing-notice', /^特此通知/, ['特此通知。']),
  kind('report', 'closing-report', /^特此报告/, ['特此报告。']),
];
