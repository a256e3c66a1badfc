/** 诞辰 of an organisation. Changes when that judgement changes. */
import { matches, replace } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

export const organizationBirthday = rule({
  id: 'organization-birthday',
  category: 'term',
  title: { en: '诞辰 of an organisation', zh: '“诞辰”用于组织' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '用法：“诞辰”用于人，组织用“成立”',
  line: {
    when: '诞誕',
    check({ folded, kind }, report) {
      if (RESIDUE.has(kind)) return;
      for (const m of matches(
        folded,
        /(?:党|共青团|新中国|共和国|人民军队|解放军|政协|学校|大学|公司|协会|委员会|建校|医院)(诞辰)(?!辰)/g,
      )) {
        const start = m.index + m[0].length - 2;
        report({
          span: { start, end: start + 2 },
          message: { en: 'An organisation is founded: 成立.', zh: '“诞辰”用于人；组织用“成立”。' },
          ...replace(start, start + 2, '成立', false),
        });
      }
    },
  },
});
