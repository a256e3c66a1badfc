/**
 * Glossaries of users: found in the workspace and in the settings, read again when they change, their problems shown
 * in the file. Changes when glossary files are found or reported otherwise.
 */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { SOURCE } from '../../core/features/diagnostics.ts';
import { toRange } from '../../core/features/ranges.ts';
import type { FileChange } from '../../core/host.ts';
import { say } from '../../core/l10n.ts';
import { convert, toUtf8 } from '../positions.ts';
import type { Session } from '../session.ts';

const PATTERN = '**/*.glossary.yml';
const isGlossary = (uri: string): boolean => uri.endsWith('.glossary.yml');

export interface GlossaryControl {
  /** Finds and reads all files; resolves when the glossary is in use. */
  load(): Promise<void>;
  changed(changes: readonly FileChange[]): Promise<void>;
  /** An editor's own text of a glossary file is newer than the disk's. */
  touched(uri: string): void;
}

/** A path of the settings as a URI: an address, an absolute path, or a path below a folder. */
function located(path: string, folders: readonly string[]): string[] {
  if (/^[a-z][a-z0-9+.-]+:\//i.test(path)) return [URI.parse(path).toString()];
  if (/^([a-z]:)?[\\/]/i.test(path)) return [URI.file(path).toString()];
  return folders.map((f) => Utils.joinPath(URI.parse(f), path.replaceAll('\\', '/')).toString());
}

export function registerGlossaries(session: Session): GlossaryControl {
  const { connection } = session;
  const reported = new Set<string>();

  const report = async (): Promise<void> => {
    const { service } = session;
    const now = new Set<string>();
    for (const [uri, problems] of service.glossaries.problems()) {
      if (problems.length === 0) continue;
      const at = await service.located(uri);
      if (!at) continue;
      now.add(uri);
      const diagnostics: Diagnostic[] = problems.map(({ span, severity, message, args }) => ({
        range: toRange(at.lines, span),
        severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        source: SOURCE,
        code: 'glossary',
        message: say(session.locale, message, ...args),
      }));
      const wire = session.utf8 ? await convert(diagnostics, uri, toUtf8, session.textOf) : diagnostics;
      await connection.sendDiagnostics({ uri, diagnostics: wire as Diagnostic[] });
    }
    for (const uri of reported) if (!now.has(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
    reported.clear();
    for (const uri of now) reported.add(uri);
  };

  const read = async (uri: string): Promise<void> => {
    await session.service.glossaries.read(uri, session.documents.get(uri)?.text ?? null);
  };

  const use = async (): Promise<void> => {
    await session.service.reloadGlossary();
    await report();
  };

  const find = async (): Promise<Set<string>> => {
    const { folders, settings, host } = session;
    const uris = new Set(settings.glossaryPaths.flatMap((p) => located(p, folders)));
    for (const folder of folders) {
      try {
        for (const uri of await host.list(folder, [PATTERN], settings.files.exclude)) uris.add(uri);
      } catch (error) {
        session.log('info', `glossaries: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return uris;
  };

  return {
    async load() {
      const uris = await find();
      for (const [known] of [...session.service.glossaries.problems()])
        if (!uris.has(known)) session.service.glossaries.remove(known);
      for (const uri of uris) await read(uri);
      await use();
    },
    async changed(changes) {
      const { glossaries } = session.service;
      const ours = changes.filter(({ uri }) => isGlossary(uri) || glossaries.has(uri));
      for (const { uri, type } of ours) {
        if (type === 'deleted') glossaries.remove(uri);
        else await read(uri);
      }
      if (ours.length > 0) await use();
    },
    touched(uri) {
      if (!session.service.glossaries.has(uri)) return;
      read(uri)
        .then(use)
        .catch((error) => session.log('error', `glossary ${uri}: ${String(error)}`));
    },
  };
}
