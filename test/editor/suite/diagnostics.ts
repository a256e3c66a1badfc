/** Findings come, are right, can be fixed, and go away. Changes when the way of reporting findings does. */
import * as vscode from 'vscode';
import { closeAll, equal, findings, ok, open, ruleOf, sample, sleep, until, write } from './support.ts';

const GOOD =
  '关于加强古树保护的实施方案\n\n一、总体要求\n坚持保护优先。\n二、主要任务\n开展普查。\n三、保障措施\n落实责任。\n';
const GAP = GOOD.replace('三、保障措施', '四、保障措施');

const ACCEPT = 'workbench.action.acceptSelectedQuickOpenItem';

/** Presses what a reader would in the box that a command has opened, again and again until the command is done. */
async function answering(command: Thenable<unknown>, ...keys: readonly string[]): Promise<void> {
  let done = false;
  const ended = Promise.resolve(command).finally(() => {
    done = true;
  });
  await sleep(500);
  for (let tries = 0; !done && tries < 20; tries++) {
    for (const key of keys) {
      if (done) break;
      await vscode.commands.executeCommand(key);
      await sleep(150);
    }
    await sleep(400);
  }
  await ended;
}

describe('diagnostics', () => {
  after(closeAll);

  it('a gap in the numbering is found and goes away when it is mended', async () => {
    const document = await open(await write('gap.policy.txt', GAP));
    const found = await until('finding', () => findings(document.uri).find((d) => ruleOf(d) === 'numbering-gap'));
    equal(found.range.start.line, 6, 'line of the finding');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(6, 0, 6, 1), '三');
    ok(await vscode.workspace.applyEdit(edit), 'the edit was not applied');
    await until('no finding', () => !findings(document.uri).some((d) => ruleOf(d) === 'numbering-gap'));
    await document.save();
  });

  it('the fix of a finding and all of its kind are offered, and a save mends what is safe when asked to', async () => {
    const text = GOOD.replace('坚持保护优先。', `坚持保护优先${',落实责任'.repeat(11)}。`);
    const document = await open(await write('commas.policy.txt', text));
    const kinds = () => findings(document.uri).filter((d) => ruleOf(d) === 'halfwidth-punctuation');
    await until('findings', () => (kinds().length === 11 ? kinds() : undefined));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      kinds()[0]?.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const edits = actions.map((a) => a.edit?.get(document.uri).length ?? 0);
    equal(edits.slice(0, 2), [11, 1], 'edits of the first two actions');
    const settings = vscode.workspace.getConfiguration('editor', { uri: document.uri, languageId: 'policy-zh' });
    await settings.update(
      'codeActionsOnSave',
      { 'source.fixAll': 'explicit' },
      vscode.ConfigurationTarget.Global,
      true,
    );
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n');
      ok(await vscode.workspace.applyEdit(edit), 'the edit was not applied');
      await document.save();
      ok(!document.getText().includes(','), 'half-width commas were saved');
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global, true);
    }
  });

  it('a finding is set aside with a reason asked for, stays away, and is taken back', async () => {
    const document = await open(await write('aside.policy.txt', GAP));
    const gap = () => findings(document.uri).find((d) => ruleOf(d) === 'numbering-gap');
    const found = await until('finding', gap);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const aside = actions.map((a) => a.command).find((c) => c?.command === 'policyAnnotator.suppressFinding');
    ok(aside, 'setting aside is not offered');
    await answering(vscode.commands.executeCommand(aside.command, ...(aside.arguments ?? [])), ACCEPT);
    await until('no finding', () => gap() === undefined);
    await vscode.window.showTextDocument(document);
    const back = vscode.commands.executeCommand('policyAnnotator.takeBackFinding');
    await answering(back, 'workbench.action.quickOpenSelectNext', 'workbench.action.quickPickManyToggle', ACCEPT);
    await until('the finding again', gap);
  });

  it('a proper document has none', async () => {
    const document = await open(await write('good.policy.txt', GOOD));
    await sleep(2000);
    equal(findings(document.uri).map(ruleOf), [], 'findings');
  });

  it('the numbering of the samples is sound', async () => {
    const { uri } = await open(await sample('001'));
    await sleep(2000);
    const wrong = findings(uri).filter((d) => ['numbering-gap', 'declared-count-mismatch'].includes(ruleOf(d)));
    equal(
      wrong.map((d) => `${d.range.start.line + 1}: ${d.message}`),
      [],
      'false findings',
    );
  });
});
