/**
 * What happens when the language server dies: it is restarted, the user is told, and after too many deaths it stays down.
 * Changes when the patience or the words change. A server that dies before it ever answered is not restarted.
 */
import * as vscode from 'vscode';
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

const MOST = 4;
const WITHIN = 3 * 60_000;

export interface Situation {
  /** Whether the server has not answered yet. */
  starting(): boolean;
  /** The start has come to nothing; tells the user. */
  startFailed(reason: string): void;
  restart(): void;
  showLog(): void;
}

/** Tells the user with buttons; resolves when one of them was pressed or the message closed. */
export async function offer(
  message: string,
  buttons: Readonly<Record<string, () => void>>,
  grave: boolean,
): Promise<void> {
  const show = grave ? vscode.window.showErrorMessage : vscode.window.showWarningMessage;
  const answer = await show(message, ...Object.keys(buttons));
  if (answer !== undefined) buttons[answer]?.();
}

/** An error handler that restarts a running server up to four times in three minutes. */
export function crashHandler(situation: Situation): ErrorHandler {
  const deaths: number[] = [];
  const restart = (): void => situation.restart();
  const showLog = (): void => situation.showLog();
  return {
    error(error, _message, count) {
      if (situation.starting()) situation.startFailed(error.message);
      return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
    },
    closed(): CloseHandlerResult {
      if (situation.starting()) {
        situation.startFailed('the process ended');
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      const now = Date.now();
      deaths.push(now);
      while (deaths.length > 0 && now - deaths[0]! > WITHIN) deaths.shift();
      const log = vscode.l10n.t('Show Log');
      if (deaths.length <= MOST) {
        const message = vscode.l10n.t('The policy language server stopped unexpectedly and was restarted.');
        void offer(message, { [log]: showLog }, false);
        return { action: CloseAction.Restart, handled: true, message };
      }
      const message = vscode.l10n.t(
        'The policy language server stopped {0} times within three minutes and stays off.',
        deaths.length,
      );
      deaths.length = 0;
      void offer(message, { [vscode.l10n.t('Restart')]: restart, [log]: showLog }, true);
      return { action: CloseAction.DoNotRestart, handled: true, message };
    },
  };
}
