/**
 * Names in 《》 that are sources, not documents: newspapers, journals, broadcasts. Changes when one is missing.
 * Matched on folded text.
 */
import { words } from './wordList.ts';

/** Endings of newspapers and journals: 《浙江日报》《钱江晚报》《学习时报》《半月谈》《党建研究》杂志. Never 《…报告》, 《…通报》. */
export const PERIODICAL_ENDINGS = words(`
  日报 晚报 晨报 早报 午报 时报 周报 商报 导报 都市报 快报 法制报 法治报 青年报 农民报 工人报 经济报 科技报
  教育报 妇女报 文化报 环境报 旅游报 卫生报 检察报 法院报 税务报 电力报 交通报 广播电视报 解放军报 参考消息
  学报 周刊 月刊 季刊 双月刊 文摘 画报 杂志
`);

/** Whole names that no ending gives away. */
export const PERIODICAL_NAMES = words(`
  求是 红旗 半月谈 瞭望 新华每日电讯 人民政协报 联谊报 党建 党建研究 人民论坛 今日浙江 南风窗 新闻联播 焦点访谈
  新闻1+1 经济半小时 人民网 新华网
`);
