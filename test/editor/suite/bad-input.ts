/** Files that are no documents, or no longer there, do no harm. Changes when what is promised about them does. */
import * as vscode from 'vscode';
import { closeAll, LANGUAGE, ok, open, sample, symbols, until, write } from './support.ts';

/** The server still answers for a healthy document. */
async function stillAnswers(): Promise<void> {
  const { uri } = await open(await sample('001'));
  await until('the outline of a healthy document', async () => (await symbols(uri)).length > 0);
}

describe('bad input', function () {
  this.timeout(120_000);
  after(closeAll);

  it('an empty file', async () => {
    const document = await open(await write('empty.policy.txt', ''));
    ok((await symbols(document.uri)).length === 0, 'an outline of nothing');
    await stillAnswers();
  });

  it('a binary file', async () => {
    const bytes = Uint8Array.from({ length: 50_000 }, (_, i) => (i * 7919 + (i >> 3)) & 255);
    const uri = await write('binary.policy.txt', bytes);
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      await symbols(document.uri);
    } catch {
      // The editor may refuse it; what counts is that the server, which indexes it by itself, goes on.
    }
    await stillAnswers();
  });

  it('bytes that no encoding explains', async () => {
    const text = new TextEncoder().encode('关于印发工作方案的通知\n一、总体要求\n');
    const uri = await write('broken.policy.txt', new Uint8Array([...text, 0xff, 0xfe, 0x81, 0x20, 0xc0, ...text]));
    const document = await open(uri);
    await until('an outline all the same', async () => (await symbols(document.uri)).length > 0);
    await stillAnswers();
  });

  it('a file that vanishes', async () => {
    const document = await open(await write('gone.policy.txt', '一、总体要求\n正文。\n二、主要任务\n正文。\n'));
    await until('outline', async () => (await symbols(document.uri)).length === 2);
    await vscode.workspace.fs.delete(document.uri);
    await stillAnswers();
  });

  it('a file of 20 MB', async () => {
    const paragraph = '各地区各部门要结合实际抓好落实，持续推进重点工程建设，确保各项任务按期完成。';
    const section = (n: number): string => `${n}．任务\n${paragraph.repeat(20)}\n`;
    let text = '关于若干任务的工作方案\n\n';
    for (let n = 1; text.length < 20_000_000 / 3; n++) text += section(n);
    const uri = await write('large.policy.txt', text);
    const document = await vscode.workspace.openTextDocument(uri).then(
      (d) => d,
      () => null,
    );
    if (document && document.languageId === LANGUAGE) await symbols(document.uri);
    await stillAnswers();
  });
});
