/**
 * Which script a text is written in. Changes when the shares that decide change.
 * What folding changes is Traditional; what only Simplified texts use is taken from the images of folding.
 */
import { foldTable } from '../../text/fold.ts';
import type { Script } from '../model.ts';

/** Forms that Traditional texts use as well (里, 后, 干, 面, 台 …): they say nothing. */
const SHARED =
  '后里面干台松向几丑仆才斗升吊征余系奸岳并幸庄卷只号合同出千占卜去参吁喂困周伙当愿志念凶云叶沈游源熏烟症皂盘种累致舍范谷采表制注准咨板杯曲杰核佣借修党克册冲净凌减厘叠尝回局床御托气污没泄津涂涌温炉点着理画盖码确私离秋称签简胡腊须胜霉麻鉴雇闲仇秘你她妳唯灶群裡裏岩峰卿卻卧叫吃喧咽哄啓啖埋堤墻妆姊婉嬴宮弦徊怪恒慨戚扣搜暖晒杠栖梁棱欲毁汹泛淡';

let hansOnly: Uint8Array | undefined;

/** 1 for a Traditional form, 2 for a form of Simplified alone, 0 for the rest. */
function classes(): Uint8Array {
  if (hansOnly) return hansOnly;
  const table = foldTable();
  const out = new Uint8Array(65536);
  const counted = new Uint8Array(65536);
  for (let c = 0x4e00; c <= 0x9fff; c++) {
    const to = table[c]!;
    if (to === c) continue;
    out[c] = 1;
    counted[to] = 1;
  }
  const shared = new Set([...SHARED].map((c) => c.charCodeAt(0)));
  for (let c = 0x4e00; c <= 0x9fff; c++) if (counted[c] && !out[c] && !shared.has(c)) out[c] = 2;
  hansOnly = out;
  return out;
}

/** How many units of each class. Nothing but the loop: compiled code for it then serves every text alike. */
function count(text: string, table: Uint8Array): Uint32Array {
  const seen = new Uint32Array(3);
  for (let i = 0; i < text.length; i++) {
    const c = table[text.charCodeAt(i)]!;
    seen[c] = seen[c]! + 1;
  }
  return seen;
}

/** The script of a text: Traditional and Simplified forms counted; `mixed` where neither is rare. No Han at all is `hans`. */
export function readScript(text: string): Script {
  const seen = count(text, classes());
  const hant = seen[1]!;
  const hans = seen[2]!;
  const all = hant + hans;
  if (all === 0 || hant / all < 0.1) return 'hans';
  return hant / all > 0.8 ? 'hant' : 'mixed';
}
