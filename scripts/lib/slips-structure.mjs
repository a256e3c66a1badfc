// Slips of numbering, stops and counts, for the mutation score. Changes when a kind is added.
import { HAN, han, headings, swap, whole, withNumber } from './slip-tools.mjs';

/** Kinds of slips in the structure of a document. */
export const structureKinds = () => [
  {
    name: 'heading number skipped',
    rules: ['numbering-gap', 'numbering-order', 'numbering-not-from-one', 'numbering-duplicate'],
    places: (doc) => headings(doc),
    change: ({ section }) => ({
      start: section.markerSpan.start,
      end: section.markerSpan.end,
      text: withNumber(section.marker, section.ordinal + 2),
    }),
  },
  {
    name: 'heading number repeated',
    rules: ['numbering-duplicate', 'numbering-order'],
    places: (doc) => headings(doc).filter((h) => h.before),
    change: ({ section, before }) => ({
      start: section.markerSpan.start,
      end: section.markerSpan.end,
      text: withNumber(section.marker, before.ordinal),
    }),
  },
  {
    name: 'heading removed',
    rules: ['numbering-gap', 'numbering-not-from-one', 'declared-count-mismatch'],
    places: (doc) => headings(doc).filter((h) => h.after && !h.last && h.section.children.length === 0),
    change: ({ section, after }) => ({
      start: section.headingSpan.start,
      end: after.headingSpan.start,
      text: '',
      at: section.headingSpan.start,
    }),
  },
  {
    name: '、 behind bracketed number',
    rules: ['number-bracket-point'],
    places: (doc) =>
      headings(doc).filter((h) => h.section.markerStyle === 'han-paren' && /[）)]$/.test(h.section.marker)),
    change: ({ section }) => ({ start: section.markerSpan.end, end: section.markerSpan.end, text: '、' }),
  },
  {
    name: '1、 for 1.',
    rules: ['number-arabic-dunhao', 'numbering-form-mixed'],
    places: (doc) => headings(doc).filter((h) => h.section.markerStyle === 'arabic-dot'),
    change: ({ section }) => ({
      start: section.markerSpan.start,
      end: section.markerSpan.end,
      text: `${section.ordinal}、`,
    }),
  },
  {
    name: '一. for 一、',
    rules: ['number-han-point'],
    places: (doc) => headings(doc).filter((h) => h.section.markerStyle === 'han-dunhao'),
    change: ({ section }) => ({ start: section.markerSpan.end - 1, end: section.markerSpan.end, text: '.' }),
  },
  swap(
    'ordinal skipped',
    ['ordinal-series-gap', 'declared-count-mismatch'],
    /(?<=[。；，]\s*)[二三](?=是[\u4e00-\u9fff])/g,
    (m) => whole(m, han(HAN.indexOf(m[0]) + 2)),
  ),
  {
    name: 'declared count changed',
    rules: ['declared-count-mismatch', 'glossary-components'],
    places: (doc) => doc.enumerations.filter((e) => e.items.length === e.count),
    change: (e, text, random) => {
      const declared = text.slice(e.declaredSpan.start, e.declaredSpan.end);
      const m = /[两兩二三四五六七八九十]|\d+/.exec(declared);
      if (!m) return null;
      const n = e.count + (random() < 0.5 && e.count > 3 ? -1 : 1);
      const start = e.declaredSpan.start + m.index;
      return { start, end: start + m[0].length, text: /\d/.test(m[0]) ? String(n) : han(n) };
    },
  },
  {
    name: 'list item dropped',
    rules: ['declared-count-mismatch', 'glossary-components'],
    places: (doc, text) =>
      doc.enumerations.filter(
        (e) =>
          e.items.length === e.count && e.count >= 4 && e.form.startsWith('list') && text[e.items[1].span.end] === '、',
      ),
    change: (e) => ({
      start: e.items[1].span.start,
      end: e.items[1].span.end + 1,
      text: '',
      at: e.declaredSpan.start - (e.items[1].span.end + 1 - e.items[1].span.start),
    }),
  },
];
