/** Annotations that leave for other formats and copies, come from other programs, and are tidied up. */
import { describe, expect, it } from 'vitest';
import { createAnnotations } from '../../../server/src/core/annotations/service.ts';
import { make, newHost, opened, ROOT, TEXT, URI } from './set-up.ts';

describe('annotations and the rest of the world', () => {
  it('findings set aside follow the text', async () => {
    const { host, service, span } = await opened();
    const made = await service.suppress(URI, {
      rule: 'punctuation/half-width',
      span: span('督促检查'),
      reason: '引文',
    });
    service.change(URI, [{ start: 0, end: 0, text: '一' }], 2);
    expect(await service.suppressions(URI)).toMatchObject([
      {
        id: made.id,
        rule: 'punctuation/half-width',
        reason: '引文',
        span: { start: span('督促检查').start + 1 },
        orphan: false,
      },
    ]);
    expect(host.below('.annotations/suppressions/docs/')).toHaveLength(1);
    expect((await service.call('list', { uri: URI })).annotations).toEqual([]);
    await service.unsuppress(URI, made.id);
    expect(await service.suppressions(URI)).toEqual([]);
  });

  it('are exported and imported into another copy of the text', async () => {
    const { service, span, list } = await opened();
    const tag = await service.call('createTag', { uri: URI, name: '措施' });
    const a = await service.call('create', { uri: URI, span: span('统筹协调'), tags: [tag.id], note: '核对' });
    const b = await service.call('create', { uri: URI, span: span('年底前报告'), note: '时限' });
    await service.call('link', { uri: URI, id: b.id, to: { kind: 'annotation', id: a.id }, type: '时限' });
    for (const format of ['w3c', 'uima', 'qdpx', 'csv', 'labelstudio', 'webanno', 'docx', 'brat'] as const) {
      const { files } = await service.call('export', { uris: [URI], format });
      const same = await service.call('import', { uri: URI, format, files });
      expect([format, same.imported]).toEqual([format, 0]);
      const host = newHost();
      const text = `通稿\n${TEXT.replace('加强', '切实加强').replaceAll('　　', '')}`;
      host.put(URI, text);
      const other = make(host, '王');
      await other.open(URI, text, 1);
      const result = await other.call('import', { uri: URI, format, files });
      expect([format, result.imported, result.needsAttention]).toEqual([format, 2, 0]);
      const got = (await other.call('list', { uri: URI })).annotations;
      expect(got.map((x) => [x.text, x.tags.map((t) => t.name), x.note, x.anchor])).toEqual([
        ['统筹协调', ['措施'], '核对', 'attached'],
        ['年底前报告', [], format === 'brat' || format === 'webanno' ? got[1]!.note : '时限', 'attached'],
      ]);
      if (format !== 'docx') expect(got[0]!.relations.map((r) => r.type)).toEqual(['时限']);
      expect((await other.call('import', { uri: URI, format, files })).imported).toBe(0);
    }
    expect((await list()).length).toBe(2);
  });

  it('unknown fields and events of other programs survive', async () => {
    const { host, service, span } = await opened();
    const a = await service.call('create', { uri: URI, span: span('统筹协调') });
    const file = host.below('.jsonl')[0]!;
    const foreign = JSON.parse(host.text(file).trim());
    const other = {
      ...foreign,
      id: '01ZZZZZZZZZZZZZZZZZZZZZZZZ',
      a: '5b0f5a0e-0000-4000-8000-000000000001',
      'x:score': 5,
    };
    const uri = file.replace(/[^/]*$/, '01ZZZZZZZZZZZZZZZZZZZZZZZY-x.jsonl');
    host.put(
      uri,
      `${JSON.stringify(other)}\n{"id":"1","t":"2","by":"x","e":"future","a":"${a.id}"}\n<<<<<<< HEAD\n{"torn`,
    );
    await service.refresh(URI);
    const view = await service.call('list', { uri: URI });
    expect(view.annotations).toHaveLength(2);
    expect(view.problems.map((p) => p.split(': ')[1])).toEqual(['unknown-event', 'conflict-marker', 'torn']);
    const { files } = await service.call('export', { uris: [URI], format: 'w3c' });
    expect(files[0]!.text).toContain('"x:score": 5');
    const report = await service.call('doctor', { folder: ROOT });
    expect(report).toMatchObject({ documents: 1, annotations: 2, segments: 2, orphans: [], unusedBases: 0 });
    expect(report.problems).toHaveLength(3);
  });

  it('doctor joins segments word for word when asked', async () => {
    const { host, service, span, list } = await opened();
    await service.call('create', { uri: URI, span: span('统筹协调') });
    await service.close(URI);
    for (const words of ['落实责任', '督促检查']) {
      const next = make(host);
      await next.open(URI, TEXT, 1);
      await next.call('create', { uri: URI, span: span(words) });
      await next.close(URI);
    }
    const before = await list();
    expect(host.below('.jsonl')).toHaveLength(3);
    expect((await service.call('doctor', { folder: ROOT, compact: true })).compacted).toBe(3);
    expect(host.below('.jsonl')).toHaveLength(1);
    host.put(URI, TEXT);
    expect((await make(host).call('list', { uri: URI })).annotations).toEqual(before);
  });

  it('agree or not', async () => {
    const { host, service, span } = await opened();
    const tag = await service.call('createTag', { uri: URI, name: '措施' });
    await service.call('create', { uri: URI, span: span('统筹协调'), tags: [tag.id] });
    const other = make(host, '王');
    await other.open(URI, TEXT, 1);
    await other.call('create', { uri: URI, span: span('加强统筹协调'), tags: [tag.id] });
    const report = await other.call('agreement', { uris: [URI] });
    expect(report.pairs).toMatchObject([
      { first: '李', second: '王', both: 4, onlyFirst: 0, onlySecond: 2, f1Half: 1, f1Exact: 0 },
    ]);
    expect(report.disagreements).toMatchObject([{ text: '加强', by: ['王'], notBy: ['李'] }]);
  });
});

describe('in a Chinese interface', () => {
  it('what formats lose, and reports, are in Chinese', async () => {
    const host = newHost();
    host.put(URI, TEXT);
    const service = createAnnotations(host, { workspaceFolders: () => [ROOT], author: () => '李', locale: 'zh-cn' });
    await service.open(URI, TEXT, 1);
    const made = await service.call('create', { uri: URI, span: { start: 0, end: 4 }, note: '查\n证' });
    await service.call('create', { uri: URI, span: null, note: '全文' });
    await service.call('reply', { uri: URI, id: made.id, text: '好' });
    await service.call('resolve', { uri: URI, id: made.id, reason: '已改' });
    await service.call('link', { uri: URI, id: made.id, to: { kind: 'glossary', term: '统筹' }, type: '出处' });
    for (const format of ['brat', 'conll2002', 'docx', 'qdc', 'uima'] as const) {
      const { losses } = await service.call('export', { uris: [URI], format });
      expect(losses.length, format).toBeGreaterThan(0);
      for (const { message } of losses) expect(message).not.toMatch(/[a-z]{3}/);
    }
    const { files } = await service.call('export', { uris: [URI], format: 'markdown' });
    expect(files[0]?.text).toMatch(/# 批注[\s\S]*- 全文 — [\s\S]*- 第1行 — [\s\S]*✓ 已解决: 已改/);
  });
});
