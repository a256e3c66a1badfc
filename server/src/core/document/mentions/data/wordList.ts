/** Word lists written as running text. Changes when the way to write them does. */

/** The words of a text, parted by white space. */
export const words = (text: string): string[] => text.trim().split(/\s+/);
