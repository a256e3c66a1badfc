/**
 * Lines of UTF-8 that were read as GBK: 瀵逛笉璧凤紝 for 对不起，, and stretches spoilt by broken glosses. Changes when the
 * test for either changes.
 *
 * The three bytes of a Chinese character begin with E4 … E9; read in pairs, two characters give one of the first table,
 * one of the second and one more. Ordinary text has few of either, lists of rare names only of the first.
 */
import type { Span } from './span.ts';
import { UnitSet } from './words.ts';

/** GBK E480 … E9BF, without the few that words are made of. */
const LEADING =
  '鋩鋪鋫鋬鋭鋮鋯鋰鋱鋲鋳鋴鋵鋶鋷鋸鋹鋺鋻鋽鋾鋿錀錁錂錃錅錆錇錈錉洹洧洌浃浈洇洄洙洎洫浍洮洵洚浏浒浔洳涑浯涞涠浞涓涔浜浠浼浣渚淇' +
  '鍊鍌鍍鍎鍏鍐鍑鍒鍓鍔鍕鍖鍗鍘鍙鍚鍛鍜鍝鍞鍟鍠鍡鍢鍣鍤鍥鍦鍧鍨鍩鍫濉澧澹澶濂濡濮濞濠濯瀚瀣瀛瀵灏灞宀宄宕宓宥宸甯骞搴寤寮褰寰蹇' +
  '鎬鎭鎯鎰鎱鎲鎳鎴鎵鎶鎷鎸鎹鎺鎻鎼鎽鎾鎿鏀鏁鏂鏃鏄鏅鏆鏇鏈鏉鏋鏌鏍妗姊妫妞妤姒妲妯姗妾娅娆姝娈姣姘姹娌娉娲娴娑娣娓婀婧婊婕娼婢婵' +
  '鐎鐏鐐鐑鐒鐓鐔鐕鐖鐗鐙鐚鐛鐜鐝鐞鐟鐠鐡鐢鐣鐤鐥鐦鐧鐨鐩鐪鐫鐬鐭鐮纭纰纾绀绁绂绉绋绌绐绔绗绛绠绡绨绫绮绯绱绲缍绶绺绻绾缁缂缃缇缈' +
  '鑰鑱鑲鑳鑴鑵鑶鑷鑸鑹鑺鑻鑼鑾鑿钀钁钂钃钄钑钖钘铇铏铓铔铚铦铻锜锠琛琚瑁瑗瑙瑷瑭瑾璜璎璀璁璇璋璞璨璩璐璧瓒璺韪韫韬杌杓杞杈杩' +
  '閫閬閭閮閯閰閱閲閳閴閵閶閷閸閹閺閻閼閽閾閿闀闁闂闃闄闅闆闇闈闉闊闋椤棰椋椁楗棣椐楱椹楠楂楝榄楫榀榘楸椴槌榇榈槎榉楦楣楹榛榧榻榫榭';

/** What the end of one character and the beginning of the next give: GBK 81E4 … BFE9. */
const BETWEEN =
  '佷佸佹佺佽侀備傚傛傜傝傞冧冨冩冪冭冮勪勫勬勭勮勯呬呭呮呯呰呴嗕嗗嗘嗙嗚嗛囦囧囨囩囪囬堜堝堟堢堣堥変夊夋夌夎夐婁婂婃婄婅婇嬩嬪嬫嬬嬭嬮屼屽屾岀岃岄嶄嶅嶆嶇嶈嶉庝庡庢庣庤庨忎忓忔忕忚忛愪愬愭愮愯愰戜戝戞戠戣戦掍掑掓掔掕掗撲撳' +
  '撴撶撹撻斾斿旀旂旇旈曚曞曟曠曡曢栦栧栨栫栬栭椾楀楁楃楄楅樹樺樻樼樿橀欎欏欐欑欒欓氫氬氭氱氳氶涗涘涙涚涜涢滀滃滄滅滆滈濅濆濇濈濊濋炰炲炴炵炶為熶熷熸熺熻熼犱犲犳犵犺犻颁板版扮拌伴变卞辨辩辫遍蹭插叉茬茶查充冲虫崇宠抽翠村存寸' +
  '磋撮典靛垫电佃甸朵跺舵剁惰堕蜂峰锋风疯烽镐稿告哥歌搁逛瑰规圭硅归轰哄烘虹鸿洪讳诲绘荤昏婚间煎兼肩艰奸戒藉芥界借介句惧炬剧捐鹃夸垮挎跨胯块';

const LEADING_UNITS = new UnitSet(LEADING);
const BETWEEN_UNITS = new UnitSet(BETWEEN);

/** Characters that are looked at: a garbled line is garbled from its beginning. */
const ENOUGH = 80;

/** Whether the text from `start` to `end`, one line, is UTF-8 read as GBK. */
export function isGarbled(text: string, start = 0, end = text.length): boolean {
  const last = Math.min(end, start + ENOUGH);
  let leading = 0;
  for (let i = start; i < last; i++) if (LEADING_UNITS.has(text.charCodeAt(i))) leading++;
  if (leading < 4) return false;
  let han = 0;
  let between = 0;
  for (let i = start; i < last; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x4e00 || unit > 0x9fff) continue;
    han++;
    if (BETWEEN_UNITS.has(unit)) between++;
  }
  return leading * 5 >= han && between * 8 >= han;
}

/** `當?shù)卣`, `?。ㄒ唬┦鹿`: a gloss or bracket whose bytes were taken apart, which spoils what follows up to the next mark. */
const BROKEN_GLOSS = /[?？](?:。[ㄅ-ㄩ\u00c0-\u024f?？(（]|[a-z\u00e0-\u01dc]{1,6}[)）])/g;

/** The stretches of a line that were lost in this way, in offsets of the line. */
export function brokenStretches(line: string): Span[] {
  if (!/[?？]/.test(line)) return [];
  const found: Span[] = [];
  for (const m of line.matchAll(BROKEN_GLOSS)) {
    const from = m.index + m[0].length;
    const stop = line.slice(from).search(/[，。；：、,;:“”《》(（\s]/);
    found.push({ start: m.index, end: stop < 0 ? line.length : from + stop });
  }
  return found;
}
