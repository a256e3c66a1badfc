// Tools to describe slips: where something stands in running text, headings with siblings, simple replacements.
// Changes when kinds of slips need another way to be described.

const PROSE = new Set(['paragraph']);

/** Matches of an expression inside running text, as { index, m }. */
export function inProse(doc, text, expression, kinds = PROSE) {
  const found = [];
  for (const block of doc.blocks) {
    if (!kinds.has(block.kind)) continue;
    const part = text.slice(block.start, block.end);
    for (const m of part.matchAll(expression)) found.push({ index: block.start + m.index, m });
  }
  return found;
}

export const flat = (sections, found = []) => {
  for (const s of sections) {
    found.push(s);
    flat(s.children, found);
  }
  return found;
};
export const HAN = '零一二三四五六七八九十';
export const han = (n) =>
  n <= 10 ? HAN[n] : n < 20 ? `十${HAN[n - 10]}` : `${HAN[Math.floor(n / 10)]}十${n % 10 ? HAN[n % 10] : ''}`;
const counted = ['han-dunhao', 'han-paren', 'arabic-dot', 'zhang', 'tiao'];
/** Headings that have at least two siblings of their own style. */
export function headings(doc) {
  const found = [];
  const walk = (siblings) => {
    for (let i = 0; i < siblings.length; i++) {
      const s = siblings[i];
      walk(s.children);
      if (!s.markerSpan || !counted.includes(s.markerStyle) || s.kind === 'item') continue;
      const same = siblings.filter((o) => o.markerStyle === s.markerStyle && o.kind !== 'item');
      if (same.length < 3) continue;
      const at = same.indexOf(s);
      found.push({ section: s, before: same[at - 1], after: same[at + 1], last: at === same.length - 1 });
    }
  };
  walk(doc.outline);
  return found;
}
export const withNumber = (marker, n) =>
  /[0-9０-９]/.test(marker)
    ? marker.replace(/[0-9０-９]+/, String(n))
    : marker.replace(/[一二三四五六七八九十百零]+/, han(n));

export const swap = (name, rules, expression, make) => ({
  name,
  rules,
  places: (doc, text) => inProse(doc, text, expression),
  change: (place, text, random) => {
    const made = make(place.m, random, text, place.index);
    return (
      made && {
        start: place.index + made.from,
        end: place.index + made.to,
        text: made.text,
        at: place.index,
        until: place.index + place.m[0].length,
      }
    );
  },
});
export const whole = (m, text) => ({ from: 0, to: m[0].length, text });
export const insertion = (name, rules, make, kinds) => ({
  name,
  rules,
  places: (doc, text) =>
    doc.blocks
      .filter((b) => (kinds ?? PROSE).has(b.kind) && b.end - b.start > 30)
      .map((b) => ({ start: doc.lines.line(b.firstLine).start, text })),
  change: (place) => ({ start: place.start, end: place.start, text: make }),
});
