/**
 * The segmenter in WebAssembly: the same module in the browser's worker and in Node's child process.
 * Changes when the package's interface does.
 */
import { initSync, tag } from 'jieba-wasm/web';
import type { Segmenter } from '../core/host.ts';

/** `bytes` is `jieba_rs_wasm_bg.wasm`. Throws where WebAssembly is not allowed or the file is damaged. */
export function jiebaWasm(bytes: Uint8Array<ArrayBuffer>): Segmenter {
  initSync({ module: bytes });
  return {
    name: 'jieba-wasm',
    words: async (sentence) => tag(sentence, true).map(({ word, tag: t }) => ({ text: word, tag: t })),
    keywords: async () => [],
  };
}

export const WASM_FILE = 'jieba_rs_wasm_bg.wasm';
