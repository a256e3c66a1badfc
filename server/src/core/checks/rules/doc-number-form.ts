/** The form of a document number: 〔2020〕, no 第, no padded zeros. Changes when the form changes. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';

const NUMBER =
  /([\u4e00-\u9fff]{1,10}[发發办辦函字电電令任议議]|[\u4e00-\u9fff]{1,10}(?:复|復|通|呈|规|規|文|综|綜|党|黨|政|府|委|厅|廳|局|字|公告|释|釋)|[\u4e00-\u9fff]{2,6}(?=[[［](?:19|20)\d{2}[\]］]\d{1,5}[号號]))([[［【（(〔﹝])((?:19|20)?\d{2})([\]］】）)〕﹞])(第)?(\d{1,5})[号號]/g;

export const docNumberForm = rule({
  id: 'doc-number-form',
  category: 'metadata',
  title: { en: 'Form of the document number', zh: '发文字号格式不规范' },
  defaultSeverity: 'error',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.2.5；GB/T 15834-2011 4.9.3.4',
  line: {
    when: '号號',
    check({ text }, report) {
      for (const m of matches(text, NUMBER)) {
        const [whole, agency, open, year, close, di, number] = m;
        const wrong: string[] = [];
        if (open !== '〔' || close !== '〕') wrong.push('〔〕');
        if (year!.length !== 4) wrong.push('20');
        // Orders and public notices are counted with 第.
        if (di && !/(?:令|公告)$/.test(agency!)) wrong.push('第');
        if (/^0/.test(number!)) wrong.push('0');
        if (wrong.length === 0) continue;
        const full = year!.length === 4 ? year! : `${Number(year) > 50 ? 19 : 20}${year}`;
        const kept = di && /(?:令|公告)$/.test(agency!) ? di : '';
        const right = `〔${full}〕${kept}${Number(number)}${whole.at(-1)}`;
        const start = m.index + agency!.length;
        const span = { start, end: m.index + whole.length };
        report({
          span,
          message: {
            en: 'A document number has the full year in 〔 〕, no 第 and no padding: {0}{1}.',
            zh: '发文字号用六角括号、四位年份，不加“第”，不编虚位：{0}{1}。',
          },
          args: [agency!, right],
          fix: {
            title: { en: 'Write {0}', zh: '改为“{0}”' },
            args: [right],
            edits: [{ span, newText: right }],
            safe: year!.length === 4,
          },
        });
      }
    },
  },
});
