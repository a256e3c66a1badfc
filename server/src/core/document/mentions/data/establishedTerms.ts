/**
 * Nationally established names that stand without quotation marks and have no head noun to be known by.
 * Changes when one is missing. Names of one place or one document do not belong here: the rules must find those.
 */
import type { TermCategory } from '../../model.ts';
import { words } from './wordList.ts';

/** Model units of nationwide drives: what they are to become, and which units. 清廉|机关, 未来|社区, 智慧|校园. */
const MODEL_UNITS: readonly (readonly [string, string])[] = [
  ['清廉', '单元 机关 学校 校园 医院 企业 国企 民企 乡村 村居 家庭 社区'],
  ['未来', '社区 乡村 工厂 农场 学校 景区'],
  ['平安', '乡村 社区 校园 医院 家庭 企业 单位 景区'],
  ['智慧', '校园 社区 医院 交通 监管 养老 水利 文旅 政务 园区 港口 法院 停车 应急 消防 城管 工地'],
  ['美丽', '庭院 河湖 海湾 田园 校园 社区 街区 村庄'],
  ['绿色', '工厂 矿山 校园 社区 家庭 学校 园区'],
  ['健康', '企业 社区 村镇 学校 家庭 细胞 城市 乡村'],
  ['零碳', '园区 工厂 社区 乡村'],
  ['低碳', '园区 社区 乡村 城市'],
  ['无废', '园区 学校 工厂 细胞 社区 乡村'],
  ['书香', '校园 社区 机关 家庭 城市 企业 乡村'],
];
const modelUnits = MODEL_UNITS.flatMap(([kind, units]) => words(units).map((unit) => kind + unit));

export const ESTABLISHED: Readonly<Partial<Record<TermCategory, readonly string[]>>> = {
  strategy: words(`
    中国式现代化 新发展理念 新发展格局 总体国家安全观 粤港澳大湾区 京津冀协同发展 黄河流域生态保护和高质量发展
    长三角一体化 长三角高质量一体化 成渝地区双城经济圈 海南自由贸易港 西部大开发 东北全面振兴 中部地区崛起 海洋强国
    人类命运共同体 中华民族共同体 铸牢中华民族共同体意识 健康中国 平安中国 美丽中国 数字中国 法治中国 五大发展理念
  `),
  mechanism: words(`
    中央八项规定 八项规定 亲清政商关系 全过程人民民主 民主集中制 行政首长负责制 全科网格 驻村第一书记 公共法律服务 主题党日
    干部能上能下 政治巡察 人大代表联络站 基层立法联系点 双随机一公开 新型举国体制 人民代表大会制度 民族区域自治制度
    科技特派员 现代企业制度
    河长制 湖长制 河湖长制 林长制 田长制 路长制 链长制 街长制 山长制 湾长制 滩长制 段长制 楼长制 巷长制 库长制
  `),
  program: [
    ...modelUnits,
    ...words(`
    扫黑除恶 脱贫攻坚 老旧小区改造 棚户区改造 城中村改造 农村人居环境整治 厕所革命 东西部协作 东西部扶贫协作 防范化解重大风险攻坚战 对口支援
    对口合作 定点帮扶 和美乡村 美丽乡村 美丽城镇 美丽城市 城市大脑 一网通办
    一网统管 跨省通办 证照分离 海绵城市 无废城市 智慧城市 新型智慧城市 数字乡村 高标准农田
    山海协作 主题教育 三项制度改革 退耕还林 退耕还林还草 退牧还草 国家安全发展示范城市 一村一品 一乡一业
  `),
  ],
  'numeric-abbreviation': words(`
    四套班子 四种形态 不敢腐不能腐不想腐 不敢腐、不能腐、不想腐
  `),
};

/** Words that make the name of a place a goal or a brand: 清廉绍兴, 平安浙江, 法治衢州. */
export const PLACE_PREFIXES = words(`
  清廉 平安 法治 数字 数智 智慧 美丽 健康 幸福 诚信 信用 书香 善治 大美 诗画 品质 绿色 活力 和谐
`);
