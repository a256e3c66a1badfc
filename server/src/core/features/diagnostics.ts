/**
 * Findings as diagnostics of the Language Server Protocol. Changes when a finding has something new to show.
 * What the client can't take is left out here, so that callers pass its abilities once.
 */
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { Severity } from '../checks/rule.ts';
import type { Finding } from '../checks/run.ts';
import type { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { toRange } from './ranges.ts';

export const SOURCE = 'policy-annotator';

const SEVERITY: Readonly<Record<Severity, 1 | 2 | 3 | 4>> = { error: 1, warning: 2, information: 3, hint: 4 };
const TAG = { unnecessary: 1, deprecated: 2 } as const;

/** What a client can show, and how places in other documents become ranges. */
export interface DiagnosticOptions {
  readonly uri: string;
  readonly related: boolean;
  readonly tags: boolean;
  readonly data: boolean;
  /** `ruleBase + id` is a rule's page; without it no page is named. */
  readonly ruleBase: string | null;
  /** The range of a span in another document; null where that document is not known any more. */
  rangeIn(uri: string, span: Span): Range | null;
}

/** What a diagnostic carries so that its fix is found again without a search. */
export interface DiagnosticData {
  readonly rule: string;
  readonly fixable: boolean;
}

function related(finding: Finding, lines: LineIndex, options: DiagnosticOptions) {
  return (finding.related ?? []).flatMap(({ uri = options.uri, span, message }) => {
    const range = uri === options.uri ? toRange(lines, span) : options.rangeIn(uri, span);
    return range ? [{ location: { uri, range }, message }] : [];
  });
}

export function toDiagnostic(finding: Finding, lines: LineIndex, options: DiagnosticOptions): Diagnostic {
  const places = options.related ? related(finding, lines, options) : [];
  const data: DiagnosticData = { rule: finding.rule, fixable: finding.fix !== undefined };
  return {
    range: toRange(lines, finding.span),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: finding.message,
    ...(options.ruleBase === null ? {} : { codeDescription: { href: options.ruleBase + finding.rule } }),
    ...(places.length === 0 ? {} : { relatedInformation: places }),
    ...(options.tags && finding.tags ? { tags: finding.tags.map((t) => TAG[t]) } : {}),
    ...(options.data ? { data } : {}),
  };
}
