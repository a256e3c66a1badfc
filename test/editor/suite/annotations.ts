/**
 * Annotations in the editor: made by commands, kept beside the document, and still there after edits of every kind.
 * Changes when what annotations promise does.
 */
import * as vscode from 'vscode';
import { closeAll, EXTENSION, equal, folder, ok, open, sleep, until, write } from './support.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}
interface View {
  readonly id: string;
  readonly author: string;
  readonly anchor: string;
  readonly span: Span | null;
  readonly text: string;
  readonly note: string | null;
  readonly status: string;
  readonly reason: string | null;
  readonly tags: readonly { readonly id: string; readonly name: string }[];
  readonly replies: readonly { readonly text: string }[];
}
interface Api {
  readonly annotations: {
    readonly store: {
      call(method: string, params: object): Promise<never>;
      of(uri: vscode.Uri): readonly View[];
    };
    readonly threads: { readonly size: number };
  };
}

const AUTHOR = '审读人';
const TEXT = `关于推进河道综合治理的实施方案

一、总体要求
坚持源头治理，统筹推进水岸同治，打通断头河二十条。
二、主要任务
（一）加强源头管控。完成雨污分流改造，由市水务局牵头落实。
（二）健全长效机制。建立河长巡查制度，每月通报一次。
三、保障措施
强化资金保障，各区政府应当足额安排预算。
`;

let files = 0;

describe('annotations', function () {
  this.timeout(60_000);
  let api: Api;
  const store = () => api.annotations.store;
  const call = (method: string, params: object): Promise<never> => store().call(method, params);

  before(async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    ok(extension, 'no extension');
    api = (await extension.activate()) as Api;
    await vscode.workspace
      .getConfiguration('policyAnnotator')
      .update('annotations.author', AUTHOR, vscode.ConfigurationTarget.Global);
  });
  after(async () => {
    await closeAll();
    await vscode.workspace
      .getConfiguration('policyAnnotator')
      .update('annotations.author', undefined, vscode.ConfigurationTarget.Global);
  });

  /** A document that exists nowhere else. */
  const fresh = async (text = TEXT): Promise<vscode.TextDocument> =>
    open(await write(`河道${++files}.policy.txt`, text));
  const at = (document: vscode.TextDocument, words: string): vscode.Range => {
    const start = document.getText().indexOf(words);
    ok(start >= 0, `no ${words}`);
    return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
  };
  const select = async (document: vscode.TextDocument, words: string): Promise<vscode.TextEditor> => {
    const editor = await vscode.window.showTextDocument(document);
    const range = at(document, words);
    editor.selection = new vscode.Selection(range.start, range.end);
    return editor;
  };
  const tag = async (document: vscode.TextDocument, name: string): Promise<string> => {
    const uri = document.uri.toString();
    const known = ((await call('tags', { uri })) as { id: string; name: string }[]).find((t) => t.name === name);
    return known?.id ?? ((await call('createTag', { uri, name })) as { id: string }).id;
  };
  /** Annotates by command and waits until the client shows it. */
  const annotate = async (document: vscode.TextDocument, words: string, name = '措施'): Promise<View> => {
    const id = await tag(document, name);
    await select(document, words);
    await vscode.commands.executeCommand('policyAnnotator.annotate', id);
    return until(`an annotation on ${words}`, () =>
      store()
        .of(document.uri)
        .find((a) => a.text === words),
    );
  };
  const edit = async (document: vscode.TextDocument, words: string, replacement: string): Promise<void> => {
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, at(document, words), replacement);
    ok(await vscode.workspace.applyEdit(change), 'the edit was not applied');
  };
  /** What stands at the place that client and server agree on. */
  const words = async (document: vscode.TextDocument, id: string): Promise<string | null> => {
    const { annotations } = (await call('list', { uri: document.uri.toString() })) as { annotations: View[] };
    const theirs = annotations.find((a) => a.id === id)?.span ?? null;
    const ours =
      store()
        .of(document.uri)
        .find((a) => a.id === id)?.span ?? null;
    if (JSON.stringify(theirs) !== JSON.stringify(ours)) return null;
    return theirs && document.getText().slice(theirs.start, theirs.end);
  };
  const stands = (document: vscode.TextDocument, id: string, expected: string): Promise<unknown> =>
    until(`the annotation on ${expected}`, async () => (await words(document, id)) === expected);
  const viewOf = (document: vscode.TextDocument, id: string): View | undefined =>
    store()
      .of(document.uri)
      .find((a) => a.id === id);

  /** Every event in the log of a document, read from the files. */
  const events = async (document: vscode.TextDocument): Promise<Record<string, unknown>[]> => {
    const name = document.uri.path.split('/').at(-1) ?? '';
    const place = vscode.Uri.joinPath(folder(), '.annotations', 'docs', name);
    const out: Record<string, unknown>[] = [];
    for (const [file] of await vscode.workspace.fs.readDirectory(place)) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(place, file));
      for (const line of new TextDecoder().decode(bytes).split('\n')) if (line !== '') out.push(JSON.parse(line));
    }
    return out;
  };

  it('the selected words get a tag, and the log says so', async () => {
    const document = await fresh();
    const made = await annotate(document, '水岸同治');
    equal([made.author, made.anchor, made.tags.map((t) => t.name)], [AUTHOR, 'attached', ['措施']], 'the annotation');
    const log = await events(document);
    const added = log.find((e) => e['e'] === 'add' && e['a'] === made.id);
    ok(added, `no event adds it: ${JSON.stringify(log)}`);
    equal((added['target'] as { quote: { exact: string } }).quote.exact, '水岸同治', 'quote in the log');
  });

  it('the last tag is repeated by one command, and a second tag joins the first', async () => {
    const document = await fresh();
    const first = await annotate(document, '雨污分流改造', '任务');
    await select(document, '河长巡查制度');
    await vscode.commands.executeCommand('policyAnnotator.annotateAgain');
    const repeated = await until('the same tag again', () =>
      store()
        .of(document.uri)
        .find((a) => a.text === '河长巡查制度'),
    );
    equal(repeated.tags, first.tags, 'tags of the second');
    const again = await annotate(document, '雨污分流改造', '工程');
    const all = store()
      .of(document.uri)
      .filter((a) => a.text === '雨污分流改造');
    equal(all.length, 1, 'annotations on the same words by the same person');
    await until('both tags', () => viewOf(document, again.id)?.tags.length === 2);
  });

  it('it follows edits above and inside, and undo', async () => {
    const document = await fresh();
    const { id } = await annotate(document, '打通断头河二十条');
    const start = new vscode.WorkspaceEdit();
    start.insert(document.uri, new vscode.Position(1, 0), '（征求意见稿）\n\n');
    ok(await vscode.workspace.applyEdit(start), 'not inserted');
    await stands(document, id, '打通断头河二十条');
    await edit(document, '断头河二十条', '断头河三十条');
    await stands(document, id, '打通断头河三十条');
    await until('that it was edited', () => viewOf(document, id)?.anchor === 'changed');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await stands(document, id, '打通断头河二十条');
    await until('that it is as it was', () => viewOf(document, id)?.anchor === 'attached');
    await vscode.commands.executeCommand('undo');
    await stands(document, id, '打通断头河二十条');
  });

  it('deleted words and undo', async () => {
    const document = await fresh();
    const { id } = await annotate(document, '每月通报一次');
    await edit(document, '建立河长巡查制度，每月通报一次。', '');
    await until('no place', () => viewOf(document, id)?.span === null);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await stands(document, id, '每月通报一次');
  });

  it('it stays when the file is changed by another program', async () => {
    const document = await fresh();
    const { id } = await annotate(document, '由市水务局牵头落实');
    const changed = TEXT.replace('二、主要任务', '补充说明：本方案自印发之日起施行。\n二、主要任务').replace(
      '每月',
      '每季度',
    );
    await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(changed));
    await until('the text from the disk', () => document.getText() === changed, 20_000);
    await stands(document, id, '由市水务局牵头落实');
  });

  it('a note is answered, resolved with a reason and opened again', async () => {
    const document = await fresh();
    const { id } = await annotate(document, '足额安排预算');
    const uri = document.uri.toString();
    await call('update', { uri, id, note: '与去年口径一致吗？' });
    await until('a thread', () => api.annotations.threads.size > 0);
    await call('reply', { uri, id, text: '一致，见附表。' });
    await call('resolve', { uri, id, reason: '已核对' });
    const resolved = await until('the resolution', () => {
      const a = viewOf(document, id);
      return a?.status === 'resolved' && a.replies.length === 1 && a;
    });
    equal(
      [resolved.note, resolved.reason, resolved.replies[0]?.text],
      ['与去年口径一致吗？', '已核对', '一致，见附表。'],
      'thread',
    );
    await vscode.commands.executeCommand('policyAnnotator.reopenAnnotation', { uri, id });
    await until('it is open', () => viewOf(document, id)?.status === 'open');
    const kinds = (await events(document)).map((e) => e['e']);
    for (const kind of ['add', 'set', 'reply', 'resolve', 'reopen']) ok(kinds.includes(kind), `no ${kind} in the log`);
  });

  it('a deleted annotation is restored', async () => {
    const document = await fresh();
    const { id } = await annotate(document, '源头治理');
    void vscode.commands.executeCommand('policyAnnotator.deleteAnnotation', { uri: document.uri.toString(), id });
    await until('it is gone', () => viewOf(document, id) === undefined);
    await vscode.commands.executeCommand('policyAnnotator.restoreAnnotation');
    await until('it is back', () => viewOf(document, id) !== undefined);
    await stands(document, id, '源头治理');
  });

  it('an orphan stays listed and is attached to the selection', async () => {
    const document = await fresh();
    const { id } = await annotate(document, '健全长效机制');
    const uri = document.uri;
    await document.save();
    await closeAll();
    const changed = TEXT.replace(
      '（二）健全长效机制。建立河长巡查制度，每月通报一次。',
      '（二）公开信息。设置公示牌。',
    );
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(changed));
    await sleep(500);
    const again = await open(uri);
    await until('the text from the disk', () => again.getText() === changed);
    const lost = await until('an orphan', () => {
      const a = viewOf(again, id);
      return a && a.span === null && a;
    });
    ok(['orphan', 'ambiguous'].includes(lost.anchor), `its state is ${lost.anchor}`);
    await select(again, '公开信息');
    await vscode.commands.executeCommand('policyAnnotator.reattachToSelection', { uri: uri.toString(), id });
    await stands(again, id, '公开信息');
    const moves = (await events(again)).filter((e) => e['e'] === 'anchor' && e['a'] === id);
    const last = moves.at(-1);
    equal([last?.['cause'], last?.['auto']], ['user', false], 'the last re-attachment in the log');
  });

  it('every occurrence of the selected words at once', async () => {
    const document = await fresh('关于节水的通知\n\n一、节水优先。\n二、全社会节水，工业节水。\n三、农业节水。\n');
    const id = await tag(document, '主题');
    await select(document, '节水');
    await vscode.commands.executeCommand('policyAnnotator.annotateOccurrences', id);
    await until('one in each place', () => store().of(document.uri).length === 5);
    ok(
      store()
        .of(document.uri)
        .every((a) => a.text === '节水' && a.tags[0]?.id === id),
      'other words or tags',
    );
  });

  it('hover names tag and author, and next and previous walk through', async () => {
    const document = await fresh();
    const first = await annotate(document, '水岸同治');
    const second = await annotate(document, '雨污分流改造');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at(document, '岸同').start,
    );
    const text = hovers
      .flatMap((h) => h.contents)
      .map((c) => (typeof c === 'string' ? c : c.value))
      .join('\n');
    ok(text.includes('措施') && text.includes(AUTHOR), `the hover says ${text}`);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const selected = () => document.getText(editor.selection);
    await vscode.commands.executeCommand('policyAnnotator.nextAnnotation');
    equal(selected(), first.text, 'next');
    await vscode.commands.executeCommand('policyAnnotator.nextAnnotation');
    equal(selected(), second.text, 'next but one');
    await vscode.commands.executeCommand('policyAnnotator.previousAnnotation');
    equal(selected(), first.text, 'previous');
  });

  it('annotations follow a renamed file', async () => {
    const document = await fresh();
    const { id } = await annotate(document, '水岸同治');
    await document.save();
    const to = vscode.Uri.joinPath(folder(), `改名${files}.policy.txt`);
    const change = new vscode.WorkspaceEdit();
    change.renameFile(document.uri, to);
    ok(await vscode.workspace.applyEdit(change), 'not renamed');
    const renamed = await open(to);
    await until('it moved along', () => viewOf(renamed, id)?.anchor === 'attached');
    await stands(renamed, id, '水岸同治');
  });

  it('three hundred notes make few threads', async () => {
    const lines = Array.from({ length: 300 }, (_, i) => `第${i + 1}项任务，明确责任单位。`).join('\n');
    const document = await fresh(`关于分解任务的通知\n\n${lines}\n`);
    const items = [...document.getText().matchAll(/第\d+项任务/g)].map(({ index, 0: found }) => ({
      span: { start: index, end: index + found.length },
      note: `核对${found}`,
    }));
    await call('createMany', { uri: document.uri.toString(), items });
    await until('all of them', () => store().of(document.uri).length === 300);
    await sleep(1000);
    const { size } = api.annotations.threads;
    ok(size > 0 && size <= 50, `${size} threads`);
  });
});
