/**
 * The words and shapes by which a text is recognised as a policy document before any server runs.
 * Changes when a kind of document is missed or mistaken. All of it is written in Simplified script; the text is folded.
 */

/** Traditional forms that occur in the words below, each followed by its Simplified form. */
export const SCRIPT_PAIRS =
  '會会議议區区縣县黨党國国務务發发號号關关於于團团開开閉闭舉举強强調调認认為为論论實实導导書书長长報报決决見见條条規规劃划綱纲產产業业進进貫贯徹彻機机構构體体級级幹干眾众領领設设質质責责險险監监應应營营經经濟济負负財财訊讯處处廳厅辦办單单聯联屆届備备結结總总網网習习親亲們们門门圍围陳陈紀纪與与證证據据項项時时審审過过統统籌筹組组織织標标準准戰战衛卫預预則则執执則则試试標标協协動动節节執执獨独續续傳传達达擔担點点類类舊旧衝冲積积極极護护優优勵励專专題题講讲話话閱阅請请覆复複复鄉乡鎮镇創创個个兩两萬万億亿歷历權权黃黄';

/** Words that hardly occur outside documents of party, state and administration. */
export const CORE_WORDS: readonly string[] = [
  '贯彻',
  '落实',
  '党中央',
  '省委',
  '市委',
  '区委',
  '县委',
  '国务院',
  '人民政府',
  '党委',
  '党组',
  '政府',
  '常委会',
  '全会',
  '党代会',
  '人民代表大会',
  '全国人大',
  '政协',
  '中央委员会',
  '政治局',
  '各级',
  '各部门',
  '各地区',
  '各单位',
  '干部',
  '习近平',
  '社会主义',
  '中国特色',
  '马克思主义',
  '共产党',
  '高质量发展',
  '现代化',
  '共同富裕',
  '乡村振兴',
  '营商环境',
  '公共服务',
  '深化改革',
  '从严治党',
  '党的建设',
  '主题教育',
  '纪律检查',
  '巡视',
  '行政',
  '主管部门',
  '办公厅',
  '办公室',
  '委员会',
  '公务员',
  '国家机关',
  '事业单位',
  '街道',
  '乡镇',
  '财政',
  '统筹',
  '部署',
  '指导思想',
  '基本原则',
  '组织领导',
  '保障措施',
  '责任分工',
  '实施方案',
  '重点任务',
  '总体要求',
  '督促检查',
  '依法',
  '施行',
  '印发',
  '试行',
  '法规',
  '条例',
  '监督管理',
  '法律责任',
  '十四五',
  '五年规划',
  '施政',
  '特区',
  '立法会',
];

/** What a title of such a document ends with (文种). */
export const KIND_WORDS =
  '决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|方案|规划|计划|纲要|预案|建议|条例|规定|办法|细则|规则|讲话|致辞|要点|清单|目录|守则|准则|章程|说明|解读';

/** Who issues them: what a title or a first line names. */
export const ISSUERS =
  '中共|中国共产党|人民政府|国务院|党委|委员会|办公厅|办公室|人民代表大会|人大常委会|政治局|省委|市委|区委|县委|党组|教育部|财政部|管理局|监督局|厅|法院|检察院';

/** Who speaks in a report of a meeting, and how. */
export const SPEAKERS = '全会|会议|大会|座谈会|报告|决议|公报|代表们|常委会|党中央|总书记|书记|主席|总理|省长|市长';
export const VERBS =
  '指出|强调|认为|提出|要求|号召|听取|审议|讨论|决定|充分肯定|高度评价|通过|坚持|高举|明确|部署|传达|学习|研究|希望|表示|介绍';

/** What speaks against it: contracts, papers, software, fiction, trade. Each word counts once. */
export const COUNTER_WORDS: readonly string[] = [
  '甲方',
  '乙方',
  '违约金',
  '参考文献',
  '关键词',
  '摘要:',
  '摘要：',
  'npm ',
  'README',
  '函数',
  '代码',
  '安装包',
  '说道',
  '笑道',
  '问道',
  '心想',
  '包邮',
  '优惠券',
  '直播间',
  '关注我们',
  '公众号',
  '小编',
  '博主',
];
