/**
 * As much of the editor's API as the client's own logic needs, with the editor's habits that matter: changing a language
 * closes and reopens the document in one turn. Changes when a tested part of the client uses more of the API.
 */
import { URI, Utils } from 'vscode-uri';

export const Uri = {
  parse: (text: string) => URI.parse(text, true),
  from: (parts: { scheme: string; path: string }) => URI.from(parts),
  joinPath: (uri: URI, ...parts: string[]) => Utils.joinPath(uri, ...parts),
};

type Listener<T> = (event: T) => unknown;
export class Disposable {
  readonly dispose: () => void;
  constructor(dispose: () => void) {
    this.dispose = dispose;
  }
  static from(...all: { dispose(): void }[]): Disposable {
    return new Disposable(() => all.forEach((d) => void d.dispose()));
  }
}
export class EventEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();
  readonly event = (listener: Listener<T>): Disposable => {
    this.#listeners.add(listener);
    return new Disposable(() => this.#listeners.delete(listener));
  };
  fire(event: T): void {
    for (const l of this.#listeners) l(event);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}
export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}
export class Range {
  constructor(
    readonly start: Position,
    readonly end: Position,
  ) {}
}
export const TextEdit = {
  insert: (at: Position, text: string) => ({ at, text }),
  delete: (range: Range) => ({ range, text: '' }),
};
export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };
export class FileSystemError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}
export class RelativePattern {
  constructor(
    readonly base: URI,
    readonly pattern: string,
  ) {}
}
export class CancellationTokenSource {
  token = { isCancellationRequested: false };
  cancel(): void {
    this.token.isCancellationRequested = true;
  }
  dispose(): void {}
}
export const LogLevel = { Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5 };
export const ViewColumn = { Beside: -2 };
export const ConfigurationTarget = { Global: 1 };
export const l10n = { t: (text: string) => text };

export class FakeDocument {
  isClosed = false;
  isDirty = false;
  readonly uri: URI;
  constructor(
    uri: string,
    public languageId: string,
    public text: string,
  ) {
    this.uri = URI.parse(uri);
  }
  get lineCount(): number {
    return this.text.split('\n').length;
  }
  lineAt(line: number): { text: string; range: Range } {
    const text = this.text.split('\n')[line] ?? '';
    return { text, range: new Range(new Position(line, 0), new Position(line, text.length)) };
  }
}

const opened = new EventEmitter<FakeDocument>();
const closed = new EventEmitter<FakeDocument>();
const typed = new EventEmitter<{ document: FakeDocument }>();
const configured = new EventEmitter<{ affectsConfiguration(section: string): boolean }>();
const renamed = new EventEmitter<{ files: { oldUri: URI; newUri: URI }[] }>();

/** What tests set and look at. */
export const editor = {
  settings: {} as Record<string, unknown>,
  documents: [] as FakeDocument[],
  folders: [] as { uri: URI }[],
  messages: [] as { text: string; buttons: string[] }[],
  answer: undefined as string | undefined,
  clipboard: '',
  language: 'en',
  /** Commands that were executed, with their first argument. */
  executed: [] as [string, string][],
  provider: undefined as ((uri: URI) => unknown) | undefined,
  uriHandler: undefined as ((uri: URI) => unknown) | undefined,
  /** Files by URI, for `workspace.fs`. */
  files: new Map<string, Uint8Array>(),
  search: (() => Promise.resolve([])) as (pattern: RelativePattern) => Promise<URI[]>,
  reset(): void {
    Object.assign(editor, {
      settings: {},
      documents: [],
      folders: [],
      messages: [],
      answer: undefined,
      clipboard: '',
      executed: [],
    });
    editor.files.clear();
  },
  configure(section: string): void {
    configured.fire({ affectsConfiguration: (asked) => asked === section });
  },
  open(document: FakeDocument): FakeDocument {
    editor.documents.push(document);
    opened.fire(document);
    return document;
  },
  close(document: FakeDocument): void {
    editor.documents = editor.documents.filter((d) => d !== document);
    document.isClosed = true;
    closed.fire(document);
  },
  type(document: FakeDocument, text: string): void {
    document.text = text;
    typed.fire({ document });
  },
  rename(oldUri: string, newUri: string): void {
    renamed.fire({ files: [{ oldUri: URI.parse(oldUri), newUri: URI.parse(newUri) }] });
  },
  pick(document: FakeDocument, language: string): void {
    closed.fire(document);
    document.languageId = language;
    opened.fire(document);
  },
};

const tell = async (text: string, ...buttons: string[]): Promise<string | undefined> => {
  editor.messages.push({ text, buttons });
  return editor.answer;
};
export const env = {
  get language(): string {
    return editor.language;
  },
  clipboard: {
    async writeText(text: string): Promise<void> {
      editor.clipboard = text;
    },
  },
};
export const window = {
  showInformationMessage: tell,
  showWarningMessage: tell,
  showErrorMessage: tell,
  registerUriHandler: (handler: { handleUri(uri: URI): unknown }) => {
    editor.uriHandler = handler.handleUri;
    return new Disposable(() => {});
  },
};
export const commands = {
  executeCommand: async (name: string, argument: unknown) => {
    editor.executed.push([name, String(argument)]);
  },
};
export const languages = {
  setTextDocumentLanguage: async (document: FakeDocument, language: string) => editor.pick(document, language),
  match: ({ pattern }: { pattern: string }, document: FakeDocument): number =>
    document.uri.path.endsWith(pattern.replace(/^\*\*\/\*?/, '')) ? 10 : 0,
};
export const workspace = {
  get textDocuments(): FakeDocument[] {
    return editor.documents;
  },
  get workspaceFolders() {
    return editor.folders;
  },
  onDidOpenTextDocument: opened.event,
  onDidCloseTextDocument: closed.event,
  onDidChangeTextDocument: typed.event,
  onDidRenameFiles: renamed.event,
  onDidChangeConfiguration: configured.event,
  registerTextDocumentContentProvider: (
    _scheme: string,
    provider: { provideTextDocumentContent(uri: URI): unknown },
  ) => {
    editor.provider = provider.provideTextDocumentContent;
    return new Disposable(() => {});
  },
  getConfiguration: (section?: string) => {
    const full = (name: string): string => (section === undefined ? name : `${section}.${name}`);
    return {
      get: (name: string, otherwise: unknown) => editor.settings[full(name)] ?? otherwise,
      update: async (name: string, value: unknown) => {
        editor.settings[full(name)] = value;
      },
    };
  },
  findFiles: (pattern: RelativePattern) => editor.search(pattern),
  fs: {
    async stat(uri: URI) {
      const bytes = editor.files.get(uri.toString());
      if (!bytes) throw new FileSystemError('FileNotFound');
      return { type: FileType.File, size: bytes.length, mtime: 0 };
    },
    async readFile(uri: URI) {
      const bytes = editor.files.get(uri.toString());
      if (!bytes) throw new FileSystemError('FileNotFound');
      return bytes;
    },
    async writeFile(uri: URI, bytes: Uint8Array) {
      editor.files.set(uri.toString(), bytes);
    },
    async createDirectory() {},
    async rename(from: URI, to: URI) {
      editor.files.set(to.toString(), await workspace.fs.readFile(from));
      editor.files.delete(from.toString());
    },
    async delete(uri: URI) {
      editor.files.delete(uri.toString());
    },
    async readDirectory(uri: URI): Promise<[string, number][]> {
      const base = `${uri.toString()}/`;
      const names = new Map<string, number>();
      for (const key of editor.files.keys()) {
        if (!key.startsWith(base)) continue;
        const [name = '', ...rest] = key.slice(base.length).split('/');
        names.set(name, rest.length > 0 ? FileType.Directory : FileType.File);
      }
      return [...names];
    },
  },
};
