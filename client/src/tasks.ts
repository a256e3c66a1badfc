/**
 * Tasks of type `policy-annotator`: the command line that ships with the extension, its findings under Problems.
 * Changes when a task runs another command. Only where the extension host is a Node process.
 */
import * as vscode from 'vscode';

export const TASK_TYPE = 'policy-annotator';

/** The command line and what runs it. */
export interface CommandLine {
  readonly runtime: string;
  readonly script: string;
}

interface Definition extends vscode.TaskDefinition {
  readonly command: 'check';
  readonly files?: readonly string[];
  readonly args?: readonly string[];
}

/** What the command line is called with for a task. */
export function taskArguments(definition: Definition, include: readonly string[], locale: string): string[] {
  const files = definition.files?.length ? definition.files : include;
  const language = /^zh/i.test(locale) ? 'zh-cn' : 'en';
  return [definition.command, ...files, '--lang', language, ...(definition.args ?? [])];
}

function make(cli: CommandLine, definition: Definition, folder: vscode.WorkspaceFolder): vscode.Task {
  const settings = vscode.workspace.getConfiguration('policyAnnotator', folder.uri);
  const include = settings.get<readonly string[]>('files.include', ['**/*.txt', '**/*.md']);
  const args = [cli.script, ...taskArguments(definition, include, vscode.env.language)];
  const options = { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: '1' } };
  const execution = new vscode.ProcessExecution(cli.runtime, args, options);
  const name = vscode.l10n.t('check documents');
  return new vscode.Task(definition, folder, name, TASK_TYPE, execution, '$policy-annotator');
}

export function registerTasks(cli: CommandLine): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(TASK_TYPE, {
    provideTasks() {
      const folders = (vscode.workspace.workspaceFolders ?? []).filter((f) => f.uri.scheme === 'file');
      return folders.map((folder) => make(cli, { type: TASK_TYPE, command: 'check' }, folder));
    },
    resolveTask(task) {
      const folder = typeof task.scope === 'object' ? task.scope : vscode.workspace.workspaceFolders?.[0];
      // The definition must stay the very same object, or the editor does not take the answer.
      return folder ? make(cli, task.definition as Definition, folder) : undefined;
    },
  });
}
