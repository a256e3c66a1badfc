/** The outline as an indented tree for people. Changes when its look changes. */
import type { Section } from '../core/document/model.ts';
import type { Structure } from '../core/document/structure.ts';
import { sectionName } from '../core/features/sectionName.ts';

/** One section a line, `line: marker title`, indented by depth; lines are 1-based. */
export function outlineTree({ lines, outline, title }: Pick<Structure, 'lines' | 'outline' | 'title'>): string {
  const rows: string[] = [];
  if (title) rows.push(title.text);
  const walk = (sections: readonly Section[], depth: number): void => {
    for (const s of sections) {
      const line = lines.lineAt(s.headingSpan.start) + 1;
      rows.push(`${'  '.repeat(depth)}${sectionName(s)}  :${line}`);
      walk(s.children, depth + 1);
    }
  };
  walk(outline, 1);
  return rows.map((r) => `${r}\n`).join('');
}
