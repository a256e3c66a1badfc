/**
 * Named programmes without quotation marks: the nouns that head them and the words that stand before and are no part.
 * Changes when a head noun or a verb is missing. Folded text. `实施农民增资增收专项行动` → 农民增资增收专项行动.
 */
import type { TermCategory } from '../../model.ts';
import { words } from './wordList.ts';

/** Head nouns by class. Where one ends another, the longer is listed as well. */
export const PROGRAM_HEADS: Readonly<Partial<Record<TermCategory, readonly string[]>>> = {
  program: words(`
    工程 专项行动 攻坚行动 提升行动 三年行动 行动 行动计划 支持计划 培训计划 计划 攻坚战 会战 大会战 持久战
    改革 综合改革 试点 试点城市 专项整治 综合治理 新政 示范区 先行区 试验区 样板区 集聚区 功能区 大走廊 走廊
    产业带 文化带 旅游带 经济带 长廊 文化公园 国家公园 遗址公园 升级版 专项斗争 解决方案 综试区 保税区 科技城
    科创城 实践中心 力量矩阵 实验室 装置群 项目群 先锋行动 主题教育 学习教育 主题活动 专项活动 实践活动 帮扶
    监督体系 社区试点 基本单元
  `),
  mechanism: words(`
    机制 体制机制 制度机制 长效机制 工作机制 制度 责任制 体制 体系 共同体 联合体 链长制 河长制 林长制 田长制
    负责制 审批制 备案制 承诺制 清单 责任清单 负面清单 协作 组合拳 平台 指挥体系 公共服务 闭环管理 八项规定
  `),
  strategy: words(`
    战略 首位战略 一体化发展 协调发展战略 发展战略 都市圈 城市群 总体布局 战略布局 发展格局
  `),
  goal: words(`
    示范城市 标杆城市 典范城市 友好城市 文明城市 湿地城市 宜居城市 智慧城市 强市 强省 强县 强国 高地 新高地
    科学中心 消费中心 金融中心 科技中心 创新中心 策源地 生态圈 产业集群 大花园 样板 示范窗口 增长极 奋斗目标
    远景目标
  `),
  brand: ['品牌', '慈善品牌', '特色品牌', '区域品牌'],
};

/** Verbs and verb phrases whose object begins right behind them. The last of them in the clause counts. */
export const OBJECT_VERBS = words(`
  实施 深入实施 组织实施 谋划实施 启动实施 全面实施 制定实施 开展 推进 纵深推进 推动 深化 深化完善 坚持和完善
  坚持 完善 健全 健全完善 建立健全 建立完善 建立 构建 探索构建 构筑 搭建 打造 建设 高质量建设 高水平建设
  加快建设 共建 建成 建好 建好用好 创建 争创 争取 培育 培育壮大 壮大 发展 做强 做大 做优 做强做优 优化 强化
  加强 落实 执行 贯彻 实行 推行 施行 启动 组织 参与 融入 服务 支持 扶持 引导 鼓励 加快 形成 提升 提高 扩大 拓展
  拓宽 延伸 覆盖 聚焦 围绕 依托 依靠 按照 根据 通过 借助 利用 运用 统筹 协调 打好 打赢 夺取 抓好 抓实 狠抓 做好
  做实 谋划 谋划推进 规划 编制 制定 制订 修订 出台 发布 印发 创新 探索 试行 试点 巩固 巩固提升 持续开展
  联动推进 统筹推进 协同推进 扎实推进 稳步推进 加大 提出 明确 确定 成为 作为 包括 涵盖 涉及 属于 纳入 列入 进入
  对接 牢固树立 树立 发挥 充分发挥 实现 确保 保障 维护 捍卫 改进 改革 革新 规范 理顺 畅通 压实 夯实 筑牢 织密
  守住 用好 用足 擦亮 叫响 重塑 升级 放大 推出 设立 成立 组建 引进 集聚 汇聚 完成 攻克 突出 突破 紧扣 紧盯 瞄准
  锚定 立足 遵循 符合 适应 顺应 满足 解决 破解 应对 防范化解 促进 带动 引领 牵引 支撑 加入 签署 缔结 转化为
  打通 贯通 凝聚 弘扬 传承 讲好 当好 争当 走好 走出 为 以 在 对 把 将 由 从 向 到 与 同 是 有 并 了 着 使 让 及
  于
`);

/** Verbs that may also be part of a name before its head: 改革 in 人才发展体制机制改革 is its head, 统筹 in 党建统领. A noun before them makes them so. */
export const INNER_WORDS = words(`
  保障 服务 支持 发展 提升 保护 创新 改革 试点 规划 建设 治理 维护 协调 组织 促进 推进 统筹 落实 培育 突破 引领
  扶持 引导 规范 升级 完成 防范化解 应对 执行 实施 统领 传承 融入 集聚 评估 运行 转化 巩固 拓展 解决 做强 对接
  参与 优化 发挥
`);

/** Adverbs and modifiers at the left edge that are no part of a name. */
export const LEFT_ADVERBS =
  /^(?:进一步|持续|不断|全面|深入|扎实|大力|加快|着力|切实|积极|稳步|有序|统筹|纵深|高水平|高质量|高标准|率先|努力|奋力|全力|认真|严格|坚决|坚定不移|继续|始终|逐步|有效|重点|主动|牢牢|充分|广泛|更好|更加|更高水平|常态化|系统|科学|合理|尽快|抓紧|及时|基本|初步|正式|联合|同步|新一轮|一批|一系列|各项|各类|各级|相关|有关|若干|这些|这一|其他|其中|我省|我市|我区|我县|我国|重大|重要|主要|具体|一个|一项|一种|必须|应当|需要|特别是|尤其是|[之的地得和或等该本其要应须并])+/;

/** Whole phrases that name nothing: 工作机制, 各项制度, 改革试点. */
export const NAMELESS =
  /^(?:工作|各项|有关|相关|重大|重点|重要|主要|具体|系列|若干|基本|基础|配套|长效|常态化|制度|体制|管理|运行|政策|法律|法规|保障|服务|发展|建设|治理|规划|改革|试点|实施|年度|总体|整体|专项|综合|全面|深化|创新|新|大|好|一|两|三|四|五|六|七|八|九|十|个|项|大型|各|社会|经济|国家|地方|中央|全国|标准|考核|评价|监督|协调|组织|领导|责任|规章|内部|外部|现行|原有|上述|以下|合作|联系|集体|统一|自觉|日常|军事|实际|思想|统一|一致|单独|共同|违法|违纪|采取)*$/;

/** Nouns that head a name only behind a quoted core: “四大”建设, “枫桥式”系列创建, “先锋指数”考评. */
export const COMPOSITE_HEADS: Readonly<Partial<Record<TermCategory, readonly string[]>>> = {
  program: ['建设', '创建', '系列创建', '规划', '攻坚', '活动', '教育', '整治', '项目', '竞赛', '评选'],
  mechanism: ['考评', '考核', '双培养', '双提升', '双报到', '通道', '应用', '模式', '工作法', '做法'],
  brand: ['商标', '称号'],
};

/** Right before a head these make plain speech of it: 见行动, 思想自觉行动自觉, 靠改革, 付诸行动. */
export const PLAIN_BEFORE =
  /(?:见|自觉|思想|意志|付诸|迅速|实际|统一|率先|靠|吃|抓|搞|谈|敢于|敢|勇于|推|全面|深化|进一步|一切|自身|具体|相应|有关|相关|各项|这项|该项|此项|上述|一个|一项|本|其|该|的|在|为|了|不|和|与|及|或)$/;

/** Words of two characters in which a one-character verb or preposition is none: 作为, 共同, 有机, 对外. */
export const ONE_CHARACTER_INNER = [
  ...words(`
    行为 成为 人为 加以 予以 可以 存在 所在 内在 外在 针对 应对 面对 相对 绝对 自由 理由
  `),
  ...words(`
    方向 面向 导向 走向 意向 取向 到达 参与 共同 协同 合同 等同 不同 联同 国有 所有 具有
  `),
  ...words(`
    公有 私有 特有 只有 未来 处于 高于 低于 普及 涉及 兼并 合并 归并 从业 从严 大使 天使
  `),
  ...words(`
    在线 在校 在建 在职 对外 对口 对接 为民 有机 有限 有效 同城 同步 同心 同级 将来 向上
  `),
  ...words(`
    到期 以工 以旧 由来 并购 并联 及时 使用 使命 让利 是非 把关 把控 有序 有偿 为主 有氧
  `),
] as const;
