/** The extension comes up, and recognises what it is for. Changes when its identity or its recognition does. */
import * as vscode from 'vscode';
import { closeAll, EXTENSION, equal, LANGUAGE, ok, open, sample, sleep, until, write } from './support.ts';

const PLAIN = '买菜清单\n鸡蛋十个\n牛奶两盒\n给妈妈打电话\n';

describe('activation', () => {
  after(closeAll);

  it('the extension is installed and starts its server', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    ok(extension, 'the extension is not there');
    const api = await extension.activate();
    const server = await api.ready();
    ok(server, 'the server did not start');
    console.log(`  server ${JSON.stringify(server)}`);
  });

  for (const digits of ['000', '001', '002', '003', '004']) {
    it(`sample document ${digits} is recognised`, async () => {
      equal((await open(await sample(digits))).languageId, LANGUAGE, 'language');
    });
  }

  it('a text that is no policy document stays what it is', async () => {
    const uri = await write('list.txt', PLAIN);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await sleep(1500);
    equal(vscode.window.activeTextEditor?.document.languageId, 'plaintext', 'language');
  });

  it('going back to plain text is remembered', async () => {
    const uri = await write('back.txt', (await open(await sample('001'))).getText());
    await open(uri);
    await vscode.commands.executeCommand('policyAnnotator.treatAsPlain');
    await open(uri, 'plaintext');
    await closeAll();
    await until('closed', () => vscode.window.visibleTextEditors.length === 0);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await sleep(1500);
    equal(vscode.window.activeTextEditor?.document.languageId, 'plaintext', 'language after reopening');
  });
});
