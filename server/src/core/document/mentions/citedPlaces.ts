/**
 * Where citations of this document's own articles and chapters lead: its sections by kind and ordinal, for each document
 * of a file by itself. Changes when sections are looked up in another way.
 */
import type { Span } from '../../text/span.ts';
import type { Section } from '../model.ts';
import type { Reading } from './reading.ts';

/** Characters of a paragraph that a citation leads to. */
const LONGEST_TARGET = 120;

/** Behind an article at the head of a line that another text has: 第九条修改为：, 第十三条增加一款. */
export const AMENDED = /^(?:修改为|修改|改为|增加|删去|删除|中的?“|后增加|后面?增加|作如下修改|移作|合并|调整为|分别)/;

/** Sections of one document by kind and ordinal. */
export class Places {
  readonly #articles = new Map<number, Section>();
  readonly #chapters = new Map<string, Section>();
  readonly #clauses = new Map<Section, readonly { readonly span: Span }[]>();
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
    return lastAt(this.articles, offset);
  }

  /**
   * The paragraphs (款) of an article: each begins a line that is no item of a list, and holds the items below it. The
   * first begins with the article's own heading.
   */
  clauses(article: Section, reading: Reading): readonly { readonly span: Span }[] {
    const known = this.#clauses.get(article);
    if (known) return known;
    const items = new Set(article.children.map((child) => reading.blockIndex(child.span.start)));
    const clauses = [{ span: article.headingSpan }];
    for (let i = reading.blockIndex(article.span.start) + 1; i < reading.blocks.length; i++) {
      const block = reading.blocks[i]!;
      if (block.start >= article.span.end) break;
      if (items.has(i) || block.kind !== 'paragraph') continue;
      clauses.push({ span: { start: block.start, end: Math.min(block.end, block.start + LONGEST_TARGET) } });
    }
    this.#clauses.set(article, clauses);
    return clauses;
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

/** The last of several things in order that begins at or before an offset, -1 where none does. */
export function lastAt(things: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (things[mid]!.span.start <= offset) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}

const MOST_ITEMS = 300;

/** The item (项) with this number among those of an article that begin in `[from, to)`. */
export function itemOf(article: Section, ordinal: number, from: number, to: number): Span | null {
  const { children } = article;
  let seen = 0;
  for (let i = lastAt(children, from - 1) + 1; i < children.length && seen++ < MOST_ITEMS; i++) {
    const child = children[i]!;
    if (child.span.start >= to) break;
    if (child.ordinal === ordinal) return child.headingSpan;
  }
  return null;
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
