/**
 * Nationally established names that stand without quotation marks and have no head noun to be known by.
 * Changes when one is missing. Names of one place or one document do not belong here: the rules must find those.
 */
import type { TermCategory } from '../../model.ts';
import { words } from './wordList.ts';

export const ESTABLISHED: Readonly<Partial<Record<TermCategory, readonly string[]>>> = {
  strategy: words(`
    中国式现代化 新发展理念 新发展格局 总体国家安全观 粤港澳大湾区 京津冀协同发展 黄河流域生态保护和高质量发展
    长三角一体化 长三角高质量一体化 成渝地区双城经济圈 海南自由贸易港 西部大开发 东北全面振兴 中部地区崛起 海洋强国
    人类命运共同体 中华民族共同体 健康中国 平安中国 美丽中国 数字中国 法治中国 五大发展理念
  `),
  mechanism: words(`
    中央八项规定 八项规定 亲清政商关系 全过程人民民主 民主集中制 行政首长负责制 全科网格 驻村第一书记 公共法律服务 主题党日
    干部能上能下 政治巡察 人大代表联络站 基层立法联系点 双随机一公开 新型举国体制 人民代表大会制度 民族区域自治制度
    科技特派员 现代企业制度
  `),
  program: words(`
    扫黑除恶 脱贫攻坚 老旧小区改造 棚户区改造 城中村改造 农村人居环境整治 厕所革命 东西部协作 东西部扶贫协作 防范化解重大风险攻坚战 对口支援
    对口合作 定点帮扶 和美乡村 美丽乡村 美丽城镇 美丽城市 城市大脑 一网通办
    一网统管 跨省通办 证照分离 海绵城市 无废城市 智慧城市 新型智慧城市 数字乡村 高标准农田
    主题教育 退耕还林 退耕还林还草 退牧还草 国家安全发展示范城市 一村一品 一乡一业
  `),
  'numeric-abbreviation': words(`
    四套班子 四种形态 不敢腐不能腐不想腐 不敢腐、不能腐、不想腐
  `),
};

/** Words that make the name of a place a goal or a brand: 清廉绍兴, 平安浙江, 法治衢州. */
export const PLACE_PREFIXES = words(`
  清廉 平安 法治 数字 数智 智慧 美丽 健康 幸福 诚信 信用 书香 善治 大美 诗画 品质 绿色 活力 和谐
`);
