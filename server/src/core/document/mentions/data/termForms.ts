/**
 * What the form and the surroundings of a quoted string say about its class: endings, the noun behind, verbs before.
 * Changes when a form is missing; all on folded text. Examples stand beside each table.
 */
import type { TermCategory } from '../../model.ts';
import { words } from './wordList.ts';

type Table = readonly (readonly [TermCategory, readonly string[]])[];

/** Words that are used as pictures, whether they are the whole string or its end. */
const PICTURES = words(`
  钥匙 引擎 发动机 压舱石 压舵石 稳定器 稳压器 助推器 加速器 加速度 快进键 加速键 先手棋 指挥棒 风向标 晴雨表 定盘星 试金石
  垫脚石 绊脚石 拦路虎 牛鼻子 硬骨头 紧箍咒 主心骨 顶梁柱 螺丝钉 答卷 考卷 成绩单 必修课 必答题 选择题 冲锋号 集结号
  发令枪 军令状 任务书 路线图 时间表 施工图 作战图 责任田 自留地 蓄水池 催化剂 润滑剂 粘合剂 强心剂 定心丸 金饭碗
  铁饭碗 钱袋子 菜篮子 米袋子 动力源 强磁场 断头路 一公里 直通车 防火墙 安全阀 防护网 警戒线 高压线 警示灯 红绿灯
  聚宝盆 摇钱树 活力源 助力器 护身符 遮羞布 挡箭牌 敲门砖 桥头堡 排头兵 主力军 生力军 先锋队 突击队 领头羊 领头雁 火车头
  主战场 主阵地 新赛道 快车道 连心桥 同心圆 大合唱 独角戏 二人转 重头戏 大文章 小算盘 大水漫灌 精准滴灌 大锅饭
  枷锁 弹簧门 旋转门 玻璃门 天花板 触角 触手 头雁效应 虹吸效应 溢出效应 蝴蝶效应 鲶鱼效应 木桶效应 破窗效应 神经末梢 毛细血管 源头活水 满天星 烟火气 底色 成色 小切口
`);

/** Last words of the string itself: “青蓝工程”, “周三访谈夜”制度 has none, “链长制”, “八大战略”. Longest match wins. */
export const OWN_ENDINGS: Table = [
  ['strategy', ['战略', '方略', '强市', '强省', '强县', '强区', '立市', '兴市', '强国', '兴国']],
  [
    'program',
    words(`
      工程 计划 专项行动 攻坚战 会战 大会战 攻坚 专列 大巴 项目 项目群 改革 建设 试点 实践活动 主题活动 活动
      专案 新政 课堂 大讲堂 生活圈 升级版 直排区 示范区 先行区 试验区 专班 行动
    `),
  ],
  [
    'mechanism',
    words(`
      机制 制度 责任制 体系 平台 模式 清单 经验 指数 议题 工作法 责任 制 复工 审批 办法 公约 码 中心 大脑
      驾驶舱 超市 热线 窗口办理 评议会 网格 微网格
    `),
  ],
  ['metaphor', PICTURES],
  ['goal', ['目标', '城市', '清零', '全覆盖', '开门红', '全年红', '双提升', '倍增']],
  [
    'brand',
    [
      '品牌',
      '示范盟',
      '示范州',
      '示范旗',
      '自治区',
      '之城',
      '之都',
      '之乡',
      '之州',
      '之窗',
      '之韵',
      '之美',
      '号',
      '之家',
    ],
  ],
  ['slogan', ['意识', '精神', '担当', '理念', '情怀', '作风', '风采', '形象', '之治', '之路', '之大者']],
  [
    'institution',
    [
      '委员会',
      '委会',
      '工作组',
      '发展局',
      '管理局',
      '指挥部',
      '领导机构',
      '驿站',
      '工作站',
      '服务站',
      '保护站',
      '联络站',
      '工作室',
      '调解室',
      '议事厅',
      '理事会',
      '领导小组',
      '办公室',
      '研究院',
      '基金会',
      '协会',
      '联盟',
      '联合体',
    ],
  ],
];

/** The noun behind the closing mark: “星火”工程, “两山”理念, “枫桥式”派出所. Read after an optional 的. */
export const NOUNS_AFTER: Table = [
  [
    'strategy',
    words(`
      主引擎 主路径 主方向 主牵引 主场景 主抓手 首位战略 战略布局 战略 总体布局 布局 方略 倡议 格局 总策略 策略 总方针
    `),
  ],
  [
    'program',
    words(`
      建设工程 工程 专项行动 行动计划 行动 计划 活动 实践活动 主题教育 专题教育 学习教育 改革 攻坚 大会战 会战
      试点 建设 创建 系列创建 规划 专项整治 整治 升级版 项目 大赛 竞赛 评选 下乡
    `),
  ],
  [
    'mechanism',
    words(`
      机制 制度 体制 体系 考评 考核 模式 工作法 平台 方式 办法 管理 清单 组合拳 应用 系统 通道 做法 举措 载体 职责 工作职责
      服务 监管 双培养 三位一体 四位一体
    `),
  ],
  ['metaphor', PICTURES],
  ['goal', ['目标', '工作目标', '发展目标', '总目标', '奋斗目标', '愿景', '升级版', '标准']],
  [
    'brand',
    words(`
      品牌 志愿服务队 服务队 管护队 宣讲队 宣讲团 小分队 系列党课 系列 非遗 非物质文化遗产 商标 称号 金名片 名片 荣誉 奖 产品 卫星 载人 探测器
    `),
  ],
  [
    'slogan',
    words(`
      精神 理念 思想 重要思想 方针 原则 要求 总要求 导向 思路 主线 主题 口号 意识 共识 承诺 号召 方法论
      路径方法 办赛理念 人文精神 壮丽篇章 嘱托
    `),
  ],
];

/** Nouns behind the mark that make the string a failing or a way of speaking: “脏乱差”现象, “独”的图谋. */
export const SCORNED_AFTER = words(`
  现象 问题 顽疾 倾向 乱象 行为 心态 思想作祟 势力 分裂 分子 活动猖獗 图谋 陷阱 怪圈 困境 毛病 病根 歪风 之风
  陋习 怪象 式干部 式执法 式腐败
`);

/** Verbs before the opening mark that do the same: 防止“一刀切”, 所谓“普世价值”, 破解“看病难”. */
export const SCORNED_BEFORE = words(`
  防止 防范 反对 反 克服 纠正 纠治 杜绝 遏制 所谓 所谓的 破除 避免 避免出现 拒绝 不搞 不能搞 不准搞 根除 抵制
  打击 惩治 摒弃 消除 扭转 治理 解决 破解 打通 打破 任何形式的
`);

/** What is said or called: the string behind is somebody's words. 指出：“…”, 有句老话“…”. */
export const SAID_BEFORE = words(`
  指出 强调 说 说过 讲 写道 提出 要求 认为 表示 问 回答 讲话中说 常说 谚语 俗话说 古人云 古人说 诗云
`);

/** Defined abbreviations of laws and contracts: （以下简称“征收部门”）. */
export const NAMED_BEFORE = words(`
  简称 以下称 下称 统称 合称 并称 称 称为 称之为 叫做 称作 名为 更名为
`);

/** Nouns behind 的 that make the string a saying in quotation rather than a term: “…”的意识, “…”的洞察力. */
export const ATTITUDES_AFTER = words(`
  意识 责任感 进取心 大气魄 气魄 境界 拼劲 闯劲 干劲 韧性 狠劲 钻劲 精神境界 历史担当 洞察力 执行力 攻坚力 心态 姿态 状态 态度 劲头 干劲 韧劲
  勇气 决心 情怀 胸怀 豪情 清醒 坚定 执着 紧迫感 危机感 思想 新目标新定位 重要嘱托
`);

/** Verbs that announce a programme: 深化“XX”, 开展“XX”. Weak: they decide where nothing else does. */
export const PROGRAM_VERBS = words(`
  实施 开展 推进 深化 启动 组织 举办 推行 推出 深入实施 持续开展 开行 创新
`);
/** Verbs that announce a goal or a place to build: 打造“湿地水城”. */
export const GOAL_VERBS = words(`
  打造 建设 建成 创建 争创 实现 确保 力争 达到 建好 成为 重返
`);
/** Verbs that announce words to live by: 弘扬“…”, 践行“…”. */
export const SLOGAN_VERBS = words(`
  践行 弘扬 树立 坚持 秉持 牢记 贯彻 落实 做到 遵循 倡导 强化 谱写
`);

/** What prizes and titles are won by: 夺得“平安鼎”, 荣获“文明城市”. */
export const WON_BEFORE = words(`
  夺得 荣获 获得 获评 被命名为 命名为 评为 入选 跻身 稳居 位居 荣登 捧回 摘得 争创 成功创建 获批 被评为 获颁 喜获 捧得 授予 荣膺 蝉联
`);

/** What is demanded in so many words: 明确提出要“健全人大及其常委会的议事制度”. */
export const DEMANDED_BEFORE = words(`
  提出要 强调要 指出要 要求要 明确要 提出了 强调了 修改为 改为 增加 增加规定 规定
`);

/** Verbs of the hand whose object in quotation marks is a picture: 按下“快进键”, 啃下“硬骨头”. */
export const FIGURE_VERBS = words(`
  按下 跑出 牵住 牵牢 啃下 啃掉 拧紧 下好 念好 唱好 吹响 扣好 系好 系紧 摘掉 戴上 端稳 端牢 端上 鼓起 算好 架起 架好 搭好 织密
  织牢 筑牢 筑起 扎紧 扎牢 亮出 开出 画好 绘就 绘好 绘出 奏响 擂响 点燃 扬起 握紧 握住 甩掉 卸下 挑起 补齐 补足 拔掉 拔除 解开
  打开 撬动 种好 守好 当好 做实 搬掉 搬走 跨过 迈过 越过 打破 击碎 剪除 斩断 拆除 拆掉 捅破 吃上 吃下 送上 装上 插上 系上 铺就
  铺好 蹚出 趟出 闯出 答好 交出 写好 算清 照亮 擦亮 注入 激活 盘活 释放 化作 化身 变身 变成
`);
