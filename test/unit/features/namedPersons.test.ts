import { describe, expect, test } from 'vitest';
import { parse } from '../../../server/src/core/document/parse.ts';
import {
  candidates,
  confirmPersons,
  namedPersons,
  personOutline,
} from '../../../server/src/core/features/namedPersons.ts';
import { semanticTokens } from '../../../server/src/core/features/semanticTokens.ts';
import type { Segmenter, Word } from '../../../server/src/core/host.ts';
import { intlSegmenter } from '../../../server/src/core/service/intl-segmenter.ts';

const HEAD = '湖州市召开治水工作会议\n\n';
const names = (body: string): string[] => [...new Set(namedPersons(parse(HEAD + body)).map((p) => p.name))];

describe('names', () => {
  test.each<[string, string[]]>([
    ['市委书记陈清波主持会议。陈清波指出，要压实责任。', ['陈清波']],
    ['学习贯彻习近平总书记重要讲话，团结在以习近平同志为核心的党中央周围。', ['习近平']],
    ['郑水源书记强调，要建好堤防。', ['郑水源']],
    ['现将马长河同志在会上的讲话印发。', ['马长河']],
    ['党委书记、支部书记要带头，主要负责同志要抓落实。', []],
    ['关于青年同志的培养，年轻干部要多到一线。', []],
    ['县委办公室主任会议和工作组组长会议分别召开。', []],
  ])('%s', (body, expected) => expect(names(body)).toEqual(expected));

  test('one outline entry a person, with every position and place', () => {
    const document = parse(
      `${HEAD}省委常委、市委书记陈清波讲话，市长郑水源主持。陈清波指出，要压实责任。陈清波强调，要抓落实。`,
    );
    expect(personOutline(document).map((p) => [p.name, p.positions, p.spans.length])).toEqual([
      ['陈清波', ['省委常委', '市委书记'], 3],
      ['郑水源', ['市长'], 1],
    ]);
  });
});

describe('names that only a segmenter can tell', () => {
  const body = `${HEAD}受表彰的有：胡水清、夏江河，水利局、高水平推进。`;
  const tagging = (persons: readonly string[]): Segmenter => ({
    name: 'jieba-wasm',
    keywords: async () => [],
    words: async (text) => {
      const words: Word[] = [];
      for (let at = 0; at < text.length; ) {
        const name = persons.find((p) => text.startsWith(p, at));
        words.push(name ? { text: name, tag: 'nr' } : { text: text[at]!, tag: 'x' });
        at += name?.length ?? 1;
      }
      return words;
    },
  });

  test('are candidates, and persons and coloured once they are confirmed', async () => {
    const document = parse(body);
    expect(candidates(document).map((s) => document.text.slice(s.start, s.end))).toEqual([
      '胡水清',
      '夏江河',
      '水利局',
    ]);
    expect(namedPersons(document)).toEqual([]);
    expect(await confirmPersons(document, tagging(['胡水清', '夏江河']))).toBe(true);
    expect(personOutline(document).map((p) => p.name)).toEqual(['胡水清', '夏江河']);
    const coloured = semanticTokens(document).filter((t) => t.type === 'person');
    expect(coloured.map((t) => document.text.slice(t.start, t.end))).toEqual(['胡水清', '夏江河']);
  });

  test('are left alone without parts of speech', async () => {
    const document = parse(body);
    expect(await confirmPersons(document, intlSegmenter())).toBe(false);
    expect(namedPersons(document)).toEqual([]);
  });
});
