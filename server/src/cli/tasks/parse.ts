/** `parse` for one file. Changes with the contract. */
import { toContract } from '../../core/document/contract.ts';
import { parse } from '../../core/document/parse.ts';
import type { FileText } from '../tasks.ts';

/** JSON with open places: `pieces[i]`, then the JSON of what `slots[i]` resolves to, then `pieces[i + 1]`, … */
export interface Slotted {
  readonly pieces: readonly string[];
  readonly slots: readonly string[];
  /** What other documents of the run cite this one by. */
  readonly title: string | null;
  readonly number: string | null;
}

export function run({ uri, text, encoding }: FileText): Slotted {
  const document = parse(text);
  // Private-use and control characters beside each other: a string that JSON escapes and no policy document holds.
  const mark = '\u0001\uf8ff\u0001slot\u0001\uf8ff\u0001';
  const slots: string[] = [];
  const resolve = (title: string): string => {
    slots.push(title);
    return mark;
  };
  const pieces = JSON.stringify(toContract(document, { uri, encoding, resolve })).split(JSON.stringify(mark));
  return { pieces, slots, title: document.title?.text ?? null, number: document.docNumber?.text ?? null };
}
