/** XML: writing without surprises, and reading what exchange files contain. Changes when a file needs more of XML. */

/** Characters that XML 1.0 forbids are left out: no escape can carry them. */
const legal = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

/** Text between tags. */
export const escapeXml = (text: string): string =>
  legal(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');

/** A quoted attribute value. */
export const attribute = (text: string): string =>
  `"${escapeXml(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;')}"`;

/** Attributes with a value, in the order given, each with a blank before it. */
export const attributes = (values: Readonly<Record<string, string | null | undefined>>): string =>
  Object.entries(values)
    .filter((e): e is [string, string] => typeof e[1] === 'string')
    .map(([name, value]) => ` ${name}=${attribute(value)}`)
    .join('');

export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly in it. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });

const local = (name: string): string => name.replace(/^.*:/, '');

interface Building {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** Reads an XML document; null where its tags do not match. Entities of a DTD are not read: they stay as they are. */
export function parseXml(source: string): XmlElement | null {
  const root: Building = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    const top = stack.at(-1)!;
    top.text += decode(source.slice(at, open < 0 ? source.length : open));
    if (open < 0) break;
    const skip = (start: string, end: string): boolean => {
      if (!source.startsWith(start, open)) return false;
      const to = source.indexOf(end, open + start.length);
      if (start === '<![CDATA[') top.text += source.slice(open + start.length, to < 0 ? source.length : to);
      at = to < 0 ? source.length : to + end.length;
      return true;
    };
    if (skip('<!--', '-->') || skip('<![CDATA[', ']]>') || skip('<?', '?>') || skip('<!', '>')) continue;
    let close = open + 1;
    for (let quote = ''; close < source.length; close++) {
      const c = source[close]!;
      if (quote) quote = c === quote ? '' : quote;
      else if (c === '"' || c === "'") quote = c;
      else if (c === '>') break;
    }
    const inner = source.slice(open + 1, close);
    at = close + 1;
    if (inner.startsWith('/')) {
      if (stack.length < 2 || local(inner.slice(1).trim()) !== top.name) return null;
      stack.pop();
      continue;
    }
    const empty = inner.endsWith('/');
    const name = /^[^\s/]+/.exec(inner)?.[0] ?? '';
    if (name === '') return null;
    const element: Building = { name: local(name), attributes: {}, children: [], text: '' };
    for (const m of inner.slice(name.length).matchAll(/([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      element.attributes[local(m[1]!)] = decode(m[2] ?? m[3] ?? '');
    }
    top.children.push(element);
    if (!empty) stack.push(element);
  }
  return stack.length === 1 ? (root.children[0] ?? null) : null;
}

export const childrenNamed = (e: XmlElement | undefined, name: string): readonly XmlElement[] =>
  e?.children.filter((c) => c.name === name) ?? [];
export const childNamed = (e: XmlElement | undefined, name: string): XmlElement | undefined =>
  e?.children.find((c) => c.name === name);

/** All elements below, in document order. */
export function* descendants(e: XmlElement): Generator<XmlElement> {
  for (const c of e.children) {
    yield c;
    yield* descendants(c);
  }
}
