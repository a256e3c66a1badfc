/**
 * Pairs of a printed form and the form that opencc's dictionary gives, as two characters each.
 * Changes when a pair is found to be right, regional or wrong in real Traditional text.
 */
const pairs = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Both forms are good Traditional writing: 征程, 錘煉. Never reported. */
export const ACCEPTED_PAIRS = pairs(`
  征徵 煉鍊 群羣 峰峯 床牀 線綫 眾衆 為爲 啟啓 秘祕 污汙 灶竈 吃喫 棱稜 卧臥 沉沈 村邨 杰傑 針鍼 裡裏 裡里
  綉繡 溪谿 泄洩 仇讎 雇僱 台臺 臺颱 唇脣 韮韭 鉤鈎 幺么 叹嘆 歎嘆 疏疎 迹跡 蹟跡 岩巖 併並 游遊 污汚 恒恆
  恥耻 晒曬 帳賬 証證 痴癡 核覈 注註 表錶 丑醜 曆歷 采彩 才纔 凶兇 鑒鑑 庵菴 咤吒 藉借 淨凈 胡鬍
`);

/** One region or house style writes so, another not: 委托, 巡回, 周年, 布局, 扎實. A hint. */
export const REGIONAL_PAIRS = pairs(`
  托託 回迴 周週 布佈 扎紮 占佔 升昇 岳嶽 欲慾 累纍 咨諮 沾霑 伙夥 雕鵰 仿倣 抵牴 梁樑 栗慄 核覈 困睏 愈癒 局侷 舍捨 栖棲 姜薑 盡儘 巨鉅 復覆
`);

/** Single characters without a phrase that are Simplified in all likelihood: 后亞運, 筑牢, 并出席. */
export const DEFAULT_SURE = pairs(`
  后後 筑築 并並 于於 范範 制製 里裏 准準 术術 适適 朴樸 极極 价價 云雲 听聽 宁寧 党黨 种種 辟闢 离離 体體 胜勝 虫蟲
`);

/** Words that are written so as well, whatever the dictionary says of them: 編製規劃 beside 人員編制. */
export const ACCEPTED_WORDS: ReadonlySet<string> = new Set('編製 匯報 匯總 匯編 匯集 詞匯'.split(' '));

/** Forms that converters give and no region writes: 鉆研. */
export const WRONG_FORMS = pairs('鉆鑽');
