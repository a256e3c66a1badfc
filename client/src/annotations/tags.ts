/**
 * Looking after the tag set: make, rename, recolour, give a key, describe, order, merge, retire and bring back; the tags of
 * annotations and those of relations. Changes when tags can do more.
 */
import * as vscode from 'vscode';
import type { AnnotationRequests, TagView } from '../../../server/src/lsp/protocol.ts';
import { colorName } from './colors.ts';
import { kept } from './failures.ts';
import { dot } from './pick.ts';
import type { Store } from './store.ts';

interface Entry extends vscode.QuickPickItem {
  readonly tag?: TagView;
  readonly add?: 'tag' | 'relation';
}

/** Under how many others a tag stands. */
function depth(tag: TagView, tags: readonly TagView[]): number {
  const seen = new Set<string>();
  for (let up = tag.parent; up !== null && !seen.has(up); up = tags.find((t) => t.id === up)?.parent ?? null)
    seen.add(up);
  return seen.size;
}

const listed = (tags: readonly TagView[], all: readonly TagView[]): Entry[] =>
  tags.map((tag) => ({
    label: `${'\u2003'.repeat(depth(tag, all))}${tag.name}`,
    description: [
      tag.key ? `[${tag.key.toUpperCase()}]` : '',
      String(tag.count ?? 0),
      colorName(tag.color),
      tag.retired ? vscode.l10n.t('offered no more') : '',
    ]
      .filter((t) => t !== '')
      .join(' · '),
    ...(tag.description || tag.guideline ? { detail: tag.description || tag.guideline } : {}),
    iconPath: dot(tag.color),
    tag,
  }));

const separator = (label: string): Entry => ({ label, kind: vscode.QuickPickItemKind.Separator });

/** Asks which tag and what to do with it, until the user goes away. */
export async function manageTags(store: Store, uri: string): Promise<void> {
  for (;;) {
    const tags = await store.call('tags', { uri, retired: true });
    const own = (relation: boolean): Entry[] =>
      listed(
        tags.filter((t) => t.relation === relation),
        tags,
      );
    const chosen = await vscode.window.showQuickPick(
      [
        separator(vscode.l10n.t('Tags of annotations')),
        ...own(false),
        { label: vscode.l10n.t('$(add) New tag…'), add: 'tag' } as Entry,
        separator(vscode.l10n.t('Tags of relations')),
        ...own(true),
        { label: vscode.l10n.t('$(add) New tag for relations…'), add: 'relation' } as Entry,
      ],
      { title: vscode.l10n.t('Tags'), matchOnDetail: true, ignoreFocusOut: true },
    );
    if (!chosen) return;
    if (chosen.tag) await change(store, uri, chosen.tag, tags);
    else {
      const relation = chosen.add === 'relation';
      const name = await askName(vscode.l10n.t('Name of the new tag'), '', tags, relation);
      if (name) await kept(name, () => store.call('createTag', { uri, name, relation }));
    }
  }
}

/** Asks for a name that no other tag of the same kind has. */
async function askName(title: string, value: string, others: readonly TagView[], relation: boolean) {
  const taken = new Set(others.filter((t) => t.relation === relation).map((t) => t.name));
  const name = await vscode.window.showInputBox({
    title,
    value,
    ignoreFocusOut: true,
    validateInput: (text) =>
      taken.has(text.trim()) ? vscode.l10n.t('There is a tag of this name. To make one of two, merge them.') : null,
  });
  return name?.trim();
}

interface Choice extends vscode.QuickPickItem {
  readonly run: () => Promise<unknown>;
}

async function change(store: Store, uri: string, tag: TagView, tags: readonly TagView[]): Promise<void> {
  const { id } = tag;
  const others = tags.filter((t) => t.id !== id && t.relation === tag.relation && !t.retired);
  const update = (patch: Omit<AnnotationRequests['updateTag'][0], 'uri' | 'tag'>) =>
    kept(patch.guideline ?? patch.description ?? patch.name, () => store.call('updateTag', { uri, tag: id, ...patch }));
  const ask = async (title: string, value: string) =>
    (await vscode.window.showInputBox({ title, value, ignoreFocusOut: true }))?.trim();
  const choices: Choice[] = [
    {
      label: vscode.l10n.t('$(edit) Rename…'),
      run: async () => {
        const name = await askName(vscode.l10n.t('Name of the tag'), tag.name, others, tag.relation);
        if (name && name !== tag.name) await update({ name });
      },
    },
    {
      label: vscode.l10n.t('$(symbol-color) Colour…'),
      description: colorName(tag.color),
      run: async () => {
        const color = await askColor(await store.call('tagColors', {}), tag, tags);
        if (color) await update({ color });
      },
    },
    {
      label: vscode.l10n.t('$(keyboard) Key…'),
      description: tag.key?.toUpperCase() ?? '',
      run: async () => {
        const key = await askKey(tag, tags);
        if (key !== undefined) await update({ key: key === '' ? null : key });
      },
    },
    {
      label: vscode.l10n.t('$(info) Description…'),
      description: tag.description,
      run: async () => {
        const description = await ask(vscode.l10n.t('What does the tag mean?'), tag.description);
        if (description !== undefined) await update({ description });
      },
    },
    {
      label: vscode.l10n.t('$(book) Guideline…'),
      description: tag.guideline,
      run: async () => {
        const guideline = await ask(vscode.l10n.t('When is the tag used, and when not?'), tag.guideline);
        if (guideline !== undefined) await update({ guideline });
      },
    },
    {
      label: vscode.l10n.t('$(list-tree) Put Below…'),
      description: tags.find((t) => t.id === tag.parent)?.name ?? '',
      run: async () => {
        const none: Entry = { label: vscode.l10n.t('Below no other tag') };
        const above = others.filter((t) => !isBelow(t, id, tags));
        const parent = await vscode.window.showQuickPick([none, ...listed(above, tags)], {
          title: tag.name,
          ignoreFocusOut: true,
        });
        if (parent) await update({ parent: parent.tag?.id ?? null });
      },
    },
    {
      label: vscode.l10n.t('$(git-merge) Merge into…'),
      run: async () => {
        const title = vscode.l10n.t('Merge “{0}” into', tag.name);
        const into = (await vscode.window.showQuickPick(listed(others, tags), { title, ignoreFocusOut: true }))?.tag;
        if (!into) return;
        const merge = vscode.l10n.t('Merge');
        const message = vscode.l10n.t('Everything tagged “{0}” will be tagged “{1}”.', tag.name, into.name);
        const detail = vscode.l10n.t('This cannot be taken back.');
        const answer = await vscode.window.showWarningMessage(message, { modal: true, detail }, merge);
        if (answer === merge) await store.call('mergeTag', { uri, tag: id, into: into.id });
      },
    },
    tag.retired
      ? { label: vscode.l10n.t('$(discard) Offer Again'), run: () => update({ retired: false }) }
      : {
          label: vscode.l10n.t('$(archive) Offer No More'),
          description: vscode.l10n.t('Annotations keep it'),
          run: () => store.call('retireTag', { uri, tag: id }),
        },
  ];
  const chosen = await vscode.window.showQuickPick(choices, { title: tag.name, ignoreFocusOut: true });
  await chosen?.run();
}

/** Whether a tag stands somewhere below another one. */
function isBelow(tag: TagView, id: string, tags: readonly TagView[]): boolean {
  const seen = new Set<string>();
  for (let up = tag.parent; up !== null && !seen.has(up); up = tags.find((t) => t.id === up)?.parent ?? null) {
    if (up === id) return true;
    seen.add(up);
  }
  return false;
}

/** Asks for one of the server's colours, by name, or for another one. */
async function askColor(colors: readonly string[], tag: TagView, tags: readonly TagView[]) {
  const users = (color: string): string =>
    tags
      .filter((t) => t.color === color && t.id !== tag.id)
      .map((t) => t.name)
      .join(vscode.l10n.t(', '));
  const items = colors.map((color) => ({
    label: colorName(color),
    description: [color === tag.color ? vscode.l10n.t('its colour now') : '', users(color)]
      .filter((t) => t !== '')
      .join(' · '),
    iconPath: dot(color),
    color,
  }));
  const other = { label: vscode.l10n.t('$(edit) Another colour…'), description: '', color: '' };
  const picked = await vscode.window.showQuickPick([...items, other], { title: tag.name, ignoreFocusOut: true });
  if (picked?.color !== '') return picked?.color;
  return vscode.window.showInputBox({
    title: tag.name,
    prompt: vscode.l10n.t('Red, green and blue in six hexadecimal digits, such as #0072b2'),
    value: tag.color,
    ignoreFocusOut: true,
    validateInput: (text) => (/^#[0-9a-f]{6}$/i.test(text) ? null : vscode.l10n.t('A colour has the form #0072b2.')),
  });
}

/** Asks for the key of a tag; empty for none. */
async function askKey(tag: TagView, tags: readonly TagView[]): Promise<string | undefined> {
  const key = await vscode.window.showInputBox({
    title: vscode.l10n.t('One digit or letter that chooses the tag; empty for none'),
    value: tag.key ?? '',
    ignoreFocusOut: true,
    validateInput: (text) => {
      if (text === '') return null;
      if (!/^[a-z0-9]$/i.test(text)) return vscode.l10n.t('The key must be one digit or letter.');
      const owner = tags.find((t) => t.key === text.toLowerCase() && t.id !== tag.id && t.relation === tag.relation);
      return owner ? vscode.l10n.t('“{0}” has this key.', owner.name) : null;
    },
  });
  return key?.toLowerCase();
}
