/**
 * The little XML that terminology files need: elements, attributes, text. Changes when an exchange format needs more.
 * Tolerant (an unclosed element ends with its parent), no document type is read, so no entity can expand.
 */

export interface XmlElement {
  readonly name: string;
  /** Offset of its tag. */
  readonly at: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name as string] ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** Text as XML shows it literally, in content and in attributes. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/[<>&"]/g, (c) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[c] ?? '&quot;');

interface Open {
  name: string;
  at: number;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const MAX_DEPTH = 200;

/** The root element; null where there is none. */
export function readXml(text: string): XmlElement | null {
  const root: Open = { name: '', at: 0, attributes: {}, children: [] };
  const stack: Open[] = [root];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    const top = stack[stack.length - 1]!;
    const words = text.slice(at, open < 0 ? text.length : open);
    if (words.trim() !== '') top.children.push(decode(words));
    if (open < 0) break;
    const skip = (end: string, from: number): number => {
      const found = text.indexOf(end, from);
      return found < 0 ? text.length : found + end.length;
    };
    if (text.startsWith('<!--', open)) at = skip('-->', open + 4);
    else if (text.startsWith('<![CDATA[', open)) {
      at = skip(']]>', open + 9);
      top.children.push(text.slice(open + 9, Math.max(open + 9, at - 3)));
    } else if (text[open + 1] === '?') at = skip('?>', open + 2);
    else if (text[open + 1] === '!') at = skip('>', open + 2);
    else if (text[open + 1] === '/') {
      at = skip('>', open + 2);
      const name = text.slice(open + 2, at - 1).trim();
      const depth = stack.findLastIndex((e) => e.name === name);
      if (depth > 0) stack.length = depth;
    } else {
      const end = tagEnd(text, open + 1);
      const closed = text[end - 1] === '/';
      const element = readTag(text.slice(open + 1, closed ? end - 1 : end), open);
      top.children.push(element);
      if (!closed && stack.length < MAX_DEPTH) stack.push(element);
      at = end + 1;
    }
  }
  return root.children.find((c): c is XmlElement => typeof c !== 'string') ?? null;
}

/** Where a tag ends; `>` inside attribute values does not end it. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let i = from; i < text.length; i++) {
    const c = text[i]!;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return i;
  }
  return text.length;
}

function readTag(tag: string, at: number): Open {
  const name = /^[^\s/>]+/.exec(tag)?.[0] ?? '';
  const attributes: Record<string, string> = {};
  for (const m of tag.slice(name.length).matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[m[1]!] = decode(m[2] ?? m[3] ?? '');
  }
  return { name, at, attributes, children: [] };
}

/** Child elements with one of these names. */
export const children = (element: XmlElement, ...names: readonly string[]): XmlElement[] =>
  element.children.filter((c): c is XmlElement => typeof c !== 'string' && names.includes(c.name));

/** All elements with one of these names below an element, in document order. */
export function descendants(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (e: XmlElement): void => {
    for (const c of e.children) {
      if (typeof c === 'string') continue;
      if (names.includes(c.name)) found.push(c);
      walk(c);
    }
  };
  walk(element);
  return found;
}

/** All text below an element. */
export const textOf = (element: XmlElement): string =>
  element.children
    .map((c) => (typeof c === 'string' ? c : textOf(c)))
    .join('')
    .trim();
