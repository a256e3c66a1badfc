/**
 * The two lists of annotations in the side bar: all of them, in groups, and those that need attention with the places
 * that are offered. Changes when the lists should show something else.
 */
import * as vscode from 'vscode';
import type { CandidateView, Json, RelationView } from '../../../server/src/lsp/protocol.ts';
import {
  attributeText,
  headline,
  otherEnd,
  relationSpoken,
  relationText,
  short,
  spoken,
  stateOf,
  tagNames,
} from './describe.ts';
import { contains, type Group, type Grouping, grouped, matches, needsAttention } from './groups.ts';
import { dot } from './pick.ts';
import type { Item, Store } from './store.ts';

export type Node =
  | { readonly kind: 'group'; readonly group: Group; readonly by: Grouping; readonly missing: boolean }
  | { readonly kind: 'annotation'; readonly item: Item }
  | { readonly kind: 'relation'; readonly item: Item; readonly relation: RelationView }
  | { readonly kind: 'attribute'; readonly uri: string; readonly key: string; readonly value: Json }
  | { readonly kind: 'candidate'; readonly item: Item; readonly candidate: CandidateView };

const NONE = vscode.TreeItemCollapsibleState.None;
const OPEN = vscode.TreeItemCollapsibleState.Expanded;
const SHUT = vscode.TreeItemCollapsibleState.Collapsed;
const MANY = 12;
const SOON = 150;

const fileName = (uri: string): string => {
  const { path } = vscode.Uri.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
};

abstract class List implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  protected readonly store: Store;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscription: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(store: Store) {
    this.store = store;
    this.#subscription = store.onDidChange(() => this.update());
  }

  /** Asks the editor to show the list anew, once for many changes. */
  update(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#changed.fire(undefined);
    }, SOON);
  }

  dispose(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  abstract getChildren(node?: Node): Promise<Node[]>;
  abstract getTreeItem(node: Node): vscode.TreeItem;

  protected async items(): Promise<{ items: Item[]; missing: ReadonlySet<string> }> {
    const all = await this.store.all();
    const items = all.flatMap(({ entry, annotations }) =>
      annotations.map((annotation) => ({ uri: entry.uri, annotation })),
    );
    return { items, missing: new Set(all.filter(({ entry }) => !entry.exists).map(({ entry }) => entry.uri)) };
  }

  protected annotationItem(item: Item, place: boolean): vscode.TreeItem {
    const { uri, annotation: a } = item;
    const made = new vscode.TreeItem(headline(a), NONE);
    made.id = `${uri}#${a.id}`;
    const state = a.status === 'resolved' || a.anchor !== 'attached' ? stateOf(a) : '';
    const note = a.note && a.anchor !== 'document' ? short(a.note, 30) : '';
    const replies = a.replies.length > 0 ? vscode.l10n.t('replies: {0}', a.replies.length) : '';
    made.description = [tagNames(a), note, replies, state, place ? fileName(uri) : '']
      .filter((t) => t !== '')
      .join(' · ');
    made.iconPath = needsAttention(a)
      ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
      : a.anchor === 'document'
        ? new vscode.ThemeIcon('note')
        : a.status === 'resolved'
          ? new vscode.ThemeIcon('pass')
          : dot(a.tags[0]?.color ?? '#808080');
    made.tooltip = [a.text, a.note ?? '', a.section.join(' › '), a.author].filter((t) => t !== '').join('\n\n');
    made.accessibilityInformation = { label: spoken(a) };
    made.contextValue = `annotation ${a.status} ${a.anchor}`;
    made.command = {
      command: 'policyAnnotator.revealAnnotation',
      title: vscode.l10n.t('Show'),
      arguments: [{ uri, id: a.id }],
    };
    return made;
  }
}

export class AnnotationList extends List {
  grouping: Grouping;
  query = '';
  resolved = true;
  shown = 0;
  total = 0;

  constructor(store: Store, grouping: Grouping) {
    super(store);
    this.grouping = grouping;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node?.kind === 'group') {
      const attributes = node.by === 'document' ? await this.#attributesOf(node.group.key) : [];
      return [...attributes, ...node.group.items.map((item): Node => ({ kind: 'annotation', item }))];
    }
    if (node?.kind === 'annotation') {
      const { item } = node;
      return item.annotation.relations.map((relation) => ({ kind: 'relation', item, relation }));
    }
    if (node) return [];
    const { items, missing } = await this.items();
    const found = items.filter((i) => (this.resolved || i.annotation.status !== 'resolved') && matches(i, this.query));
    [this.shown, this.total] = [found.length, items.length];
    const groups = grouped(found, this.grouping);
    const bare = this.grouping === 'document' ? await this.#bare(new Set(groups.map((g) => g.key))) : [];
    return [...groups, ...bare].map((group) => ({
      kind: 'group',
      group,
      by: this.grouping,
      missing: this.grouping === 'document' && missing.has(group.key),
    }));
  }

  /** The attributes of a document that the filter lets through. */
  async #attributesOf(uri: string): Promise<Node[]> {
    const all = (await this.store.all()).find(({ entry }) => entry.uri === uri);
    return Object.entries(all?.attributes ?? {})
      .filter(([key, value]) => contains(`${key}\n${attributeText(value)}`, this.query))
      .map(([key, value]) => ({ kind: 'attribute', uri, key, value }));
  }

  /** Documents that are there for their attributes alone. */
  async #bare(shown: ReadonlySet<string>): Promise<Group[]> {
    const out: Group[] = [];
    for (const { entry } of await this.store.all()) {
      if (shown.has(entry.uri) || (await this.#attributesOf(entry.uri)).length === 0) continue;
      out.push({ key: entry.uri, name: entry.uri, items: [] });
    }
    return out;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'annotation') {
      const made = this.annotationItem(node.item, this.grouping !== 'document');
      if (node.item.annotation.relations.length > 0) made.collapsibleState = SHUT;
      return made;
    }
    if (node.kind === 'relation') return this.#relationItem(node);
    if (node.kind === 'attribute') return attributeItem(node);
    if (node.kind !== 'group') return new vscode.TreeItem('');
    const { group, by, missing } = node;
    const name = this.#nameOf(group, by);
    const made = new vscode.TreeItem(name, group.items.length > MANY && by !== 'document' ? SHUT : OPEN);
    made.id = `${by}:${group.key}`;
    made.description = missing
      ? vscode.l10n.t('{0} · the file is gone', group.items.length)
      : String(group.items.length);
    made.contextValue = missing ? 'missing document' : by;
    made.accessibilityInformation = { label: vscode.l10n.t('{0}, annotations: {1}', name, group.items.length) };
    if (by === 'tag') made.iconPath = group.color ? dot(group.color) : new vscode.ThemeIcon('circle-slash');
    else if (by === 'document') made.iconPath = new vscode.ThemeIcon(missing ? 'warning' : 'file');
    else if (by === 'author') made.iconPath = new vscode.ThemeIcon('account');
    else if (by === 'section') made.iconPath = new vscode.ThemeIcon('list-tree');
    return made;
  }

  #relationItem({ item: { uri, annotation }, relation }: Extract<Node, { kind: 'relation' }>): vscode.TreeItem {
    const find = (id: string) => this.store.find(uri, id);
    const made = new vscode.TreeItem(relationText(annotation, relation, find), NONE);
    made.id = `${uri}#${annotation.id}#${relation.id}`;
    made.iconPath = new vscode.ThemeIcon(otherEnd(annotation, relation) === null ? 'link-external' : 'link');
    made.contextValue = 'relation';
    made.description = relation.author;
    made.accessibilityInformation = { label: relationSpoken(annotation, relation, find) };
    made.command = {
      command: 'policyAnnotator.followRelation',
      title: vscode.l10n.t('Show'),
      arguments: [{ uri, id: annotation.id, relation: relation.id }],
    };
    return made;
  }

  #nameOf({ key, name }: Group, by: Grouping): string {
    if (by === 'document') return fileName(key);
    if (by === 'section') return name || vscode.l10n.t('Outside of sections');
    if (by === 'tag') return name || vscode.l10n.t('Without a tag');
    if (by !== 'status') return name;
    if (key === 'attention') return vscode.l10n.t('Needs attention');
    if (key === 'resolved') return vscode.l10n.t('Resolved');
    return key === 'changed' ? vscode.l10n.t('Text was edited') : vscode.l10n.t('Open');
  }
}

function attributeItem({ uri, key, value }: Extract<Node, { kind: 'attribute' }>): vscode.TreeItem {
  const text = attributeText(value);
  const made = new vscode.TreeItem(key, NONE);
  made.id = `${uri}@${key}`;
  made.description = short(text, 60);
  made.tooltip = `${key}: ${text}`;
  made.iconPath = new vscode.ThemeIcon('symbol-field');
  made.contextValue = 'attribute';
  made.accessibilityInformation = { label: vscode.l10n.t('attribute {0}: {1}', key, short(text, 120)) };
  made.command = {
    command: 'policyAnnotator.setDocumentAttribute',
    title: vscode.l10n.t('Change'),
    arguments: [{ kind: 'attribute', uri, key, value }],
  };
  return made;
}

export class AttentionList extends List {
  count = 0;

  async getChildren(node?: Node): Promise<Node[]> {
    if (node?.kind === 'annotation') {
      const { uri, annotation } = node.item;
      const offered =
        annotation.candidates.length > 0
          ? annotation.candidates
          : await this.store.call('candidates', { uri, id: annotation.id });
      return offered.map((candidate) => ({ kind: 'candidate', item: node.item, candidate }));
    }
    if (node) return [];
    const { items, missing } = await this.items();
    const found = items.filter((i) => needsAttention(i.annotation) && !missing.has(i.uri));
    this.count = found.length;
    return found.map((item) => ({ kind: 'annotation', item }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'annotation') {
      const made = this.annotationItem(node.item, true);
      made.id = `attention:${made.id}`;
      made.collapsibleState = OPEN;
      return made;
    }
    if (node.kind !== 'candidate') return new vscode.TreeItem('');
    const { candidate, item } = node;
    const made = new vscode.TreeItem(short(candidate.text, 50), NONE);
    const percent = Math.round(candidate.score * 100);
    made.description = vscode.l10n.t('{0} % alike', percent);
    made.iconPath = new vscode.ThemeIcon('arrow-right');
    made.contextValue = 'candidate';
    made.tooltip = candidate.text;
    made.accessibilityInformation = {
      label: vscode.l10n.t('Possible place: {0}, {1} % alike', short(candidate.text, 80), percent),
    };
    made.command = {
      command: 'policyAnnotator.revealAnnotation',
      title: vscode.l10n.t('Show'),
      arguments: [{ uri: item.uri, id: item.annotation.id, span: { start: candidate.start, end: candidate.end } }],
    };
    return made;
  }
}
