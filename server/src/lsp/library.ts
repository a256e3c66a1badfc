/**
 * The values that we use of the protocol library, through one door: where every file imports the library itself, its
 * bundle copies some hundred names for each of them at every start. Types may come from the library directly.
 * Changes when another value is used.
 */
export {
  CodeActionKind,
  CompletionItemKind,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  DocumentHighlightKind,
  FileChangeType,
  FileOperationPatternKind,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  SymbolKind,
} from 'vscode-languageserver';
