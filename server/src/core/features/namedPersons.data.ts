/** Words around names. Changes when a word that only looks like a name, or a title behind one, is missing. Folded. */

/** Titles that stand behind a name: 习近平总书记, 袁家军书记, 焦裕禄同志. The longer of two first. */
export const TITLES_BEHIND = [
  '总书记',
  '副总理',
  '总理',
  '副主席',
  '主席',
  '副书记',
  '书记',
  '副省长',
  '省长',
  '副市长',
  '市长',
  '副区长',
  '区长',
  '副县长',
  '县长',
  '副部长',
  '部长',
  '局长',
  '主任',
  '同志',
  '先生',
  '女士',
] as const;

/** Characters of bodies and ranks with which no name before a title ends: 党委书记, 支部书记, 办公室主任. */
export const NOT_GIVEN = '委总副省市县区镇乡村街局办院校厅部组支党员长任原老厂所室会府站队班处科司行社';

/** Words before 同志 and the like that begin with a character that is a surname as well: 关于青年同志. */
export const NOT_NAMES =
  /^高[水质标效品起速端层新]|^(?:国家|全国|中国|人民|政府)|青年|干部|群众|女|男|负责|有关|领导|全体|各位|代表|基层|退休|年轻|年长|一线|军人|工人|农民|学生|教师|医护|身边|其他|那些|这些|以上|以下|同年|常务|专职|兼职|执行|名誉|现任|时任|新任|首席/;
