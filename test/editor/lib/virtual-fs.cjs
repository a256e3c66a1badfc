// The workspace of the web tests: a virtual file system (scheme `testfs`) that reads over http and writes to memory.
// Itself a web extension; served by web-host.mjs. Changes when a test needs more of a file system.
const vscode = require('vscode');

exports.activate = (context) => {
  const base = context.extensionUri.with({ path: '/fs' }).toString(true);
  const memory = new Map();
  const deleted = new Set();
  const folders = new Set();
  const changes = new vscode.EventEmitter();
  const missing = (uri) => vscode.FileSystemError.FileNotFound(uri);

  async function fetchPath(uri, query) {
    if (deleted.has(uri.path)) throw missing(uri);
    const response = await fetch(base + uri.path.split('/').map(encodeURIComponent).join('/') + query);
    if (!response.ok) throw missing(uri);
    return response;
  }

  const provider = {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => {}),
    async stat(uri) {
      const bytes = memory.get(uri.path);
      if (bytes) return { type: 1, ctime: 0, mtime: bytes.mtime, size: bytes.length };
      if (folders.has(uri.path)) return { type: 2, ctime: 0, mtime: 0, size: 0 };
      return (await fetchPath(uri, '?stat')).json();
    },
    async readDirectory(uri) {
      const names = new Map(
        await fetchPath(uri, '?dir').then(
          (r) => r.json(),
          () => [],
        ),
      );
      const parent = (path) => path.slice(0, path.lastIndexOf('/'));
      const name = (path) => path.slice(path.lastIndexOf('/') + 1);
      for (const path of memory.keys()) if (parent(path) === uri.path) names.set(name(path), 1);
      for (const path of folders) if (parent(path) === uri.path) names.set(name(path), 2);
      for (const path of deleted) if (parent(path) === uri.path) names.delete(name(path));
      return [...names];
    },
    async readFile(uri) {
      return memory.get(uri.path) ?? new Uint8Array(await (await fetchPath(uri, '')).arrayBuffer());
    },
    writeFile(uri, content) {
      const type = memory.has(uri.path) ? 1 : 2;
      const bytes = content.slice();
      bytes.mtime = Date.now();
      memory.set(uri.path, bytes);
      deleted.delete(uri.path);
      changes.fire([{ type, uri }]);
    },
    createDirectory(uri) {
      folders.add(uri.path);
    },
    delete(uri) {
      memory.delete(uri.path);
      deleted.add(uri.path);
      changes.fire([{ type: 3, uri }]);
    },
    async rename(from, to) {
      provider.writeFile(to, await provider.readFile(from));
      provider.delete(from);
    },
  };
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('testfs', provider, { isCaseSensitive: true }),
  );
};
