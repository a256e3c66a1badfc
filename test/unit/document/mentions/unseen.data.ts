/** Phrasings of many places and decades, labelled before they were read: attendance, imprints, counts, programmes. */
import type { Scenario } from './summary.ts';

export const UNSEEN: readonly Scenario[] = [
  {
    name: 'attendance: due and present',
    text: '白河县第十八届人民代表大会第三次会议举行第一次全体会议\n\n1月8日上午，白河县第十八届人民代表大会第三次会议在县文化馆开幕。大会应到代表168名，实到161名，符合法定人数。\n会议由主席团常务主席主持。\n',
    attendance: '161/null',
  },
  {
    name: 'attendance: the number before the verb',
    text: '省十二届人大常委会第二十一次会议开幕\n\n5月26日，省十二届人大常委会第二十一次会议在贵阳开幕。常委会组成人员53人出席会议，出席人数符合法定人数。\n',
    attendance: '53/null',
    meeting: '省人大常委会|null|12|21|--05-26',
  },
  {
    name: 'attendance: several offices counted together',
    text: '省十一届人大常委会二次会议举行\n\n（记者 林一）3月26日上午，省十一届人大常委会二次会议在成都举行。副主任、秘书长和委员共68人出席会议。\n',
    attendance: '68/null',
  },
  {
    name: 'attendance: due, excused and present',
    text: '关于召开区七届党代会三次会议的报道\n\n4月20日，中国共产党江安区第七届代表大会第三次会议举行。会议应出席代表220人，因事因病请假6人，实到214人。\n',
    attendance: '214/null',
  },
  {
    name: 'attendance in Traditional script',
    text: '縣委九屆二次全會舉行\n\n7月1日，縣委九屆二次全會在縣城召開。出席會議的縣委委員31名，候補委員7名。\n',
    attendance: '31/7',
  },
  {
    name: 'an imprint with its printing date',
    text: '关于开展春季防火的通知\n各乡镇：\n请抓好落实。\n\n临江县人民政府办公室\n2016年3月1日\n抄送：县委办。\n临江县人民政府办公室　　　　2016年3月2日印发\n',
    dates: ['signed 2016-03-01', 'printed 2016-03-02'],
  },
  {
    name: 'an imprint of the nineties',
    text: '关于开展春季防火的通知\n各乡镇：\n请抓好落实。\n\n临江县人民政府办公室\n一九九八年三月一日\n\n主题词：防火　通知\n临江县人民政府办公室　一九九八年三月三日印　共印120份\n',
    dates: ['signed 1998-03-01', 'printed 1998-03-03'],
  },
  {
    name: 'an imprint that says 印制',
    text: '关于做好秋收的通知\n各镇：\n抓好秋收。\n平原县农业局\n2009年9月3日\n平原县农业局办公室　2009年9月4日印制\n',
    dates: ['signed 2009-09-03', 'printed 2009-09-04'],
  },
  {
    name: 'document numbers of former times',
    text: '关于加强商业工作的通知\n各县：\n根据中发[1984]1号文件和国务院(84)国发5号文件精神，参照浙政〔1985〕12号、国办发明电〔2008〕7号、（1992）财农字第33号的要求，结合实际执行。\n',
    citations: [
      'document-number 中发[1984]1号',
      'document-number (84)国发5号',
      'document-number 浙政〔1985〕12号',
      'document-number 国办发明电〔2008〕7号',
      'document-number （1992）财农字第33号',
    ],
  },
  {
    name: 'document numbers behind verbs',
    text: '关于报送情况的函\n市政府办公室：\n会议传达东政发〔2021〕7号文件，审议了东政办函〔2021〕12号，讨论东水发〔2020〕3号。本通知取代东政发〔2015〕6号。\n',
    citations: [
      'document-number 东政发〔2021〕7号',
      'document-number 东政办函〔2021〕12号',
      'document-number 东水发〔2020〕3号',
      'document-number 东政发〔2015〕6号',
    ],
  },
  {
    name: 'a measure cites itself',
    text: '河道管理办法\n第一条　为了加强河道管理，制定本办法。\n第二条　河道管理适用本办法。\n第三条　违反本办法第二条规定的，依照第一条处理。前款规定不适用的除外。\n第四条　有本办法第二条、第三条情形的，从重处罚。\n',
    citations: ['article 第二条 @3', 'article 第一条 @2', 'article 前款 @4', 'article 第二条 @3', 'article 第三条 @4'],
  },
  {
    name: 'a list behind 分为',
    text: '全市企业分为三类：重点企业、骨干企业、成长企业。\n',
    enumerations: ['三类=3 list-after: 重点企业/骨干企业/成长企业'],
  },
  {
    name: 'a bare count that a list answers',
    text: '检查内容包括以下四项：制度建设、台账记录、隐患整改、人员培训。\n',
    enumerations: ['四项=4 list-after: 制度建设/台账记录/隐患整改/人员培训'],
  },
  {
    name: 'a quoted count with a list of clauses',
    text: '各级干部要做到“五个必须”：必须维护中央权威，必须维护团结，必须遵循程序，必须服从决定，必须管好亲属。\n',
    enumerations: ['“五个必须”=5 list-after: 必须维护中央权威/必须维护团结/必须遵循程序/必须服从决定/必须管好亲属'],
  },
  {
    name: 'three changes, each from and to',
    text: '要实现三个转变，即从粗放经营向集约经营转变，从数量扩张向质量提升转变，从分散治理向系统治理转变。\n',
    enumerations: ['三个转变=3 list-after: 从粗放经营向集约经营转变/从数量扩张向质量提升转变/从分散治理向系统治理转变'],
  },
  {
    name: '始终 is no part of the first item',
    text: '要始终坚持党的领导、坚持人民至上、坚持改革创新“三个坚持”。\n',
    enumerations: ['“三个坚持”=3 list-before: 坚持党的领导/坚持人民至上/坚持改革创新'],
  },
  {
    name: 'mere numbers make no list',
    text: '全年新建公园三个、改造道路八条、完成投资12亿元，惠及三个乡镇、五个街道，同比增长4.5%。\n',
    enumerations: [],
  },
  {
    name: 'numbers and an unrelated list',
    text: '截至目前，全市共有六个国家级园区和三家上市公司，发展态势良好，企业、高校、院所联系紧密。\n',
    enumerations: [],
  },
  {
    name: '三个一批 counts three',
    text: '分类推进“三个一批”：改造提升一批、淘汰退出一批、培育引进一批。\n',
    enumerations: ['“三个一批”=3 list-after: 改造提升一批/淘汰退出一批/培育引进一批'],
  },
  {
    name: '之一 is no part of what is counted',
    text: '有下列三种情形之一的，不予受理：（一）材料不全的；（二）超过期限的；（三）不属于本机关职权的。\n',
    enumerations: ['三种情形=3 ordinals: 材料不全的/超过期限的/不属于本机关职权的'],
  },
  {
    name: 'the verb phrase before the first item',
    text: '紧紧抓住生产、加工、流通、销售四个环节，推动全链条升级。\n',
    enumerations: ['四个环节=4 list-before: 生产/加工/流通/销售'],
  },
  {
    name: 'a quoted count in Traditional script',
    text: '要做好「四個服務」：服務企業、服務群眾、服務基層、服務發展。\n',
    enumerations: ['「四個服務」=4 list-after: 服務企業/服務群眾/服務基層/服務發展'],
  },
  {
    name: '之 and 江 belong to a name',
    text: '依托之江实验室、西湖实验室，加快建设科技创新高地。\n',
    programmes: ['之江实验室', '西湖实验室', '科技创新高地'],
  },
  { name: '改革中的 names nothing', text: '要善于用改革的方法解决改革中的问题，坚持以改革促发展。\n', programmes: [] },
  {
    name: 'taking part in the building of something',
    text: '積極參與「一帶一路」建設，加強區域合作。\n',
    programmes: [],
  },
  {
    name: '全省 and 全市 are no part of a name',
    text: '完善全省养老服务体系，健全全市应急管理体系。\n',
    programmes: ['养老服务体系', '应急管理体系'],
  },
  {
    name: '要 of 要素 stays, 改革委 is an office',
    text: '请市发展改革委牵头，推进要素市场化配置改革，深入实施千村示范万村整治工程。\n',
    programmes: ['要素市场化配置改革', '千村示范万村整治工程'],
  },
  {
    name: 'plain acts are no programmes',
    text: '他们迅速采取行动，把计划落到实处，制定了工作计划，完善了规章制度。\n',
    programmes: [],
  },
  {
    name: 'an announced short form and a title within a title',
    text: '根据《中华人民共和国水法》（以下简称《水法》）和《江岭省实施〈中华人民共和国水法〉办法》，制定本办法。违反《水法》的，依法处理。据《人民日报》报道。\n',
    references: [
      '中华人民共和国水法',
      '水法 → 中华人民共和国水法',
      '江岭省实施〈中华人民共和国水法〉办法',
      '水法 → 中华人民共和国水法',
      '人民日报 (periodical)',
    ],
  },
  {
    name: 'a communique of an inspecting commission',
    text: '中国共产党第十九届中央纪律检查委员会第六次全体会议公报\n（2022年1月20日中国共产党第十九届中央纪律检查委员会第六次全体会议通过）\n\n中国共产党第十九届中央纪律检查委员会第六次全体会议，于2022年1月18日至20日在北京举行。出席这次全会的有中央纪委委员131人，列席253人。\n',
    meeting: '中国共产党中央纪律检查委员会|中国共产党中央纪律检查委员会|19|6|2022-01-18',
    attendance: '131/null',
  },
  {
    name: 'a standing committee in Traditional script',
    text: '縣十六屆人大常委會第九次會議召開\n\n本報訊 6月27日，縣十六屆人大常委會第九次會議在縣政務中心召開。會議應到35人，實到32人，符合法定人數。\n（來源：縣人大辦 2023年6月28日）\n',
    attendance: '32/null',
    dates: ['meeting 2023-06-27 ?', 'source 2023-06-28'],
  },
  {
    name: 'a forwarded opinion that repeals a document',
    text: '清源市人民政府办公厅转发市发改委关于推进节能工作意见的通知\n清政办发〔2013〕45号\n\n各县（市、区）人民政府：\n市发改委《关于推进节能工作的意见》已经市政府同意，现转发给你们。《清源市节能办法》（清政发〔2005〕3号）同时废止。\n\n清源市人民政府办公厅\n2013年7月8日\n（此件公开发布）\n',
    dates: ['signed 2013-07-08'],
    citations: ['document-number 清政发〔2005〕3号'],
    references: ['关于推进节能工作的意见', '清源市节能办法'],
  },
  {
    name: 'quoted counts without lists',
    text: '统筹推进“五位一体”总体布局，协调推进“四个全面”战略布局，增强“四个意识”，坚定“四个自信”，做到“两个维护”。\n',
    enumerations: [],
  },
  {
    name: 'a list before its count and one without',
    text: '要增强政治意识、大局意识、核心意识、看齐意识这“四个意识”，坚定道路自信、理论自信、制度自信、文化自信。\n',
    enumerations: ['“四个意识”=4 list-before: 政治意识/大局意识/核心意识/看齐意识'],
  },
  {
    name: 'lists in brackets, one of single characters',
    text: '深化“三治融合”（自治、法治、德治）建设，用好“三色管理”（红、黄、绿）机制。\n',
    enumerations: ['“三治融合”=3 list-after: 自治/法治/德治', '“三色管理”=3 list-after: 红/黄/绿'],
  },
  {
    name: 'a pattern of places is no list',
    text: '构建“一核两翼三带”空间格局，形成以中心城区为主体、县城为补充的城镇体系。\n',
    enumerations: [],
  },
  {
    name: 'three things by ordinals',
    text: '重点抓好三件事：一是稳增长，扩大投资；二是促改革，优化环境；三是惠民生，办好实事。\n',
    enumerations: ['三件事=3 ordinals: 稳增长/促改革/惠民生'],
  },
  {
    name: 'four aspects by sentences',
    text: '存在的问题主要有以下四个方面：一是底数不清。二是责任不实。三是措施不力。四是督导不严。\n',
    enumerations: ['四个方面=4 ordinals: 底数不清/责任不实/措施不力/督导不严'],
  },
  {
    name: 'a verb that is a noun here',
    text: '正确处理发展与安全、活力与秩序两对关系。\n',
    enumerations: ['两对关系=2 list-before: 发展与安全/活力与秩序'],
  },
  {
    name: 'counted nouns among numbers',
    text: '第一季度新增就业3万人，建成五个社区服务站、十二个便民点，农业、工业、服务业分别增长三个百分点。\n',
    enumerations: [],
  },
  {
    name: 'a date below a speech in Chinese numerals',
    text: '在庆祝教师节大会上的讲话\n（一九九四年九月九日）\n\n老师们、同志们：\n今天是教师节。\n',
    meeting: '庆祝教师节大会|null|null|null|1994-09-09',
  },
  {
    name: 'programmes around a quoted core',
    text: '深入实施“五水共治”工程，开展“百日攻坚”专项行动，推进“最多跑一次”改革。\n',
    programmes: ['“五水共治”工程', '“百日攻坚”专项行动', '“最多跑一次”改革'],
  },
  {
    name: 'generic nouns name nothing',
    text: '会议要求各单位按照年度工作计划，建立健全各项规章制度，加强相关体系建设，切实开展专项整治。\n',
    programmes: [],
  },
  {
    name: 'years of a story',
    text: '深圳经济特区建立于1980年，至2020年8月26日，特区成立40周年。\n',
    mentioned: ['mentioned 1980', 'mentioned 2020-08-26'],
  },
  {
    name: 'three persons, one with two posts',
    text: '省委书记、省人大常委会主任王建国主持会议，省长李卫东、副省长张丽出席。\n',
    persons: ['王建国: 省委书记；省人大常委会主任', '李卫东: 省长', '张丽: 副省长'],
  },
  {
    name: 'a year in Chinese numerals stays whole',
    text: '制定第十四个五年规划和二〇三五年远景目标，是一件大事。\n',
    programmes: ['二〇三五年远景目标'],
  },
  {
    name: 'a name with two numerals counts their sum',
    text: '落实“三重一大”（重大决策、重要干部任免、重大项目安排、大额度资金使用）制度。\n',
    enumerations: ['“三重一大”=4 list-after: 重大决策/重要干部任免/重大项目安排/大额度资金使用'],
  },
  {
    name: 'an office before a former number',
    text: '关于林木管理的说明\n执行平林发（81）字第12号通知。\n',
    citations: ['document-number 平林发（81）字第12号'],
  },
  {
    name: 'a title without a number, a first sentence with it',
    text: '全国人大常委会会议举行\n\n第十四届全国人民代表大会常务委员会第七次会议于2023年12月25日至29日在北京举行。\n',
    dates: ['meeting 2023-12-25..2023-12-29'],
    meeting: '全国人民代表大会常务委员会|全国人民代表大会常务委员会|14|7|2023-12-25',
  },
  {
    name: 'a title that announces a meeting to come',
    text: '区七届人大三次会议\n将于1月12日召开\n\n本报讯 昨天上午，石桥区七届人大常委会召开第十四次会议。会议决定石桥区第七届人民代表大会第三次会议于2024年1月12日召开。\n',
    dates: [],
    meeting: '石桥区人大常委会|石桥区人民代表大会常务委员会|7|14|null',
  },
  {
    name: 'who made a report at a meeting that the first sentence dates',
    text: '本网讯（王某）2016年3月12日上午，在石桥县第十七届人民代表大会第五次会议上，何某某院长所作的法院工作报告经表决获得通过。\n',
    dates: ['meeting 2016-03-12'],
    meeting: '县人民代表大会|null|17|5|2016-03-12',
  },
  {
    name: 'a day in the year that reviews the accounts of another',
    text: '县十八届人大常委会召开第十八次会议\n本报讯 8月22日，县十八届人大常委会第十八次会议举行。会议听取了《关于2017年度县级预算执行审计的工作报告》和《关于2018年上半年预算执行情况的报告》。\n',
    dates: ['meeting 2018-08-22 ?'],
    meeting: '县人大常委会|null|18|18|2018-08-22',
  },
  {
    name: 'a meeting early in the year looks back and ahead',
    text: '2月14日，石桥县第十五届人民代表大会第五次会议开幕。报告分三个部分：一是2010年工作回顾；二是“十二五”时期的目标；三是2011年工作安排。\n',
    dates: ['meeting 2011-02-14 ?'],
  },
  {
    name: 'a meeting that lately heard a report',
    text: '近日，石桥区第五届人民代表大会第四次会议听取了区人民检察院工作报告。大会充分肯定了检察工作取得的成绩，同意报告提出的工作安排。\n',
    meeting: '石桥区人民代表大会|石桥区人民代表大会|5|4|null',
  },
  {
    name: 'a letter-spaced date under a statement',
    text: '回 應 議 員 的 查 詢\n\n發 言 人 表 示 ， 有 關 工 作 正 在 推 進 。\n\n二 ○ ○ 五 年 三 月 十 二 日 （ 星 期 六 ）\n',
    dates: ['signed 2005-03-12'],
  },
  {
    name: 'hours of an event are no publication',
    text: '庆祝活动方案\n一、主题宣传\n时间：7月1日-7月10日\n地点：全校\n二、知识竞赛\n时间：7月11日\n地点：礼堂\n',
    dates: [],
  },
  {
    name: 'a meeting of a named year behind a dateline',
    text: '新华社云州7月29日电 有关部门29日对一批典型问题发出通报。\n2012年12月4日，中共中央政治局召开会议，会议同意关于改进作风的规定。\n',
    dates: ['published 2013-07-29 ?'],
    meeting: null,
  },
  {
    name: 'a meeting of a town that its prizes name',
    text: '老石镇召开“产业示范户”“文明家庭”“十星农户”和“优秀志愿者”表彰大会\n\n为推动乡风建设再上新台阶。2022年9月1日，老石镇召开“产业示范户”“文明家庭”“十星农户”和“优秀志愿者”表彰大会。\n',
    dates: ['meeting 2022-09-01'],
  },
  {
    name: 'a page of a date alone below its name',
    text: '2023关于某市信访工作情况的报告\n2024-05-18\n13 页\n根据监督工作安排，现将工作情况报告如下：\n一、主要情况\n信访工作走在全省前列。\n',
    dates: ['published 2024-05-18'],
  },
  {
    name: 'a meeting that an office of the government held',
    text: '2019年1月22日，石桥区环保局召开2018年度中层干部述职评议大会。局机关全体干部参加会议。\n',
    dates: ['meeting 2019-01-22'],
  },
  {
    name: 'a session in January that tells of the end of the year before',
    text: '1月11日上午，石桥市政协六届三次会议隆重开幕。市政府系统共办理提案572件，截至2016年12月13日全部答复完毕。\n',
    dates: ['meeting 2017-01-11 ?'],
  },
];
