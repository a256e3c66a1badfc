/** Golden files of the exchange formats: what we write is what the programs of the field read, and we read it back. */
import fs from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CODECS } from '../../../server/src/core/annotations/codecs/all.ts';
import { bytesOf } from '../../../server/src/core/annotations/codecs/bytes.ts';
import type {
  CodecId,
  CodecOptions,
  Exchange,
  ExchangeAnnotation,
  ExchangeDocument,
  ExchangeFile,
} from '../../../server/src/core/annotations/codecs/exchange.ts';
import { toW3c } from '../../../server/src/core/annotations/codecs/w3c.ts';
import { stableUuid } from '../../../server/src/core/annotations/ids.ts';
import { validateCodebook, validateProject } from './refi-schema.ts';

const GOLD = path.join(import.meta.dirname, '../../fixtures/annotation-formats');
const OWN = path.join(import.meta.dirname, '../../fixtures/annotation-exports');
const gold = (name: string): string => fs.readFileSync(path.join(GOLD, name), 'utf8');

const TEXT = gold('doc.txt');
const NOW = '2026-11-21T00:00:00Z';
const CODES: Record<string, string> = {
  措施: '00000000-0000-4000-8000-000000000011',
  主体: '00000000-0000-4000-8000-000000000012',
};
const note = '见附件_1|乙';

const base = (id: string, quote: string, tag: string, more: Partial<ExchangeAnnotation> = {}): ExchangeAnnotation => {
  const start = TEXT.indexOf(quote);
  return {
    id,
    motivation: 'tagging',
    author: '',
    created: '',
    modified: '',
    span: { start, end: start + quote.length },
    quote,
    tags: [tag],
    note: null,
    status: 'open',
    reason: null,
    attributes: {},
    replies: [],
    extra: {},
    ...more,
  };
};
const tag = (name: string, color: string) => ({
  id: CODES[name]!,
  name,
  color,
  key: null,
  description: '',
  guideline: '',
  parent: null,
});
const TAGS = [tag('措施', '#ffcc00'), tag('主体', '#3399ff')];
const A1 = base('0f8c1a52-6f0e-4a7b-9a55-3b1f6f0c9d01', '统筹协调', '措施', { note });
const A2 = base('1a2b3c4d-0000-4000-8000-000000000002', '\u{20bb7}林省', '主体');
const A3 = base('1a2b3c4d-0000-4000-8000-000000000003', '\u{20bb7}林省落实责任', '措施');
const R = { id: '00000000-0000-4000-8000-000000000051', type: '负责', from: A2.id, to: A1.id };
const DOC: ExchangeDocument = {
  name: 'doc.txt',
  text: TEXT,
  annotations: [A1, A2, A3],
  relations: [R],
  attributes: {},
};
const GOLDEN: Exchange = { documents: [DOC], tags: TAGS };
const OPTIONS: CodecOptions = {
  now: NOW,
  uuidOf: stableUuid,
  generator: 'policy-annotator',
  asciiNames: { 措施: 'Measure', 主体: 'Actor', 负责: 'Responsible' },
};
const run = (id: CodecId, exchange: Exchange) => CODECS[id].export(exchange, OPTIONS);
const first = (id: CodecId, exchange: Exchange = GOLDEN): string => run(id, exchange).files[0]!.text!;

describe('golden files', () => {
  it('W3C', () => {
    const made = toW3c({ ...A2, author: 'wang', created: NOW }, DOC, 8);
    expect(JSON.stringify(made, null, 1)).toBe(gold('w3c.jsonld'));
  });
  it('brat', () => {
    const { files } = run('brat', GOLDEN);
    expect(files.find((f) => f.name === 'doc.ann')!.text).toBe(gold('doc.ann'));
    expect(files.find((f) => f.name === 'doc.txt')!.text).toBe(TEXT);
    expect(files.find((f) => f.name === 'visual.conf')!.text).toContain('Measure | 措施');
    expect(files.find((f) => f.name === 'annotation.conf')!.text).toContain(
      'Responsible\tArg1:<ENTITY>, Arg2:<ENTITY>',
    );
  });
  it('UIMA CAS JSON', () => expect(first('uima')).toBe(gold('uima.json')));
  it('WebAnno TSV', () => expect(first('webanno')).toBe(gold('webanno.tsv')));
  it('doccano with relations', () => expect(first('doccano')).toBe(gold('doccano-rel.jsonl')));
  it('doccano', () => {
    expect(first('doccano', { documents: [{ ...DOC, relations: [] }], tags: TAGS })).toBe(gold('doccano.jsonl'));
  });
  it('Label Studio', () => expect(first('labelstudio')).toBe(gold('labelstudio.json')));
  it('CoNLL-2002 says what overlapped', () => {
    expect(first('conll2002')).toBe(gold('conll2002.txt'));
    expect(run('conll2002', GOLDEN).losses.find((l) => l.kind === 'overlap')).toMatchObject({ count: 1 });
  });
  it('REFI-QDA: same selections, codes, link as the golden project, and valid', async () => {
    const archive = unzipSync(bytesOf(run('qdpx', GOLDEN).files[0]!));
    const xml = new TextDecoder().decode(archive['project.qde']);
    expect(await validateProject(xml)).toEqual([]);
    expect(await validateProject(gold('project.qde'))).toEqual([]);
    const own = CODECS.qdpx.import!(run('qdpx', GOLDEN).files, OPTIONS).exchange;
    const golden: ExchangeFile = {
      name: 'policy.qdpx',
      base64: fs.readFileSync(path.join(GOLD, 'policy.qdpx')).toString('base64'),
    };
    const theirs = CODECS.qdpx.import!([golden], OPTIONS).exchange;
    const plain = (e: Exchange) => ({
      tags: e.tags,
      annotations: e.documents[0]!.annotations.map(({ author, created, ...a }) => a),
      relations: e.documents[0]!.relations,
      text: e.documents[0]!.text,
    });
    expect(plain(own)).toEqual(plain(theirs));
    expect(theirs.documents[0]!.annotations.map((a) => a.author)).toEqual(['li', 'wang', 'li']);
    expect(theirs.documents[0]!.attributes).toEqual({ 发文字号: '国发〔2026〕1号' });
    expect(Object.keys(archive).filter((p) => p !== 'project.qde')[0]).toMatch(/^sources\/[0-9a-f-]{36}\.txt$/);
  });
});

describe('the validator of REFI-QDA', () => {
  const good = gold('project.qde');
  const RICH_CODEBOOK = fs.readFileSync('test/fixtures/annotation-exports/rich.qdc', 'utf8');
  it.each([
    ['an element out of order', good.replace(/(<Users>.*<\/Users>)\n(<CodeBook>.*<\/CodeBook>)/, '$2\n$1')],
    ['a missing GUID', good.replace(/ guid="00000000-0000-4000-8000-000000000031"/, '')],
    ['a malformed GUID', good.replace('00000000-0000-4000-8000-000000000031', 'x-1')],
    ['a colour that is none', good.replace('#FFCC00', 'yellow')],
    ['a date that is none', good.replace('creationDateTime="2026-11-21T00:00:00Z"', 'creationDateTime="today"')],
    ['an attribute that does not exist', good.replace('<Code guid', '<Code key="1" guid')],
    [
      'a reference to nothing',
      good.replace(
        'targetGUID="00000000-0000-4000-8000-000000000012"',
        'targetGUID="00000000-0000-4000-8000-0000000000ff"',
      ),
    ],
    ['another namespace', good.replace('urn:QDA-XML:project:1.0', 'urn:x')],
  ])('refuses %s', async (_, xml) => {
    expect(xml).not.toBe(good);
    expect(await validateProject(xml)).not.toEqual([]);
  });
  it('refuses a codebook without codes', async () => {
    expect(await validateCodebook(RICH_CODEBOOK)).toEqual([]);
    expect(await validateCodebook(RICH_CODEBOOK.replace(/<Code .*<\/Codes>/s, '</Codes>'))).not.toEqual([]);
  });
});

/** A document with everything that hurts: notes with marks, several tags, replies, spans over lines, names with commas. */
const RICH_TEXT =
  '　　\u{20bb7}市,“双减”工作\n要求如下：\n一、加强领导；二、落实<责任>&监督。\n\n三、e\u0301tude 结束\n';
const rich = (id: string, quote: string, more: Partial<ExchangeAnnotation>): ExchangeAnnotation => {
  const start = RICH_TEXT.indexOf(quote);
  return { ...base(id, '各地', '措施'), span: { start, end: start + quote.length }, quote, ...more };
};
const RICH: ExchangeDocument = {
  name: 'rich.txt',
  text: RICH_TEXT,
  annotations: [
    {
      ...base('5b0f5a0e-1111-4000-8000-000000000001', '各地', 'x'),
      span: null,
      quote: '',
      tags: [],
      motivation: 'commenting',
      note: '全文待核',
      author: '李',
      created: NOW,
      modified: NOW,
    },
    rich('5b0f5a0e-1111-4000-8000-000000000002', '\u{20bb7}市', {
      tags: ['主体', '地名,甲;乙'],
      note: 'a\tb|_[c]*;->\\ 第二行"',
      author: '李',
      created: NOW,
      modified: NOW,
    }),
    rich('5b0f5a0e-1111-4000-8000-000000000003', '“双减”工作\n要求如下', {
      tags: ['措施'],
      author: '王',
      created: NOW,
      modified: NOW,
      status: 'resolved',
      reason: '已改',
    }),
    rich('5b0f5a0e-1111-4000-8000-000000000004', '<责任>&监督', {
      tags: [],
      motivation: 'commenting',
      note: '=SUM(A1)',
      author: '王',
      created: NOW,
      modified: NOW,
      attributes: { 强度: '高' },
      replies: [{ id: '5b0f5a0e-2222-4000-8000-000000000001', author: '李', created: NOW, text: '同意<b>' }],
    }),
    rich('5b0f5a0e-1111-4000-8000-000000000005', 'e\u0301tude', {
      tags: ['措施'],
      author: '',
      created: '',
      modified: '',
    }),
  ],
  relations: [
    {
      id: '5b0f5a0e-3333-4000-8000-000000000001',
      type: '依据',
      from: '5b0f5a0e-1111-4000-8000-000000000002',
      to: '5b0f5a0e-1111-4000-8000-000000000003',
    },
  ],
  attributes: { 发文字号: '国发〔2026〕1号' },
};
const RICH_EXCHANGE: Exchange = {
  documents: [RICH],
  tags: [...TAGS, { ...tag('措施', '#112233'), id: stableUuid('c'), name: '地名,甲;乙', parent: CODES['主体']! }],
};

const flat = (text: string): string => text.replace(/\s+/g, '');
/** What came back: words without blanks, tag by tag. */
const marks = (e: Exchange): string[] =>
  e.documents
    .flatMap((d) =>
      d.annotations.flatMap((a) => (a.tags.length > 0 ? a.tags : ['-']).map((t) => `${flat(a.quote)}=${t}`)),
    )
    .sort();

describe('round trips', () => {
  const readable = (Object.keys(CODECS) as CodecId[]).filter((id) => CODECS[id].import && id !== 'qdc');
  const whole = marks(RICH_EXCHANGE);
  const placedOnly = whole.filter((m) => !m.startsWith('='));

  it.each(readable)('%s gives back the words and tags it wrote', (id) => {
    const { files, losses } = run(id, RICH_EXCHANGE);
    const back = CODECS[id].import!(files, OPTIONS);
    const expected = losses.some((l) => l.kind === 'document') ? placedOnly : whole;
    const lossy = new Set(['brat', 'uima', 'webanno', 'doccano', 'spacy', 'conll2002']);
    const got = marks(back.exchange).map((m) => (m === '全文待核=-' ? '=-' : m));
    if (id === 'conll2002') {
      // The longest of overlapping ones, cut at the ends of sentences; a line end ends one.
      const kept = ['\u{20bb7}市=主体', '“双减”工作=措施', '要求如下=措施', '<责任>&监督=-', 'e\u0301tude=措施'];
      expect(got).toEqual(kept.sort());
      expect(losses.map((l) => l.kind)).toEqual(expect.arrayContaining(['overlap', 'sentences']));
    } else expect(got.filter((m) => m !== '=-' || expected.includes(m))).toEqual(expected);
    for (const d of back.exchange.documents) {
      for (const a of d.annotations)
        if (a.span && d.text !== null) expect(d.text.slice(a.span.start, a.span.end)).toBe(a.quote);
    }
    if (!lossy.has(id)) expect(back.losses.filter((l) => l.kind === 'place' || l.kind === 'offset')).toEqual([]);
  });

  it.each(['w3c', 'csv'] as const)('%s gives back everything', (id) => {
    const { files } = run(id, RICH_EXCHANGE);
    const back = CODECS[id].import!(files, OPTIONS).exchange.documents[0]!;
    const without = back.annotations.map(({ selector, ...a }) => a);
    expect(without).toEqual(RICH.annotations.map((a) => ({ ...a, span: null })));
    expect(back.relations.map(({ type, from, to }) => ({ type, from, to }))).toEqual([
      { type: '依据', from: RICH.annotations[1]!.id, to: RICH.annotations[2]!.id },
    ]);
  });

  it('QDA gives back authors, notes, replies, hierarchy and attributes', async () => {
    const back = CODECS.qdpx.import!(run('qdpx', RICH_EXCHANGE).files, OPTIONS).exchange;
    const by = new Map(back.documents[0]!.annotations.map((a) => [a.id, a]));
    for (const a of RICH.annotations) {
      expect(by.get(a.id)).toMatchObject({
        author: a.author,
        note: a.note,
        replies: a.replies,
        span: a.span,
        tags: a.tags,
      });
    }
    expect(back.tags.find((t) => t.name === '地名,甲;乙')).toMatchObject({ parent: CODES['主体'], color: '#112233' });
    expect(back.documents[0]!.attributes).toEqual(RICH.attributes);
    const xml = new TextDecoder().decode(unzipSync(bytesOf(run('qdpx', RICH_EXCHANGE).files[0]!))['project.qde']);
    expect(await validateProject(xml)).toEqual([]);
    expect(CODECS.qdc.import!(run('qdc', RICH_EXCHANGE).files, OPTIONS).exchange.tags).toEqual(back.tags);
  });

  it('Word gives back authors, notes, replies and what is done', () => {
    const back = CODECS.docx.import!(run('docx', RICH_EXCHANGE).files, OPTIONS).exchange.documents[0]!;
    expect(back.text).toBe(RICH_TEXT);
    const [whole, place, resolved, comment] = back.annotations;
    expect(whole).toMatchObject({ span: null, note: '全文待核', author: '李' });
    expect(place).toMatchObject({
      tags: ['主体', '地名,甲;乙'],
      note: RICH.annotations[1]!.note,
      span: RICH.annotations[1]!.span,
    });
    expect(resolved).toMatchObject({ status: 'resolved', span: RICH.annotations[2]!.span });
    expect(comment!.replies.map((r) => [r.author, r.text])).toEqual([['李', '同意<b>']]);
  });

  it('what a format cannot hold is said', () => {
    const kinds = (id: CodecId) => run(id, RICH_EXCHANGE).losses.map((l) => l.kind);
    expect(kinds('doccano')).toEqual(
      expect.arrayContaining([
        'note',
        'replies',
        'status',
        'attributes',
        'author',
        'document',
        'grouping',
        'document-attributes',
      ]),
    );
    expect(kinds('spacy')).toContain('relation');
    expect(kinds('conll2002')).toContain('overlap');
    expect(kinds('docx')).toEqual(expect.arrayContaining(['relation', 'attributes', 'reason']));
    expect(kinds('qdpx')).toEqual(expect.arrayContaining(['status', 'attributes']));
    expect(kinds('w3c')).toEqual(['document-attributes']);
  });
});

describe('foreign offsets', () => {
  const raw = '\ufeff　　\u{20bb7}林\r\n落实\r\n';
  it('a brat text with byte order mark and CR LF counts them or not', () => {
    const counted: ExchangeFile[] = [
      { name: 'a.txt', text: raw },
      { name: 'a.ann', text: 'T1\tX 7 9\t落实\n' },
    ];
    const normal: ExchangeFile[] = [
      { name: 'a.txt', text: raw },
      { name: 'a.ann', text: 'T1\tX 5 7\t落实\n' },
    ];
    for (const files of [counted, normal]) {
      const { exchange, losses } = CODECS.brat.import!(files, OPTIONS);
      expect(exchange.documents[0]!.annotations[0]).toMatchObject({ quote: '落实', span: { start: 6, end: 8 } });
      expect(losses).toEqual([]);
    }
  });
  it('UTF-16 offsets of UIMA are read past CR LF', () => {
    const cas = JSON.stringify({
      '%FEATURE_STRUCTURES': [
        { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: '\u{20bb7}林\r\n落实' },
        { '%ID': 2, '%TYPE': 'x.Y', begin: 5, end: 7, value: 'v' },
      ],
    });
    const { exchange } = CODECS.uima.import!([{ name: 'a.json', text: cas }], OPTIONS);
    expect(exchange.documents[0]!.annotations[0]).toMatchObject({
      quote: '落实',
      tags: ['v'],
      span: { start: 4, end: 6 },
    });
  });
  it('nonsense is reported, never thrown', () => {
    for (const id of Object.keys(CODECS) as CodecId[]) {
      for (const text of ['', '\u0000', '{', '[1,2', '<a><b>', 'T1\tX 99999 1\tx', '1-1\t0-9\tx\tx[1|\t']) {
        const files = [
          { name: 'a.ann', text },
          { name: 'a.txt', text: 'x' },
        ];
        expect(() => CODECS[id].import?.(files, OPTIONS)).not.toThrow();
      }
    }
  });
});

describe('reports and formats with golden files of our own', () => {
  it.each(['spacy', 'csv', 'qdc', 'markdown', 'html'] as const)('%s', (id) => {
    const made = run(id, RICH_EXCHANGE).files[0]!.text!;
    const file = path.join(OWN, `rich${CODECS[id].extensions[0]}`);
    if (process.env['UPDATE_GOLDEN']) fs.writeFileSync(file, made);
    expect(made).toBe(fs.readFileSync(file, 'utf8'));
  });
  it('html escapes what comes from texts', () => {
    expect(run('html', RICH_EXCHANGE).files[0]!.text).not.toMatch(/<责任>|<b>/);
  });
});
