/**
 * Entry point of the child process that segments: a native module that aborts takes nobody else with it.
 * Changes when the messages to it do. Argument: `nodejieba` or `jieba-wasm`.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Word } from '../core/host.ts';

export type SegmenterRequest =
  | { readonly id: number; readonly do: 'words'; readonly text: string }
  | { readonly id: number; readonly do: 'keywords'; readonly text: string; readonly most: number };

export type SegmenterAnswer =
  | { readonly ready: true }
  | { readonly ready: false; readonly reason: string }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

interface Engine {
  words(text: string): Promise<readonly Word[]> | readonly Word[];
  keywords(text: string, most: number): readonly { word: string; weight: number }[];
}

interface NodeJieba {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly DEFAULT_USER_DICT: string;
  readonly DEFAULT_IDF_DICT: string;
  readonly DEFAULT_STOP_WORD_DICT: string;
  load(): void;
  tag(text: string): { word: string; tag: string }[];
  extract(text: string, most: number): { word: string; weight: number }[];
}

/** cppjieba aborts the process when a dictionary is missing, and when one that it needs is empty: look first. */
function loadNative(): Engine {
  const jieba = require('nodejieba') as NodeJieba;
  const needed = [jieba.DEFAULT_DICT, jieba.DEFAULT_HMM_DICT, jieba.DEFAULT_IDF_DICT, jieba.DEFAULT_STOP_WORD_DICT];
  for (const file of needed) if (fs.statSync(file).size < 2) throw new Error(`${file} is empty`);
  fs.statSync(jieba.DEFAULT_USER_DICT);
  jieba.load();
  return {
    words: (text) => jieba.tag(text).map(({ word, tag }) => ({ text: word, tag })),
    keywords: (text, most) => jieba.extract(text, most),
  };
}

async function loadWasm(): Promise<Engine> {
  const { jiebaWasm, WASM_FILE } = await import('../platform/jieba-wasm.ts');
  const { words } = jiebaWasm(new Uint8Array(fs.readFileSync(path.join(__dirname, '..', WASM_FILE))));
  return { words, keywords: () => [] };
}

const send = (answer: SegmenterAnswer): void => {
  process.send?.(answer);
};

async function main(): Promise<void> {
  let engine: Engine;
  try {
    engine = process.argv[2] === 'nodejieba' ? loadNative() : await loadWasm();
  } catch (error) {
    send({ ready: false, reason: error instanceof Error ? error.message.split('\n')[0]! : String(error) });
    process.disconnect();
    return;
  }
  process.on('message', async (request: SegmenterRequest) => {
    const { id, text } = request;
    try {
      const value = request.do === 'words' ? await engine.words(text) : engine.keywords(text, request.most);
      send({ id, value });
    } catch (error) {
      send({ id, error: error instanceof Error ? error.message : String(error) });
    }
  });
  send({ ready: true });
}

process.on('disconnect', () => process.exit(0));
void main();
