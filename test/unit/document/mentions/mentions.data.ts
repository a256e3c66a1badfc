/** References, citations, terms, directives, persons: texts written for these tests. */
import type { Scenario } from './summary.ts';

export const MENTIONS: readonly Scenario[] = [
  {
    name: 'short forms stand for the title given before',
    text: '会议审议通过《中共青田县委关于推进侨乡振兴的决定》和《青田县侨务工作条例》。《决定》共八条，《条例》另行公布，《纪要》存档。',
    references: [
      '中共青田县委关于推进侨乡振兴的决定',
      '青田县侨务工作条例',
      '决定 → 中共青田县委关于推进侨乡振兴的决定',
      '条例 → 青田县侨务工作条例',
      '纪要',
    ],
  },
  {
    name: 'an announced short form',
    text: '根据《中华人民共和国渔业船舶检验条例》（以下简称《船检条例》），依照《船检条例》第三条办理。',
    references: [
      '中华人民共和国渔业船舶检验条例',
      '船检条例 → 中华人民共和国渔业船舶检验条例',
      '船检条例 → 中华人民共和国渔业船舶检验条例',
    ],
  },
  {
    name: 'nesting, and quotes inside a title',
    text: '印发《关于转发〈关于做好“双抢”工作的意见〉的通知》《关于学习《乡村振兴促进法》的方案》。',
    references: ['关于转发〈关于做好“双抢”工作的意见〉的通知', '关于学习《乡村振兴促进法》的方案', '乡村振兴促进法'],
  },
  {
    name: 'a title over a hard wrap',
    text: '会议讨论了《关于加快山区\n公路建设的实施方案》，原则同意。\n',
    references: ['关于加快山区公路建设的实施方案'],
  },
  {
    name: 'newspapers and journals are no references',
    text: '（摘自《浙中晚报》2020年1月1日）《求是》杂志、《学习时报》、《新闻联播》报道了《年度报告》。',
    references: [
      '浙中晚报 (periodical)',
      '求是 (periodical)',
      '学习时报 (periodical)',
      '新闻联播 (periodical)',
      '年度报告',
    ],
  },
  {
    name: 'Traditional script and spaces',
    text: '審議通過《關於支持 海島振興 的意見》，《意見》即日施行。',
    references: ['關於支持 海島振興 的意見', '意見 → 關於支持 海島振興 的意見'],
  },
  {
    name: 'unclosed marks give nothing',
    text: '《关于甲的通知\n\n另起一段“乙\n丙”丁》',
    references: [],
    quoted: [],
  },
  {
    name: 'document numbers in all brackets',
    text: '根据国发〔2019〕5号、浙政办发[2020]12号和（2021）3号文件，以及中华人民共和国主席令第70号、省政府令第301号执行。',
    citations: [
      'document-number 国发〔2019〕5号',
      'document-number 浙政办发[2020]12号',
      'document-number 中华人民共和国主席令第70号',
      'document-number 省政府令第301号',
    ],
  },
  {
    name: 'articles of this law are resolved, those of others are not',
    text: '江湾市码头管理办法\n\n第一条　为了管理码头，根据《港口法》第四十二条，制定本办法。\n第二条　码头分为客运、货运。\n第三条　违反第二条、本办法第一条第二款第（三）项规定的，依照前条和行政处罚法第九条处罚。\n第四条　前款所称码头见附件2。\n',
    citations: [
      'article 第四十二条',
      'article 第二条 @4',
      'article 第一条第二款第（三）项 @3',
      'article 前条 @4',
      'article 第九条',
      'article 前款 @6',
      'attachment 附件2',
    ],
  },
  {
    name: 'clauses joined to an article are of that article, this section is the one around',
    text: '青岚州采砂管理条例\n第一章　总则\n第一节　一般规定\n第一条　为了管理采砂，根据青岚州自治基本法第三条和第四条，制定本条例。\n第二条　采砂应当取得许可。\n任何人不得转让许可。\n第二节　监督\n第三条　违反本条例第二条第一款、第二款的，由州水务局处罚。\n有前款第二项情形的，从重处罚。\n第四条　本节规定适用于本章。\n',
    citations: [
      'article 第三条',
      'article 第四条',
      'article 第二条第一款 @5',
      'article 第二款 @6',
      'article 前款第二项 @8',
      'section 本节 @7',
      'section 本章 @2',
    ],
  },
  {
    name: 'clauses and items lead to their paragraphs',
    text: '青岚州旗帜管理规定\n第一条　下列场所应当每日升旗：\n（一）州政府；\n（二）州博物馆。\n学校应当在开学日升旗。\n第二条　有下列情形的，可以下半旗：\n（一）对本州有突出贡献的人逝世；\n（二）发生重大灾害；\n（三）其他情形。\n发生其他不幸事件的：\n（一）在全州下半旗；\n（二）在部分县下半旗；\n（三）在特定场所下半旗。\n依照前款第二项、第三项下半旗的，由州政府决定。\n第三条　依照本规定第一条第一款第一项、第二项和第二款升旗的，早晨升起。\n第四条　本规定第二条第二款第一项至第三项的第一项措施，另行规定。\n',
    citations: [
      'article 前款第二项 @12',
      'article 第三项 @13',
      'article 第一条第一款第一项 @3',
      'article 第二项 @4',
      'article 第二款 @5',
      'article 第二条第二款第一项 @11',
      'article 第三项 @13',
    ],
  },
  {
    name: 'each document of a file has its own articles',
    text: '云岭省渡口管理办法\n（2011年5月6日云岭省人民政府第八次常务会议通过）\n第一条　为了管理渡口，制定本办法。\n第二条　渡口由县级人民政府管理。\n第三条　违反本办法第二条的，责令改正。\n\n云岭省人民政府\n2011年5月8日\n\n云岭省渡船检验规定\n（2012年7月9日云岭省人民政府第三次常务会议通过）\n第一条　为了检验渡船，制定本规定。\n第二条　渡船每年检验一次。\n第三条　违反本规定第二条的，责令停航。\n',
    citations: ['article 第二条 @4', 'meeting 云岭省人民政府第三次常务会议', 'article 第二条 @13'],
  },
  {
    name: 'an attachment named behind 《》 is that of the other text',
    text: '云岭省渡口管理办法\n第一条　渡口的设置见附件一。\n第二条　渡船的等级依照《渡船检验规定》附件一。\n第三条　本办法自2011年6月1日起施行。\n\n附件一：渡口设置的条件\n\n一、渡口应当设在水流平缓的河段，并有安全的靠泊条件。\n二、渡口应当设置候船设施。\n',
    citations: ['attachment 附件一 @6', 'attachment 附件一'],
  },
  {
    name: 'meetings are cited where they are not reported',
    text: '关于开展调研的通知\n\n各单位：\n为贯彻省第十三次党代会精神，开展调研。\n',
    citations: ['meeting 省第十三次党代会'],
  },
  {
    name: 'chapters of this document',
    text: '湖山县旅游条例\n\n第一章　总则\n第一条　为了发展旅游，制定本条例。\n第二章　资源保护\n第二条　资源保护适用第一章的原则。\n',
    citations: ['section 第一章 @3'],
  },
  {
    name: 'classes of quoted strings',
    text: '深入实施“春雨育苗工程”，健全“吹哨接单”机制，打响“山水之乡”品牌，落实“五个统一”，实现“零事故”。要践行“绿色兴县、实业富县”，防止“大水漫灌”，用好“双随机、一公开”，坚持“一带一路”。他说：“今年的收成一定会比去年好得多。”',
    quoted: [
      'program 春雨育苗工程',
      'mechanism 吹哨接单',
      'brand 山水之乡',
      'numeric-abbreviation 五个统一',
      'goal 零事故',
      'slogan 绿色兴县、实业富县',
      'metaphor 大水漫灌',
      'mechanism 双随机、一公开',
      'strategy 一带一路',
      'quotation 今年的收成一定会比去年好得多。',
    ],
  },
  {
    name: 'abbreviations that a contract defines are no slogans',
    text: '清河县人民政府（以下简称“甲方”）与施工单位（以下称“乙方”）约定如下。',
    quoted: ['unknown 甲方', 'unknown 乙方'],
  },
  {
    name: 'nested quotes',
    text: '提出“学习‘两山’理念、建设美丽家园”的号召。',
    quoted: ['slogan 学习‘两山’理念、建设美丽家园', 'numeric-abbreviation 两山'],
  },
  {
    name: 'programmes without quotes',
    text: '深入实施古树名木保护工程，扎实开展渔船安全专项整治，健全涉海纠纷联调机制，推进县域医共体改革。',
    programmes: ['古树名木保护工程', '渔船安全专项整治', '涉海纠纷联调机制', '县域医共体改革'],
  },
  {
    name: 'programmes in Traditional script, with a quoted core',
    text: '全面推進「藍色糧倉」建設工程，啟動海上養老試點。',
    programmes: ['「藍色糧倉」建設工程', '海上養老試點'],
  },
  {
    name: 'plain words with the same heads name nothing',
    text: '要统一思想和行动，建立健全制度机制，进一步深化改革，切实付诸行动，完善各项工作机制。',
    programmes: [],
  },
  {
    name: 'terms that the text defines',
    text: '“三联”机制，即联村、联户、联产。“云课堂”是指远程教学平台。推行“一村一策”。',
    defined: ['“三联”机制', '三联', '云课堂'],
  },
  {
    name: 'directives: leaves below the first tier, with their path',
    text: '东山县关于促进养殖业发展的意见\n\n一、总体要求\n（一）指导思想。坚持生态优先。\n（二）目标。三年翻番。\n二、重点任务\n（一）改造池塘。完成一万亩。\n三、附则\n本意见自发布之日起施行。\n',
    directives: ['一、（一） 指导思想', '一、（二） 目标', '二、（一） 改造池塘'],
  },
  {
    name: 'directives of rules are their articles',
    text: '渡口安全办法\n\n第一条　渡口由乡镇管理。\n第二条　渡船应当检验。\n',
    directives: ['第一条 渡口由乡镇管理', '第二条 渡船应当检验'],
  },
  {
    name: 'persons with positions',
    text: '省委常委、市委书记林海波主持会议，市委副书记、市长欧阳敏作报告，副市长陈涛、吴小燕出席。',
    persons: ['林海波: 省委常委；市委书记', '欧阳敏: 市委副书记；市长', '陈涛: 副市长', '吴小燕: 副市长'],
  },
];
