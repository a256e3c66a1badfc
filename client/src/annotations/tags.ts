/** Looking after the tag set: make, rename, recolour, give a key, describe, merge, retire. Changes when tags can do more. */
import * as vscode from 'vscode';
import type { TagView } from '../../../server/src/lsp/protocol.ts';
import { dot } from './pick.ts';
import type { Store } from './store.ts';

/** The palette of the server, by which new tags are coloured too. */
const COLORS = [
  '#e69f00',
  '#56b4e9',
  '#009e73',
  '#cc79a7',
  '#0072b2',
  '#d55e00',
  '#b8a900',
  '#8c6bb1',
  '#41ab5d',
  '#a6761d',
];

interface Entry extends vscode.QuickPickItem {
  readonly tag: TagView | null;
}

const listed = (tags: readonly TagView[]): Entry[] =>
  tags.map((tag) => ({
    label: tag.name,
    description: [tag.key ? `[${tag.key.toUpperCase()}]` : '', String(tag.count ?? 0)]
      .filter((t) => t !== '')
      .join('  '),
    detail: tag.description || tag.guideline,
    iconPath: dot(tag.color),
    tag,
  }));

async function ask(title: string, value: string): Promise<string | undefined> {
  return (await vscode.window.showInputBox({ title, value }))?.trim();
}

/** Asks which tag and what to do with it, until the user goes away. */
export async function manageTags(store: Store, uri: string): Promise<void> {
  for (;;) {
    const tags = await store.call('tags', { uri });
    const add: Entry = { label: vscode.l10n.t('$(add) New tag…'), tag: null };
    const title = vscode.l10n.t('Tags');
    const chosen = await vscode.window.showQuickPick([...listed(tags), add], { title, matchOnDetail: true });
    if (!chosen) return;
    if (chosen.tag) await change(store, uri, chosen.tag, tags);
    else {
      const name = await ask(vscode.l10n.t('Name of the new tag'), '');
      if (name) await store.call('createTag', { uri, name });
    }
  }
}

async function change(store: Store, uri: string, tag: TagView, tags: readonly TagView[]): Promise<void> {
  const { id } = tag;
  const others = listed(tags.filter((t) => t.id !== id));
  const choices: (vscode.QuickPickItem & { run: () => Promise<unknown> })[] = [
    {
      label: vscode.l10n.t('$(edit) Rename…'),
      run: async () => {
        const name = await ask(vscode.l10n.t('Name of the tag'), tag.name);
        if (name) await store.call('updateTag', { uri, tag: id, name });
      },
    },
    {
      label: vscode.l10n.t('$(symbol-color) Colour…'),
      run: async () => {
        const items = COLORS.map((color) => ({ label: color, iconPath: dot(color), picked: color === tag.color }));
        const picked = await vscode.window.showQuickPick(items, { title: tag.name });
        if (picked) await store.call('updateTag', { uri, tag: id, color: picked.label });
      },
    },
    {
      label: vscode.l10n.t('$(keyboard) Key…'),
      run: async () => {
        const key = await ask(vscode.l10n.t('One digit or letter that chooses the tag; empty for none'), tag.key ?? '');
        if (key === undefined) return;
        if (key !== '' && !/^[a-z0-9]$/i.test(key))
          throw new Error(vscode.l10n.t('The key must be one digit or letter.'));
        await store.call('updateTag', { uri, tag: id, key: key === '' ? null : key.toLowerCase() });
      },
    },
    {
      label: vscode.l10n.t('$(book) Description…'),
      run: async () => {
        const description = await ask(vscode.l10n.t('When is the tag used?'), tag.description);
        if (description !== undefined) await store.call('updateTag', { uri, tag: id, description });
      },
    },
    {
      label: vscode.l10n.t('$(list-tree) Put Below…'),
      run: async () => {
        const none: Entry = { label: vscode.l10n.t('Below no other tag'), tag: null };
        const parent = await vscode.window.showQuickPick([...others, none], { title: tag.name });
        if (parent) await store.call('updateTag', { uri, tag: id, parent: parent.tag?.id ?? null });
      },
    },
    {
      label: vscode.l10n.t('$(git-merge) Merge into…'),
      run: async () => {
        const into = await vscode.window.showQuickPick(others, { title: vscode.l10n.t('Merge “{0}” into', tag.name) });
        if (into?.tag) await store.call('mergeTag', { uri, tag: id, into: into.tag.id });
      },
    },
    {
      label: vscode.l10n.t('$(archive) Offer No More'),
      description: vscode.l10n.t('Annotations keep it'),
      run: () => store.call('retireTag', { uri, tag: id }),
    },
  ];
  const chosen = await vscode.window.showQuickPick(choices, { title: tag.name });
  await chosen?.run();
}
