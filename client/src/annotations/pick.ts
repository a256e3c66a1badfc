/**
 * Choosing a tag with one key: digits choose by place, a tag's own key chooses it, the last tag is the first offer, and
 * what no tag is called becomes a new one. Changes when choosing does.
 */
import * as vscode from 'vscode';
import type { TagView } from '../../../server/src/lsp/protocol.ts';

export type Choice =
  | { readonly kind: 'tag'; readonly tag: TagView }
  | { readonly kind: 'new'; readonly name: string }
  | { readonly kind: 'none' };

export interface Offer extends vscode.QuickPickItem {
  readonly choice: Choice;
  /** Pressed alone, it chooses this. */
  readonly press?: string;
}

/** Tags that suit most policy documents, offered until somebody makes a tag of another name; made when they are chosen. */
const starters = (): string[] => [
  vscode.l10n.t('Goal'),
  vscode.l10n.t('Measure'),
  vscode.l10n.t('Responsible body'),
  vscode.l10n.t('Deadline'),
  vscode.l10n.t('Figure'),
  vscode.l10n.t('Question'),
];

/** The same for relations: what leads from one annotation to another. */
const relations = (): string[] => [
  vscode.l10n.t('Basis'),
  vscode.l10n.t('Detail'),
  vscode.l10n.t('Responsibility'),
  vscode.l10n.t('Same matter'),
  vscode.l10n.t('Contradiction'),
];

/** A dot in the colour of a tag. */
export const dot = (color: string): vscode.Uri =>
  vscode.Uri.parse(
    `data:image/svg+xml;utf8,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="5" fill="${color}"/></svg>`)}`,
  );

/** What is offered, in order: the last tag, then the others with their keys; digits for those without a key. */
export function offers(
  tags: readonly TagView[],
  last: string | null,
  has: ReadonlySet<string>,
  relation = false,
): Offer[] {
  const sorted = [...tags].sort((a, b) => Number(b.id === last) - Number(a.id === last));
  const taken = new Set(tags.map((t) => t.key?.toLowerCase()).filter((k) => k !== undefined));
  const digits = [...'123456789'].filter((d) => !taken.has(d));
  const named = sorted.map((tag): Offer => {
    const press = tag.key?.toLowerCase() ?? digits.shift();
    const notes = [
      press ? `[${press.toUpperCase()}]` : '',
      has.has(tag.id) ? vscode.l10n.t('$(check) has it') : '',
      tag.count ? String(tag.count) : '',
    ];
    return {
      label: tag.name,
      description: notes.filter((n) => n !== '').join('  '),
      ...(tag.description ? { detail: tag.description } : {}),
      iconPath: dot(tag.color),
      choice: { kind: 'tag', tag },
      ...(press ? { press } : {}),
    };
  });
  const suggested = relation ? relations() : starters();
  if (tags.some((t) => !suggested.includes(t.name))) return named;
  const fresh = suggested.filter((name) => !tags.some((t) => t.name === name));
  const made = fresh.map((name): Offer => {
    const press = digits.shift();
    return {
      label: name,
      description: `[${press}]  ${vscode.l10n.t('new tag')}`,
      iconPath: new vscode.ThemeIcon('add'),
      choice: { kind: 'new', name },
      ...(press ? { press } : {}),
    };
  });
  return [...named, ...made];
}

/** The offer that a typed text chooses at once, if any. */
export const pressed = (items: readonly Offer[], typed: string): Offer | undefined =>
  [...typed].length === 1 ? items.find((i) => i.press === typed.toLowerCase()) : undefined;

/** What is added below the offers for a typed text that is no tag's name. */
function extra(items: readonly Offer[], typed: string): Offer[] {
  const name = typed.trim();
  if (name === '' || items.some((i) => i.label === name)) return [];
  const label = vscode.l10n.t('$(add) New tag “{0}”', name);
  return [{ label, alwaysShow: true, choice: { kind: 'new', name } }];
}

/** What Enter chooses before the list has caught up with what was typed. */
export function typed(items: readonly Offer[], value: string): Choice | undefined {
  const name = value.trim();
  if (name === '') return undefined;
  return items.find((i) => i.label === name)?.choice ?? { kind: 'new', name };
}

/** What Enter chooses: the row, unless it still is one of before the last letters were typed. */
export function accepted(items: readonly Offer[], row: Offer | undefined, value: string): Choice | undefined {
  const name = value.trim();
  if (row && (name === '' || row.label.toLowerCase().includes(name.toLowerCase()))) return row.choice;
  return typed(items, value) ?? row?.choice;
}

/** Asks for a tag; undefined when the user went away. */
export function pickTag(options: {
  readonly title: string;
  readonly tags: readonly TagView[];
  readonly last: string | null;
  readonly has?: ReadonlySet<string>;
  /** Offers to annotate without a tag. */
  readonly bare?: boolean;
  /** Asks for what a relation is. */
  readonly relation?: boolean;
}): Promise<Choice | undefined> {
  const { title, tags, last, has = new Set(), bare = false, relation = false } = options;
  const none: Offer[] = bare
    ? [{ label: vscode.l10n.t('$(circle-slash) No tag, only a mark'), choice: { kind: 'none' } }]
    : [];
  const items = offers(tags, last, has, relation);
  const picker = vscode.window.createQuickPick<Offer>();
  picker.title = title;
  picker.placeholder = vscode.l10n.t('A number or letter chooses; a name finds, or makes a new tag');
  picker.matchOnDescription = false;
  picker.items = [...items, ...none];
  return new Promise((resolve) => {
    const done = (choice: Choice | undefined): void => {
      resolve(choice);
      picker.hide();
    };
    picker.onDidChangeValue((value) => {
      const found = pressed(items, value);
      if (found) done(found.choice);
      else picker.items = [...items, ...extra(items, value), ...(value === '' ? none : [])];
    });
    picker.onDidAccept(() => done(accepted(items, picker.selectedItems[0], picker.value)));
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
