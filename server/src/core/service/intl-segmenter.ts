/**
 * The segmenter that every platform has: `Intl.Segmenter`. It knows no parts of speech and is quadratic on long
 * strings, so it is given pieces of bounded length. Changes never.
 */
import type { Segmenter, Word } from '../host.ts';

const PIECE = 400;

export function intlSegmenter(): Segmenter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return {
    name: 'Intl.Segmenter',
    words: async (sentence) => {
      const words: Word[] = [];
      for (let at = 0; at < sentence.length; at += PIECE)
        for (const { segment } of segmenter.segment(sentence.slice(at, at + PIECE))) words.push({ text: segment });
      return words;
    },
    keywords: async () => [],
  };
}
