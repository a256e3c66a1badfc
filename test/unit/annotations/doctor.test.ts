/** Logs that were damaged: what can be read counts, nothing is lost, and the doctor says what is wrong. */
import { describe, expect, it } from 'vitest';
import { make, newHost, one, opened, ROOT, TEXT, URI } from './set-up.ts';

const MARKER = '.annotations/docs/';

/** Two annotations by Li, with everything in one segment. */
async function logged() {
  const { host, service, span } = await opened();
  const a = await service.call('create', { uri: URI, span: span('统筹协调'), note: '甲' });
  const b = await service.call('create', { uri: URI, span: span('督促检查'), note: '乙' });
  await service.dispose();
  const [segment] = host.below(MARKER);
  return { host, a, b, segment: segment!, lines: host.text(segment!).trimEnd().split('\n') };
}
type Logged = Awaited<ReturnType<typeof logged>>;

/** What a new session and the doctor see after the log was damaged. */
async function reread({ host, segment }: Logged, text: string) {
  host.put(segment, text);
  const service = make(host);
  await service.open(URI, TEXT, 1);
  const { annotations, problems } = await service.call('list', { uri: URI });
  const report = await service.call('doctor', { folder: ROOT });
  return { service, annotations, problems, report, kept: host.text(segment) };
}

describe('a damaged log', () => {
  it('with a torn last line: the rest counts, the line stays, and a new segment begins', async () => {
    const log = await logged();
    const torn = `${log.lines[0]}\n${log.lines[1]!.slice(0, 60)}`;
    const { service, annotations, report, kept } = await reread(log, torn);
    expect(annotations.map((x) => x.note)).toEqual(['甲']);
    expect(report.problems).toEqual([expect.stringContaining(': torn: ')]);
    await service.call('create', { uri: URI, span: null, note: '丙' });
    expect(kept).toBe(torn);
    expect(log.host.below(MARKER)).toHaveLength(2);
  });

  it('with lines that another program joined', async () => {
    const log = await logged();
    const { annotations, report } = await reread(log, `${log.lines[0]!.slice(0, 40)}${log.lines[0]}${log.lines[1]}\n`);
    expect(annotations.map((x) => x.note).sort()).toEqual(['乙', '甲'].sort());
    expect(report.problems).toEqual([expect.stringContaining(':1: unreadable: ')]);
  });

  it('with marks of a merge conflict: both sides count, the marks are reported', async () => {
    const log = await logged();
    const text = `<<<<<<< HEAD\n${log.lines[0]}\n=======\n${log.lines[1]}\n>>>>>>> theirs\n`;
    const { annotations, report, kept } = await reread(log, text);
    expect(annotations).toHaveLength(2);
    expect(report.problems.map((p) => p.replace(/^.*jsonl:/, ''))).toEqual([
      expect.stringMatching(/^1: conflict-marker/),
      expect.stringMatching(/^3: conflict-marker/),
      expect.stringMatching(/^5: conflict-marker/),
    ]);
    expect(kept).toBe(text);
  });

  it('with a byte order mark and CR LF, as an editor saves it: nothing is wrong', async () => {
    const log = await logged();
    const { annotations, problems, report } = await reread(log, `\ufeff${log.lines.join('\r\n')}\r\n`);
    expect(annotations).toHaveLength(2);
    expect([...problems, ...report.problems]).toEqual([]);
  });

  it('with foreign fields and kinds: the fields come back, the kind is reported and kept by compacting', async () => {
    const log = await logged();
    const foreign = JSON.stringify({ ...JSON.parse(log.lines[0]!), weight: 3, 'x:colour': 'red' });
    const unknown = JSON.stringify({ ...JSON.parse(log.lines[1]!), id: '01X', e: 'vote' });
    const second = log.segment.replace(/[^/]*$/, '01ZZZZZZZZZZZZZZZZZZZZZZZZ-%E6%9D%8E.jsonl');
    log.host.put(second, `${foreign.replace(JSON.parse(log.lines[0]!).id, '01ZZZZZZZZZZZZZZZZZZZZZZZ0')}\n`);
    const { service, report } = await reread(log, `${log.lines.join('\n')}\n${unknown}\n`);
    expect(report.problems).toEqual([expect.stringContaining('unknown-event')]);
    const files = (await service.call('export', { uris: [URI], format: 'w3c' })).files;
    expect(files[0]!.text).toContain('"weight": 3');
    await service.dispose();
    const tidy = make(log.host);
    expect((await tidy.call('doctor', { folder: ROOT, compact: true })).compacted).toBe(2);
    const [only, ...rest] = log.host.below(MARKER);
    expect(rest).toEqual([]);
    for (const line of [unknown, log.lines[1]!]) expect(log.host.text(only!)).toContain(line);
    expect(log.host.text(only!)).toContain('"x:colour":"red"');
  });

  it('of two files of one author, in any order: the later event wins', async () => {
    const log = await logged();
    const edit = { id: '01Y', t: '2026-12-01T00:00:00.000Z', by: '李', e: 'set', a: log.a.id, set: { note: '后' } };
    const old = { id: '01W', t: '2026-01-01T00:00:00.000Z', by: '李', e: 'set', a: log.a.id, set: { note: '先' } };
    const other = log.segment.replace(/[^/]*$/, '00AAAAAAAAAAAAAAAAAAAAAAAA-%E6%9D%8E.jsonl');
    log.host.put(other, `${JSON.stringify(edit)}\n${JSON.stringify(old)}\n`);
    const { annotations, report } = await reread(log, `${log.lines.join('\n')}\n`);
    expect(one(annotations, log.a.id).note).toBe('后');
    expect(report.problems).toEqual([expect.stringContaining('dated in the future')]);
  });

  it('under a clock that went backwards: what is written next is later than what it answers', async () => {
    const log = await logged();
    log.host.time -= 365 * 86_400_000;
    const { service } = await reread(log, `${log.lines.join('\n')}\n`);
    await service.call('update', { uri: URI, id: log.a.id, note: '改' });
    const again = make(log.host, '王');
    await again.open(URI, TEXT, 1);
    expect(one((await again.call('list', { uri: URI })).annotations, log.a.id).note).toBe('改');
  });

  it('with times that are none, and an id with two meanings', async () => {
    const log = await logged();
    const timeless = JSON.stringify({ ...JSON.parse(log.lines[0]!), id: '01T', t: 'zzz', note: '假' });
    const twice = JSON.stringify({ ...JSON.parse(log.lines[1]!), note: '假' });
    const { service, annotations, report } = await reread(log, `${log.lines.join('\n')}\n${timeless}\n${twice}\n`);
    expect(annotations.map((x) => x.note).sort()).toEqual(['乙', '甲'].sort());
    expect(report.problems).toEqual([
      expect.stringContaining('unreadable'),
      expect.stringContaining('two events have this id'),
    ]);
    await service.call('update', { uri: URI, id: log.a.id, note: '真' });
    expect(one((await service.call('list', { uri: URI })).annotations, log.a.id).note).toBe('真');
  });

  it('that cannot be read at all is reported, and the others count', async () => {
    const log = await logged();
    const other = log.segment.replace(/[^/]*$/, '00AAAAAAAAAAAAAAAAAAAAAAAA-x.jsonl');
    log.host.files.set(other, new Uint8Array([0xff, 0xfe, 0x00, 0x81, 0x0a]));
    const { annotations, report } = await reread(log, `${log.lines.join('\n')}\n`);
    expect(annotations).toHaveLength(2);
    expect(report.problems.length).toBeGreaterThan(0);
    expect(log.host.files.get(other)).toEqual(new Uint8Array([0xff, 0xfe, 0x00, 0x81, 0x0a]));
  });
});

it('a folder of logs that is gone as a whole is noticed, of which no file is told', async () => {
  const { host, service, span, list } = await opened(TEXT, newHost());
  await service.call('create', { uri: URI, span: span('统筹协调') });
  for (const file of host.below('.annotations')) host.files.delete(file);
  host.notify(`${ROOT}/.annotations`);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await list()).toEqual([]);
});
