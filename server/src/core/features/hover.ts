/** What a reader is told about the place under the cursor. Changes when another kind of thing has something to tell. */
import type { PolicyDocument } from '../document/model.ts';
import type { Locale } from '../l10n.ts';
import { termKey } from '../text/fold.ts';
import { encloses, slice } from '../text/span.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { tellsNothing, writeTerm } from './hoverTerm.ts';
import {
  sayer,
  writeBody,
  writeDate,
  writeEnumeration,
  writeMarker,
  writeMeeting,
  writeNumber,
  writeOwnTitle,
  writePerson,
  writeTitle,
} from './hoverThings.ts';
import { Page, shorten } from './page.ts';
import { type Subject, subjects } from './subject.ts';
import type { Hover } from './types.ts';

export interface HoverOptions {
  readonly locale: Locale;
  /** Definitions in both languages instead of the interface's only. */
  readonly bilingual?: boolean;
}

/** More than this is no help. */
const MOST_BLOCKS = 3;

/** The hover at `offset`: one block for each thing there, longest first; null where nothing is. */
export function hover(workspace: Workspace, uri: string, offset: number, options: HoverOptions): Hover | null {
  const all = told(workspace, uri, pointed(subjects(workspace, uri, offset), offset));
  const pages: Page[] = [];
  let span: Hover['span'] | null = null;
  for (const subject of all) {
    if (pages.length === MOST_BLOCKS) break;
    const page = new Page();
    write(page, workspace, uri, subject, options, explained(workspace, uri, all, subject));
    if (page.empty) continue;
    pages.push(page);
    span ??= subject.span;
  }
  if (!span) return null;
  return {
    span,
    markdown: pages.map((p) => p.markdown()).join('\n\n---\n\n'),
    plaintext: pages.map((p) => p.plaintext()).join('\n\n'),
  };
}

/** What the pointer is on, rather than what ends before it; the document's own title only where nothing in it is meant. */
function pointed(all: readonly Subject[], offset: number): Subject[] {
  const on = all.filter((s) => offset < s.span.end);
  const chosen = on.length > 0 ? on : all;
  const inner = chosen.filter((s) => s.kind !== 'own-title');
  return inner.length > 0 ? inner : [...chosen];
}

/** Leaves out what another block says already: another name of the same entry, a person who is a term as well. */
function told(workspace: Workspace, uri: string, all: readonly Subject[]): Subject[] {
  const said = new Set<string>();
  const terms = new Set(all.flatMap((s) => (s.kind === 'term' ? [s.key] : [])));
  return all.filter((s) => {
    if (s.kind === 'person') return !terms.has(termKey(s.person.name));
    if (s.kind !== 'term') return true;
    const entry = workspace.entry(uri, s.key);
    // “一园六区”引进项目 says no more than “一园六区”, which stands in it.
    const inner =
      !entry && !s.mention.quoted && all.some((o) => o !== s && o.kind === 'term' && encloses(s.span, o.span));
    if (inner && tellsNothing(workspace, uri, s.key)) return false;
    const id = entry?.id ?? s.key;
    return said.has(id) ? false : said.add(id);
  });
}

/** Whether a term's block lists what an enumeration would list again. */
function explained(workspace: Workspace, uri: string, all: readonly Subject[], subject: Subject): boolean {
  if (subject.kind !== 'enumeration') return false;
  const { count } = subject.enumeration;
  return all.some((s) => s.kind === 'term' && workspace.entry(uri, s.key)?.components.length === count);
}

const NOT_HERE = { en: 'Of another document; this one has no such place.', zh: '属其他文件，本文没有这一处。' };

const SHORT_FORM = { en: 'short form of this document, line {0}', zh: '本文简称，见第 {0} 行' };

/** Numbers of all sessions that one naming covers: 二中、三中、四中全会. */
function sessionsOf(document: PolicyDocument, { span, meeting }: Extract<Subject, { kind: 'meeting' }>): number[] {
  const named = document.meetings.filter((m) => m.span.start === span.start && m.span.end === span.end);
  return [...new Set((named.length > 0 ? named : [meeting]).flatMap((m) => m.session ?? []))];
}

function write(
  page: Page,
  workspace: Workspace,
  uri: string,
  subject: Subject,
  options: HoverOptions,
  brief: boolean,
): void {
  const t = sayer(options.locale);
  const document = workspace.document(uri)!;
  switch (subject.kind) {
    case 'term':
      writeTerm(page, workspace, uri, subject.key, subject.mention, {
        locale: options.locale,
        bilingual: options.bilingual === true,
      });
      break;
    case 'title':
      writeTitle(page, workspace, uri, subject.reference, t, subject.draft === true);
      break;
    case 'own-title':
      writeOwnTitle(page, workspace, uri, t);
      break;
    case 'number':
      writeNumber(page, workspace, uri, subject.text, t);
      break;
    case 'meeting':
      writeMeeting(page, workspace, uri, subject.meeting, t, sessionsOf(document, subject));
      break;
    case 'date':
      writeDate(page, subject.date, t, (offset) => document.lines.lineAt(offset) + 1);
      break;
    case 'enumeration':
      writeEnumeration(page, subject.enumeration, t, brief);
      break;
    case 'marker':
      writeMarker(page, subject.path, t);
      break;
    case 'person':
      writePerson(page, workspace, uri, subject.person, t);
      break;
    case 'short-form': {
      const { name, full, span } = subject.form;
      page.text({ strong: name }, ` · ${t(SHORT_FORM, document.lines.lineAt(span.start) + 1)}`);
      page.text(shorten(slice(document.text, full), 160));
      break;
    }
    case 'body':
      writeBody(page, subject.body, slice(document.text, subject.span), options.locale);
      break;
    case 'place': {
      const { target, text } = subject.citation;
      page.text({ strong: text });
      if (target) page.text(shorten(slice(document.text, target), 160));
      else page.text({ em: t(NOT_HERE) });
    }
  }
}
