/**
 * What happens when the language server dies: it is restarted, the user is told, and after too many deaths it stays down.
 * Changes when the patience or the words change.
 */
import * as vscode from 'vscode';
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

const MOST = 4;
const WITHIN = 3 * 60_000;

/** An error handler that restarts up to four times in three minutes. `restart` and `showLog` serve its buttons. */
export function crashHandler(restart: () => void, showLog: () => void): ErrorHandler {
  const deaths: number[] = [];
  const offer = (message: string, buttons: Record<string, () => void>, grave: boolean): void => {
    const show = grave ? vscode.window.showErrorMessage : vscode.window.showWarningMessage;
    void show(message, ...Object.keys(buttons)).then((answer) => answer && buttons[answer]?.());
  };
  const log = vscode.l10n.t('Show Log');
  return {
    error: (_error, _message, count) => ({
      action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed(): CloseHandlerResult {
      const now = Date.now();
      deaths.push(now);
      while (deaths.length > 0 && now - deaths[0]! > WITHIN) deaths.shift();
      if (deaths.length <= MOST) {
        const message = vscode.l10n.t('The policy language server stopped unexpectedly and was restarted.');
        offer(message, { [log]: showLog }, false);
        return { action: CloseAction.Restart, handled: true, message };
      }
      const message = vscode.l10n.t(
        'The policy language server stopped {0} times within three minutes and stays off.',
        deaths.length,
      );
      deaths.length = 0;
      offer(message, { [vscode.l10n.t('Restart')]: restart, [log]: showLog }, true);
      return { action: CloseAction.DoNotRestart, handled: true, message };
    },
  };
}
