/** The annotations service on a host in memory: what a shell asks, and what must survive. */
import { describe, expect, it } from 'vitest';
import type { AnnotationsChanged } from '../../../server/src/core/annotations/api.ts';
import { MemoryHost } from './memory-host.ts';
import { make, one, opened, ROOT, TEXT, URI } from './set-up.ts';

describe('annotations', () => {
  it('live in segments of their own, one line an event, and come back', async () => {
    const { host, service, span, list } = await opened();
    const tag = await service.call('createTag', { uri: URI, name: '措施', key: '1' });
    const a = await service.call('create', { uri: URI, span: span('统筹协调'), tags: [tag.id], note: '核对' });
    expect(a).toMatchObject({
      anchor: 'attached',
      text: '统筹协调',
      note: '核对',
      author: '李',
      tags: [{ name: '措施' }],
    });
    await service.call('reply', { uri: URI, id: a.id, text: '已核' });
    await service.call('resolve', { uri: URI, id: a.id, reason: '完成' });
    const [segment, ...rest] = host.below('.annotations/docs/docs/文件.txt/');
    expect(rest).toEqual([]);
    expect(decodeURIComponent(segment!)).toMatch(/\/[0-9A-HJKMNP-TV-Z]{26}-李\.jsonl$/);
    expect(
      host
        .text(segment!)
        .split('\n')
        .filter(Boolean)
        .map((l) => JSON.parse(l).e),
    ).toEqual(['add', 'reply', 'resolve']);
    const again = make(host, '王');
    await again.open(URI, TEXT, 1);
    expect((await again.call('list', { uri: URI })).annotations).toEqual(await list());
  });

  it('store places in code points of the text without CR and byte order mark', async () => {
    const raw = `\ufeff${TEXT.replaceAll('\n', '\r\n')}`;
    const { host, service } = await opened(raw);
    const start = raw.indexOf('负责督促');
    await service.call('create', { uri: URI, span: { start, end: start + 4 } });
    const line = JSON.parse(host.text(host.below('.jsonl')[0]!).trim());
    const points = [...TEXT];
    expect(points.slice(line.target.position.start, line.target.position.end).join('')).toBe('负责督促');
    expect(line.target.quote.prefix).not.toContain('\r');
    const again = make(host);
    await again.open(URI, TEXT, 1);
    const [a] = (await again.call('list', { uri: URI })).annotations;
    expect(a).toMatchObject({
      anchor: 'attached',
      span: { start: TEXT.indexOf('负责督促'), end: TEXT.indexOf('负责督促') + 4 },
    });
  });

  it('never split a character', async () => {
    const { service, span } = await opened();
    const at = span('\u{20bb7}林省').start;
    const a = await service.call('create', { uri: URI, span: { start: at + 1, end: at + 3 } });
    expect(a.text).toBe('\u{20bb7}林');
    await expect(service.call('create', { uri: URI, span: { start: at, end: at } })).rejects.toThrow('empty');
  });

  it('write nothing for a mere shift, and one event for edited words on closing', async () => {
    const { host, service, span, list } = await opened();
    const a = await service.call('create', { uri: URI, span: span('统筹协调') });
    const b = await service.call('create', { uri: URI, span: span('督促检查') });
    const segment = host.below('.jsonl')[0]!;
    const before = host.text(segment);
    service.change(URI, [{ start: 0, end: 0, text: '（征求意见稿）\n' }], 2);
    await service.saved(URI);
    await service.close(URI);
    expect(host.text(segment)).toBe(before);
    const text = `（征求意见稿）\n${TEXT}`;
    host.put(URI, text);
    await service.open(URI, text, 1);
    const at = text.indexOf('筹协');
    service.change(URI, [{ start: at, end: at + 1, text: '揽' }], 2);
    expect(one(await list(), a.id)).toMatchObject({ anchor: 'changed', text: '统揽协调', was: '统筹协调' });
    expect(one(await list(), b.id)).toMatchObject({ anchor: 'attached', was: null });
    await service.saved(URI);
    await service.close(URI);
    const events = host.below('.jsonl').flatMap((f) =>
      host
        .text(f)
        .split('\n')
        .filter(Boolean)
        .map((l) => JSON.parse(l)),
    );
    expect(events.filter((e) => e.e === 'anchor')).toMatchObject([
      {
        a: a.id,
        auto: true,
        cause: 'edit',
        from: { quote: { exact: '统筹协调' } },
        to: { quote: { exact: '统揽协调' } },
      },
    ]);
  });

  it('do not write down places in a text that was never saved', async () => {
    const { host, service, span } = await opened();
    await service.call('create', { uri: URI, span: span('统筹协调') });
    const at = TEXT.indexOf('筹协');
    service.change(URI, [{ start: at, end: at + 1, text: '揽' }], 2);
    await service.close(URI);
    expect(
      host
        .below('.jsonl')
        .map((f) => host.text(f))
        .join(''),
    ).not.toContain('"anchor"');
  });

  it('follow changes made elsewhere, and say so once', async () => {
    const { host, service, span } = await opened();
    const kept = await service.call('create', { uri: URI, span: span('落实责任') });
    const gone = await service.call('create', { uri: URI, span: span('年底前报告') });
    const edited = await service.call('create', { uri: URI, span: span('各地要加强统筹协调') });
    await service.close(URI);
    const text = TEXT.replace('加强', '切实加强').replace('，年底前报告', '').replaceAll('\n', '\r\n');
    host.put(URI, text);
    const again = make(host, '王');
    await again.open(URI, text, 1);
    const list = (await again.call('list', { uri: URI })).annotations;
    expect(one(list, kept.id)).toMatchObject({ anchor: 'attached', text: '落实责任' });
    expect(one(list, gone.id)).toMatchObject({ anchor: 'orphan', span: null, text: '年底前报告' });
    expect(one(list, edited.id)).toMatchObject({
      anchor: 'changed',
      text: '各地要切实加强统筹协调',
      was: '各地要加强统筹协调',
    });
    const attention = await again.call('needsAttention', {});
    expect(attention.map((a) => a.id)).toEqual([gone.id]);
    const files = host.below('.jsonl').length;
    await again.close(URI);
    const third = make(host, '赵');
    await third.open(URI, text, 1);
    expect(host.below('.jsonl').length).toBe(files);
    const history = one((await third.call('list', { uri: URI })).annotations, edited.id).history;
    expect(history).toMatchObject([
      { auto: true, cause: 'base', by: '王', from: { quote: { exact: '各地要加强统筹协调' } } },
    ]);
    expect(history[0]!.confidence).toBeGreaterThan(0.5);
    // An orphan comes back when its text does.
    third.change(URI, [{ start: 0, end: text.length, text: TEXT }], 2);
    await third.saved(URI);
    expect(one((await third.call('list', { uri: URI })).annotations, gone.id)).toMatchObject({ anchor: 'attached' });
  });

  it('are put by hand where a person says', async () => {
    const { service, span, list } = await opened();
    const a = await service.call('create', { uri: URI, span: span('年底前报告') });
    const at = span('年底前报告');
    service.change(URI, [{ start: at.start, end: at.end, text: '' }], 2);
    expect(one(await list(), a.id).anchor).toBe('orphan');
    const back = await service.call('reattach', { uri: URI, id: a.id, span: span('落实责任') });
    expect(back).toMatchObject({ anchor: 'attached', text: '落实责任', confidence: 1 });
    expect(back.history).toMatchObject([{ auto: false, cause: 'user', confidence: 1 }]);
    const whole = await service.call('reattach', { uri: URI, id: a.id, span: null });
    expect(whole.anchor).toBe('document');
  });

  it('come back by undo, cut and paste, and a moved line', async () => {
    const { service, span, list } = await opened();
    const a = await service.call('create', { uri: URI, span: span('落实责任') });
    const line = '　　各地要加强统筹协调，落实责任。\n';
    const start = TEXT.indexOf(line);
    const cut = { start, end: start + line.length, text: '' };
    service.change(URI, [cut], 2);
    expect(one(await list(), a.id).anchor).toBe('orphan');
    service.change(URI, [{ start, end: start, text: line }], 3);
    expect(one(await list(), a.id)).toMatchObject({ anchor: 'attached', text: '落实责任', span: span('落实责任') });
    service.change(URI, [{ start: TEXT.length, end: TEXT.length, text: line }, cut], 4);
    const moved = one(await list(), a.id);
    expect(moved).toMatchObject({ anchor: 'attached', text: '落实责任' });
    expect(moved.span!.start).toBeGreaterThan(start);
  });

  it('change tags one by one, and keep what others did', async () => {
    const { host, service, span } = await opened();
    const [x, y, z] = await Promise.all(
      ['甲', '乙', '丙'].map((name) => service.call('createTag', { uri: URI, name })),
    );
    const a = await service.call('create', { uri: URI, span: span('落实责任'), tags: [x!.id] });
    const other = make(host, '王');
    await other.open(URI, TEXT, 1);
    await other.call('update', { uri: URI, id: a.id, addTags: [y!.id], note: '乙说' });
    await service.call('update', { uri: URI, id: a.id, addTags: [z!.id], removeTags: [x!.id] });
    await service.refresh(URI);
    const names = one((await service.call('list', { uri: URI })).annotations, a.id);
    expect(names.tags.map((t) => t.name).sort()).toEqual(['丙', '乙']);
    expect(names.note).toBe('乙说');
    await service.call('mergeTag', { uri: URI, tag: y!.id, into: z!.id });
    expect(one((await service.call('list', { uri: URI })).annotations, a.id).tags.map((t) => t.name)).toEqual(['丙']);
    await service.call('updateTag', { uri: URI, tag: z!.id, name: '丁' });
    expect((await service.call('tags', { uri: URI })).map((t) => [t.name, t.count])).toEqual([
      ['丁', 1],
      ['甲', 0],
    ]);
  });

  it('see what others write while open', async () => {
    const { host, service, span, list } = await opened();
    const seen: AnnotationsChanged[] = [];
    service.onChange((c) => seen.push(c));
    const other = make(host, '王');
    await other.open(URI, TEXT, 1);
    const b = await other.call('create', { uri: URI, span: span('督促检查'), note: '请看' });
    host.notify(...host.below('.jsonl'));
    await expect.poll(() => seen.filter((c) => c.reason === 'log')).toEqual([{ uri: URI, reason: 'log', ids: [b.id] }]);
    expect(one(await list(), b.id)).toMatchObject({ note: '请看', author: '王' });
  });

  it('hold relations, attributes, notes on the document, and links', async () => {
    const { service, span } = await opened();
    const a = await service.call('create', { uri: URI, span: span('落实责任') });
    const b = await service.call('create', { uri: URI, span: span('\u{20bb7}林省') });
    const whole = await service.call('create', { uri: URI, note: '全文待核', attributes: { 强度: 3 } });
    expect(whole).toMatchObject({ anchor: 'document', span: null, attributes: { 强度: 3 } });
    await service.call('link', { uri: URI, id: b.id, to: { kind: 'annotation', id: a.id }, type: '负责' });
    const linked = await service.call('link', {
      uri: URI,
      id: b.id,
      to: { kind: 'glossary', term: '督促检查' },
      type: '术语',
    });
    expect(linked.relations.map((r) => r.type).sort()).toEqual(['术语', '负责']);
    const view = await service.call('setAttribute', { uri: URI, key: '发文字号', value: '国发〔2026〕1号' });
    expect(view.attributes).toEqual({ 发文字号: '国发〔2026〕1号' });
    const rest = await service.call('unlink', { uri: URI, relation: linked.relations[0]!.id });
    expect(one(rest.annotations, b.id).relations).toHaveLength(1);
    await service.call('remove', { uri: URI, id: a.id });
    expect((await service.call('list', { uri: URI })).annotations.some((x) => x.id === a.id)).toBe(false);
    expect((await service.call('list', { uri: URI, deleted: true })).annotations.some((x) => x.id === a.id)).toBe(true);
    await service.call('restore', { uri: URI, id: a.id });
    expect((await service.call('get', { uri: URI, id: a.id }))?.deleted).toBe(false);
  });

  it('are rejected, not half made, where the disk is full; the next segment is a new one', async () => {
    const { host, service, span, list } = await opened();
    const a = await service.call('create', { uri: URI, span: span('统筹协调') });
    host.failAfter = 30;
    await expect(service.call('create', { uri: URI, span: span('落实责任') })).rejects.toThrow('no space');
    expect((await list()).map((x) => x.id)).toEqual([a.id]);
    const b = await service.call('create', { uri: URI, span: span('督促检查') });
    expect(host.below('.jsonl')).toHaveLength(2);
    const again = make(host);
    await again.open(URI, TEXT, 1);
    const view = await again.call('list', { uri: URI });
    expect(view.annotations.map((x) => x.id)).toEqual([a.id, b.id]);
    expect(view.problems).toHaveLength(1);
    expect(view.problems[0]).toContain('torn');
  });

  it('work where nothing can be appended', async () => {
    const host = new MemoryHost(99);
    host.appends = false;
    const { service, span, list } = await opened(TEXT, host);
    await service.call('create', { uri: URI, span: span('统筹协调') });
    await service.call('create', { uri: URI, span: span('落实责任') });
    const again = make(host);
    await again.open(URI, TEXT, 1);
    expect((await again.call('list', { uri: URI })).annotations).toEqual(await list());
    expect(host.below('.jsonl')).toHaveLength(1);
  });

  it('follow a renamed file and a renamed folder, open or not', async () => {
    const { host, service, span } = await opened();
    const a = await service.call('create', { uri: URI, span: span('统筹协调') });
    const next = `${ROOT}/archive/%E6%96%87%E4%BB%B6.txt`;
    host.put(next, TEXT);
    host.files.delete(URI);
    await service.renamed(`${ROOT}/docs`, `${ROOT}/archive`);
    expect(host.below('.annotations/docs/docs/')).toEqual([]);
    expect((await service.call('list', { uri: next })).annotations.map((x) => x.id)).toEqual([a.id]);
    await service.call('reply', { uri: next, id: a.id, text: '在' });
    await service.close(next);
    const last = `${ROOT}/archive/b.txt`;
    await host.rename(next, last);
    await service.renamed(next, last);
    expect(await service.call('documents', {})).toMatchObject([
      { uri: last, path: 'archive/b.txt', exists: true, annotations: 1 },
    ]);
    await host.remove(last);
    expect(await service.call('documents', {})).toMatchObject([{ uri: last, exists: false, annotations: 1 }]);
    expect((await service.call('list', { uri: last })).annotations).toMatchObject([{ id: a.id, anchor: 'orphan' }]);
  });

  it('of an unsaved document move to disk with it', async () => {
    const host = new MemoryHost(7);
    const service = make(host);
    await service.open('untitled:Untitled-1', TEXT, 1);
    const a = await service.call('create', { uri: 'untitled:Untitled-1', span: { start: 0, end: 2 } });
    expect(host.files.size).toBe(0);
    host.put(URI, TEXT);
    await service.renamed('untitled:Untitled-1', URI);
    await service.close(URI);
    const again = make(host);
    await again.open(URI, TEXT, 1);
    expect((await again.call('list', { uri: URI })).annotations.map((x) => x.id)).toEqual([a.id]);
  });

  it('edits that arrive while a document is being opened are not lost', async () => {
    const { host, service, span } = await opened();
    await service.call('create', { uri: URI, span: span('督促检查') });
    const again = make(host);
    const opening = again.open(URI, TEXT, 1);
    again.change(URI, [{ start: 0, end: 2, text: '' }], 2);
    again.change(URI, [{ start: 0, end: 0, text: '各部门' }], 3);
    await opening;
    const at = `各部门${TEXT.slice(2)}`.indexOf('督促检查');
    expect((await again.call('list', { uri: URI })).annotations[0]!.span).toEqual({ start: at, end: at + 4 });
  });

  it('edits that arrive while others’ annotations are being placed take these along', async () => {
    const { host, service, span, list } = await opened();
    const other = make(host, '王');
    await other.open(URI, TEXT, 1);
    await other.call('create', { uri: URI, span: span('督促检查') });
    let version = 1;
    host.yield = async () => {
      if (version++ === 1) service.change(URI, [{ start: 0, end: 2, text: '' }], 2);
    };
    await service.refresh(URI);
    const at = TEXT.slice(2).indexOf('督促检查');
    expect(version).toBeGreaterThan(1);
    expect((await list()).map((a) => a.span)).toEqual([{ start: at, end: at + 4 }]);
  });

  it('refuse what could not be read back, and stay as they were', async () => {
    const { host, service, span, list } = await opened();
    const a = await service.call('create', { uri: URI, span: span('统筹协调') });
    const file = host.below('.jsonl')[0]!;
    const [before, shown] = [host.text(file), await list()];
    const wrong: [string, unknown][] = [
      ['reply', { uri: URI, id: a.id }],
      ['update', { uri: URI, id: a.id, note: 5 }],
      ['create', { uri: URI, span: { start: 1 } }],
      ['create', { uri: URI, note: {} }],
      ['link', { uri: URI, id: a.id, to: 'x', type: 'y' }],
      ['setAttribute', { uri: URI }],
      ['resolve', { uri: URI, id: 'none' }],
    ];
    for (const [method, params] of wrong) {
      await expect(service.call(method as 'get', params as never), method).rejects.toThrow();
    }
    await expect(service.suppress(URI, {} as never)).rejects.toThrow('no rule');
    expect(host.text(file)).toBe(before);
    expect(await list()).toEqual(shown);
  });

  it('refuses a request that does not exist', async () => {
    const { service } = await opened();
    await expect(service.call('toString' as never, {} as never)).rejects.toThrow('no request');
  });
});
