/** Reports for readers: Markdown and HTML. Changes when a report shows something else. They cannot be read back. */
import { type Locale, say } from '../../l10n.ts';
import { textFile } from './bytes.ts';
import { type Codec, type Exchange, type ExchangeAnnotation, type ExchangeDocument, Losses } from './exchange.ts';
import { placed, stem } from './text.ts';
import { attribute, escapeXml } from './xml.ts';

const UNTAGGED = '—';

const DOCUMENT = { en: 'document', zh: '全文' };
const LINE = { en: 'L{0}', zh: '第{0}行' };
const GONE = { en: 'text is gone', zh: '原文已不存在' };
const RESOLVED = { en: 'resolved', zh: '已解决' };
const TITLE = { en: 'Annotations', zh: '批注' };
const TABLE = { en: '| tag | annotations |', zh: '| 标签 | 批注数 |' };
const NONE = { en: '(none)', zh: '（无）' };

function summary({ documents, tags }: Exchange): [string, number][] {
  const counts = new Map<string, number>(tags.map((t) => [t.name, 0]));
  for (const d of documents) {
    for (const a of d.annotations) for (const tag of a.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** The line (one-based) of an offset, for readers. */
const lineOf = (d: ExchangeDocument, offset: number): number => (d.text ?? '').slice(0, offset).split('\n').length;

/** Notes on the document and lost ones first, then in the order of the text. */
const ordered = (d: ExchangeDocument): ExchangeAnnotation[] => [
  ...d.annotations.filter((a) => !a.span),
  ...placed(d.annotations),
];

/** Nothing in a text may become Markdown or HTML: what has a meaning at that place is escaped. */
const md = (text: string): string =>
  escapeXml(text)
    .replace(/[\\`*_{}[\]#|~]/g, '\\$&')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');
const day = (iso: string): string => iso.slice(0, 10);

function markdownOf(a: ExchangeAnnotation, d: ExchangeDocument, locale: Locale): string {
  const place = a.span ? say(locale, LINE, lineOf(d, a.span.start)) : say(locale, a.quote === '' ? DOCUMENT : GONE);
  const tags = a.tags.length > 0 ? a.tags.map((t) => `**${md(t)}**`).join(', ') : UNTAGGED;
  const by = [a.author, day(a.created)]
    .filter((s) => s !== '')
    .map(md)
    .join(', ');
  const done = a.status === 'resolved' ? ` ✓ ${say(locale, RESOLVED)}${a.reason ? `: ${md(a.reason)}` : ''}` : '';
  const lines = [`- ${place} ${tags}${a.quote ? ` “${md(a.quote)}”` : ''}${by ? ` (${by})` : ''}${done}`];
  if (a.note !== null) lines.push(`  - ${md(a.note)}`);
  for (const r of a.replies) lines.push(`  - ${md(r.author)}: ${md(r.text)}`);
  for (const r of d.relations) {
    if (r.from !== a.id) continue;
    lines.push(`  - → ${md(r.type)} → “${md(d.annotations.find((x) => x.id === r.to)?.quote ?? r.to)}”`);
  }
  return lines.join('\n');
}

export const markdown: Codec = {
  id: 'markdown',
  title: 'Markdown report',
  extensions: ['.md'],
  export(exchange, { locale = 'en' }) {
    const parts = exchange.documents.map((d) => {
      const head = Object.entries(d.attributes).map(
        ([k, v]) => `- ${md(k)}: ${md(typeof v === 'string' ? v : JSON.stringify(v))}`,
      );
      return `## ${md(d.name)}\n\n${head.length > 0 ? `${head.join('\n')}\n\n` : ''}${
        ordered(d)
          .map((a) => markdownOf(a, d, locale))
          .join('\n') || say(locale, NONE)
      }\n`;
    });
    const table = summary(exchange)
      .map(([tag, n]) => `| ${md(tag)} | ${n} |`)
      .join('\n');
    const total = table ? `${say(locale, TABLE)}\n| --- | ---: |\n${table}\n\n` : '';
    const name =
      exchange.documents.length === 1 ? `${stem(exchange.documents[0]!.name)}-annotations.md` : 'annotations.md';
    return {
      files: [textFile(name, `# ${say(locale, TITLE)}\n\n${total}${parts.join('\n')}`)],
      losses: new Losses().list(),
    };
  },
};

const STYLE = `body{font:16px/1.8 system-ui,"Noto Serif CJK SC",serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1f2328;background:#fff}
p{margin:0;white-space:pre-wrap}mark{background:color-mix(in srgb,var(--c) 25%,transparent);border-bottom:2px solid var(--c);color:inherit}
mark:target{outline:2px solid}sup a{text-decoration:none}ol{padding-left:2rem}.by{color:#59636e}.tag{border-left:.5rem solid var(--c);padding-left:.3rem}
@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}.by{color:#9198a1}}`;

/** The text with every annotation marked; overlapping ones nest by being cut at each other's edges. */
function marked(
  d: ExchangeDocument,
  numbers: ReadonlyMap<string, number>,
  color: (a: ExchangeAnnotation) => string,
): string {
  const text = d.text ?? '';
  const all = placed(d.annotations);
  const breaks = [...text.matchAll(/\n/g)].flatMap((m) => [m.index, m.index + 1]);
  const edges = [...new Set([0, text.length, ...breaks, ...all.flatMap((a) => [a.span.start, a.span.end])])].sort(
    (a, b) => a - b,
  );
  const open = new Set<(typeof all)[number]>();
  let next = 0;
  let out = '<p>';
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i]!, edges[i + 1]!];
    for (; next < all.length && all[next]!.span.start <= start; next++) open.add(all[next]!);
    for (const a of open) if (a.span.end <= start) open.delete(a);
    const piece = text.slice(start, end);
    if (piece === '\n') {
      out += '</p>\n<p>';
      continue;
    }
    let html = escapeXml(piece);
    for (const a of [...open].reverse()) {
      const id = a.span.start === start ? ` id="a${numbers.get(a.id)}"` : '';
      const title = attribute([a.tags.join('、'), a.note ?? '', a.author].filter((s) => s !== '').join(' · '));
      html = `<mark${id} style="--c:${color(a)}" title=${title}>${html}</mark>`;
    }
    const ends = [...open].filter((a) => a.span.end === end);
    out +=
      html +
      ends
        .map((a) => `<sup><a role="doc-noteref" href="#n${numbers.get(a.id)}">${numbers.get(a.id)}</a></sup>`)
        .join('');
  }
  return `${out}</p>`;
}

export const html: Codec = {
  id: 'html',
  title: 'HTML report',
  extensions: ['.html'],
  export(exchange) {
    const colors = new Map(exchange.tags.map((t) => [t.name, t.color]));
    const color = (a: ExchangeAnnotation): string => {
      const c = colors.get(a.tags[0] ?? '') ?? '#888888';
      return /^#[0-9a-f]{6}$/i.test(c) ? c : '#888888';
    };
    const files = exchange.documents.map((d) => {
      const list = ordered(d);
      const numbers = new Map(list.map((a, i) => [a.id, i + 1]));
      const items = list.map((a) => {
        const n = numbers.get(a.id)!;
        const by = escapeXml([a.author, day(a.created)].filter((s) => s !== '').join(', '));
        const done =
          a.status === 'resolved' ? ` <span role="img" aria-label="已解决">✓</span> ${escapeXml(a.reason ?? '')}` : '';
        const replies = a.replies.map((r) => `<li>${escapeXml(r.author)}: ${escapeXml(r.text)}</li>`).join('');
        const where = a.span ? `<a href="#a${n}">“${escapeXml(a.quote)}”</a>` : `“${escapeXml(a.quote)}”`;
        const related = d.relations
          .filter((r) => r.from === a.id && numbers.has(r.to))
          .map((r) => `<li>${escapeXml(r.type)} → <a href="#n${numbers.get(r.to)}">${numbers.get(r.to)}</a></li>`)
          .join('');
        const below = replies || related ? `<ul>${replies}${related}</ul>` : '';
        return `<li id="n${n}" value="${n}"><span class="tag" style="--c:${color(a)}">${escapeXml(a.tags.join('、') || UNTAGGED)}</span> ${a.quote ? where : ''} ${escapeXml(a.note ?? '')} <span class="by">${by}${done}</span>${below}</li>`;
      });
      const page = `<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(d.name)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeXml(d.name)}</h1>
${marked(d, numbers, color)}
<hr>
<section role="doc-endnotes" aria-label="批注">
<ol>
${items.join('\n')}
</ol>
</section>
</main>
</body>
</html>
`;
      return textFile(`${stem(d.name)}.html`, page);
    });
    return { files, losses: new Losses().list() };
  },
};
