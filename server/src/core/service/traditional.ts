/** Simplified words in Traditional characters, phrase by phrase. Loaded on first use: its tables are large. */
import { ConverterFactory } from 'opencc-js/core';
import * as preset from 'opencc-js/preset/cn2t';

let convert: ((text: string) => string) | null = null;

/** Converts with the standard of opencc (`t`), which no region's variants colour. */
export function toTraditional(text: string): string {
  convert ??= ConverterFactory(preset.from['cn']!, []);
  return convert(text);
}
