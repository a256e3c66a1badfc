// The kinds of slips that the mutation score seeds: where each can be made, and how. Changes when a kind is added.
// `places` lists candidates; `change` gives the edit, `at` where it shows if elsewhere; `rules` are those that should speak.
import { flat, han, headings, inProse, insertion, swap, whole } from './slip-tools.mjs';
import { markKinds } from './slips-marks.mjs';
import { structureKinds } from './slips-structure.mjs';

/** All kinds of slips. `core` lends the word lists of the rules. */
export const kinds = (core) => [
  ...markKinds(),
  ...structureKinds(),
  swap('impossible day', ['date-invalid'], /\d{1,2}月\d{1,2}日/g, (m) => whole(m, m[0].replace(/\d{1,2}日/, '32日'))),
  swap('impossible month', ['date-invalid'], /(?<=年)\d{1,2}月\d{1,2}日/g, (m) =>
    whole(m, m[0].replace(/^\d{1,2}月/, '13月')),
  ),
  swap('padded date', ['date-padded'], /(?<!\d)[1-9]月[1-9]日/g, (m) => whole(m, `0${m[0]}`)),
  swap('wrong weekday', ['weekday-mismatch'], /星期[一二三四五六日]/g, (m) =>
    whole(m, `星期${m[0][2] === '三' ? '五' : '三'}`),
  ),
  {
    name: 'source before meeting',
    rules: [
      'meeting-after-source-date',
      'published-before-signed',
      'passed-date-mismatch',
      'print-before-meeting',
      'signed-before-meeting',
    ],
    places: (doc) =>
      doc.dates.filter(
        (d) =>
          ['source', 'printed'].includes(d.role) &&
          /^\d{4}-\d\d-\d\d$/.test(d.value ?? '') &&
          doc.dates.some(
            (o) =>
              ['meeting', 'adopted', 'signed'].includes(o.role) &&
              !o.inferredYear &&
              /^\d{4}-\d\d-\d\d$/.test(o.value ?? ''),
          ),
      ),
    change: (d, text) => {
      const printed = text.slice(d.span.start, d.span.end);
      const m = /\d{4}/.exec(printed);
      return m && { start: d.span.start + m.index, end: d.span.start + m.index + 4, text: String(Number(m[0]) - 1) };
    },
  },
  swap('document number in square brackets', ['doc-number-form'], /〔(\d{4})〕/g, (m) => whole(m, `[${m[1]}]`)),
  swap('document number padded', ['doc-number-form'], /(?<=〔\d{4}〕)\d{1,3}号/g, (m) => whole(m, `0${m[0]}`)),
  swap('Traditional character', ['traditional-in-simplified'], /[会发关区动务务实现进业产员国]/g, (m, _r, text) =>
    text.includes('國')
      ? null
      : whole(
          m,
          {
            会: '會',
            发: '發',
            关: '關',
            区: '區',
            动: '動',
            务: '務',
            实: '實',
            现: '現',
            进: '進',
            业: '業',
            产: '產',
            员: '員',
            国: '國',
          }[m[0]],
        ),
  ),
  swap('Simplified character', ['traditional-leftover'], /[會發關區動務實現進業產員國]/g, (m) =>
    whole(
      m,
      {
        會: '会',
        發: '发',
        關: '关',
        區: '区',
        動: '动',
        務: '务',
        實: '实',
        現: '现',
        進: '进',
        業: '业',
        產: '产',
        員: '员',
        國: '国',
      }[m[0]],
    ),
  ),
  insertion('page number line', ['page-residue'], '— 3 —\n'),
  insertion('field code line', ['page-residue'], 'PAGE\n'),
  insertion('web line', ['web-boilerplate', 'empty-field'], '发布日期：2022-03-04 浏览次数：12 字体：[大 中 小]\n'),
  insertion('share line', ['web-boilerplate'], '分享到：\n'),
  swap('zero-width character', ['invisible-character'], /(?<=[\u4e00-\u9fff]{3})(?=[\u4e00-\u9fff]{3})/g, () => ({
    from: 0,
    to: 0,
    text: '\u200b',
  })),
  swap(
    'replacement character',
    ['replacement-character'],
    /(?<=[\u4e00-\u9fff]{3})[\u4e00-\u9fff](?=[\u4e00-\u9fff]{3})/g,
    (m) => whole(m, '\ufffd'),
  ),
  swap('的 doubled', ['repeated-word'], /(?<=[\u4e00-\u9fff]{2})的(?=[\u4e00-\u9fff]{2})(?!的|确)/g, (m) =>
    whole(m, '的的'),
  ),
  swap(
    'word doubled',
    ['repeated-word'],
    /(?<=[，。；、])(?:加强|推进|坚持|深化|完善|推动|提高|强化|加快|建立)(?=[\u4e00-\u9fff])/g,
    (m) => whole(m, m[0] + m[0]),
  ),
  {
    name: 'passage pasted twice',
    rules: ['duplicated-passage'],
    places: (doc, text) =>
      doc.blocks.filter(
        (b) =>
          b.kind === 'paragraph' &&
          b.end - b.start > 120 &&
          doc.kind !== 'law' &&
          /。\s*$/.test(text.slice(b.start, b.end)),
      ),
    change: (b, text) => {
      const words = text.slice(b.start, b.end).trimEnd();
      return { start: b.start + words.length, end: b.start + words.length, text: `\n${words}` };
    },
  },
  {
    name: 'cited title altered',
    rules: ['quoted-title-variant', 'near-phrase', 'quoted-title-mismatch', 'glossary-components'],
    places: (doc) => {
      const key = (r) => r.title.replace(/\s/g, '');
      return doc.references.filter(
        (r) =>
          key(r).length >= 12 &&
          !r.periodical &&
          (doc.references.filter((o) => key(o) === key(r)).length > 1 || doc.title?.text.replace(/\s/g, '') === key(r)),
      );
    },
    change: (r, text, random) => {
      const inner = text.slice(r.span.start + 1, r.span.end - 1);
      const places = [...inner.matchAll(/[\u4e00-\u9fff]/g)]
        .map((m) => m.index)
        .filter((i) => !/[一二三四五六七八九十省市区县]/.test(inner[i]));
      const i = places[Math.floor(random() * places.length)];
      return { start: r.span.start + 1 + i, end: r.span.start + 2 + i, text: inner[i] === '推' ? '促' : '推' };
    },
  },
  {
    name: 'session in title altered',
    rules: ['session-ordinal-inconsistent', 'meeting-name-mismatch'],
    places: (doc) => {
      const own = doc.meeting;
      if (!own || own.session === null || own.congress === null) return [];
      return doc.meetings.filter(
        (m) =>
          m.session === own.session &&
          m.congress === own.congress &&
          doc.blocks.some(
            (b) =>
              (b.kind === 'title' || b.kind === 'adoption-note') && b.start <= m.span.start && m.span.start < b.end,
          ) &&
          doc.meetings.filter((o) => o.session === own.session && o.congress === own.congress).length > 1,
      );
    },
    change: (m, text) => {
      const printed = text.slice(m.span.start, m.span.end);
      const n = [...printed.matchAll(/[一二三四五六七八九十]+(?=次)/g)].at(-1);
      return (
        n && { start: m.span.start + n.index, end: m.span.start + n.index + n[0].length, text: han(m.session + 1) }
      );
    },
  },
  {
    name: 'article beyond the last',
    rules: ['article-missing'],
    places: (doc, text) => {
      const articles = flat(doc.outline).filter((s) => s.markerStyle === 'tiao');
      if (articles.length < 5) return [];
      return inProse(
        doc,
        text,
        /(?<=依照|按照|根据|违反|适用|依据|本条例|本法|本规定|本办法)第[一二三四五六七八九十百]+条/g,
      );
    },
    change: (place) => ({ start: place.index, end: place.index + place.m[0].length, text: '第三百二十一条' }),
  },
  swap(
    'anniversary altered',
    ['anniversary-arithmetic'],
    /(?<=(?:今年|明年|\d{4}年)[^。；]{0,20}(?:成立|诞辰|建国|建党|改革开放))\d{2,3}(?=周年)/g,
    (m) => whole(m, String(Number(m[0]) + 1)),
  ),
  swap(
    'set phrase altered',
    ['near-phrase'],
    new RegExp(core.SET_PHRASES.filter((p) => p.length >= 6 && !/[“”、]/.test(p)).join('|'), 'g'),
    (m, random) => {
      const i = 1 + Math.floor(random() * (m[0].length - 2));
      return { from: i, to: i + 1, text: m[0][i] === '意' ? '义' : '意' };
    },
  ),
  swap(
    'word miswritten',
    ['common-typo'],
    /抉择|安排|部署(?=要求)|再接再厉|一如既往|防范风险|因地制宜|励精图治|以身作则|形势严峻|和谐|投入产出|深入推进|深入贯彻|深入学习|深入实施|深入开展/g,
    (m) => {
      const wrong = [...core.TYPOS].find(([, right]) => right === m[0]);
      return wrong ? whole(m, wrong[0]) : null;
    },
  ),
  {
    name: 'name miswritten',
    rules: ['leader-name-near-miss'],
    places: (doc, text) =>
      doc.persons
        .filter((p) => p.name.length >= 2)
        .flatMap((p) =>
          [
            ...text.matchAll(
              new RegExp(`(?<=[，。；、记长任席表])${p.name}(?=同志|讲话|主持|指出|强调|就|受|作)`, 'g'),
            ),
          ].map((m) => ({ index: m.index, name: p.name })),
        )
        .filter((p) => text.split(p.name).length > 2),
    change: ({ index, name }) => ({
      start: index + name.length - 1,
      end: index + name.length,
      text: name.at(-1) === '杰' ? '洁' : '杰',
    }),
  },
  swap('hyphen in a range', ['range-connector'], /(?<=[\u4e00-\u9fff])\d{1,2}(?=年内|个月|个百分点)/g, (m) =>
    whole(m, `${m[0]}-${Number(m[0]) + 2}`),
  ),
  swap('full-width figures', ['fullwidth-alphanumeric'], /(?<=[\u4e00-\u9fff])\d{2,4}(?=[年万个])/g, (m) =>
    whole(m, [...m[0]].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')),
  ),
  swap('half-width colon', ['halfwidth-punctuation'], /(?<=[\u4e00-\u9fff])：(?=[\u4e00-\u9fff“])/g, (m) =>
    whole(m, ':'),
  ),
  swap('bracket of two widths', ['halfwidth-bracket', 'bracket-width-mixed'], /（[\u4e00-\u9fff]{1,12}）/g, (m, r) =>
    whole(m, r() < 0.5 ? `(${m[0].slice(1)}` : `${m[0].slice(0, -1)})`),
  ),
  swap('quote turned round', ['unpaired-mark', 'quote-nesting'], /“[^“”\n]{2,20}”/g, (m, r) =>
    whole(m, r() < 0.5 ? `”${m[0].slice(1)}` : `${m[0].slice(0, -1)}“`),
  ),
  swap(
    'ideographic blank in text',
    ['space-in-chinese', 'layout-whitespace'],
    /(?<=[\u4e00-\u9fff]{6})(?=[\u4e00-\u9fff]{6})/g,
    () => ({ from: 0, to: 0, text: '\u3000' }),
  ),
  swap('two-digit year', ['year-two-digit'], /(?<=[\u4e00-\u9fff，（])20(?=\d\d年\d{1,2}月)/g, (m) => whole(m, '')),
  {
    name: 'quoted phrase altered',
    rules: ['near-phrase', 'glossary-components'],
    places: (doc) =>
      doc.terms.filter(
        (t) =>
          t.quoted &&
          core.context.glossary.phrases.has(t.normal) &&
          t.normal.length >= 4 &&
          t.normal.length === t.span.end - t.span.start &&
          t.normal.length <= 8,
      ),
    change: (t) => ({ start: t.span.start + 2, end: t.span.start + 3, text: '唯' }),
  },
  {
    name: 'signing year altered',
    rules: [
      'doc-number-year',
      'published-before-signed',
      'print-before-meeting',
      'signed-before-meeting',
      'meeting-after-source-date',
      'effective-before-adopted',
      'passed-date-mismatch',
      'signing-dates-differ',
    ],
    places: (doc) =>
      doc.dates.filter(
        (d) =>
          d.role === 'signed' &&
          /^\d{4}年/.test(d.text) &&
          (doc.docNumber || doc.dates.some((o) => o.role === 'published')),
      ),
    change: (d) => ({ start: d.span.start, end: d.span.start + 4, text: String(Number(d.text.slice(0, 4)) + 3) }),
  },
  {
    name: 'full stop behind a heading',
    rules: ['heading-stop-mixed', 'title-end-punctuation'],
    places: (doc, text) =>
      headings(doc).filter((h) => {
        const line = doc.lines.line(doc.lines.lineAt(h.section.headingSpan.start));
        const siblings = [h.before, h.after].filter(Boolean);
        const alone = (s) => {
          const own = doc.lines.line(doc.lines.lineAt(s.headingSpan.start));
          return (
            s.kind !== 'article' && own.end - own.start <= 40 && !/[。；：，]/.test(text.slice(own.start, own.end))
          );
        };
        return line.end - line.start <= 40 && alone(h.section) && siblings.every(alone);
      }),
    change: ({ section }, text) => {
      const end =
        section.headingSpan.start + text.slice(section.headingSpan.start, section.headingSpan.end).trimEnd().length;
      return { start: end, end, text: '。' };
    },
  },
  {
    name: 'section emptied',
    rules: ['empty-section'],
    places: (doc, text) =>
      headings(doc).filter(
        (h) =>
          h.section.kind !== 'article' &&
          h.section.children.length === 0 &&
          text.slice(h.section.headingSpan.end, h.section.span.end).trim().length > 40 &&
          /^\s*\n/.test(text.slice(h.section.headingSpan.end, h.section.headingSpan.end + 4)),
      ),
    change: ({ section }) => ({
      start: section.headingSpan.end,
      end: section.span.end,
      text: '\n',
      at: section.headingSpan.start,
    }),
  },
  {
    name: 'adoption date altered',
    rules: [
      'passed-date-mismatch',
      'meeting-after-source-date',
      'published-before-signed',
      'signed-before-meeting',
      'effective-before-adopted',
      'print-before-meeting',
    ],
    places: (doc) =>
      doc.dates.filter(
        (d) =>
          d.role === 'adopted' &&
          /^\d{4}年/.test(d.text) &&
          doc.dates.some(
            (o) =>
              ['source', 'published', 'printed', 'effective', 'signed'].includes(o.role) &&
              /^\d{4}-\d\d-\d\d/.test(o.value ?? ''),
          ),
      ),
    change: (d) => ({ start: d.span.start, end: d.span.start + 4, text: String(Number(d.text.slice(0, 4)) + 20) }),
  },
  swap(
    'attendance contradicted',
    ['attendance-conflict'],
    /(?<=出席[^。；]{0,20}委员)\d+(?=名[^。]*。)/g,
    (m, _r, text, at) => {
      const end = text.indexOf('。', at) + 1;
      return { from: end - at, to: end - at, text: `出席会议的市委委员${Number(m[0]) + 1}名。` };
    },
  ),
];
