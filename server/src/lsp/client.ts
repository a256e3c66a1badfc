/** What the client can, as answers to the questions that features ask. Changes when a feature has another question. */
import type { ClientCapabilities } from 'vscode-languageserver';

export class Client {
  readonly #all: ClientCapabilities;

  constructor(all: ClientCapabilities) {
    this.#all = all;
  }

  get nestedSymbols(): boolean {
    return this.#all.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
  }
  get foldingLimit(): number | undefined {
    return this.#all.textDocument?.foldingRange?.rangeLimit;
  }
  get markdownHover(): boolean {
    const formats = this.#all.textDocument?.hover?.contentFormat;
    return formats ? formats.includes('markdown') : false;
  }
  get markdownCompletion(): boolean {
    return this.#all.textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true;
  }
  get snippets(): boolean {
    return this.#all.textDocument?.completion?.completionItem?.snippetSupport === true;
  }
  /** `LocationLink` instead of `Location` for this request. */
  links(request: 'definition' | 'typeDefinition' | 'implementation'): boolean {
    return this.#all.textDocument?.[request]?.linkSupport === true;
  }
  get pullsDiagnostics(): boolean {
    return this.#all.textDocument?.diagnostic !== undefined;
  }
  get relatedInformation(): boolean {
    const { publishDiagnostics: push, diagnostic: pull } = this.#all.textDocument ?? {};
    const pulled = (pull as { relatedInformation?: boolean } | undefined)?.relatedInformation;
    return push?.relatedInformation === true || pulled === true;
  }
  get diagnosticTags(): boolean {
    const { publishDiagnostics: push, diagnostic: pull } = this.#all.textDocument ?? {};
    return push?.tagSupport !== undefined || (pull as { tagSupport?: object } | undefined)?.tagSupport !== undefined;
  }
  get diagnosticData(): boolean {
    const { publishDiagnostics: push, diagnostic: pull } = this.#all.textDocument ?? {};
    return push?.dataSupport === true || (pull as { dataSupport?: boolean } | undefined)?.dataSupport === true;
  }
  get codeDescriptions(): boolean {
    const { publishDiagnostics: push, diagnostic: pull } = this.#all.textDocument ?? {};
    const pulled = (pull as { codeDescriptionSupport?: boolean } | undefined)?.codeDescriptionSupport;
    return push?.codeDescriptionSupport === true || pulled === true;
  }
  get versionedDiagnostics(): boolean {
    return this.#all.textDocument?.publishDiagnostics?.versionSupport === true;
  }
  get codeActionLiterals(): boolean {
    return this.#all.textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
  }
  get versionedEdits(): boolean {
    return this.#all.workspace?.workspaceEdit?.documentChanges === true;
  }
  /** Applies edits that make files. */
  get createsFiles(): boolean {
    return this.#all.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
  }
  get renameWithPrepare(): boolean {
    return this.#all.textDocument?.rename?.prepareSupport === true;
  }
  /** Shows texts that the server makes, under a scheme of the server's. */
  get contentPages(): boolean {
    return this.#all.workspace?.textDocumentContent !== undefined;
  }
  get configuration(): boolean {
    return this.#all.workspace?.configuration === true;
  }
  get registersConfiguration(): boolean {
    return this.#all.workspace?.didChangeConfiguration?.dynamicRegistration === true;
  }
  get registersWatchers(): boolean {
    return this.#all.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }
  get folders(): boolean {
    return this.#all.workspace?.workspaceFolders === true;
  }
  get progress(): boolean {
    return this.#all.window?.workDoneProgress === true;
  }
  get refreshesDiagnostics(): boolean {
    return this.#all.workspace?.diagnostics?.refreshSupport === true;
  }
  get refreshesTokens(): boolean {
    return this.#all.workspace?.semanticTokens?.refreshSupport === true;
  }
}
