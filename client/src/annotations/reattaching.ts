/** Giving an annotation that lost its words a place again. Changes when the place can be told in another way. */
import * as vscode from 'vscode';
import { type Actions, activePolicy } from './actions.ts';
import { headline } from './describe.ts';
import type { Navigation } from './navigation.ts';
import { spanOf } from './places.ts';
import type { Span } from './shift.ts';
import { type Item, keyOf } from './store.ts';
import type { Target, Targets } from './targets.ts';

export class Reattaching {
  readonly #actions: Actions;
  readonly #targets: Targets;
  readonly #navigation: Navigation;

  constructor(actions: Actions, targets: Targets, navigation: Navigation) {
    this.#actions = actions;
    this.#targets = targets;
    this.#navigation = navigation;
  }

  /** Attaches an annotation to a place, or with null to the whole document. */
  async to(item: Item, span: Span | null): Promise<void> {
    const moved = await this.#actions.write('reattach', { uri: item.uri, id: item.annotation.id, span });
    if (!moved) return;
    if (span) await this.#navigation.reveal(item.uri, moved.span);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Attached to “{0}”', headline(moved)), 5_000);
  }

  async toSelection(target: Target): Promise<void> {
    const editor = activePolicy();
    if (!editor) return;
    const { document, selection } = editor;
    if (selection.isEmpty) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Select the words that the annotation belongs to.'));
      return;
    }
    const address = this.#targets.address(target);
    const annotation = address
      ? await this.#actions.store.get(address.uri, address.id)
      : (await this.#targets.lost())?.annotation;
    if (!annotation) return;
    const uri = document.uri.toString();
    if (address && keyOf(address.uri) !== uri) {
      void vscode.window.showWarningMessage(vscode.l10n.t('Select words in the document that the annotation is in.'));
      return;
    }
    await this.to({ uri, annotation }, spanOf(document, selection));
  }

  /** Attaches to the candidate of the row, or to the one that is chosen. */
  async toCandidate(target: Target): Promise<void> {
    if (target && 'kind' in target && target.kind === 'candidate') {
      await this.to(target.item, target.candidate);
      return;
    }
    const item = this.#targets.address(target) ? await this.#targets.find(target) : await this.#targets.lost();
    if (!item) return;
    const candidates = await this.#actions.store.call('candidates', { uri: item.uri, id: item.annotation.id });
    const offered = candidates.map((c) => ({ label: c.text, description: `${Math.round(c.score * 100)} %`, span: c }));
    if (offered.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No place in the text is like it. Select one, and attach it there.'),
      );
      return;
    }
    const chosen = await vscode.window.showQuickPick(offered, { title: headline(item.annotation) });
    if (chosen) await this.to(item, chosen.span);
  }
}
