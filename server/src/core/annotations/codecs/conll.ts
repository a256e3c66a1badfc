/** CoNLL-2002: one character a line with an IOB2 tag. Changes when sentences or tokens are cut otherwise. */
import { textFile, textOf } from './bytes.ts';
import { type Codec, type ExchangeAnnotation, type ExchangeDocument, Losses } from './exchange.ts';
import { characterTokens, imported, placed, sentencesOf, stem } from './text.ts';

const UNTAGGED = 'NOTE';

function write(d: ExchangeDocument, losses: Losses): string {
  const text = d.text ?? '';
  for (const a of d.annotations) losses.omit(a, 'note', 'replies', 'status', 'attributes', 'author', 'document');
  for (const r of d.relations) losses.add('relation', 'relations are left out', r.type);
  const kept: { start: number; end: number; tag: string }[] = [];
  const flat = placed(d.annotations).flatMap((a) =>
    (a.tags.length > 0 ? a.tags : [UNTAGGED]).map((tag) => ({ a, tag })),
  );
  flat.sort(
    (x, y) => y.a.span.end - y.a.span.start - (x.a.span.end - x.a.span.start) || x.a.span.start - y.a.span.start,
  );
  for (const { a, tag } of flat) {
    const overlap = kept.some((k) => a.span.start < k.end && k.start < a.span.end);
    if (overlap)
      losses.add('overlap', 'of overlapping annotations the longest is kept', `${a.quote.slice(0, 20)} ${tag}`);
    else kept.push({ ...a.span, tag: tag.replace(/\s+/g, '_') });
  }
  kept.sort((x, y) => x.start - y.start);
  const sentences = sentencesOf(text);
  for (const k of kept) {
    const over = sentences.filter((s) => s.start < k.end && k.start < s.end).length;
    if (over > 1)
      losses.add('sentences', 'a span over several sentences is cut into several', text.slice(k.start, k.start + 20));
  }
  let next = 0;
  return sentences
    .map((s) => {
      const rows = characterTokens(text, s).map((t) => {
        while (next < kept.length && kept[next]!.end <= t.start) next++;
        const k = kept[next];
        const inside = k !== undefined && k.start < t.end && t.start < k.end;
        const first = inside && (k.start >= t.start || text.slice(Math.max(k.start, s.start), t.start).trim() === '');
        return `${text.slice(t.start, t.end)} ${inside ? `${first ? 'B' : 'I'}-${k.tag}` : 'O'}\n`;
      });
      return `${rows.join('')}\n`;
    })
    .join('');
}

function read(name: string, content: string): ExchangeDocument {
  const annotations: ExchangeAnnotation[] = [];
  let text = '';
  let open: { start: number; tag: string } | null = null;
  const close = (): void => {
    if (!open) return;
    const quote = text.slice(open.start).trimEnd();
    const span = { start: open.start, end: open.start + quote.length };
    annotations.push(imported(`${name}#${annotations.length}`, span, quote, open.tag === UNTAGGED ? [] : [open.tag]));
    open = null;
  };
  for (const line of content.split('\n')) {
    const cells = line.trim().split(/[ \t]+/);
    const [form = '', tag = ''] = [cells[0], cells.at(-1)];
    if (form === '' || form.startsWith('-DOCSTART-')) {
      close();
      if (text !== '' && !text.endsWith('\n')) text += '\n';
      continue;
    }
    const label = tag.slice(2);
    const current = open as { start: number; tag: string } | null;
    if (!tag.startsWith('I-') || current?.tag !== label) close();
    if (/^[BI]-/.test(tag) && !open) open = { start: text.length, tag: label };
    text += form;
  }
  close();
  return { name, text, annotations, relations: [], attributes: {} };
}

export const conll2002: Codec = {
  id: 'conll2002',
  title: 'CoNLL-2002 (characters, IOB2)',
  extensions: ['.conll', '.txt'],
  export({ documents }) {
    const losses = new Losses();
    const files = documents.map((d) => textFile(`${stem(d.name)}.conll`, write(d, losses)));
    return { files, losses: losses.list() };
  },
  import(files) {
    const losses = new Losses();
    losses.add('blanks', 'blanks are not in the file; the text is compared without them');
    const documents = files.map((f) => read(`${stem(f.name)}.txt`, textOf(f)));
    return { exchange: { documents, tags: [] }, losses: losses.list() };
  },
};
