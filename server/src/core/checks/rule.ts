/**
 * What a rule is: its identity, what it looks at and what it reports.
 * Changes when the contract between rules and the engine changes.
 *
 * A rule looks at one of three things, cheapest first: a character (`mark`), a line (`line`), the document (`check`).
 * Results of the first two depend on the line alone and are cached; they speak offsets of the line.
 */
import type { BlockKind } from '../document/model.ts';
import type { Message } from '../l10n.ts';
import type { Span } from '../text/span.ts';
import type { CheckView } from './view.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export type Category =
  | 'metadata'
  | 'numbering'
  | 'enumeration'
  | 'reference'
  | 'punctuation'
  | 'script'
  | 'term'
  | 'residue'
  | 'encoding'
  | 'annotation';

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A place that explains a finding; `uri` only where it lies in another document. */
export interface DraftRelated {
  readonly span: Span;
  readonly message: Message;
  readonly args?: readonly (string | number)[];
  readonly uri?: string;
}

/** `safe`: an edit that may be made unseen, in bulk; otherwise a suggestion that a person must confirm. */
export interface DraftFix {
  readonly title: Message;
  readonly args?: readonly (string | number)[];
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

/** What a rule reports. Offsets are those of what the rule was given: the line, or the document. */
export interface Draft {
  readonly span: Span;
  readonly message: Message;
  readonly args?: readonly (string | number)[];
  /** Weaker than the rule's own severity where this finding is less sure. */
  readonly severity?: Severity;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly related?: readonly DraftRelated[];
  readonly fix?: DraftFix;
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  /** The clause of this very finding, where the rule's own `docs` names several. */
  readonly docs?: string;
}

export type Report = (draft: Draft) => void;

/** One physical line as rules see it. Everything here follows from its text, its block and the document's script. */
export interface LineView {
  readonly text: string;
  /** Same length: Simplified and full width, for matching. */
  readonly folded: string;
  readonly kind: BlockKind;
  readonly script: 'hans' | 'hant';
  /** Values of the rule's options. */
  option(name: string): number | string | boolean | readonly string[];
}

export interface RuleOption {
  readonly type: 'number' | 'string' | 'boolean' | 'string[]';
  readonly default: number | string | boolean | readonly string[];
  readonly title: Message;
}

export interface Rule {
  /** Kebab-case ASCII, never reused. */
  readonly id: string;
  readonly category: Category;
  readonly title: Message;
  readonly defaultSeverity: Severity;
  /** Whether findings carry an edit: a safe one, one to confirm, or none. */
  readonly fix?: 'safe' | 'suggestion';
  readonly since: string;
  /** Only stable rules are on in the presets other than `drafting`. */
  readonly stable: boolean;
  /** The standard and its clause, or the practice, that the rule follows. Its page is `rules/ID.md`. */
  readonly docs: string;
  readonly options?: Readonly<Record<string, RuleOption>>;
  /** Called at each of these characters of a line, left to right. */
  readonly mark?: {
    readonly chars: string;
    readonly check: (line: LineView, offset: number, report: Report) => void;
  };
  /** Called once for a line that holds one of the characters of `when` (for every line without it). */
  readonly line?: {
    readonly when?: string;
    readonly check: (line: LineView, report: Report) => void;
  };
  /** Called once for the document. */
  readonly check?: (view: CheckView, report: Report) => void;
}

/** Helps a rule file declare its rule with all literal types checked. */
export const rule = (r: Rule): Rule => r;
