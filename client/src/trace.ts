/**
 * The protocol trace: written into the log when `policyAnnotator.trace.server` says so, whatever the log level.
 * Changes when tracing is switched in another way. The client library traces only to a channel of level `Trace`; this
 * channel has that level exactly while the setting is on.
 */
import * as vscode from 'vscode';

const SECTION = 'policyAnnotator.trace.server';
const isOn = (): boolean => vscode.workspace.getConfiguration().get<string>(SECTION, 'off') !== 'off';

/** A channel for the client library that writes into `log`. */
export function traceChannel(
  log: vscode.LogOutputChannel,
  subscriptions: vscode.Disposable[],
): vscode.LogOutputChannel {
  const level = (): vscode.LogLevel => (isOn() ? vscode.LogLevel.Trace : vscode.LogLevel.Info);
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  subscriptions.push(
    changed,
    vscode.workspace.onDidChangeConfiguration((e) => {
      if (e.affectsConfiguration(SECTION)) changed.fire(level());
    }),
  );
  return Object.create(log, {
    logLevel: { get: level },
    onDidChangeLogLevel: { value: changed.event },
    trace: { value: (message: string, ...rest: unknown[]) => log.info(message, ...rest) },
  }) as vscode.LogOutputChannel;
}

/** Switches the trace on for this user if it is off, and shows the log. */
export async function showTrace(log: vscode.LogOutputChannel): Promise<void> {
  if (!isOn()) {
    await vscode.workspace.getConfiguration().update(SECTION, 'messages', vscode.ConfigurationTarget.Global);
    const off = vscode.l10n.t('Switch Off');
    const told = vscode.l10n.t('Messages between the editor and the language server are now written to the log.');
    void offerToStop(told, off, log);
  }
  log.show();
}

async function offerToStop(told: string, off: string, log: vscode.LogOutputChannel): Promise<void> {
  try {
    if ((await vscode.window.showInformationMessage(told, off)) !== off) return;
    await vscode.workspace.getConfiguration().update(SECTION, 'off', vscode.ConfigurationTarget.Global);
  } catch (error) {
    log.error(`Switching the trace off: ${error}`);
  }
}
