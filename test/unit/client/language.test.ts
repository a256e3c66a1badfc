/** Which documents are switched, and that the user's choice always wins. Changes with client/src/language.ts. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LANGUAGE, LanguageSwitch } from '../../../client/src/language.ts';
import { POLICY } from './detect.data.ts';
import { editor, FakeDocument } from './fake-vscode.ts';

const TEXT = POLICY['a notice with all its parts']!;
const PROSE = '今天天气很好，我们一起去公园散步，看见许多人在放风筝。'.repeat(5);
const store = new Map<string, unknown>();
let made: LanguageSwitch | null = null;

/** The switch as after a start of the editor; what is stored survives. */
function start(): LanguageSwitch {
  made?.dispose();
  const globalState = {
    get: (key: string, otherwise: unknown) => store.get(key) ?? otherwise,
    update: async (key: string, value: unknown) => void store.set(key, value),
  };
  const log = { info() {}, error: (text: string) => expect.unreachable(text) };
  made = new LanguageSwitch({ globalState } as never, log as never);
  return made;
}
const open = (text = TEXT, uri = 'file:///w/a.txt', language = 'plaintext') =>
  editor.open(new FakeDocument(uri, language, text));
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  store.clear();
  editor.reset();
  start();
});
afterEach(() => vi.useRealTimers());

describe('auto', () => {
  test('switches a policy document and leaves prose alone', async () => {
    const policy = open();
    const prose = open(PROSE, 'file:///w/b.txt');
    await settle();
    expect([policy.languageId, prose.languageId]).toEqual([LANGUAGE, 'plaintext']);
    expect(made?.recognised(policy as never)).toBe(true);
    expect(editor.messages).toEqual([]);
  });
  test('switches documents that were open before', async () => {
    const document = open();
    await settle();
    document.languageId = 'plaintext';
    start();
    await settle();
    expect(document.languageId).toBe(LANGUAGE);
  });
  test('leaves other languages and other schemes alone', async () => {
    const code = open(TEXT, 'file:///w/a.py', 'python');
    const old = open(TEXT, 'git:///w/a.txt');
    await settle();
    expect([code.languageId, old.languageId]).toEqual(['python', 'plaintext']);
  });
  test('serves the schemes of the workspace folders', async () => {
    editor.folders = [{ uri: new FakeDocument('memfs:/w', '', '').uri }];
    const document = open(TEXT, 'memfs:/w/a.txt');
    await settle();
    expect(document.languageId).toBe(LANGUAGE);
  });
  test('leaves what files.associations decides', async () => {
    editor.settings['files.associations'] = { '*.txt': 'plaintext' };
    const document = open();
    await settle();
    expect(document.languageId).toBe('plaintext');
  });
  test('looks again when text is pasted into an untitled document', async () => {
    vi.useFakeTimers();
    const document = open('', 'untitled:Untitled-1');
    editor.type(document, TEXT);
    await vi.advanceTimersByTimeAsync(400);
    expect(document.languageId).toBe('plaintext');
    await vi.advanceTimersByTimeAsync(600);
    expect(document.languageId).toBe(LANGUAGE);
  });
});

describe('text that is read anew', () => {
  test('a file reopened in the right encoding is recognised', async () => {
    vi.useFakeTimers();
    editor.files.set('file:///w/a.txt', new TextEncoder().encode(PROSE));
    const document = open('\uFFFD'.repeat(50));
    editor.type(document, TEXT);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(document.languageId).toBe(LANGUAGE);
  });
  test('typing into a plain file does not change its language', async () => {
    vi.useFakeTimers();
    const document = open(PROSE);
    document.isDirty = true;
    editor.type(document, TEXT);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(document.languageId).toBe('plaintext');
  });
});

describe('the way back', () => {
  test('one command, and it is remembered', async () => {
    const document = open();
    await settle();
    await made?.choose(document as never, 'plain');
    expect(document.languageId).toBe('plaintext');
    editor.close(document);
    start();
    const again = open();
    await settle();
    expect(again.languageId).toBe('plaintext');
  });
  test('Markdown goes back to Markdown', async () => {
    const document = open(TEXT, 'file:///w/a.md', 'markdown');
    await settle();
    expect(document.languageId).toBe(LANGUAGE);
    await made?.choose(document as never, 'plain');
    expect(document.languageId).toBe('markdown');
  });
  test('the language picker counts as a choice', async () => {
    const document = open();
    await settle();
    editor.pick(document, 'plaintext');
    await settle();
    expect(document.languageId).toBe('plaintext');
    editor.close(document);
    const again = open();
    await settle();
    expect(again.languageId).toBe('plaintext');
  });
  test('a choice for policy is remembered too', async () => {
    const document = open(PROSE);
    await settle();
    await made?.choose(document as never, 'policy');
    editor.close(document);
    const again = open(PROSE);
    await settle();
    expect(again.languageId).toBe(LANGUAGE);
  });
  test('the choice moves with a renamed file', async () => {
    const document = open();
    await settle();
    await made?.choose(document as never, 'plain');
    editor.rename('file:///w/a.txt', 'file:///w/b.txt');
    await settle();
    const moved = open(TEXT, 'file:///w/b.txt');
    await settle();
    expect(moved.languageId).toBe('plaintext');
  });
  test('a file that is policy by its name stays plain once the user said so', async () => {
    const document = open(TEXT, 'file:///w/a.policy.txt', LANGUAGE);
    await settle();
    await made?.choose(document as never, 'plain');
    editor.close(document);
    const again = open(TEXT, 'file:///w/a.policy.txt', LANGUAGE);
    await settle();
    expect(again.languageId).toBe('plaintext');
  });
  test('an untitled document that was set back stays so while it is typed into', async () => {
    vi.useFakeTimers();
    const document = open('', 'untitled:Untitled-1');
    editor.type(document, TEXT);
    await vi.advanceTimersByTimeAsync(1_000);
    await made?.choose(document as never, 'plain');
    editor.type(document, `${TEXT}更多`);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(document.languageId).toBe('plaintext');
    editor.close(document);
    await vi.advanceTimersByTimeAsync(10);
    const next = open(TEXT, 'untitled:Untitled-1');
    await vi.advanceTimersByTimeAsync(10);
    expect(next.languageId).toBe(LANGUAGE);
  });
  test('no more than a thousand choices are kept, the newest', async () => {
    const old = Object.fromEntries(Array.from({ length: 1_500 }, (_, i) => [`file:///old/${i}`, 'plain']));
    store.set('policyAnnotator.choices', old);
    const document = open();
    await settle();
    await made?.choose(document as never, 'plain');
    const kept = Object.keys(store.get('policyAnnotator.choices') as object);
    expect(kept).toHaveLength(1_000);
    expect(kept.at(-1)).toBe('file:///w/a.txt');
  });
});

describe('ask and never', () => {
  test('ask: asks and does as it is told', async () => {
    editor.settings['policyAnnotator.detect'] = 'ask';
    editor.answer = 'Policy Document';
    const document = open();
    await settle();
    expect(editor.messages).toHaveLength(1);
    expect(document.languageId).toBe(LANGUAGE);
  });
  test('ask: a question that was closed is not asked again in this session', async () => {
    editor.settings['policyAnnotator.detect'] = 'ask';
    editor.close(open());
    await settle();
    open();
    await settle();
    expect(editor.messages).toHaveLength(1);
  });
  test('ask: a “no” is remembered', async () => {
    editor.settings['policyAnnotator.detect'] = 'ask';
    editor.answer = 'Leave as It Is';
    editor.close(open());
    await settle();
    const again = open();
    await settle();
    expect(editor.messages).toHaveLength(1);
    expect(again.languageId).toBe('plaintext');
  });
  test('ask: “never” changes the setting', async () => {
    editor.settings['policyAnnotator.detect'] = 'ask';
    editor.answer = 'Never Ask';
    open();
    await settle();
    expect(editor.settings['policyAnnotator.detect']).toBe('never');
  });
  test('never: nothing happens', async () => {
    editor.settings['policyAnnotator.detect'] = 'never';
    const document = open();
    await settle();
    expect([document.languageId, editor.messages.length]).toEqual(['plaintext', 0]);
  });
});

describe('wrong encodings', () => {
  const gb = Uint8Array.from(
    Buffer.from(`d4c6cfaad2bbcad0c8abbbe1d6b8b3f6a3acd2aabce1b3d6b8dfd6cac1bfb7a2d5b9a1a30a`.repeat(1), 'hex'),
  );
  test('a garbled file whose bytes are no policy document is left in peace', async () => {
    editor.files.set('file:///w/a.txt', gb);
    open(new TextDecoder().decode(gb).repeat(9));
    await settle();
    expect(editor.messages).toEqual([]);
  });
  test('a garbled policy document is offered once to be reopened', async () => {
    editor.files.set('file:///w/a.txt', new TextEncoder().encode(TEXT));
    const document = open(new TextDecoder('gb18030').decode(new TextEncoder().encode(TEXT)));
    await settle();
    expect(editor.messages.map((m) => m.buttons)).toEqual([['Reopen as {0}', 'Choose Encoding…']]);
    editor.close(document);
    open(document.text);
    await settle();
    expect(editor.messages).toHaveLength(1);
  });
});
