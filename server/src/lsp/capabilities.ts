/** What the server offers a client, given what the client can. Changes when a feature is added. */
import type { ServerCapabilities } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { GLOSSARY_SCHEME } from './glossary-pages.ts';
import { CodeActionKind, FileOperationPatternKind } from './library.ts';
import { TRIGGERS } from './register/completion.ts';
import { LEGEND } from './tokens.ts';

/** Renamed and deleted files and folders, wherever they are. */
const FILES = {
  filters: [{ pattern: { glob: '**/*', matches: FileOperationPatternKind.file } }],
};
const FOLDERS = { filters: [{ pattern: { glob: '**/*', matches: FileOperationPatternKind.folder } }] };
const BOTH = { filters: [...FILES.filters, ...FOLDERS.filters] };

export function serverCapabilities(client: Client, utf8: boolean): ServerCapabilities {
  return {
    positionEncoding: utf8 ? 'utf-8' : 'utf-16',
    textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
    hoverProvider: true,
    definitionProvider: true,
    typeDefinitionProvider: true,
    implementationProvider: true,
    callHierarchyProvider: true,
    completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true },
    renameProvider: client.renameWithPrepare ? { prepareProvider: true } : true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    workspaceSymbolProvider: true,
    ...(client.codeActionLiterals
      ? {
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, CodeActionKind.SourceFixAll],
          },
        }
      : {}),
    ...(client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'policy-annotator',
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(client.contentPages ? { textDocumentContent: { schemes: [GLOSSARY_SCHEME] } } : {}),
      fileOperations: { didRename: BOTH, didDelete: BOTH },
    },
  };
}
