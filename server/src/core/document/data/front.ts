/**
 * Lines around a title and at the end of a document: who issued it, to whom, when, under which number.
 * Changes when another form of such a line is met. All are tried on one short folded line without blanks around it.
 */
import type { Phrase } from './phrases.ts';

const YEAR_HAN = '[一二](?: ?[〇零oO0一二三四五六七八九]){3}';
const DATE = `(?:(?:\\d{4}|${YEAR_HAN}) ?年 ?(?:\\d{1,2}|[一二三四五六七八九十](?: ?[一二三四五六七八九十]){0,2}) ?月 ?(?:(?:\\d{1,2}|[一二三四五六七八九十廿卅](?: ?[一二三四五六七八九十廿卅]){0,3}) ?日)?|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})`;

/** A line that is a date and nothing else: 成文日期 under a signature, or a date under a title. */
export const DATE_LINE: Phrase = {
  name: 'date-line',
  pattern: new RegExp(
    `^(?=[^年]{0,5}[xX×*○])[二一〇○零oO\\dxX×*三四五六七八九]{1,4} ?年 ?[\\dxX×*一二三四五六七八九十]{1,3} ?月 ?[\\dxX×*一二三四五六七八九十廿]{1,3} ?日$|^[（(]?${DATE}(?: ?[（(]? ?(?:星 ?期|周|礼拜) ?[一二三四五六日天] ?[）)]?)?(?: ?\\d{1,2}：\\d{2}(?:：\\d{2})?)?[)）]?。?$`,
  ),
  examples: [
    '2016年5月9日',
    '二零一六年九月二日。',
    '2012年6月20日（星期三）',
    '二〇〇五年八月十五日',
    '（2021年3月12日）',
    '2021-03-12 16:50',
    '二○○四年三月',
    '20xx年4月26日',
    'x年4月3日',
    '二〇XX年六月二十八日',
    '二 〇 〇 四 年 四 月 二 十 一 日 （ 星 期 三 ）',
    '二0一*年十一月二十五日',
    '××年×月×日',
  ],
  counter: ['(2010-2020年)', '2019年工作'],
};

/** The name that signs with the date behind it. The first group is the name. */
export const SIGNED_LINE: Phrase = {
  name: 'signed-line',
  pattern: new RegExp(`^([^，。；：]{2,50}?) +[（(]?${DATE}[)）]?。?$`),
  examples: ['某市人民政府办公室 2019年3月1日', '某县委组织部   二〇〇五年八月十五日'],
  counter: ['2016年5月9日'],
};

/** 题注: how and when the document was adopted, changed or published, in brackets or not. */
export const ADOPTION_NOTE: Phrase = {
  name: 'adoption-note',
  pattern: new RegExp(
    `^[（(]${DATE}.{0,400}$|^${DATE} ?[^。]{0,80}(?:通过|批准|修订|修正|公布|发布|施行|印发)(?: ?自?${DATE} ?起?(?:施行|实施))?[）)]?$|^[（(](?:经|自|根据)?.{0,20}${DATE}.{0,200}(?:通过|批准|备案|修订|修正|公布|发布|施行|印发|实施).{0,40}[）)]$|^${DATE} [\\u4e00-\\u9fff]{2,30}第[\\d一二三四五六七八九十百]{1,6}次(?:[\\u4e00-\\u9fff]{0,4})会议$|^${DATE}[，、 ]+[\\u4e00-\\u9fff]{2,20}[府委局厅部院署](?:发布|公布|颁布|批准)?$`,
  ),
  examples: [
    '2018年7月30日 云岭省高级人民法院审判委员会第1745次会议',
    '1988年1月6日，铁道部',
    '（2022年7月27日中国共产党杭州市第十三届委员会第二次全体会议通过）',
    '2017年3月30日 云岭省第十二届人民代表大会常务委员会第二十次会议通过',
    '（经2018年8月修订，自2018年10月1日起施行）',
  ],
  counter: ['2018年5月24日，会议召开。'],
};

/** A note in brackets that says from when or in which wording: （2018年修订，…施行）. */
export const VERSION_NOTE: Phrase = {
  name: 'version-note',
  pattern: /^[（(][^）)]{0,160}(?:通过|批准|修订|修正|公布|发布|施行|印发|实施|制定)[^）)]{0,60}[）)]$/,
  examples: ['（2016年修订，自2017年1月1日起施行）', '（国务院办公厅 2021年3月印发）'],
  counter: ['（公开征求意见稿）', '（试行）'],
};

const NUMBER = '(?:\\d{1,5}|[xX×]{1,3}|[一二三四五六七八九十百千〇零]{1,8})';

/** 发文字号 that fills a line. */
export const DOC_NUMBER_LINE: Phrase = {
  name: 'doc-number-line',
  pattern: new RegExp(
    `^[（(]?(?:[\\u4e00-\\u9fffxX×（）]{1,16}?(?:字|发|办|函|令|公告|通告|发电|明电|决)?)? ?[〔\\[【（(﹝［„] ?(?:\\d{4}|\\d{2}|${YEAR_HAN}) ?年?[〕\\]】）)﹞］‟] ?[\\u4e00-\\u9fff]{0,6} ?第? ?${NUMBER} ?号[）)]?$|^(?:中华人民共和国|[\\u4e00-\\u9fff]{0,20})(?:令|公告|通告|命令) ?[（(]?(?:\\d{4}年 ?)?第? ?${NUMBER} ?号[）)]?$|^[（(]?(?:\\d{4}年 ?)?第 ?${NUMBER} ?号[）)]?$|^[\\u4e00-\\u9fff]{1,12}(?:字|发)?第? ?\\d{1,5} ?号$|^\\d{4}年第${NUMBER}号(?:公告|令)?$`,
  ),
  examples: [
    '国发〔2016〕8号',
    '国办发明电〔2014〕21号',
    '国令第512号',
    '第512号',
    '中办发[2012]14号',
    '浙政发【2020】6号',
    '国发(1981)12号',
    '国发〔81〕12号',
    '国劳（81）字第12号',
    '〔2014〕第8号',
    '中华人民共和国国务院令第512号',
    '（国发〔2019〕5号）',
    '杭政办函〔2021〕第12号',
  ],
  counter: ['一号工程', '关于印发〔2019〕5号文件的通知'],
};

/** A number that is the name of its document, as Macau counts its acts: 第12/2010號行政命令. */
export const NUMBERED_ACT: Phrase = {
  name: 'numbered-act',
  pattern: /^第 ?\d{1,4}\/(?:\d{4}|\d{2})(?:\/[A-Z])? ?号[\u4e00-\u9fff]{2,16}$/,
  examples: ['第98/2000号行政长官批示', '第12/2010号行政命令', '第18/83/M号法令', '第2/2020号法律'],
  counter: ['第3/4号楼', '根据第98/2000号行政长官批示'],
};

/** 发文字号 with the signing date behind or before it: the first or the second group is the number. */
export const NUMBER_AND_DATE: Phrase = {
  name: 'number-and-date',
  pattern: new RegExp(
    `^[（(]?((?:[\\u4e00-\\u9fff]{1,12})?[〔\\[【（(﹝［„] ?\\d{2,4} ?年?[〕\\]】）)﹞］‟][\\u4e00-\\u9fff]{0,6} ?第?\\d{1,5} ?号)[）)]?[ ，、（(]+${DATE}[）)]?$|^[（(]?${DATE}[ ，、]*((?:[\\u4e00-\\u9fff]{1,12})[〔\\[【（(﹝［„] ?\\d{2,4} ?年?[〕\\]】）)﹞］‟][\\u4e00-\\u9fff]{0,6} ?第?\\d{1,5} ?号)[）)]?$`,
  ),
  examples: [
    '国办发〔1997〕20号　　1997年5月30日',
    '1992年3月2日 国发〔1992〕9号',
    '（国发[1983]4号 一九八三年一月八日）',
    '（1985年5月4日皖政〔1985〕38号）',
  ],
  counter: ['国办发〔1997〕20号', '国发〔1992〕9号文件1992年印发'],
};

/** The order's own name above its number. */
export const ORDER_LINE: Phrase = {
  name: 'order-line',
  pattern: /^[\u4e00-\u9fff ]{2,30}(?:令|命令)$|^[\u4e00-\u9fff ]{2,20}人民代表大会(?:常务委员会)? ?公 ?告$/,
  examples: [
    '某市人民代表大会常务委员会公告',
    '中华人民共和国国务院令',
    '某省人民政府令',
    '中 华 人 民 共 和 国 主 席 令',
  ],
  counter: ['口令', '关于发布命令的通知'],
};

/** 发文机关标志 (the red head). */
export const MARK_LINE: Phrase = {
  name: 'issuer-mark',
  pattern:
    /^[\u4e00-\u9fff （）、]{1,40}(?:府|委|室|厅|局|会|部|院|组|司|署|处|办|校|团) ?(?:文 {0,4}件|明传电报|简报|内部明电)$|^[\u4e00-\u9fff（） ]{4,40}(?:会议|大会|全会)文 {0,2}件(?:之[一二三四五六七八九十]{1,3}|[（(]\d{1,3}[）)])?$|^[\u4e00-\u9fff ]{2,24}(?:简 ?报|专 ?报|快 ?报|信息专刊)$|^[（(]?(?:总)?第 ?[\d一二三四五六七八九十百]{1,6} ?期(?: ?[（(]总第 ?\d{1,6} ?期[）)])?[）)]?$|^[\u4e00-\u9fff （）]{4,40}(?:编|编印|主办) +\d{4}年\d{1,2}月\d{1,2}日$/,
  examples: [
    '人 大 工 作 简 报',
    '第 15 期',
    '第3期（总第120期）',
    '某县人大常委会办公室编  2009年6月12日',
    '杭州市人民政府办公厅文件',
    '中共某某县委办公室文件',
    '县第十五届人民代表大会第三次会议文件（4）',
  ],
  counter: ['关于清理文件'],
};

/** 密级, 紧急程度, 份号. */
export const SECRECY_LINE: Phrase = {
  name: 'secrecy',
  pattern: /^(?:绝密|机密|秘密|特急|加急|急件|平急|特提|内部资料|000\d{3})(?:[★☆ ].{0,12})?$/,
  examples: ['秘密★1年', '特急', '机密'],
};

/** 签发人. */
export const SIGNER_LINE: Phrase = {
  name: 'signer',
  pattern: /签 ?发 ?人 ?[：:] ?([\u4e00-\u9fff·][\u4e00-\u9fff· ]{1,20}|[xX×]{2,4})$/,
  examples: ['签发人：张三', '国发〔2019〕5号  签发人： 李某某'],
};

/** The one who signs an order or a letter. */
export const OFFICER_LINE: Phrase = {
  name: 'officer',
  pattern:
    /^(?:中华人民共和国|[\u4e00-\u9fff]{2,8}(?:省|市|县|区|州))? {0,2}(?:国务院)?(?:总 {0,4}理|主 {0,4}席|[省市县区州盟旗乡镇会校局部院行署] {0,4}长|主 {0,4}任|自治区主席|代理?[省市县区]长|委员长|检察长|行政长官|司令员|政治委员)[ ：]+([\u4e00-\u9fff·]{1,4}(?: {0,4}[\u4e00-\u9fff·]{1,4})?)$|^(?:总 {0,4}理|主 {0,4}席|[省市县区州] {0,4}长)$/,
  examples: ['省长', '总理  周某某', '省 长  周某某', '中华人民共和国主席  习近平', '市长：王某某', '主席 吴某某'],
  counter: ['主任会议'],
};

/** 主送机关: a line of bodies that ends with a colon. */
export const RECIPIENT_WORDS =
  /(?:人民政府|政府|党委|党组|委员会|各部门|各单位|部委|直属机构|办公室|办公厅|各局|各镇|各乡|街道|管委会|各区|各县|各市|各省|公司|学校|法院|检察院|[委局部厅办会院校行社团所署站处科]|企业|有关单位|县（市、区）)(?:、|，|：|；|$|（)/;

/** 称谓: 同志们：, 各位代表： */
export const SALUTATION: Phrase = {
  name: 'salutation',
  pattern:
    /^(?:[^。；]{0,40}(?:各位|同志们|朋友们|同学们|女士们|先生们)[^。；]{0,30}(?<!如下|以下|通知)：|(?:尊敬的|各位|全体|全市|全省|亲爱的|女士们|同志们|同学们|朋友们|老师们|乡亲们|先生们|同胞们|主任|主席)[^。]{0,50}：|(?:同志们|各位|朋友们|女士们|同学们)[^。，]{0,14}！|同志们|各位代表|各位委员|主席团|女士们、先生们|同学们、同志们)$/,
  examples: [
    '同志们：',
    '各位代表：',
    '同志们，朋友们：',
    '尊敬的各位来宾，女士们、先生们：',
    '各位委员、同志们：',
    '主任、各位副主任、秘书长、各位委员：',
    '委员长、各位副委员长、秘书长、各位委员：',
  ],
  counter: ['各位代表，过去一年的成绩来之不易。', '各位领导干部要带头'],
};

/** 抄送, 发 and 印发 lines of the imprint. The first group says which, the second what. */
export const IMPRINT_LINE: Phrase = {
  name: 'imprint-line',
  pattern: /^(抄 ?送|抄 ?报|主 ?送|分 ?送|报 ?送|发 ?送|发|送|报) ?[：:] ?(.{2,})$/,
  examples: ['抄送：省委各部门，省人大常委会办公厅。', '发：各区、县（市）党委和人民政府。', '主送：市直各单位'],
  counter: ['发展：更高质量'],
};

export const PRINTED_LINE: Phrase = {
  name: 'printed-line',
  pattern: new RegExp(`^([\\u4e00-\\u9fff （）]{2,40}?) *${DATE} ?印发?[）)]?$`),
  examples: ['中共绍兴市委办公室                    2020年7月17日印发', '某市人民政府办公室 2019年3月1日印发'],
};

/** The printing date where the office stands on the line before. */
export const PRINTED_DATE: Phrase = {
  name: 'printed-date',
  pattern: new RegExp(`^${DATE} ?印发$`),
  examples: ['2023年6月2日印发'],
  counter: ['（2023年6月2日印发）', '2023年6月2日'],
};

/** How many copies were printed: （共印200份）. */
export const COPIES_LINE: Phrase = {
  name: 'copies-line',
  pattern: /^[（(]? ?共 ?印 ?\d{1,6} ?份[）)]?$/,
  examples: ['（共印200份）', '共印 350 份'],
  counter: ['共印制宣传册200份。'],
};

/** 附件说明 and the head of an attachment. */
export const ATTACHMENT_NOTE: Phrase = {
  name: 'attachment-note',
  pattern: /^附 ?件?(?: ?\d{1,2})? ?[：:.、] ?(.{2,})$|^附 ?件 ?\d{1,2} ?[.、：]? ?([^。]{4,60})$/,
  examples: ['附件：1.任务分工表', '附件1.青山湖湿地保护区的界址点坐标', '附：名单', '附件： 重点任务清单'],
  counter: ['附件的内容', '附件1'],
};

/** The number and the name of an attachment on one line, above its text. */
export const NAMED_ATTACHMENT: Phrase = {
  name: 'named-attachment',
  pattern: /^附 ?[件录] ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Z]) ?[：:.、 ] ?(?!\d)([^。；，]{2,70})$/,
  examples: ['附件一：主任委员的产生办法', '附件2 保护区范围', '附录A：名词解释'],
  counter: ['附件：名单', '附件1', '附件一规定的办法，由市人民政府制定。', '附件1：1.任务分工表'],
};

export const ATTACHMENT_HEAD: Phrase = {
  name: 'attachment-head',
  pattern: /^[【[（(]?附 ?(?:件|录|表)?(?: ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Z]))? ?[：:.、]?[】\]）)]?$/,
  examples: ['附件', '附件1', '附件1.', '附件：', '附录', '附件 2', '附：', '附 件'],
  counter: ['附近', '附件1关于'],
};

/** （此件公开发布） and the like. */
export const RELEASE_LINE: Phrase = {
  name: 'release',
  pattern:
    /^[（(] ?(?:此件|本件|联系人|联系电话|此文件|依申请|主动公开|信息公开|此页无正文)[^。]{0,60}[）)]?$|^(?:公开方式|信息公开选项|联系人|联系电话)：.{0,60}$/,
  examples: ['（此件公开发布）', '（联系人：王某，联系电话：123）', '信息公开选项：主动公开'],
};

/** Titles of hosting posts and pages, which stand above the document's own title. */
export const HOST_TITLE: Phrase = {
  name: 'host-title',
  pattern:
    /^[【[]?(?:每[周日月]一[学读课题]|[周日月]学|学习园地|理论学习|政策文件|文件选编|学习参考|每日一读|应知应会)[^。；，]{0,40}$|学习(?:材料|资料|内容|参考|专题|园地)[】\]）)]?$|中心组[^召举开进集]{0,12}(?:材料|资料)|中心组[^召举开进集]{0,14}专题$|第[一二三四五六七八九十\d]+专题$|^.{2,16}(?:政府网[（(][^（）]{0,10}篇[）)]|门户网站|政府网|人大网|政务网|新闻网|官网|网站|人民政府公报)$|^.{2,20}公报 ?[（(]?\d{4} ?[年.·].{0,12}[期号）)]$|^.{4,40}[^第全上下本一二三四五六七八九十] ?篇 ?[一二三四五六七八九十\d]{1,3}$|^.{2,30}范文(?:[（(].{0,12}[）)])? ?(?:篇|第)? ?[一二三四五六七八九十\d]{1,3} ?篇?[：:]?$/,
  examples: [
    '关于批复范文 篇2',
    '每周一学（2023年4月3日—4月9日）',
    '【2022年3月学习材料】',
    '党委理论学习中心组学习材料第三专题',
    '某市人民政府门户网站',
    '罗某市人民政府网（精选9篇）',
    '某市人民政府公报 2022年第5期',
  ],
  counter: ['关于加强理论学习的通知', '理论学习是领导干部的必修课。', '县委理论学习中心组召开专题学习会'],
};

/** The line above the sayings that documents of the years around 1968 opened with. */
export const MAXIM_LINE: Phrase = {
  name: 'maxim-line',
  pattern: /^(?:最 {0,2}高 {0,2}指 {0,2}示|毛 {0,2}主 {0,2}席 {0,2}语 {0,2}录|语 {0,2}录)：?$/,
  examples: ['最高指示', '最 高 指 示', '毛主席语录'],
  counter: ['贯彻最高指示的通知'],
};

/** A line of a collection that names the text below it: 第一篇：…的通知. */
export const WRAPPER: Phrase = {
  name: 'wrapper',
  pattern:
    /^(?:(?:第[一二三四五六七八九十\d]{1,3}篇|篇[一二三四五六七八九十\d]{1,3})：|第\d{1,2}篇 |[【（](?:第[一二三四五六七八九十\d]{1,3}篇|篇[一二三四五六七八九十\d]{1,3})[】）]).{4,60}(?:通知|决定|意见|报告|讲话|方案|办法|规定|条例|总结|计划|公告|通告|通报|批复|函|纪要|请示|心得体会|发言|材料|文件|制度|要点|规划|范文)\d{0,2}$/,
  examples: [
    '第一篇：青川省关于推进资源勘查有关问题的通知',
    '篇二：在全市大会上的讲话',
    '第1篇 2023年社区文明创建工作总结',
    '【篇1】2023年社区文明创建工作总结',
  ],
  counter: ['第一篇：总论', '第一篇 指导方针和主要目标', '【篇一】'],
};

/** A deck under the title of a news report that tells who spoke or attended. */
export const DECK: Phrase = {
  name: 'deck',
  pattern:
    /^[^，。]{2,40}(?:主持(?:会议)?(?:并讲话)?|出席(?:会议)?(?:并讲话)?|(?<!的|要)讲话|参加|(?<!的|上|工)作报告)(?: [^，。]{2,40})?$|^.{2,120} [\u4e00-\u9fff]{2,4}(?:主持(?:会议)?(?:并讲话)?|(?:作)?(?:重要)?讲话|作(?:工作)?报告|作说明|出席(?:会议)?(?:并讲话)?)$/,
  examples: [
    '赵某主持并讲话 王某李某出席',
    '刘某主持',
    '王某 李某出席并讲话',
    '深入学习全会精神 审议通过《关于深化改革的决定》 赵某某讲话',
  ],
  counter: ['在全市大会上作报告的通知', '高举旗帜 在全市大会上的讲话', '政府工作报告'],
};

/** Where and when a report or speech was delivered, as a line under its title. */
export const DELIVERY_LINE: Phrase = {
  name: 'delivery-line',
  pattern: new RegExp(
    `^(?:[—–―-]{1,3} ?)?[（(]?(?:${DATE} ?(?:上午|下午|晚)?，? ?)?在[^。，；：]{4,60}(?:会议|大会|全会|会|论坛|仪式|开幕式|闭幕式)(?:第[一二三四五六七八九十]{1,3}次(?:全体)?会议)?(?:第?[一二三四五六七八九十]{1,3}次会议)?(?:开幕式|闭幕式|开幕时|闭幕时|结束时)?上?[）)]?$`,
  ),
  examples: [
    '——2016年1月12日在安宁市第十五届人民代表大会第六次会议上',
    '（2019年1月27日在云岭省第十三届人民代表大会第二次会议上）',
    '2021年12月15日在安宁县第十九届人民代表大会第一次会议上',
    '——在全市教育大会上',
  ],
  counter: ['——在中国共产党安宁市第十次代表大会上的报告', '在全市经济工作会议上的讲话', '会议在安宁召开'],
};

/** 按: the note of an editor or of the office that forwards. */
export const EDITOR_NOTE: Phrase = {
  name: 'editor-note',
  pattern:
    /^[【[（(]?(?:编者|编辑|本刊|本报|编)?(?:按语?|者的话|前语)[】\]）)]?[：:]|^[【[]?(?:编者按|编者的话|按语|开栏的话|内容提要|编前语|编者话)(?:[】\]]|[：: ]|$)/,
  examples: ['按：7月 9日，市委召开全会。', '编者按：为深入学习', '【编者按】近日', '开栏的话'],
  counter: ['按照市委部署：'],
};

/** The heading over a table of contents. */
export const CONTENTS_HEAD: Phrase = {
  name: 'contents-head',
  pattern: /^(?:- ?)?[【[（(]?(?:目 *录|目 *次|内容目录|目录\/提纲|CONTENTS)[】\]）)]?[：:]?(?:…{1,2}|\.{3,6})?$/i,
  examples: ['目录', '目  录', '目    次', '【目录】', '目录/提纲：……'],
  counter: ['目录清单管理'],
};

/** A line of a table of contents: a page number behind dots or blanks. */
export const CONTENTS_LINE: Phrase = {
  name: 'contents-line',
  pattern: /^[^。；]{1,80}?(?:[.…·・。—-]{2,}|[ \t]{2,}|\t) ?[（(]?\d{1,3}[）)]?$/,
  examples: ['第一部分 总体要求... 2', '序 言…………1', '第三章  节水灌溉\t4', '一、总体要求 ........（3）'],
  counter: ['总计 2019', '2019年'],
};

/** Headings that always stand at the top of a document's tree. */
export const TOP_HEADING =
  /^(?:序言|前言|引言|导言|总序|序|总则|绪论|结语|结束语|结束|尾声|实施|附则|附录|后记|小结|引子|跋)$/;

/** An organisation's name and nothing else. */
export const ORGANISATION =
  /^[\u4e00-\u9fffxX×（）、 ]{2,60}(?:政府|委员会|[省市县区州旗镇乡]委|国务院|中共中央|办公厅|办公室|[\u4e00-\u9fff](?:部|厅|局|委|署|院|会|组|办|中心|总队|支队|大队|调查队|(?:管理|办事|事务|保护|征收)处|研究所|派出所|公司|大学|学院|银行|集团|协会|联合会|指挥部))$|^(?:国务院|中共中央|全国人大常委会|中央军委)$/;
