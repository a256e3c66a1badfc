/**
 * Nationally established quoted terms whose class their form does not give away. Changes when one is missing or wrong.
 * Keys are `termKey`s. Terms of one place or one document do not belong here: the rules must find those.
 */
import type { TermCategory } from '../../model.ts';
import { words } from './wordList.ts';

const BY_CATEGORY: Readonly<Partial<Record<TermCategory, readonly string[]>>> = {
  strategy: words(`
    一带一路 一国两制 走出去 引进来 双循环 八八战略 四个全面 五位一体 外防输入、内防扩散 引进来走出去 互联网+
    中国制造2025 科教兴国 人才强国 乡村振兴 海上丝绸之路 丝绸之路经济带
  `),
  mechanism: words(`
    枫桥经验 第一议题 回头看 双随机、一公开 放管服 河长制 林长制 田长制 链长制 一岗双责 三会一课 党建+ 吹哨报到
    接诉即办 揭榜挂帅 赛马 一票否决 一事一议 一对一 点对点 首问负责制 容缺受理 一肩挑 先照后证 证照分离 多证合一
    马锡五审判方式 大党委 大工委
  `),
  program: words(`
    最多跑一次 最多跑一地 最多跑一趟 一件事 一网通办 一网统管 跨省通办 无废城市 海绵城市 一号工程 千万工程
    数字化改革 扫黄打非 普九 互联网+政务服务 多规合一 五水共治 强基计划 春风行动 希望工程 春蕾计划 双随机
  `),
  goal: ['开门红', '全年红', '首季红', '满堂红', '碳达峰碳中和', '碳达峰、碳中和', '双碳', '中国梦', '零容忍'],
  slogan: words(`
    国之大者 中国之治 绿水青山就是金山银山 不忘初心、牢记使命 先立后破 人民至上、生命至上 房住不炒 动态清零
    爱国者治港 爱国者治澳 爱国者治港、爱国者治澳 中国智慧 中国方案 中国故事 中国声音 中国精神 中国力量 中国速度
  `),
  brand: ['最美', '天宫', '蛟龙', '嫦娥', '学习强国', '浙里办', '雪龙'],
  'numeric-abbreviation': ['九二共识', '三农', '小三线', '双一流', '双减', '双拥', '双创'],
  metaphor: words(`
    脏乱差 策源地 链长 链主 拉郎配 一把手 两面人 两面派 店小二 形式主义 官僚主义 享乐主义 奢靡之风 关键少数 绝大多数 最后一公里 最后一米 最初一公里 米袋子 菜篮子 火车头 压舱石 牛鼻子 突破口 主力军
    排头兵 领头雁 先行官 先锋队 先手棋 及时雨 定心丸 晴雨表 风向标 桥头堡 主心骨 总开关 总闸门 总钥匙 敲门砖
    垫脚石 绊脚石 拦路虎 硬骨头 老大难 土政策 中梗阻 肠梗阻 玻璃门 弹簧门 旋转门 天花板 立交桥 黑天鹅 灰犀牛
    内卷 内卷式 躺平 清零 两张皮 一刀切 一阵风 一锅端 一言堂 一窝蜂 一边倒 一条龙 一盘棋 一张网 一张图 一条心
    一本账 一本通 一股绳 四两拨千斤 指尖上的形式主义 文山会海 花架子 半拉子 小马拉大车 政治画像 小微 关键小事
    关键一招 关键变量 最大增量 最大变量 顶梁柱 主引擎 双刃剑 富矿 短板 痛点 堵点 难点 盲点 红线 底线 高压线
    生命线 保护伞 关系网 苍蝇 老虎 蝇贪蚁腐 围猎 病灶 网红 上半场 下半场 加速度 加速键 快车道 指挥棒 接力棒
    卡脖子 掉链子 拉后腿 挑大梁 扛大旗 压担子 牵红线 踢皮球 打太极 和稀泥 翻烧饼 大写意 工笔画 富春山居图 一线城市 抓手 钱袋子 钱袋 钉钉子 墙头草 老黄牛 拓荒牛 孺子牛 单打冠军 隐形冠军
    小巨人 独角兽 瞪羚 洼地 高地 蛋糕 输血 造血 台独 独 藏独 疆独 港独 应试教育 等靠要 走过场 打白条 乱收费
    潜规则 软骨病 钙 左 右 文化大革命 大跃进 四人帮 全力以赴 战疫
  `),
};

/** Class by `termKey`. */
export const KNOWN_TERMS: ReadonlyMap<string, TermCategory> = new Map(
  (Object.entries(BY_CATEGORY) as [TermCategory, readonly string[]][]).flatMap(([category, terms]) =>
    terms.map((term) => [term, category] as const),
  ),
);
