/** Whether the extension comes up at all. Changes when its identity does. */
import * as vscode from 'vscode';

describe('activation', () => {
  it('the extension is installed and starts', async () => {
    const extension = vscode.extensions.getExtension('policy-annotator.policy-annotator');
    if (!extension) throw new Error('the extension is not there');
    await extension.activate();
  });
});
