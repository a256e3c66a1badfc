/**
 * A small page that is written once and read as Markdown or as plain text. All text of documents and glossaries goes
 * through it, so that it is escaped in one place. Changes when hovers need another kind of line.
 */

/** Text as Markdown shows it literally: no emphasis, links, HTML, images, headings or automatic links. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_{}[\]<>#|~$!]/g, (c) => (c === '<' ? '&lt;' : c === '>' ? '&gt;' : `\\${c}`))
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/@/g, '&#64;');
}

/** An address that may be linked: http or https, with what would end a Markdown link encoded; null for any other. */
export function safeUrl(url: string): string | null {
  if (!/^https?:\/\/[^\s]+$/i.test(url)) return null;
  return url.replace(/[()<>[\]\\`"'{}|^\s]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

interface Line {
  readonly markdown: string;
  readonly plaintext: string;
}

/** Parts of a line: plain text, strong or emphasised text, a link, or text with a small remark. */
export type Inline =
  | string
  | { readonly strong: string }
  | { readonly em: string }
  | { readonly link: string; readonly url: string };

const inlineMarkdown = (part: Inline): string => {
  if (typeof part === 'string') return escapeMarkdown(part);
  if ('strong' in part) return `**${escapeMarkdown(part.strong.trim())}**`;
  if ('em' in part) return `*${escapeMarkdown(part.em)}*`;
  const url = safeUrl(part.url);
  return url === null ? escapeMarkdown(part.link) : `[${escapeMarkdown(part.link)}](${url})`;
};
const inlinePlain = (part: Inline): string => {
  if (typeof part === 'string') return part.replace(/\s+/g, ' ');
  if ('strong' in part) return part.strong;
  if ('em' in part) return part.em;
  return safeUrl(part.url) === null ? part.link : `${part.link} <${part.url}>`;
};
/** A blank behind strong text: Markdown does not close it between a Chinese colon and the next character. */
const spaced = (texts: readonly string[]): string =>
  texts
    .filter((t) => t !== '')
    .reduce((out, t) => (out.endsWith('**') && !/^\s/.test(t) ? `${out} ${t}` : out + t), '');
const joined = (texts: readonly string[]): string => texts.join('');

export class Page {
  readonly #lines: Line[] = [];

  get empty(): boolean {
    return this.#lines.length === 0;
  }

  /** A paragraph. */
  text(...parts: readonly Inline[]): this {
    this.#lines.push({ markdown: spaced(parts.map(inlineMarkdown)), plaintext: joined(parts.map(inlinePlain)) });
    return this;
  }

  /** A list; numbered where the order counts. */
  list(items: readonly (readonly Inline[])[], numbered = false): this {
    if (items.length === 0) return this;
    const mark = (i: number): string => (numbered ? `${i + 1}. ` : '- ');
    this.#lines.push({
      markdown: items.map((item, i) => `${mark(i)}${spaced(item.map(inlineMarkdown))}`).join('\n'),
      plaintext: items.map((item, i) => `${mark(i)}${joined(item.map(inlinePlain))}`).join('\n'),
    });
    return this;
  }

  markdown(): string {
    return this.#lines.map((l) => l.markdown).join('\n\n');
  }

  plaintext(): string {
    return this.#lines.map((l) => l.plaintext).join('\n');
  }
}

/** The beginning of a long text, cut at `most` characters. */
export const shorten = (text: string, most: number): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= most ? plain : `${plain.slice(0, most - 1)}…`;
};
