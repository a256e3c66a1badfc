/**
 * Where citations of this document's own articles and chapters lead: its sections by kind and ordinal, for each document
 * of a file by itself. Changes when sections are looked up in another way.
 */
import type { Span } from '../../text/span.ts';
import type { Section } from '../model.ts';

/** Behind an article at the head of a line that another text has: 第九条修改为：, 第十三条增加一款. */
export const AMENDED = /^(?:修改为|修改|改为|增加|删去|删除|中的?“|后增加|后面?增加|作如下修改|移作|合并|调整为|分别)/;
/** Sections of one document by kind and ordinal. */
export class Places {
  readonly #articles = new Map<number, Section>();
  readonly #chapters = new Map<string, Section>();
  readonly articles: Section[] = [];
  /** Whether another text's articles are amended here. */
  amends = false;

  constructor(readonly outline: readonly Section[]) {
    const visit = (sections: readonly Section[]): void => {
      for (const section of sections) {
        if (section.kind === 'article') {
          // 第九条修改为…: an article of the text that is amended, not one of this text.
          if (AMENDED.test(section.title)) {
            this.amends = true;
            continue;
          }
          this.articles.push(section);
          if (section.ordinal !== null && !this.#articles.has(section.ordinal))
            this.#articles.set(section.ordinal, section);
        } else if (section.kind === 'chapter' && section.marker !== null && section.ordinal !== null) {
          const word = /(部分|编|章|节)/.exec(section.marker)?.[1] ?? '';
          if (!this.#chapters.has(word + section.ordinal)) this.#chapters.set(word + section.ordinal, section);
        } else if (section.markerStyle === 'han-dunhao' && section.level === 1 && section.ordinal !== null) {
          if (!this.#chapters.has(`部分${section.ordinal}`)) this.#chapters.set(`部分${section.ordinal}`, section);
        }
        visit(section.children);
      }
    };
    visit(outline);
  }

  article(ordinal: number): Section | null {
    return this.#articles.get(ordinal) ?? null;
  }

  chapter(word: string, ordinal: number): Section | null {
    return this.#chapters.get(word + ordinal) ?? null;
  }

  /** The article that holds `offset`. */
  around(offset: number): number {
    let low = 0;
    let high = this.articles.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.articles[mid]!.span.start <= offset) low = mid + 1;
      else high = mid;
    }
    return low - 1;
  }

  /** The innermost chapter or section (章, 节, 编) of this kind that holds `offset`. */
  enclosing(word: string, offset: number): Section | null {
    let found: Section | null = null;
    let level: readonly Section[] | undefined = this.outline;
    while (level) {
      const within: Section | undefined = level.find((s) => s.span.start <= offset && offset < s.span.end);
      if (within?.kind === 'chapter' && within.marker?.includes(word)) found = within;
      level = within?.children;
    }
    return found;
  }
}

/** The places of a file: those of the document that holds an offset, or of the first where that has no articles of its own. */
export function placesOf(outline: readonly Section[]): (offset: number) => Places {
  const parts = outline.filter((section) => section.kind === 'part');
  const loose = outline.filter((section) => section.kind !== 'part');
  const own: { readonly span: Span; readonly places: Places }[] = [];
  for (const part of parts) {
    const places = new Places(part.children);
    if (places.articles.length > 0 || places.amends) own.push({ span: part.span, places });
  }
  const main = loose.length > 0 || !own[0] ? new Places(loose.length > 0 ? loose : outline) : own[0].places;
  return (offset) => own.find(({ span }) => span.start <= offset && offset < span.end)?.places ?? main;
}
