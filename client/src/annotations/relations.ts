/**
 * Relations that lead from one annotation to another, to a section, or to a glossary entry: made, followed, deleted and
 * brought back. Changes when relations can lead elsewhere, or more can be done with them.
 */
import * as vscode from 'vscode';
import type { AnnotationRequests, AnnotationView, LinkTarget, RelationView } from '../../../server/src/lsp/protocol.ts';
import type { Actions } from './actions.ts';
import { headline, otherEnd, relationText } from './describe.ts';
import { type Item, keyOf } from './store.ts';
import { rowOf } from './targets.ts';

export interface Moves {
  /** Shows a place of a document. */
  readonly reveal: (uri: string, span: { readonly start: number; readonly end: number } | null) => Promise<unknown>;
}

type Target = AnnotationRequests['link'][0]['to'];

interface End extends vscode.QuickPickItem {
  readonly to?: Target;
  /** Asks on, among the annotations of all other documents. */
  readonly elsewhere?: true;
}

interface Section {
  readonly title: string;
  readonly at: vscode.Position;
}

export class Relations {
  readonly #actions: Actions;
  readonly #moves: Moves;

  constructor(actions: Actions, moves: Moves) {
    this.#actions = actions;
    this.#moves = moves;
  }

  /** Asks where a relation from this annotation leads and what it is, and makes it. */
  async create(item: Item): Promise<void> {
    const end = await this.#askEnd(item);
    const to = end === 'elsewhere' ? await this.#askElsewhere(item) : end;
    if (!to) return;
    const uri = vscode.Uri.parse(item.uri);
    const title = vscode.l10n.t('How does “{0}” relate to it?', headline(item.annotation));
    const type = await this.#actions.askRelation(uri, title);
    if (!type) return;
    const made = await this.#actions.write('link', { uri: item.uri, id: item.annotation.id, to, type });
    const relation = made?.relations.findLast((r) => r.from === item.annotation.id && same(r.to, to));
    if (made && relation) {
      const said = relationText(made, relation, (id) => this.#actions.store.find(item.uri, id));
      vscode.window.setStatusBarMessage(['$(link)', said].join(' '), 5_000);
    }
  }

  /** Goes to the other end of a relation; asks which where there are several. */
  async follow(item: Item, given?: RelationView): Promise<void> {
    const relation = given ?? (await this.#choose(item, vscode.l10n.t('Go to')));
    if (!relation) return;
    const other = otherEnd(item.annotation, relation);
    if (other) {
      const found = await this.#find(relation.other?.uri ?? item.uri, other);
      if (found) await this.#moves.reveal(found.uri, found.annotation.span);
      else
        void vscode.window.showInformationMessage(
          vscode.l10n.t('The annotation at the other end is not here any more.'),
        );
      return;
    }
    const { to } = relation;
    if (to.kind === 'uri') await vscode.env.openExternal(vscode.Uri.parse(to.uri));
    else if (to.kind === 'section') {
      const uri = vscode.Uri.parse(to.uri ?? item.uri);
      const document = await vscode.workspace.openTextDocument(uri);
      const found = (await sections(uri)).find((s) => s.title === nameOf(to));
      const start = found ? document.offsetAt(found.at) : 0;
      if (found) await this.#moves.reveal(uri.toString(), { start, end: start });
      else void vscode.window.showInformationMessage(vscode.l10n.t('There is no section “{0}” any more.', nameOf(to)));
    } else if (to.kind === 'glossary') {
      await vscode.commands.executeCommand('workbench.action.showAllSymbols', `#${to.term}`);
    }
  }

  /** Deletes a relation without asking, and offers to take that back. */
  async remove(item: Item, given?: RelationView): Promise<void> {
    const relation = given ?? (await this.#choose(item, vscode.l10n.t('Delete which relation?')));
    if (!relation) return;
    const said = relationText(item.annotation, relation, (id) => this.#actions.store.find(item.uri, id));
    if (!(await this.#actions.write('unlink', { uri: item.uri, relation: relation.id }))) return;
    const { id, from, to, other, tag, type } = relation;
    const back = { id: from, type: tag ?? type, relation: id };
    const far = other && to.kind === 'annotation' ? { kind: to.kind, id: to.id } : null;
    // It is made again from the end that it leaves.
    const again =
      other && far
        ? from === item.annotation.id
          ? { ...back, uri: item.uri, to: { ...far, uri: other.uri } }
          : { ...back, uri: other.uri, to: { ...far, uri: item.uri } }
        : { ...back, uri: item.uri, to };
    this.#actions.offerUndo(vscode.l10n.t('Relation deleted: {0}', said), () => this.#actions.write('link', again));
  }

  /** An annotation in a document, or in whichever document has it by now. */
  async #find(uri: string, id: string): Promise<Item | null> {
    const { store } = this.#actions;
    const there = await store.get(uri, id).catch(() => null);
    if (there && !there.deleted) return { uri, annotation: there };
    for (const { entry, annotations } of await store.all()) {
      const annotation = annotations.find((a) => a.id === id);
      if (annotation) return { uri: entry.uri, annotation };
    }
    return null;
  }

  /** Asks for an annotation of another document. */
  async #askElsewhere({ uri, annotation }: Item): Promise<Target | undefined> {
    const others = (await this.#actions.store.all()).filter((d) => d.entry.exists && keyOf(d.entry.uri) !== keyOf(uri));
    const rows = others.flatMap(({ entry, annotations }) =>
      annotations.map((a) => ({
        ...rowOf(a),
        detail: [entry.path, a.note ?? ''].filter((t) => t !== '').join(' · '),
        to: { kind: 'annotation', id: a.id, uri: entry.uri } as const,
      })),
    );
    if (rows.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No other document has annotations.'));
      return undefined;
    }
    const title = vscode.l10n.t('Relate “{0}” to', headline(annotation));
    return (await vscode.window.showQuickPick(rows, { title, matchOnDescription: true, matchOnDetail: true }))?.to;
  }

  async #choose({ uri, annotation }: Item, title: string): Promise<RelationView | undefined> {
    const { relations } = annotation;
    if (relations.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('This annotation has no relations.'));
      return undefined;
    }
    if (relations.length === 1) return relations[0];
    const find = (id: string) => this.#actions.store.find(uri, id);
    const items = relations.map((relation) => ({
      label: relationText(annotation, relation, find),
      description: relation.author,
      relation,
    }));
    return (await vscode.window.showQuickPick(items, { title }))?.relation;
  }

  /** Asks for the other end: an annotation of the document, nearest first, a section, or a term by its name. */
  async #askEnd({ uri, annotation }: Item): Promise<Target | 'elsewhere' | undefined> {
    const at = annotation.span?.start ?? 0;
    const far = (a: AnnotationView): number => (a.span ? Math.abs(a.span.start - at) : Number.MAX_SAFE_INTEGER);
    const document = vscode.Uri.parse(uri);
    const others = this.#actions.store
      .of(document)
      .filter((a) => a.id !== annotation.id)
      .sort((a, b) => far(a) - far(b));
    const separator = (label: string): End => ({ label, kind: vscode.QuickPickItemKind.Separator });
    const rows: End[] = [
      separator(vscode.l10n.t('Annotations')),
      ...others.map((a) => ({ ...rowOf(a), to: { kind: 'annotation', id: a.id } as const })),
      separator(vscode.l10n.t('Sections')),
      ...(await sections(document)).map(({ title }) => ({
        label: `$(list-tree) ${title}`,
        to: { kind: 'section', marker: '', title } as const,
      })),
      separator(vscode.l10n.t('Other documents')),
      { label: vscode.l10n.t('$(files) Annotation of another document…'), elsewhere: true },
    ];
    const picker = vscode.window.createQuickPick<End>();
    picker.title = vscode.l10n.t('Relate “{0}” to', headline(annotation));
    picker.placeholder = vscode.l10n.t('An annotation, a section, or the name of a term');
    picker.matchOnDescription = true;
    picker.matchOnDetail = true;
    picker.items = rows;
    return new Promise((resolve) => {
      picker.onDidChangeValue((value) => {
        const term = value.trim();
        const label = vscode.l10n.t('$(book) Glossary term “{0}”', term);
        const extra: End[] = term === '' ? [] : [{ label, alwaysShow: true, to: { kind: 'glossary', term } }];
        picker.items = [...rows, ...extra];
      });
      picker.onDidAccept(() => {
        const [chosen] = picker.selectedItems;
        resolve(chosen?.elsewhere ? 'elsewhere' : chosen?.to);
        picker.hide();
      });
      picker.onDidHide(() => {
        resolve(undefined);
        picker.dispose();
      });
      picker.show();
    });
  }
}

const nameOf = (to: Extract<LinkTarget, { kind: 'section' }>): string => [to.marker, to.title].join('').trim();

const same = (a: LinkTarget, b: Target): boolean =>
  a.kind === 'annotation' && b.kind === 'annotation' ? a.id === b.id : JSON.stringify(a) === JSON.stringify(b);

/** The sections of a document as its outline has them. */
async function sections(uri: vscode.Uri): Promise<Section[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    vscode.Uri.parse(keyOf(uri)),
  );
  const flat = (list: readonly vscode.DocumentSymbol[]): Section[] =>
    list.flatMap((s) => [{ title: s.name, at: s.selectionRange.start }, ...flat(s.children)]);
  return flat(symbols ?? []);
}
