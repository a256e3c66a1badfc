/** Changes of documents, cancellation, outdated answers: what is said is about the text as it is. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { PULLING, TestClient } from './client.ts';
import { NOTICE } from './documents.ts';

let client: TestClient;
beforeAll(async () => {
  client = await TestClient.start({ capabilities: PULLING });
  // A hover waits for the glossary: from here on equal texts have equal colours.
  const uri = await client.open('untitled:first', NOTICE);
  await client.ask('hover', uri, { position: position(NOTICE, NOTICE.indexOf('两个维护')) });
  await client.close(uri);
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
});

const position = (text: string, offset: number) => {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length - 1, character: before.at(-1)!.length };
};

describe('incremental changes', () => {
  it('leave the same state as the whole text would', async () => {
    let n = 0;
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(40),
      insert: fc.constantFrom(
        '',
        '\n',
        '（四）新增事项。内容。\n',
        '“两个维护”',
        '𠮷',
        '\r\n',
        '2023年7月1日',
        '《办法》',
        ' ',
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const uri = await client.open(`untitled:edit-${n++}`, NOTICE);
        let text = NOTICE;
        const changes: object[] = [];
        for (const { at, remove, insert } of edits) {
          const start = Math.floor(at * text.length);
          const end = Math.min(text.length, start + remove);
          // An editor never cuts a line end or a surrogate pair in two.
          const cut = (i: number) => text[i - 1] === '\r' || /[\uD800-\uDBFF]/.test(text[i - 1] ?? '');
          if (cut(start) || cut(end)) continue;
          changes.push({ range: { start: position(text, start), end: position(text, end) }, text: insert });
          text = text.slice(0, start) + insert + text.slice(end);
        }
        await client.change(uri, ...changes);
        const whole = await client.open(`untitled:whole-${n}`, text);
        const strip = (v: unknown, u: string) => JSON.stringify(v).replaceAll(u, '');
        for (const feature of ['documentSymbol', 'foldingRange']) {
          const [a, b] = await Promise.all([client.ask(feature, uri), client.ask(feature, whole)]);
          expect(strip(a, uri)).toBe(strip(b, whole));
        }
        const [a, b] = await Promise.all([
          client.ask('semanticTokens/full', uri),
          client.ask('semanticTokens/full', whole),
        ]);
        expect(a.data).toEqual(b.data);
        const [c, d] = await Promise.all([client.ask('diagnostic', uri), client.ask('diagnostic', whole)]);
        expect(strip(c.items, uri)).toBe(strip(d.items, whole));
        await client.close(uri);
        await client.close(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('survives ranges that lie outside the text, reversed or absurd', async () => {
    const uri = await client.open('untitled:absurd', NOTICE);
    for (const range of [
      { start: { line: 9999, character: 0 }, end: { line: 99999, character: 7 } },
      { start: { line: 3, character: 900 }, end: { line: 3, character: 901 } },
      { start: { line: 5, character: 2 }, end: { line: 1, character: 0 } },
      { start: { line: -1, character: -5 }, end: { line: 0, character: 1 } },
    ])
      await client.change(uri, { range, text: '补' });
    await client.change(uri, { text: NOTICE });
    expect((await client.ask('documentSymbol', uri)).length).toBeGreaterThan(2);
  });
});

describe('pulled diagnostics', () => {
  it('come with a result id and say when nothing has changed', async () => {
    const uri = await client.open('untitled:pull', NOTICE);
    const first = await client.ask('diagnostic', uri);
    expect(first.kind).toBe('full');
    expect(first.items.map((d: { code: string }) => d.code)).toContain('numbering-gap');
    expect(await client.ask('diagnostic', uri, { previousResultId: first.resultId })).toEqual({
      kind: 'unchanged',
      resultId: first.resultId,
    });
    await client.change(uri, { text: NOTICE.replace('（三）强化', '（二）强化') });
    const second = await client.ask('diagnostic', uri, { previousResultId: first.resultId });
    expect(second.items?.map((d: { code: string }) => d.code)).not.toContain('numbering-gap');
    expect(client.diagnostics.size).toBe(0);
  });
});

describe('cancellation', () => {
  it('answers cancelled requests at once, and the last one rightly', async () => {
    const uri = await client.open('untitled:burst', NOTICE.repeat(200));
    const sources: CancellationTokenSource[] = [];
    const answers: Promise<unknown>[] = [];
    for (let i = 0; i < 30; i++) {
      void client.change(uri, {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        text: '改',
      });
      sources.at(-1)?.cancel();
      const source = new CancellationTokenSource();
      sources.push(source);
      answers.push(
        client.request('textDocument/documentSymbol', { textDocument: { uri } }, source.token).catch((e) => e),
      );
    }
    const all = await Promise.all(answers);
    expect(Array.isArray(all.at(-1))).toBe(true);
    const codes = all.slice(0, -1).flatMap((e) => (Array.isArray(e) ? [] : [(e as { code?: number }).code]));
    for (const code of codes) expect([-32800, -32801]).toContain(code);
    // One or two may have been answered before their cancellation came.
    expect(codes.length).toBeGreaterThan(25);
  });
});
