/** What is written in threads: notes, replies and their changes. Changes when the editor's comments do. */
import * as vscode from 'vscode';
import type { Actions } from './actions.ts';
import { kept } from './failures.ts';
import { placeOf } from './places.ts';
import type { OurComment, Threads } from './threads.ts';

export class Notes {
  readonly #actions: Actions;
  readonly #threads: Threads;

  constructor(actions: Actions, threads: Threads) {
    this.#actions = actions;
    this.#threads = threads;
  }

  /** What was written in a thread: a reply, or the note of a new annotation. */
  async submit({ thread, text }: vscode.CommentReply): Promise<void> {
    if (text.trim() === '') return;
    const known = this.#threads.itemOf(thread);
    if (known) {
      await kept(text, () => this.#actions.write('reply', { ...known, text }));
      return;
    }
    const document = await vscode.workspace.openTextDocument(thread.uri);
    const place = thread.range ? placeOf(document, thread.range) : null;
    const made = await this.#actions.create(document, [place], async () => ({ note: text }));
    if (made.length === 0) return;
    this.#threads.discard(thread);
    for (const annotation of made) await this.#threads.open({ uri: document.uri.toString(), annotation });
  }

  edit(comment: OurComment): void {
    this.#threads.edit(comment, vscode.CommentMode.Editing, false);
  }

  cancel(comment: OurComment): void {
    this.#threads.edit(comment, vscode.CommentMode.Preview, false);
  }

  async save(comment: OurComment): Promise<void> {
    const text = (typeof comment.body === 'string' ? comment.body : comment.body.value).trim();
    // Until it is written the field stays open with what was typed.
    if (await kept(text, () => this.#write(comment, text || null)))
      this.#threads.edit(comment, vscode.CommentMode.Preview, true);
  }

  async delete(comment: OurComment): Promise<void> {
    await this.#write(comment, null);
  }

  #write({ item, reply }: OurComment, text: string | null) {
    return reply === null
      ? this.#actions.write('update', { ...item, note: text })
      : this.#actions.write('editReply', { ...item, reply, text });
  }
}
