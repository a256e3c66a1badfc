/** The key under which titles and document numbers are compared: folded, without blanks. Changes with the contract. */
import { termKey } from '../core/text/fold.ts';

export const titleKey = (title: string): string => termKey(title);
