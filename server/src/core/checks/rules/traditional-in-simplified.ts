/** Traditional characters in a Simplified document. Changes when which are accepted changes. */
import { Trie } from 'opencc-js/core';
import * as toSimplified from 'opencc-js/preset/t2cn';
import { replace } from '../chars.ts';
import { rule } from '../rule.ts';

/** Characters of the 通用规范汉字表, or of names, that the tables would change: 乾坤, 毕昇, 瞭望, 慰藉. */
const ACCEPTED = '乾昇瞭藉徵夥鍾甦堃喆祎琇於著覆像借阪榖谿嶽菸濛濚瀞麴淼幺麼彷沈';

let trie: Trie | undefined;

function simplified(): Trie {
  if (trie) return trie;
  trie = new Trie();
  for (const group of toSimplified.to['cn']!) trie.loadDictGroup(group);
  return trie;
}

export const traditionalInSimplified = rule({
  id: 'traditional-in-simplified',
  category: 'script',
  title: { en: 'Traditional character in a Simplified text', zh: '简体文本中的繁体字' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: '《通用规范汉字表》（国发〔2013〕23号）',
  line: {
    check({ text, folded, script, kind }, report) {
      if (script !== 'hans' || text === folded || kind === 'web-chrome') return;
      for (let i = 0; i < text.length; ) {
        const code = text.charCodeAt(i);
        if (text[i] === folded[i] || code < 0x4e00 || code > 0x9fff) {
          i++;
          continue;
        }
        const match = simplified().matchPrefix(text, i);
        const end = match?.end ?? i + 1;
        const right = match?.value ?? folded.slice(i, end);
        const printed = text.slice(i, end);
        if (
          printed !== right &&
          right.length === printed.length &&
          !(printed.length === 1 && ACCEPTED.includes(printed) && printed !== '於')
        ) {
          report({
            span: { start: i, end },
            message: { en: '“{0}” is Traditional; this text is Simplified: “{1}”.', zh: '“{0}”是繁体字，应为“{1}”。' },
            args: [printed, right],
            ...replace(i, end, right),
          });
        }
        i = end;
      }
    },
  },
});
