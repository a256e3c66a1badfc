/**
 * Words around stated counts and lists. Changes when a measure word, a verb or a link is missing. Folded text.
 */
import { words } from './wordList.ts';

/** Measure words that a count of two must have (两大…, 两个…, 两地), since two items are easily found by chance. */
export const MEASURES =
  '个大项条类种张件步点级层轮批名位家所座处道门篇场支维块套次本对组片重员方边力区县市省村镇校院园馆路线群城山湾港带圈轴核心型化率制股地岸';

/** What follows a numeral that measures or dates and counts no list. */
export const NO_MEASURE =
  /^(?:年|月|日|号|时|分钟|分之|秒|万|亿|千|百|多|余|几|元|美元|米|公里|平方|立方|吨|公斤|克|度|岁|倍|成|折|周年|周岁|世纪|季度|个月|个百分点|个多|个五年|个百年|小时|天|届|次全|次会|中全|次党|稿|审稿|楼|峡工程|次产业|次分配|次作|次修|次组织|次召开|次到|次赴|次被|线|星级|批次|级以上|条第|款|章|节|编|人次|户|亩|只|头|辆|台|公顷|部委|把|旦|中[、全和]|手|角|样|般|直|律|切|些|定|致|起|同|并|体|贯|如|再|度|向|概|行|味|道|口气|时间)/;

/** Verbs that open a clause whose object is the list: the first item begins behind the last of them. */
export const LIST_VERBS = words(`
  加快建设 加快构建 着力打造 全力打造 培育发展 培育形成 大力发展 大力推进 深入开展 深入推进 深入实施 统筹推进
  统筹 健全完善 健全 完善 构建 建设 打造 推进 推动 实施 开展 聚焦 紧盯 围绕 加强 坚持 坚定 做到 增强 强化 提升
  提高 发展 培育 深化 落实 贯彻 按照 依托 突出 抓好 抓了 做好 重点抓了 把握 处理好 发挥 形成 建立 组织 制定
  出台 编制 制定实施 布局 包括 包含 涵盖 涉及 覆盖 设立 设置 分为 确定 明确 提出 明确了 提出了 实现 促进 防范
  防范化解 化解 打好 打赢 践行 弘扬 学习 联合 会同 支持 选择 选取 引进 拥有 具有 位于 通过 根据 依据 运用 利用
  针对 对于 关于 来自 瞄准 锚定 立足 特别是 尤其是 主要是 分别是 就是 即 将 把 对 在 以 从 向 由 全力以赴 下好
  处理 正确处理 紧紧抓住 牢牢抓住 抓住 紧抓 紧盯住 牢牢把握 全面落实 认真落实 严格落实 着力抓好 走好 唱好 念好 写好 答好 种好 守好 管好 激活 打响 进一步 持续 不断 着力 切实 全面
`);

/** A segment that ends so is a verb phrase waiting for its object, not the last item: 增强“四个意识”、做到“两个维护”. */
export const OPEN_ENDINGS =
  /(?:做到|坚定|增强|树牢|坚决|推进|实现|深化|践行|推动|统筹|坚持|落实|贯彻|弘扬|强化|提高|提升|加强|开展|实施|抓好|抓实|打造|建设|构建|完善|健全|围绕|聚焦|紧扣|对照|协调|牢记|牢固|树立|把握|处理好|发挥|形成|拥护|领悟|捍卫|维护|坚决做到|力争|争创|争当|狠抓|纠治|整治|用好|贯穿|融入|助力|服务|落细|做好|做实|防止|反对|遵循|遵守|严守|恪守|满足|符合|突出|注重|特别是|以及|包括|属于|成为|作为|列为|第|的|在|以|对|为|与|和|把|将|向|从|由|让|使|是|了|到|至|于|被|等等)$/;

/** Between a list and its count behind a comma: …、深化除险保安，以十个方面“全力以赴”. */
export const COUNT_LINKS =
  /^(?:以|用|以及)?(?:这|以上|上述|等|共|共计|合计|一共|总共|共有|等等|即|以|形成|构成|构建|组成)$/;

/** Between a count and the list behind it: 三大攻坚战，即…; “四个意识”（政治意识、…）; 六大产业：…. */
export const LIST_LINKS =
  /^(?:[^，。；：（\n]{0,12}?)(?:[：]|（(?:即|分别是|分别为|包括|指|是指)?|，?(?:——|—)(?:即)?|，?(?:即|包括|分别是|分别为|就是|主要是|主要包括|也就是|具体是|具体包括|指的是|是指|指(?![出示导挥标南数定向]))[：]?)/;

/** Nouns that stated counts of headings and ordinals count; any other numeral before a list of sections is chance. */
export const COUNTED_NOUNS =
  '(?:个)?(?:主要|重点|重大|突出|方面|工作|任务|问题|意见|要求|建议|措施|举措|行动|工程|体系|关系|原则|目标|环节|领域|阶段|部分|要点|特点|方向|重点|大事|实事|事项|专项|计划|机制|战略|抓手|着力点|关键|统筹|坚持|必须|要|步骤|步|层面|层次|维度|转变|突破|结合|想法|体会|经验|启示|成果|成就|优势|短板|不足|原因|情况|内容|条|类|种|点|事|字|情形|条件|变化|结论|希望|板块|平台|清单|文章|硬仗|战役|攻坚战|会战|倡议)';
