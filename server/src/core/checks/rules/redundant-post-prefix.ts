/** 杭州市市委书记 for 杭州市委书记. Changes when the shapes change. */
import { places } from '../../document/mentions/places.ts';
import { matches, remove } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const DOUBLE = /([\u4e00-\u9fff]{2})(省省|市市|区区|县县)(?=委(?!员)|政府|纪委|人大常委|政协|人民政府)/g;

export const redundantPostPrefix = rule({
  id: 'redundant-post-prefix',
  category: 'metadata',
  title: { en: 'Level of the place named twice', zh: '地名与职务重复' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: '新华社规范：称“××市委书记”，不称“××市市委书记”',
  line: {
    when: '省市区县',
    check({ folded, kind }, report) {
      if (RESIDUE.has(kind)) return;
      for (const m of matches(folded, DOUBLE)) {
        // 各设区市市委书记, 全市市长热线: the first word is not a place's name.
        if (/[各全本该设两区等辖级内外跨县]$|其他|所有|有关|地级|兄弟|周边/.test(m[1]!)) continue;
        const at = m.index + m[1]!.length;
        // 澧县县委: a name of one character is never said without its level.
        const level = m[2]![0]!;
        const { byName } = places();
        if (byName.has(m[1]!.at(-1)! + level) && !byName.has(m[1]! + level)) continue;
        report({
          span: { start: at, end: at + 2 },
          message: { en: '“{0}”: say the level once.', zh: '地名的层级只说一次：“{0}”应为“{1}”。' },
          args: [m[2]!, m[2]![0]!],
          ...remove(at + 1, at + 2),
        });
      }
    },
  },
});
