/**
 * Messages of the core in both languages of the interface, written side by side where they are used.
 * Changes when a language is added.
 */

export type Locale = 'en' | 'zh-cn';

/** One message; `{0}`, `{1}` … stand for arguments, the same ones in both languages. */
export interface Message {
  readonly en: string;
  readonly zh: string;
}

/** The message in a language with its arguments filled in. Unknown places stay as they are. */
export function say(locale: Locale, message: Message, ...args: readonly (string | number)[]): string {
  const template = locale === 'zh-cn' ? message.zh : message.en;
  return template.replace(/\{(\d)\}/g, (whole, digit: string) => String(args[Number(digit)] ?? whole));
}

/** The language of the interface for an editor's language tag such as `zh-CN`, `zh-Hans` or `en-US`. */
export const localeOf = (tag: string | undefined): Locale => (/^zh/i.test(tag ?? '') ? 'zh-cn' : 'en');
