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
      const next: Section | undefined = level.find((s) => s.span.start <= offset && offset < s.span.end);
      if (!next) return path;
      path.push(`${next.marker ?? ''}${next.title}`.slice(0, 60));
      level = next.children;
    }
  };
}
