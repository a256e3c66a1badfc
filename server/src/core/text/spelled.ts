/**
 * Finds a key in a text as it was typed: in either script and width, with blanks, line ends and quotation marks inside.
 * One pass of the regular expression engine instead of folding and compacting the text. Changes with `isKeyless` and `fold`.
 */
import { foldTable, isKeyless } from './fold.ts';

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

/** The units as the inside of a character class. */
function classOf(units: readonly number[]): string {
  let out = '';
  for (let i = 0; i < units.length; i++) {
    const from = units[i]!;
    while (i + 1 < units.length && units[i + 1] === units[i]! + 1) i++;
    const to = units[i]!;
    out += from === to ? escaped(from) : `${escaped(from)}-${escaped(to)}`;
  }
  return out;
}

interface Spellings {
  /** What else is read as a unit, by that unit in lower case. */
  readonly variants: ReadonlyMap<string, readonly number[]>;
  /** What a key leaves out, as a pattern. */
  readonly gap: string;
}

let made: Spellings | null = null;

function spellings(): Spellings {
  if (made) return made;
  const table = foldTable();
  const variants = new Map<string, number[]>();
  const keyless: number[] = [];
  for (let unit = 0; unit < table.length; unit++) {
    const folded = table[unit]!;
    if (isKeyless(folded)) keyless.push(unit);
    const key = String.fromCharCode(folded).toLowerCase();
    if (key.length === 1 && key.charCodeAt(0) === unit) continue;
    const known = variants.get(key);
    if (known) known.push(unit);
    else variants.set(key, [unit]);
  }
  made = { variants, gap: `[${classOf(keyless)}]*` };
  return made;
}

/** A pattern for all spellings of a `termKey`, whatever the case of its letters. It has no state. */
export function spelled(key: string): RegExp {
  const { variants, gap } = spellings();
  const parts: string[] = [];
  for (let i = 0; i < key.length; i++) {
    const unit = key[i]!.toLowerCase();
    const units = Array.from({ length: unit.length }, (_, k) => unit.charCodeAt(k));
    parts.push(`[${classOf([...units, ...(variants.get(unit) ?? [])].sort((a, b) => a - b))}]`);
  }
  return new RegExp(parts.join(gap));
}
