/** What the hover tells of a term. Changes when a term has something new to tell. */
import type { GlossaryEntry } from '../glossary/model.ts';
import { LINKED_SOURCES } from '../glossary/model.ts';
import { type Locale, type Message, say } from '../l10n.ts';
import { termKey } from '../text/fold.ts';
import { type Span, slice } from '../text/span.ts';
import { numericShape } from '../workspace/abbreviations.ts';
import { DEFINITION_KINDS, type Definition } from '../workspace/definitions.ts';
import type { Mention } from '../workspace/mentions.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { attribution } from './attribution.ts';
import { termDefinitions } from './definition.ts';
import { type Inline, type Page, shorten } from './page.ts';
import { CATEGORY, CONFIDENCE } from './words.ts';

export interface TermOptions {
  readonly locale: Locale;
  readonly bilingual: boolean;
}

const MOST_ITEMS = 16;

/** Kinds of words that say themselves what they say; a name or an abbreviation that nothing explains does not. */
const SPEAKING: ReadonlySet<string> = new Set(['slogan', 'idiom', 'metaphor', 'quotation', 'unknown']);

/** 村“两委”: a mention ends before a mark at its end. */
const closed = (name: string): string =>
  /“[^”]+$/.test(name) ? `${name}”` : /「[^」]+$/.test(name) ? `${name}」` : name;

/** Writes the block of a term. */
export function writeTerm(
  page: Page,
  workspace: Workspace,
  uri: string,
  key: string,
  mention: Mention,
  options: TermOptions,
): void {
  const { locale } = options;
  const t = (message: Message, ...args: (string | number)[]): string => say(locale, message, ...args);
  const summary = workspace.summary(uri)!;
  const choice = workspace.glossary.choose(key, workspace.context(uri));
  const entry = choice?.elsewhere ? undefined : choice?.entry;
  const category = entry?.category ?? summary.terms.category(mention.key);
  const surface = closed(slice(workspace.document(uri)!.text, mention.span).replace(/\s+/g, ''));
  const alias = entry?.aliases.find((a) => termKey(a) === key);
  const name = entry && entry.key !== key ? `${alias ?? surface} → ${entry.term}` : surface;
  const scope = entry && workspace.glossary.scopes.get(entry.scope);
  const { text } = workspace.document(uri)!;
  const lead = mention.quoted ? attribution(text, mention.span) : null;
  const plain = !choice && !lead && (!mention.quoted || SPEAKING.has(category));
  if (plain && tellsNothing(workspace, uri, key)) return;
  const facts = [
    t(CATEGORY[category]),
    ...(scope ? [locale === 'zh-cn' ? scope.name.zh : (scope.name.en ?? scope.name.zh)] : []),
  ];
  page.text({ strong: name }, ` · ${facts.join(' · ')}`);

  if (entry) writeEntry(page, entry, options);
  if (lead) {
    page.text({ strong: t({ en: 'Quoted here from: ', zh: '引自：' }) }, shorten(slice(text, lead), 80));
  }
  const others = choice ? [...(entry ? [] : [choice.entry]), ...choice.alternatives] : [];
  const said = writeDocument(page, workspace, uri, key, options);
  if (entry || said || lead || others.length > 0) writeCounts(page, workspace, uri, key, t);
  else writeUnknown(page, workspace, uri, key, mention, options);
  if (choice && others.length > 0) {
    page.text({
      em: t(
        choice.certain || !entry
          ? { en: 'Elsewhere the same words mean:', zh: '同一说法在别处另有所指：' }
          : { en: 'It may also mean:', zh: '也可能指：' },
      ),
    });
    page.list(
      others.slice(0, 4).map((other) => {
        const place = workspace.glossary.scopes.get(other.scope)?.name;
        const where = place ? (locale === 'zh-cn' ? place.zh : (place.en ?? place.zh)) : other.scope;
        const what =
          (locale === 'zh-cn' ? other.definition?.zh : (other.definition?.en ?? other.definition?.zh)) ?? other.term;
        return [
          { strong: other.term },
          ` (${[where, other.origin?.date].filter(Boolean).join(', ')}): `,
          shorten(what, 120),
        ];
      }),
    );
  }
}

/** Definition, rendering, components, origin, sources, confidence. */
export function writeEntry(page: Page, entry: GlossaryEntry, { locale, bilingual }: TermOptions): void {
  const t = (message: Message, ...args: (string | number)[]): string => say(locale, message, ...args);
  const zh = locale === 'zh-cn';
  if (entry.translation !== undefined) page.text({ em: entry.translation });
  const { zh: chinese, en: english } = entry.definition ?? {};
  const first = zh ? (chinese ?? english) : (english ?? chinese);
  const second = zh ? english : chinese;
  if (first !== undefined) page.text(first);
  if (bilingual && second !== undefined && second !== first) page.text(second);
  if (entry.components.length > 0) {
    page.list(
      entry.components
        .slice(0, MOST_ITEMS)
        .map((c): Inline[] => (c.en !== undefined && (!zh || bilingual) ? [c.zh, ` — ${c.en}`] : [c.zh])),
      true,
    );
  }
  const { origin } = entry;
  if (origin) {
    const parts = [origin.date, origin.by, origin.where].filter((x): x is string => x !== undefined);
    page.text({ strong: t({ en: 'Origin: ', zh: '出处：' }) }, parts.join(zh ? '，' : ', '));
  }
  if (entry.sources.length > 0) {
    page.text({ strong: t({ en: 'Sources', zh: '来源' }) });
    page.list(
      entry.sources.map((s): Inline[] =>
        s.url !== undefined && LINKED_SOURCES.has(s.kind) ? [{ link: s.title, url: s.url }] : [s.title],
      ),
    );
  }
  page.text({ em: t({ en: 'Confidence: {0}', zh: '可信程度：{0}' }, t(CONFIDENCE[entry.confidence])) });
}

const strongest = (a: Definition, b: Definition): number =>
  DEFINITION_KINDS.indexOf(a.kind) - DEFINITION_KINDS.indexOf(b.kind) || a.span.start - b.span.start;

/** “量入为出、收支平衡”的原则 tells a jump where the words stand; to a reader it says no more than the words. */
const repeats = (workspace: Workspace, uri: string, span: Span, key: string): boolean =>
  termKey((workspace.text(uri) ?? '').slice(span.start, span.end)) === key;

/** The passages that say more of a term than its name. */
const explanations = (workspace: Workspace, uri: string, key: string): ReturnType<typeof termDefinitions> =>
  termDefinitions(workspace, uri, key, { start: 0, end: 0 }).filter((d) => !repeats(workspace, d.uri, d.span, key));

/** What this document says of the term; where it says nothing, what another one says. */
function writeDocument(page: Page, workspace: Workspace, uri: string, key: string, { locale }: TermOptions): boolean {
  const t = (message: Message, ...args: (string | number)[]): string => say(locale, message, ...args);
  const summary = workspace.summary(uri)!;
  const document = workspace.document(uri)!;
  const entry = workspace.entry(uri, key);
  const ids = new Set([key, ...(entry ? [entry.key] : [])].map((k) => workspace.ids.find(k)));
  const own = summary.definitions
    .filter((d) => ids.has(d.key) && !repeats(workspace, uri, d.span, key))
    .sort(strongest);
  const said = own[0];
  if (said) {
    const line = document.lines.lineAt(said.span.start) + 1;
    page.text(
      { strong: t({ en: 'In this document (line {0}): ', zh: '本文（第 {0} 行）：' }, line) },
      shorten(slice(document.text, said.span), 240),
    );
    if (said.components.length > 1 && !entry?.components.length)
      page.list(
        said.components.slice(0, MOST_ITEMS).map((c) => [c]),
        true,
      );
    return true;
  }
  const other = explanations(workspace, uri, key)[0];
  if (!other) return false;
  const text = workspace.text(other.uri);
  const where = workspace.summary(other.uri)?.title?.text ?? other.uri.slice(other.uri.lastIndexOf('/') + 1);
  if (text !== undefined) {
    page.text(
      { strong: t({ en: 'In “{0}”: ', zh: '《{0}》：' }, shorten(where, 60)) },
      shorten(slice(text, other.span), 240),
    );
  }
  return text !== undefined;
}

/** Whether neither glossary nor documents say anything of a term, which stands in one place only. */
export function tellsNothing(workspace: Workspace, uri: string, key: string): boolean {
  return (
    !workspace.glossary.has(key) &&
    workspace.documentCount(key) <= 1 &&
    workspace.places(uri, key).length <= 1 &&
    explanations(workspace, uri, key).length === 0
  );
}

const MOST_PLACES = 3;
const AROUND = 18;

/** Of a term that nothing explains: what it counts, what stands in it, and where else it stands. */
function writeUnknown(
  page: Page,
  workspace: Workspace,
  uri: string,
  key: string,
  mention: Mention,
  { locale }: TermOptions,
): void {
  const t = (message: Message, ...args: (string | number)[]): string => say(locale, message, ...args);
  const { text, lines } = workspace.document(uri)!;
  const shape = numericShape(key);
  if (shape && !/[一二两三四五六七八九十百0-9]/.test(shape.head)) {
    page.text(
      t({ en: 'It counts {0}; this document does not list them.', zh: '数目为 {0}，本文未逐项列出。' }, shape.count),
    );
  }
  const parts = workspace
    .summary(uri)!
    .terms.within(mention.span)
    .flatMap((m) => workspace.entry(uri, workspace.ids.key(m.key)) ?? []);
  page.list(
    [...new Set(parts)]
      .slice(0, MOST_PLACES)
      .map((entry) => [
        { strong: entry.term },
        ` — ${locale === 'zh-cn' ? shorten(entry.definition?.zh ?? '', 60) : (entry.translation ?? '')}`,
      ]),
  );
  const others = workspace.places(uri, key).filter((m) => m.span.start !== mention.span.start);
  page.list(
    others.slice(0, MOST_PLACES).map(({ span }) => {
      const line = lines.line(lines.lineAt(span.start));
      const from = Math.max(line.start, span.start - AROUND);
      const to = Math.max(span.end, Math.min(line.next, span.end + AROUND));
      const around = text.slice(from, to).replace(/\s+/g, ' ').trim();
      return [t({ en: 'line {0}: …{1}…', zh: '第 {0} 行：…{1}…' }, lines.lineAt(span.start) + 1, around)];
    }),
  );
  const documents: Inline[][] = [];
  if (workspace.documentCount(key) > 1) {
    for (const s of workspace.mentioning(key)) {
      if (s.uri === uri) continue;
      if (documents.length === MOST_PLACES) break;
      documents.push([shorten(s.title?.text ?? decodeURIComponent(s.uri.slice(s.uri.lastIndexOf('/') + 1)), 50)]);
    }
  }
  if (documents.length > 0) {
    page.text({ em: t({ en: 'Also in:', zh: '另见：' }) });
    page.list(documents);
  }
  page.text({
    em: t({ en: 'No glossary has it; this document does not define it.', zh: '术语库未收，本文未作说明。' }),
  });
}

function writeCounts(
  page: Page,
  workspace: Workspace,
  uri: string,
  key: string,
  t: (m: Message, ...args: (string | number)[]) => string,
): void {
  const here = workspace.places(uri, key).length;
  const documents = workspace.documentCount(key);
  const all = Math.max(workspace.mentionCount(key), here);
  page.text(
    documents > 1
      ? t(
          { en: '{0} here, {1} in {2} documents of the workspace', zh: '本文 {0} 处，工作区 {2} 份文件共 {1} 处' },
          here,
          all,
          documents,
        )
      : t({ en: '{0} here, in no other document of the workspace', zh: '本文 {0} 处，工作区其他文件未见' }, here),
  );
}
