/**
 * Short names of provinces that two words make where they meet: 隆重庆祝 is not 重庆, 推广东西部协作 is not 广东.
 * Changes when another meeting of two words is found.
 */
export interface Crossing {
  /** Characters before the name, one of which its first character continues. */
  readonly before?: string;
  /** What follows, read as one word with the name's last character. Where both are given, both must hold. */
  readonly after?: RegExp;
}

/** A side of a lake, a river or a range: 沿湖南岸, 环湖北路. */
const SIDE: Crossing = { after: /^(?:岸|麓|坡|堤|路(?![网径])|侧(?!重)|段(?!时)|线(?![上下]))/ };
/** Waters whose side a compass point names: 黄河南北, 辽河北源. */
const WATER: Crossing = { before: '黄淮运辽滦渭汾泾浑', after: /^(?:[北南源支]|部(?![分署门]))/ };

export const CROSSINGS: Readonly<Record<string, readonly Crossing[]>> = {
  重庆: [{ before: '隆' }, { after: /^[祝贺]/ }],
  广东: [{ before: '推' }],
  广西: [{ before: '推' }],
  天津: [{ before: '今明昨每当两三五七十', after: /^[津贴]/ }],
  上海: [{ before: '网线云掌', after: /^(?:关(?!于|注|心)|量|外|运|选)/ }],
  大理: [{ before: '重' }],
  新疆: [{ after: /^[域界土]/ }],
  海南: [{ before: '南东黄渤', after: /^(?:岸|侧|部(?![分署门]))/ }],
  河南: [SIDE, WATER],
  河北: [SIDE, WATER],
  湖南: [SIDE],
  湖北: [SIDE],
  江西: [SIDE, { before: '长珠', after: /^[陵段]/ }],
  山东: [SIDE],
  山西: [SIDE],
};
