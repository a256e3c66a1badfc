/**
 * What scenarios about annotations share: the log on the disk, the number in the status bar, pick lists and their answers.
 * Changes when annotations are made or counted otherwise.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Workbench } from './workbench.mjs';

export const LANGUAGE = '政策文件';

export class Annotating {
  /** @param {{ page: object, workspace: string, file: string }} where `file` is the document that is annotated */
  constructor({ page, workspace, file }) {
    this.page = page;
    this.window = new Workbench(page);
    this.folder = path.join(workspace, '.annotations');
    this.file = file;
    this.widget = page.locator('.quick-input-widget:visible');
    this.status = page.locator('.statusbar-item[id$="policyAnnotator.annotations"]');
  }

  /** Every event in the log of the document. */
  events(file = this.file) {
    const folder = path.join(this.folder, 'docs', file);
    if (!fs.existsSync(folder)) return [];
    const text = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
    return text
      .join('')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  }

  logged(what, test) {
    return this.window.until(() => this.events().find(test), `${what} in the log`);
  }

  /** The tags on the disk by their names. */
  tags() {
    const text = fs.readFileSync(path.join(this.folder, 'tagset.json'), 'utf8');
    const entries = Object.entries(JSON.parse(text)).filter(([key]) => key.startsWith('tag:'));
    return Object.fromEntries(entries.map(([key, tag]) => [tag.name, { id: key.slice(4), ...tag }]));
  }

  tagged(what, test) {
    return this.window.until(() => {
      try {
        return test(this.tags());
      } catch {
        return null;
      }
    }, `${what} in the tag set`);
  }

  async count(n) {
    const shown = async () => Number(/\d+/.exec((await this.status.textContent()) ?? '')?.[0] ?? -1);
    await this.window.until(async () => (await shown()) === n, `${n} annotations in the status bar`);
  }

  title() {
    return this.widget.locator('.quick-input-title').first().textContent();
  }

  /** Waits for a question whose title has these words. */
  asked(words) {
    return this.window.until(
      async () => (await this.title().catch(() => ''))?.includes(words),
      `the question ${words}`,
    );
  }

  /** Chooses a row of the question whose title has these words, by typing what finds it. */
  async choose(words, row, typed = row) {
    await this.asked(words);
    await this.widget.locator('input').first().fill(typed);
    const chosen = this.widget.locator('.monaco-list-row.focused', { hasText: row });
    await chosen.waitFor({ timeout: 15_000 });
    await this.page.keyboard.press('Enter');
  }

  /** Answers the question whose title has these words with a text. */
  async answer(words, text) {
    await this.asked(words);
    await this.widget.locator('input').first().fill(text);
    await this.page.waitForTimeout(150);
    await this.page.keyboard.press('Enter');
  }

  /** A row of a list in the side bar. */
  row(text) {
    return this.page.locator('.part.sidebar .monaco-list-row', { hasText: text }).first();
  }

  /** A notification with these words, in the list of notifications: a driven window shows none by itself. */
  async told(words) {
    const center = this.page.locator('.notifications-center.visible');
    const row = center.locator('.monaco-list-row', { hasText: words }).first();
    await this.window.until(async () => {
      if (!(await center.isVisible())) await this.window.command('Notifications: Show Notifications');
      return row.isVisible();
    }, `the message ${words}`);
    return row;
  }

  async dismiss() {
    await this.window.command('Notifications: Clear All Notifications').catch(() => {});
  }

  /** Says who writes, when that is asked. */
  async introduce(words, author) {
    await this.window.reveal(words);
    await this.page.keyboard.press('Alt+M');
    await this.widget.waitFor({ timeout: 30_000 });
    await this.widget.locator('input').first().fill(author);
    await this.page.keyboard.press('Enter');
    await this.asked(words.slice(0, 4));
  }

  /** Selects words, asks for a tag, and chooses it by one key if that is given. */
  async annotate(words, key) {
    await this.window.reveal(words);
    await this.page.keyboard.press('Alt+M');
    await this.asked(words.slice(0, 4));
    if (key !== null) await this.page.keyboard.press(key);
  }

  /** Folds everything else in the side bar and shows the list of annotations. */
  async showList() {
    await this.window.command('Policy Annotator: Show Annotations');
    await this.page.waitForTimeout(800);
  }
}
