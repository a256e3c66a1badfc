/** Stated counts with and without their lists, written for these tests. */
import type { Scenario } from './summary.ts';

export const ENUMERATIONS: readonly Scenario[] = [
  {
    name: 'a list before a quoted count',
    text: '要用好县志、族谱、碑刻、口述“四类史料”，讲好家乡故事。',
    enumerations: ['“四类史料”=4 list-before: 县志/族谱/碑刻/口述'],
  },
  {
    name: 'a verb before the first item is no part of it',
    text: '全面实施灯塔、码头、渔港、避风塘四大海防工程。',
    enumerations: ['四大海防工程=4 list-before: 灯塔/码头/渔港/避风塘'],
  },
  {
    name: 'the last two items joined by 和, the count with 等',
    text: '重点抓好茶叶、桑蚕、中药材和毛竹等四大产业，带动农户增收。',
    enumerations: ['四大产业=4 list-before: 茶叶/桑蚕/中药材/毛竹'],
  },
  {
    name: 'quoted items in a row without any mark between them',
    text: '推行“掌上办”“上门办”“夜间办”等三项便民举措。',
    enumerations: ['三项便民举措=3 list-before: “掌上办”/“上门办”/“夜间办”'],
  },
  {
    name: 'quotes and brackets inside items',
    text: '落实乡镇主体责任、村（社区）“首报”责任、部门监管责任“三责联动”机制。',
    enumerations: ['“三责联动”=3 list-before: 乡镇主体责任/村（社区）“首报”责任/部门监管责任'],
  },
  {
    name: 'a count behind a comma that takes up the list',
    text: '要守住耕地、稳住粮价、管好种子、修好水渠、用好农机，以五个方面的实绩迎接秋收。',
    enumerations: ['五个方面=5 list-before: 守住耕地/稳住粮价/管好种子/修好水渠/用好农机'],
  },
  {
    name: 'two items need to be alike',
    text: '加快建设海洋装备、深海养殖两大基地。',
    enumerations: ['两大基地=2 list-before: 海洋装备/深海养殖'],
  },
  {
    name: 'a pair joined by 和',
    text: '协同推进江北和江南两个片区开发。',
    enumerations: ['两个片区开发=2 list-before: 江北/江南'],
  },
  {
    name: 'a list in brackets behind a quoted count',
    text: '弘扬“三种精神”（实干精神、奉献精神、工匠精神），凝聚力量。',
    enumerations: ['“三种精神”=3 list-after: 实干精神/奉献精神/工匠精神'],
  },
  {
    name: 'a list behind a colon',
    text: '实施三大工程：清水入城工程、老街焕新工程、口袋公园工程。',
    enumerations: ['三大工程=3 list-after: 清水入城工程/老街焕新工程/口袋公园工程'],
  },
  {
    name: 'a list behind 即',
    text: '坚持“四个不放过”，即原因未查清不放过、责任未落实不放过、整改未到位不放过、教育未跟上不放过。',
    enumerations: ['“四个不放过”=4 list-after: 原因未查清不放过/责任未落实不放过/整改未到位不放过/教育未跟上不放过'],
  },
  {
    name: 'ordinals in one paragraph, across sentences',
    text: '当前要打好“三场硬仗”：一是防汛抗台。雨情复杂，不能松劲。二是秋粮收购。要做到应收尽收。三是安全生产。',
    enumerations: ['“三场硬仗”=3 ordinals: 防汛抗台/秋粮收购/安全生产'],
  },
  {
    name: 'ordinals after a full stop',
    text: '下一步要做好两件实事。一是修桥，方便群众出行；二是建校，就近解决入学。',
    enumerations: ['两件实事=2 ordinals: 修桥/建校'],
  },
  {
    name: 'first, second',
    text: '我讲三点意见：第一，要认清形势；第二，要压实责任；第三，要严明纪律。',
    enumerations: ['三点意见=3 ordinals: 要认清形势/要压实责任/要严明纪律'],
  },
  {
    name: 'circled ordinals',
    text: '申报须具备三个条件：①注册满一年；②信用良好；③场地固定。',
    enumerations: ['三个条件=3 ordinals: 注册满一年/信用良好/场地固定'],
  },
  {
    name: 'paragraphs with ordinals',
    text: '关于明年工作，重点抓好三个方面：\n一是稳住农业基本盘。扩大良种面积。\n二是激活文旅消费。办好赶海节。\n三是补齐交通短板。打通断头路。\n',
    enumerations: ['三个方面=3 ordinals: 稳住农业基本盘/激活文旅消费/补齐交通短板'],
  },
  {
    name: 'headings answer a count before them',
    text: '清溪县人民政府关于做好春耕备耕工作的意见\n\n今年春耕要抓好三项工作：\n一、备足农资\n各乡镇要摸清底数。\n二、检修农机\n组织技术人员下乡。\n三、疏浚渠道\n确保灌溉用水。\n',
    enumerations: ['三项工作=3 headings: 备足农资/检修农机/疏浚渠道'],
  },
  {
    name: 'a count without a list is none',
    text: '深入推进“十大行动”，全面落实三大战略，办好八件实事。',
    enumerations: [],
  },
  {
    name: 'terms in a row do not list one another',
    text: '增强“四个意识”、坚定“四个自信”、做到“两个维护”，统筹推进“五位一体”总体布局、协调推进“四个全面”战略布局。',
    enumerations: [],
  },
  {
    name: 'dates, sizes, sessions and plan periods count nothing',
    text: '二〇二〇年、二〇二一年两年来，“十三五”、“十四五”时期，十八届三中、四中、五中全会以来，新增3个、5个百分点、2万公顷。',
    enumerations: [],
  },
  {
    name: 'a number inside a name counts nothing',
    text: '和平统一、“一国两制”，长江、珠江三角洲，上海、浙江第一批试点。',
    enumerations: [],
  },
  {
    name: 'one item too few is shown where the items are plainly those of the term',
    text: '加强村史、校史、厂史“四史”教育。',
    enumerations: ['“四史”=4 list-before: 村史/校史/厂史'],
  },
  {
    name: 'one ordinal too few behind a colon is shown',
    text: '要把握“四个环节”：一是选址。二是设计。三是施工。',
    enumerations: ['“四个环节”=4 ordinals: 选址/设计/施工'],
  },
  {
    name: 'Traditional script, half-width marks',
    text: '加快培育海洋牧場、濱海旅遊、港口物流「三大藍色產業」,帶動就業。',
    enumerations: ['「三大藍色產業」=3 list-before: 海洋牧場/濱海旅遊/港口物流'],
  },
  {
    name: 'half-width commas and brackets',
    text: '做好"三通"(通水、通电、通路)工作,改善条件。',
    enumerations: ['"三通"=3 list-after: 通水/通电/通路'],
  },
  {
    name: 'three lists in one sentence',
    text: '发展稻米、茶油两大主业，打造古村、古窑、古道三条线路，守住山、水、林、田四个底线。',
    enumerations: [
      '两大主业=2 list-before: 稻米/茶油',
      '三条线路=3 list-before: 古村/古窑/古道',
      '四个底线=4 list-before: 山/水/林/田',
    ],
  },
  {
    name: 'levels that do something are declared without what they do',
    text: '省、市、县三级建立河道巡查协作机制，市、县两级设巡查员。',
    enumerations: ['三级=3 list-before: 省/市/县', '两级=2 list-before: 市/县'],
  },
  {
    name: 'what stands before 及 is not counted',
    text: '指挥部下设办公室及人居环境、乡风文明、资金保障、督导考核四个工作组。',
    enumerations: ['四个工作组=4 list-before: 人居环境/乡风文明/资金保障/督导考核'],
  },
];
