/**
 * Bodies that meet, as they stand before and behind 第N届 in the name of a meeting. Changes when a body is missing.
 * Folded text. `第十三届` is left out: `中国共产党杭州市第十三届委员会第二次全体会议` has 中国共产党 + 杭州市 before and 委员会 behind.
 */
import { words } from './wordList.ts';

/** What kind of body it is; decides the full name. */
export type BodyKind =
  | 'party'
  | 'party-congress'
  | 'discipline'
  | 'congress'
  | 'standing'
  | 'cppcc'
  | 'government'
  | 'league'
  | 'other';

/** Openings of full names; a place may follow: 中共杭州市, 政协绍兴市. */
export const FULL_OPENINGS: readonly (readonly [string, BodyKind])[] = [
  ['中国共产党', 'party'],
  ['中共', 'party'],
  ['中国人民政治协商会议', 'cppcc'],
  ['人民政协', 'cppcc'],
  ['政协', 'cppcc'],
  ['中国共产主义青年团', 'league'],
  ['共青团', 'league'],
  ['党的', 'party'],
];

/** Short names that close the text before 第N届 or 第N次, a place may stand before them: 杭州市委, 省委, 自治区党委. */
export const SHORT_BODIES: readonly (readonly [string, BodyKind])[] = [
  ['全国人大常委会', 'standing'],
  ['全国人大', 'congress'],
  ['全国政协', 'cppcc'],
  ['中央纪律检查委员会', 'discipline'],
  ['中央纪委', 'discipline'],
  ['中纪委', 'discipline'],
  ['中央委员会', 'party'],
  ['中央政治局', 'party'],
  ['党中央', 'party'],
  ['中央', 'party'],
  ['全国', 'other'],
  ['国务院', 'government'],
  ['政务院', 'other'],
  ['自治区党委', 'party'],
  ['自治区纪委', 'discipline'],
  ['自治区', 'other'],
  ['自治州党委', 'party'],
  ['自治州', 'other'],
  ['自治县', 'other'],
  ['兵团党委', 'party'],
  ...['省', '市', '区', '县', '州', '盟', '旗', '地'].flatMap((level): (readonly [string, BodyKind])[] => [
    [`${level}人民代表大会常务委员会`, 'standing'],
    [`${level}人民代表大会`, 'congress'],
    [`${level}人大常委会`, 'standing'],
    [`${level}人民政府`, 'government'],
    [`${level}政府`, 'government'],
    [`${level}人大`, 'congress'],
    [`${level}政协`, 'cppcc'],
    [`${level}纪委`, 'discipline'],
    [`${level}委`, 'party'],
    [`${level}`, 'other'],
  ]),
];

/** What may stand between 第N届 and 第N次; the longest first. */
export const MIDDLES: readonly (readonly [string, BodyKind])[] = [
  ['中央纪律检查委员会', 'discipline'],
  ['中央纪委', 'discipline'],
  ['纪律检查委员会', 'discipline'],
  ['省纪委', 'discipline'],
  ['市纪委', 'discipline'],
  ['区纪委', 'discipline'],
  ['县纪委', 'discipline'],
  ['纪委', 'discipline'],
  ['中央委员会', 'party'],
  ['省委员会', 'party'],
  ['市委员会', 'party'],
  ['中央', 'party'],
  ['省委', 'party'],
  ['市委', 'party'],
  ['区委', 'party'],
  ['县委', 'party'],
  ['全国人民代表大会常务委员会', 'standing'],
  ['全国人民代表大会', 'congress'],
  ['全国人大常委会', 'standing'],
  ['全国人大', 'congress'],
  ['人民代表大会常务委员会', 'standing'],
  ['人民代表大会', 'congress'],
  ['人大常委会', 'standing'],
  ['人大', 'congress'],
  ['省人大常委会', 'standing'],
  ['市人大常委会', 'standing'],
  ['区人大常委会', 'standing'],
  ['县人大常委会', 'standing'],
  ['省人大', 'congress'],
  ['市人大', 'congress'],
  ['全国政协', 'cppcc'],
  ['省政协', 'cppcc'],
  ['市政协', 'cppcc'],
  ['政协', 'cppcc'],
  ['全国委员会', 'cppcc'],
  ['委员会', 'party'],
  ['常委会', 'party'],
  ['代表大会', 'party-congress'],
  ['主席团', 'other'],
];

/** Words that a named meeting ends with: 经济工作会议, 全市教育大会, 专题学习会. Longest first. */
export const MEETING_ENDINGS = words(`
  电视电话会议 电视电话会 视频会议 视频会 现场推进会 专题学习会 集体学习 工作会议 全体会议 常务会议 专题会议 常委会会议 常委会扩大会议 领导小组会议
  座谈会 动员会 动员大会 常委（扩大）会 常委会（扩大）会 部署会 推进会 推进大会 现场会 分析会 研讨会 恳谈会 务虚会 通报会 启动会 交流会 协调会 办公会 联席会 民主生活会 总结会 学习会 报告会 调度会 例会 宣讲会 表彰大会
  总结表彰大会 誓师大会 代表大会 大会 全会 会议 工作会
`);

/** What else than a place stands before 市委 or 县人大 at the head of a line: 传达市委…, 受市委委托. */
export const BEFORE_BODIES = words(`
  召开 举行 闭幕 开幕 参加 主办 承办 欢迎 祝贺 庆祝 热烈 隆重 视频 图解 直播 快讯 要闻 今日 昨日 上午 下午 日前 近日 新华
  传达 列席 出席 听取 审议 讨论 研究 会议 全会 大会 根据 按照 关于 编印 主持 指出 强调 经过 围绕 认真 深入 当前 今年 去年
  本次 这次 此次 首次 各级 各位 现任 原任 时任 历届 历任 上届 本届 省委 市委 党委 政府 人大 政协 中央 以及 同时 同意
`);
