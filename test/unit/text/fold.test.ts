import { execFileSync } from 'node:child_process';
import { Converter } from 'opencc-js/t2cn';
import { expect, test } from 'vitest';
import { fold, foldTable, termKey } from '../../../server/src/core/text/fold.ts';

test('every unit folds to one unit, and folding twice changes nothing', () => {
  const table = foldTable();
  for (let unit = 0; unit < 65536; unit++) expect(table[table[unit]!]).toBe(table[unit]);
});

test('agrees with opencc for every character of one unit that opencc maps to one unit', () => {
  const convert = Converter({ from: 't', to: 'cn' });
  const wrong: string[] = [];
  for (let unit = 0x3400; unit <= 0x9fff; unit++) {
    const c = String.fromCharCode(unit);
    const expected = convert(c);
    if (expected.length !== 1 || expected === c) continue;
    if (fold(c) !== fold(expected)) wrong.push(`${c} ${fold(c)} ${expected}`);
  }
  expect(wrong).toEqual([]);
});

test('Simplified text of the ordinary stock is not changed', () => {
  const stock =
    '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞';
  expect(fold(stock)).toBe(stock);
});

test.each([
  ['全會指出,「兩個維護」', '全会指出，“两个维护”'],
  ['中國共產黨杭州高新開發區(濱江)', '中国共产党杭州高新开发区（滨江）'],
  ['裏 裡 衞 著', '里 里 卫 著'],
  ['陝西省、陜西省', '陕西省、陕西省'],
  ['２０２２年７月，Ｒ＆Ｄ（１．５％）', '2022年7月，R&D（1.5%）'],
  ['二○二二年　十月', '二〇二二年 十月'],
  ['⼀、⼯作', '一、工作'],
  ['𠮷野家\ud842', '𠮷野家\ud842'],
])('%s', (from, to) => {
  expect(fold(from)).toBe(to);
  expect(fold(from)).toHaveLength(from.length);
});

test('long texts keep their length across chunks', () => {
  const text = '推進“兩個先行”,'.repeat(3000);
  expect(fold(text)).toBe('推进“两个先行”，'.repeat(3000));
  const late = `${'先'.repeat(9000)}會`;
  expect(fold(late)).toBe(`${'先'.repeat(9000)}会`);
});

test.each([
  ['兩個維護', '两个维护'],
  ['“两个维护”', '两个维护'],
  ['两个 维护', '两个维护'],
  ['「兩　個\n維護」', '两个维护'],
  ["'双高'\u200b", '双高'],
  ['', ''],
])('termKey(%j)', (from, to) => expect(termKey(from)).toBe(to));

test('the table is what the script makes of opencc', () => {
  execFileSync(process.execPath, ['scripts/make-fold-table.mjs', '--check'], { stdio: 'pipe' });
});
