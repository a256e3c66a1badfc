import { describe, expect, test } from 'vitest';
import { parse } from '../../../../server/src/core/document/parse.ts';

const BODY = '\n各村要落实“巡护制”。\n';
const read = (front: string) => {
  const document = parse(front + BODY);
  const lines = document.blocks.filter((b) => b.kind === 'front-matter').length;
  return { lines, title: document.title?.text ?? null, terms: document.terms.map((t) => t.text) };
};

describe('front matter', () => {
  test('gives its title, its date as that of publication, and no terms', () => {
    const front = '---\ntitle: "湿地“十条”"\naliases: ["旧名"]\ndate: "2025-03-09"\nreviewed: 2025-04-01\n---\n';
    expect(read(front)).toEqual({ lines: 6, title: '湿地“十条”', terms: ['巡护制'] });
    expect(parse(front + BODY).dates.map((d) => d.role)).toEqual(['published', 'mentioned']);
  });

  test('keeps lists, nested fields and texts over several lines', () => {
    const front = '---\ntags:\n- 甲\n- 乙\nmeta:\n  级别: 市级\n摘要: |\n  第一行\n  第二行\n...\n';
    expect(read(front).lines).toBe(10);
  });

  test.each([
    ['no closing fence', '---\ntitle: 湿地\n'],
    ['no field', '---\n- 甲\n- 乙\n---\n'],
    ['a sentence between the fences', '---\n会议指出：要加强保护。\n各地要落实。\n---\n'],
    ['a line above', '前言\n---\ntitle: 湿地\n---\n'],
    ['two kinds of fences', '---\ntitle: 湿地\n+++\n'],
  ])('is not what has %s', (_, front) => expect(read(front).lines).toBe(0));

  test('its spans are those of the text', () => {
    const text = `---\ntitle: '湿地办法'\nsource: 澜州日报\n---\n${BODY}`;
    const { title, source } = parse(text);
    expect(text.slice(title!.span.start, title!.span.end)).toBe('湿地办法');
    expect(text.slice(source!.span.start, source!.span.end)).toBe('澜州日报');
  });
});
