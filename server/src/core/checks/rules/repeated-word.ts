/** A word typed twice. Changes when which repetitions are good Chinese changes. */
import { matches, remove } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const WORD = /([\u4e00-\u9fff]{2,8})\1(?!\1)/g;
/** Verbs that Chinese repeats, and words whose doubling is a word. */
const DOUBLED =
  /^(?:研究|商量|考虑|讨论|调研|学习|锻炼|了解|交流|思考|总结|宣传|教育|提醒|比较|看看|想想|说说|谈谈|好好|常常|时时|处处|人人|天天|年年|代代|步步|层层|件件|条条|项项|个个|家家|户户|村村|方方|面面|点点|滴滴|实实|在在|扎扎|认认|真真|清清|楚楚|明明|白白|坦坦|荡荡|世世|生生|轰轰|烈烈|堂堂|正正|踏踏|老老|平平|安安|高高|兴兴|来来|往往|许许|多多|大大|小小|形形|色色|等等|切切|密密|原原|本本|分分|秒秒)/;
/** Words of every document: doubled, they are slips even where they stand nowhere else. */
const COMMON =
  /^(?:加强|推进|坚持|深化|完善|推动|提高|强化|加快|建立|健全|落实|贯彻|实施|开展|工作|发展|建设|进行|确保|促进|提升|统筹|聚焦|围绕|构建|打造|积极|全面|深入|切实|进一步|不断|持续|会议|部门|单位|群众|企业|社会|经济|改革|创新|服务|管理|制度|机制|体系|能力|水平|问题|任务|责任|政策|项目|重点|重大|主要|我们|通过|对于|关于|以及|要求|指出|强调|同时|同志|目前|当前|因此|各级|各地|全市|全省|全县|全国|本市|本省|国家|政府|应当|必须|不得|有关|相关|依法|按照|根据|负责|以来)$/;
const SINGLE =
  /(?:的的(?![确士])(?<![目鹄标]的的)|是是(?![非否])|在在(?![处建校岗职册编线场产途逃押行])|了了(?![解却结不])|被被(?![告害征审监执申调子动])|和和(?![平谐睦美解气合田])|与与(?![会之此其])|或或|使使(?![用命者馆领团])|把把(?![关握手])|并并(?![非购网入])|从从(?![严事业前])|将将(?![军来士要领近会于])|第第|各各(?![自类种项级方])|于于(?<![由关等对至基善终属处位限]于于)|由由|向向(?![往来上前好导])(?<![方导意面走志转趋倾取去]向向)|前前(?![后往来期景进面提沿线])(?<![以之目当从先]前前)|要要(?![求素点件害领约闻义塞冲图])(?<![重主需必纪摘概简扼还也只]要要)|对对(?![口象于比外内照标手接付策应立])(?<![面针相应核]对对)|为为(?![何了什止期主])(?<![作行以成认称因分转定列]为为)|得得(?![到出以益罪])(?<![取获值懂显觉使]得得)|也也|又又|不不|还还(?![款原清本])|已已|很很|最最|都都(?![市会城])|就就(?![业诊医地近餐读])|但但|若若|而而|因因(?![素子果])|其其(?![中他次余])(?<![尤极与及]其其)|按按(?![摩压钮键])|(?<=百分)点点|[%％]{2}|(?<=\d)\.\.(?=\d)|(?<=\d)个个(?![人都体])|(?<=\d)(?:起起(?![义诉火降飞点草])|项项(?!目)|件件(?!均)|条条(?![例款文件目])|吨吨(?!均)|元元|亩亩(?![均产])|万万|亿亿))/g;

/** 房产管理还需加强、房产管理还需加强: one item after itself. */
const ITEM = /([，：；、。“]|^)([\u4e00-\u9fff]{3,24})、\2(?=[、，。；和及])/g;

/** Whether any character stands twice in a row: what all of these need. */
function hasTwin(text: string): boolean {
  for (let i = 1; i < text.length; i++) if (text.charCodeAt(i) === text.charCodeAt(i - 1)) return true;
  return false;
}

export const repeatedWord = rule({
  id: 'repeated-word',
  category: 'term',
  title: { en: 'Word typed twice', zh: '词语重复' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '校对：重字',
  check({ folded, text, lines }, report) {
    const tell = (start: number, end: number): void => {
      report({
        span: { start, end },
        message: { en: '“{0}” stands here twice.', zh: '“{0}”重复。' },
        args: [text.slice(start, start + (end - start) / 2)],
        ...remove(start + (end - start) / 2, end, false),
      });
    };
    for (const line of lines) {
      if (!PROSE.has(line.kind) && line.kind !== 'title' && line.kind !== 'adoption-note') continue;
      for (const m of matches(line.folded, WORD)) {
        const word = m[1]!;
        const start = line.start + m.index;
        const end = start + m[0].length;
        // 基层组织组织力: the second word goes on.
        if (/[力性化者家员部生]/.test(folded[end] ?? '')) continue;
        if (
          DOUBLED.test(word) ||
          /^一|[一二三四五六七八九十百千万零〇]$|^[一二三四五六七八九十]/.test(word) ||
          new Set(word).size === 1
        )
          continue;
        // 并跑领跑领域: what repeats is a word only where it stands elsewhere too.
        if (word.length === 2 && !COMMON.test(word) && !standsElsewhere(folded, word, start, end)) continue;
        tell(start, end);
      }
      for (const m of line.folded.includes('、') ? matches(line.folded, ITEM) : []) {
        const start = line.start + m.index + m[1]!.length;
        const end = start + m[2]!.length * 2 + 1;
        report({
          span: { start, end },
          message: { en: '“{0}” is listed twice.', zh: '“{0}”在并列各项中重复。' },
          args: [text.slice(start, start + m[2]!.length)],
          ...remove(start + m[2]!.length, end, false),
        });
      }
      if (!hasTwin(line.folded)) continue;
      for (const m of matches(line.folded, SINGLE)) {
        const at = m.index;
        if (line.folded[at - 1] === line.folded[at] || line.folded[at + 2] === line.folded[at]) continue;
        if (line.folded[at] === '在' && line.folded[at - 1] === '实') continue;
        tell(line.start + at, line.start + at + 2);
      }
    }
  },
});

function standsElsewhere(folded: string, word: string, start: number, end: number): boolean {
  const before = folded.indexOf(word);
  return before < start || folded.indexOf(word, end) >= 0;
}
