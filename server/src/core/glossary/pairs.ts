/**
 * Lists and pairs in one line of text, for formats that have no place for them: `a|b`, `zh = en`.
 * What would separate them is escaped with a backslash, so that every value comes back as it was. Changes with the exchange formats.
 */

const escapeItem = (value: string): string => value.replace(/\\/g, '\\\\').replace(/\|/g, '\\|');
const escapePart = (value: string): string => value.replace(/\\/g, '\\\\').replace(/=/g, '\\=');

/** Splits at a separator that no backslash escapes; the escapes stay. */
function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text.startsWith(separator, i)) {
      parts.push(text.slice(from, i));
      from = i + separator.length;
      i = from - 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

const plain = (text: string): string => text.replace(/\\([\\|=])/g, '$1');

/** `a|b`. */
export const joinList = (values: readonly string[]): string => values.map(escapeItem).join('|');

/** The values of `a|b`; blanks around them and empty ones are dropped. */
export const splitList = (text: string): string[] =>
  split(text, '|')
    .map((v) => v.trim().replace(/\\([\\|])/g, '$1'))
    .filter((v) => v !== '');

/** `zh = en`. */
export const joinPair = (values: readonly string[]): string => values.map(escapePart).join(' = ');

/** The values of `zh = en`. */
export const splitPair = (text: string): string[] => split(text, ' = ').map(plain);
