/** The sections around an offset, as readers name them. Changes when what is stored about sections changes. */
import type { Section } from '../document/model.ts';
import { readStructure } from '../document/read-structure.ts';

/** A function from an offset of the text to the markers and titles of the sections around it, outermost first. */
export function sectionsOf(text: string): (offset: number) => readonly string[] {
  const { outline } = readStructure(text);
  return (offset) => {
    const path: string[] = [];
    let level: readonly Section[] = outline;
    for (;;) {
      const next = around(level, offset);
      if (!next) return path;
      path.push(`${next.marker ?? ''}${next.title}`.slice(0, 60));
      level = next.children;
    }
  };
}

/** The one of sections in order that an offset lies in. */
function around(sections: readonly Section[], offset: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sections[mid]!.span.start <= offset) low = mid + 1;
    else high = mid;
  }
  const last = sections[low - 1];
  return last && offset < last.span.end ? last : undefined;
}
