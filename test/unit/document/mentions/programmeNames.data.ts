/**
 * Where unquoted names of programmes begin and end, in sentences of everyday documents.
 * Changes when an edge of a name is drawn differently.
 */
import type { Scenario } from './summary.ts';

export const PROGRAMME_NAMES: readonly Scenario[] = [
  {
    name: 'a verb before the head is a noun behind another verb',
    text: '实施云溪市第二期名师培养工程，通过骨干教师培养工程带动全员；开展文明乡镇创建三年行动。\n',
    programmes: ['云溪市第二期名师培养工程', '骨干教师培养工程', '文明乡镇创建三年行动'],
  },
  {
    name: 'leaders of rivers and woods are a system by themselves',
    text: '全面推行林长制，政府安排人员协助河长制办公室工作。\n',
    programmes: ['林长制', '河长制'],
  },
  {
    name: 'systems of one character',
    text: '落实生态损害终身追究制，实行任前公示制。\n',
    programmes: ['生态损害终身追究制', '任前公示制'],
  },
  {
    name: 'the head and what follows make another word',
    text: '创建森林城市群众支持率很高，坚定战略信心，营造创业制度环境，在攻坚之年走好改革之路。\n',
    programmes: [],
  },
  {
    name: 'praise is no name',
    text: '义务植树成为重要抓手和民心工程、德政工程，不搞形象工程。\n',
    programmes: [],
  },
  {
    name: 'buildings and trades are no programmes',
    text: '加强农村水利工程和市政基础设施工程管理，共青团青川工程大学委员会参加。\n',
    programmes: [],
  },
  {
    name: 'no verb, quantity or word for all of them begins what is built up',
    text: '坚持制度自信、推进基层社会治理体系建设，规划建设新型能源体系，健全建设用地审批制度；用最严格制度、最严密法治保护，各方面制度更加成熟；6起违反八项规定精神问题被通报。\n',
    programmes: ['基层社会治理体系', '新型能源体系', '建设用地审批制度', '八项规定'],
  },
  {
    name: 'a plan that is a verb',
    text: '经研究，我村计划从下月起启动换届，我镇计划投资三千万元。\n',
    programmes: [],
  },
  {
    name: 'a formula that a verb opens opens longer names',
    text: '推进铸牢中华民族共同体意识示范区建设，铸牢中华民族共同体意识。\n',
    programmes: ['铸牢中华民族共同体意识示范区', '铸牢中华民族共同体意识'],
  },
  {
    name: 'quoted head with a noun before it',
    text: '实施数字农业“一号工程”，统筹推进三个“头号工程”，市委“百日行动”如期收官。\n',
    programmes: ['数字农业“一号工程”', '三个“头号工程”'],
  },
  {
    name: 'a plain name in a row of names',
    text: '形成政治建设统领机制、组织运行保障机制、任务落实推进机制。\n',
    programmes: ['政治建设统领机制', '组织运行保障机制', '任务落实推进机制'],
  },
  {
    name: 'a term that is quoted once is known without marks',
    text: '推广“溪畔说事”制度。各村把溪畔说事办到院坝。\n',
    programmes: ['“溪畔说事”制度', '溪畔说事'],
  },
  {
    name: 'no city for a strategy',
    text: '大会决定将结果报绍兴市，会议成立市级工作组，坚持生态立市。\n',
    programmes: ['生态立市'],
  },
  {
    name: 'units of nationwide drives',
    text: '建设零碳园区，打造清廉机关，开展平安校园、智慧校园创建。\n',
    programmes: ['零碳园区', '清廉机关', '平安校园', '智慧校园'],
  },
  {
    name: 'nouns of a row of slogans',
    text: '开展“我来说”“大家评”等主题教育实践活动。\n',
    programmes: [],
  },
  {
    name: 'a quotation of parts and the name of so many of a kind',
    text: '变过去“人工+铁锹+水桶”的“老三样”为“巡查+保洁+督办”的“新三样”，推广“户分类--村收集--县处理”做法。\n',
    enumerations: ['“老三样”=3 list-before: 人工/铁锹/水桶', '“新三样”=3 list-before: 巡查/保洁/督办'],
    quoted: [
      'mechanism 人工+铁锹+水桶',
      'numeric-abbreviation 老三样',
      'mechanism 巡查+保洁+督办',
      'numeric-abbreviation 新三样',
      'mechanism 户分类--村收集--县处理',
    ],
  },
  {
    name: 'classes of quoted names',
    text: '成立“清河行动工作组”，推出“安心小屋”，实施“四大计划”，“家风长廊”12处，由“河畔大姐”服务队开展“三证合一”宣传。\n',
    quoted: [
      'institution 清河行动工作组',
      'program 安心小屋',
      'numeric-abbreviation 四大计划',
      'brand 家风长廊',
      'brand 河畔大姐',
      'mechanism 三证合一',
    ],
  },
  {
    name: 'verbs that open an object, counts, and objects right before a place',
    text: '创立“河畔家宴”品牌，加快12项“两新”项目，政府落实示范区各项政策，因示范区一体化制度创新需要调整，开展服务群众提质行动。\n',
    programmes: ['“河畔家宴”品牌', '“两新”项目', '服务群众提质行动'],
  },
  {
    name: 'what lies along or across is part of a name',
    text: '建立覆盖各县的纵向生态补偿机制，构建“一核两区”协调发展新格局。\n',
    programmes: ['纵向生态补偿机制', '“一核两区”协调发展新格局'],
  },
];
