/**
 * How annotations are put into words: quotes, tags, age, state, and one sentence for screen readers.
 * Changes when the wording does.
 */
import * as vscode from 'vscode';
import type { AnnotationView, Json, RelationView } from '../../../server/src/lsp/protocol.ts';

/** A text on one line, cut after so many characters. */
export function short(text: string, most: number): string {
  const flat = [...text.replace(/\s+/g, ' ').trim()];
  return flat.length > most ? `${flat.slice(0, most - 1).join('')}…` : flat.join('');
}

export const tagNames = (a: AnnotationView): string => a.tags.map((t) => t.name).join(vscode.l10n.t(', '));

/** What a list shows of an annotation: its words; of a note on the document: the note. */
export const headline = (a: AnnotationView, most = 40): string =>
  a.anchor === 'document' ? short(a.note ?? vscode.l10n.t('Note on the document'), most) : short(a.text, most);

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** “3 hours ago”, in the language of the interface. */
export function age(iso: string, now: number): string {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  const format = new Intl.RelativeTimeFormat(vscode.env.language, { numeric: 'auto' });
  for (const [unit, size] of STEPS) if (seconds >= size) return format.format(-Math.floor(seconds / size), unit);
  return format.format(0, 'second');
}

export function stateOf(a: AnnotationView): string {
  if (a.anchor === 'orphan') return vscode.l10n.t('its text is gone');
  if (a.anchor === 'ambiguous') return vscode.l10n.t('possible places: {0}', a.candidates.length);
  if (a.status === 'resolved') return vscode.l10n.t('resolved');
  if (a.anchor === 'changed') return vscode.l10n.t('its text was edited');
  return vscode.l10n.t('open');
}

/** One sentence for screen readers. */
export function spoken(a: AnnotationView): string {
  const parts = [headline(a, 80), tagNames(a), stateOf(a), a.author];
  if (a.note && a.anchor !== 'document') parts.push(vscode.l10n.t('note: {0}', short(a.note, 120)));
  if (a.replies.length > 0) parts.push(vscode.l10n.t('replies: {0}', a.replies.length));
  if (a.relations.length > 0) parts.push(vscode.l10n.t('relations: {0}', a.relations.length));
  return parts.filter((p) => p !== '').join('; ');
}

export type Find = (id: string) => AnnotationView | undefined;

/** The annotation at the other end of a relation; null where it leads to something else. */
export const otherEnd = (a: AnnotationView, { from, to }: RelationView): string | null =>
  from !== a.id ? from : to.kind === 'annotation' ? to.id : null;

/** The name of a document's file. */
const fileOf = (uri: string): string => vscode.Uri.parse(uri).path.split('/').at(-1) ?? '';

/** A relation as seen from one of its ends: “basis → …”, “… ← basis”. */
export function relationText(a: AnnotationView, r: RelationView, find: Find): string {
  const { to } = r;
  const id = otherEnd(a, r);
  const other = id === null ? undefined : find(id);
  const words = r.other
    ? vscode.l10n.t('{0} — {1}', short(r.other.text, 30), fileOf(r.other.uri))
    : id !== null
      ? other
        ? headline(other, 30)
        : vscode.l10n.t('(not in the text)')
      : to.kind === 'glossary'
        ? to.term
        : to.kind === 'section'
          ? [to.marker, to.title].join('')
          : to.kind === 'uri'
            ? to.uri
            : '';
  return r.from === a.id ? vscode.l10n.t('{0} → “{1}”', r.type, words) : vscode.l10n.t('{0} ← “{1}”', r.type, words);
}

/** The same as a sentence, for screen readers. */
export const relationSpoken = (a: AnnotationView, r: RelationView, find: Find): string => {
  const [type, words] = relationText(a, r, find).split(/ [→←] /) as [string, string];
  return r.from === a.id
    ? vscode.l10n.t('relation {0} to {1}', type, words)
    : vscode.l10n.t('relation {0} from {1}', type, words);
};

export const attributeText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A command link's address. */
export const link = (command: string, ...args: unknown[]): string =>
  `command:policyAnnotator.${command}?${encodeURIComponent(JSON.stringify(args))}`;

const COMMANDS = [
  'showAnnotation',
  'changeTags',
  'resolveAnnotation',
  'reopenAnnotation',
  'acceptWording',
  'relateAnnotation',
  'followRelation',
];

/** Markdown whose links may run our commands. */
export function trusted(): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.supportThemeIcons = true;
  text.isTrusted = { enabledCommands: COMMANDS.map((name) => `policyAnnotator.${name}`) };
  return text;
}

/** The relations of an annotation, each a link to its other end. */
export function appendRelations(text: vscode.MarkdownString, a: AnnotationView, uri: string, find: Find): void {
  for (const r of a.relations) {
    const address = link('followRelation', { uri, id: a.id, relation: r.id });
    text.appendMarkdown('\n\n$(link) [');
    text.appendText(relationText(a, r, find));
    text.appendMarkdown(`](${address})`);
  }
}

/** Everything about an annotation in Markdown, with nothing of a document taken for Markdown. */
export function details(a: AnnotationView, uri: string, now: number, find: Find): vscode.MarkdownString {
  const text = trusted();
  text.appendMarkdown('$(tag) ');
  text.appendText(tagNames(a) || vscode.l10n.t('Annotation'));
  text.appendText(` — ${a.author}, ${age(a.created, now)}`);
  if (a.status === 'resolved') {
    const said = a.reason ? vscode.l10n.t('Resolved: {0}', a.reason) : vscode.l10n.t('Resolved');
    text.appendMarkdown('\n\n$(pass) ').appendText(said);
  }
  if (a.note) text.appendMarkdown('\n\n').appendText(a.note);
  if (a.was !== null) text.appendMarkdown('\n\n$(edit) ').appendText(vscode.l10n.t('Was: {0}', short(a.was, 200)));
  if (a.replies.length > 0) {
    const last = a.replies.at(-1);
    text.appendMarkdown('\n\n$(comment-discussion) ');
    text.appendText(
      `${vscode.l10n.t('Replies: {0}', a.replies.length)} — ${last?.author}: ${short(last?.text ?? '', 80)}`,
    );
  }
  appendRelations(text, a, uri, find);
  const at = { uri, id: a.id };
  const offers = [
    [vscode.l10n.t('Open'), link('showAnnotation', at)],
    [vscode.l10n.t('Tags'), link('changeTags', at)],
    a.status === 'open'
      ? [vscode.l10n.t('Resolve'), link('resolveAnnotation', at)]
      : [vscode.l10n.t('Reopen'), link('reopenAnnotation', at)],
    [vscode.l10n.t('Relate'), link('relateAnnotation', at)],
    ...(a.anchor === 'changed' ? [[vscode.l10n.t('Accept the new wording'), link('acceptWording', at)]] : []),
  ];
  text.appendMarkdown(`\n\n${offers.map(([title, address]) => `[${title}](${address})`).join(' · ')}`);
  return text;
}
