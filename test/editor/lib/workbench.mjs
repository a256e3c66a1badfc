/**
 * Works VS Code's window as a person does: keys, pointer, and what can be read on the screen.
 * Changes when the window's elements do.
 */
const WAIT_MS = 30_000;

export class Workbench {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  async ready() {
    await this.page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 90_000 });
    await this.page.waitForTimeout(1500);
  }

  /** Opens a file of the workspace by the beginning of its name and waits for its language. */
  async open(name, language) {
    await this.#pick('Control+P', name, name);
    await this.page.locator('.tab.active', { hasText: name }).first().waitFor({ timeout: WAIT_MS });
    await this.page
      .locator('.statusbar-item[id="status.editor.mode"]', { hasText: language })
      .waitFor({ timeout: WAIT_MS });
  }

  /** Runs a command of the palette by its title. */
  command(title) {
    return this.#pick('F1', `>${title}`, title.split(':').at(-1).trim());
  }

  /** Titles that the palette offers for a query. */
  async offered(query) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget:visible input').first();
    await input.waitFor({ timeout: WAIT_MS });
    await input.fill(`>${query}`);
    await this.page.waitForTimeout(1500);
    const rows = await this.page.locator('.quick-input-list .monaco-list-row').allInnerTexts();
    await this.page.keyboard.press('Escape');
    return rows.map((row) => row.replace(/\s+/g, ' ').trim());
  }

  async #pick(keys, query, row) {
    const input = this.page.locator('.quick-input-widget:visible input').first();
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press(keys);
      try {
        await input.fill(query, { timeout: WAIT_MS / 3 });
        await this.#row(row).click({ timeout: WAIT_MS / 2 });
        return;
      } catch (error) {
        // What takes the keyboard while the list opens, closes it: a busy machine shows that.
        if (attempt === 3 || (await input.isVisible())) throw error;
      }
    }
  }

  /** The row of the open pick list whose own name has a text: not its folder. */
  #row(name) {
    const label = this.page.locator('.label-name', { hasText: name });
    return this.page.locator('.quick-input-list .monaco-list-row', { has: label }).first();
  }

  /** Looks a file of the workspace up by the beginning of its name; Enter will open it. */
  async find(name) {
    await this.page.keyboard.press('Control+P');
    const input = this.page.locator('.quick-input-widget:visible input').first();
    await input.waitFor({ timeout: WAIT_MS });
    await input.fill(name);
    await this.#row(name).and(this.page.locator('.focused')).waitFor({ timeout: WAIT_MS });
  }

  /** Shows the outline of the active editor and gives the labels of its visible rows. */
  async outline(atLeast = 1) {
    await this.command('Explorer: Focus on Outline View');
    const rows = this.page.locator('.outline-pane .monaco-list-row');
    await this.#until(async () => (await rows.count()) >= atLeast, `an outline of ${atLeast} rows`);
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** Scrolls to the first occurrence of a text and puts the cursor behind it. */
  async reveal(text) {
    await this.focusEditor();
    await this.page.keyboard.press('Control+Home');
    await this.page.keyboard.press('Control+F');
    const input = this.page.locator('.find-widget.visible .find-part textarea').first();
    await input.waitFor({ timeout: WAIT_MS });
    await input.fill('');
    await input.fill(text); // selects the first occurrence
    await this.page.waitForTimeout(600);
    await this.page.keyboard.press('Escape');
    await this.page.waitForTimeout(400);
  }

  /** Folds a section of the side bar, such as the tree of files, so that the others have its room. */
  async foldPane(title) {
    const header = this.page.locator('.pane-header.expanded', { hasText: title }).first();
    if (await header.isVisible()) await header.click();
  }

  focusEditor() {
    return this.command('View: Focus Active Editor Group');
  }

  /** Where a text that is visible in the editor stands on the screen. */
  async place(text) {
    return this.#until(
      () =>
        this.page.evaluate((wanted) => {
          for (const line of document.querySelectorAll('.editor-instance .view-line')) {
            const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
            if (start < 0) continue;
            const nodes = [];
            const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            for (let offset = 0, node = walker.nextNode(); node; node = walker.nextNode()) {
              nodes.push({ node, from: offset, to: offset + node.data.length });
              offset += node.data.length;
            }
            const at = (offset) => nodes.find((n) => offset >= n.from && offset <= n.to);
            const [first, last] = [nodes.find((n) => start >= n.from && start < n.to), at(start + wanted.length)];
            if (!first || !last) continue;
            const range = document.createRange();
            range.setStart(first.node, start - first.from);
            range.setEnd(last.node, start + wanted.length - last.from);
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x, y, width, height };
          }
          return null;
        }, text),
      `“${text}” on the screen`,
    );
  }

  /** Rests the pointer on a text and gives what the hover says. */
  async hover(text) {
    await this.reveal(text);
    const box = await this.place(text);
    // Tabs and status items have hovers of their own, which may still be fading.
    const contents = this.page.locator('.monaco-hover:not(.workbench-hover):visible .hover-contents');
    const hover = contents.first();
    for (let attempt = 0; attempt < 3; attempt++) {
      await this.page.mouse.move(box.x + 4, box.y + box.height / 2);
      await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
      const shown = await hover.waitFor({ timeout: 6000 }).then(
        () => true,
        () => false,
      );
      if (shown) break;
      await this.page.mouse.move(box.x + box.width / 2, box.y + 200);
    }
    const blocks = await contents.allInnerTexts();
    if (blocks.length === 0) throw new Error(`no hover on “${text}”`);
    return blocks.join('\n').trim();
  }

  /** References of what is at the cursor, as the peek view lists their files. */
  async references() {
    await this.page.keyboard.press('Shift+F12');
    const rows = this.page.locator('.peekview-widget .ref-tree .monaco-list-row');
    await rows.first().waitFor({ timeout: WAIT_MS });
    await this.page.waitForTimeout(1500);
    const files = await this.page.locator('.peekview-widget .reference-file').allInnerTexts();
    return files.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** Rows of the call hierarchy in the side bar, the first one being what it is about. */
  async hierarchy() {
    await this.command('Calls: Show Call Hierarchy');
    await this.page.locator('.part.sidebar', { hasText: /Callers Of|Calls From/i }).waitFor({ timeout: WAIT_MS });
    const rows = this.page.locator('.part.sidebar .monaco-list-row');
    await this.#until(async () => (await rows.count()) > 1, 'a hierarchy of more than one row');
    await this.page.waitForTimeout(1000);
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** What the search for symbols of the workspace shows; it stays open. */
  async symbols(query) {
    await this.page.keyboard.press('Control+T');
    const input = this.page.locator('.quick-input-widget:visible input').first();
    await input.waitFor({ timeout: WAIT_MS });
    await input.fill(`#${query}`);
    await this.page.waitForTimeout(1500);
    return this.listed();
  }

  /** Labels of the open pick list, once it has so many rows. */
  async listed(atLeast = 1) {
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    await this.#until(async () => (await rows.count()) >= atLeast, `a list of ${atLeast} rows`);
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** Takes the row of the open pick list that has this text. */
  async choose(row) {
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().click({ timeout: WAIT_MS });
  }

  /**
   * Types a path into the dialog for files, whose button has these words, and confirms it. The editor writes into the
   * field itself while it reads the folder, so what was typed is looked at before it is sent.
   */
  async answerDialog(file, words = 'OK') {
    const widget = this.page.locator('.quick-input-widget:visible');
    const button = widget.locator('.quick-input-action .monaco-button', { hasText: words });
    await button.waitFor({ timeout: WAIT_MS });
    const input = widget.locator('input').first();
    const typed = async () => {
      await input.fill(file);
      await this.page.waitForTimeout(1_000);
      return (await input.inputValue()) === file;
    };
    await this.#until(async () => {
      if (!(await button.isVisible())) return true;
      if (await typed().catch(() => false)) await input.press('Enter').catch(() => {});
      await this.page.waitForTimeout(500);
      return !(await button.isVisible());
    }, `an end of the question for ${file}`);
  }

  /** Waits until the cursor is in the editor of a file: one that opens later closes a list that is open. */
  async focused(name) {
    const tab = this.page.locator('.tab.active', { hasText: name });
    const group = this.page.locator('.editor-group-container.active', { has: tab }).first();
    await group.locator('.monaco-editor.focused').first().waitFor({ timeout: WAIT_MS });
    await this.page.waitForTimeout(300);
  }

  /** Colour of the first words of the editor that stand in a piece of their own or begin one. */
  async colour(words) {
    const piece = this.page.locator('.view-line span span', { hasText: new RegExp(`^${words}`) }).first();
    return piece.evaluate((node) => getComputedStyle(node).color, undefined, { timeout: WAIT_MS });
  }

  /** The notification that has this text; those that have gone by count too. */
  async notification(text) {
    await this.command('Notifications: Show Notifications');
    const said = this.page.locator('.notifications-center .notification-list-item', { hasText: text }).first();
    await said.waitFor({ timeout: WAIT_MS });
    return (await said.textContent()).replace(/\s+/g, ' ').trim();
  }

  /** Labels that the suggestion list shows, once it is there; `wait` is how long it may take. */
  async suggestions(wait = 6000) {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows
      .first()
      .waitFor({ timeout: Math.max(wait, 700) })
      .catch(() => {});
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()).filter((t) => t !== '');
  }

  /** Asks for suggestions until the first one begins with these words: a busy server may not have read the text yet. */
  suggested(words) {
    return this.#until(async () => {
      if ((await this.suggestions(0)).length === 0) await this.page.keyboard.press('Control+Space');
      return (await this.suggestions())[0]?.startsWith(words);
    }, `the suggestion ${words}`);
  }

  async doubleClick(text) {
    await this.reveal(text);
    const box = await this.place(text);
    await this.page.mouse.dblclick(box.x + box.width / (2 * text.length), box.y + box.height / 2);
    await this.page.waitForTimeout(500);
  }

  /** Number of selected characters that the status bar gives; 0 when nothing is selected. */
  async selected() {
    return Number(/\((\d+) /.exec(await this.#status('selection'))?.[1] ?? 0);
  }

  /** One-based line of the cursor. */
  async line() {
    return Number(/(\d+)/.exec(await this.#status('selection'))?.[1] ?? 0);
  }

  async #status(id) {
    return (await this.page.locator(`.statusbar-item[id="status.editor.${id}"]`).textContent()).trim();
  }

  /** Boxes that the editor draws around characters it takes for others. */
  boxes() {
    return this.page.locator('.editor-instance .unicode-highlight').count();
  }

  /** Name of the active tab. */
  async tab() {
    return (await this.page.locator('.tab.active .label-name').first().textContent()).trim();
  }

  async shot(file) {
    await this.page.mouse.move(2, 2);
    // What explained the thing below the pointer goes away first.
    await this.page.waitForTimeout(500);
    await this.page.screenshot({ path: file });
  }

  /** A screenshot with the pointer, and so the hover, left where it is. */
  shotWithHover(file) {
    return this.page.screenshot({ path: file });
  }

  async #until(ask, what) {
    const begun = Date.now();
    for (;;) {
      const answer = await ask();
      if (answer) return answer;
      if (Date.now() - begun > WAIT_MS) throw new Error(`not within ${WAIT_MS / 1000} s: ${what}`);
      await this.page.waitForTimeout(200);
    }
  }

  until(ask, what) {
    return this.#until(ask, what);
  }
}
