/**
 * Code actions: the fix of a finding, all fixes of one rule in the document, and all safe fixes at once.
 * Changes when findings can be acted on in another way. Edits are plain data with offsets.
 */
import { chooseEdits } from '../checks/fixes.ts';
import type { Edit } from '../checks/rule.ts';
import type { Finding } from '../checks/run.ts';
import { type Locale, say } from '../l10n.ts';
import type { Span } from '../text/span.ts';

export interface Action {
  readonly title: string;
  readonly kind: 'quickfix' | 'source.fixAll';
  readonly edits: readonly Edit[];
  /** What it mends, where that is certain findings. */
  readonly findings: readonly Finding[];
  readonly preferred: boolean;
}

const ALL_OF_RULE = { en: 'Fix all {0} findings of “{1}” in this document', zh: '修正本文件中“{1}”的全部 {0} 处' };
const ALL_SAFE = { en: 'Fix all {0} findings that can be fixed safely', zh: '修正全部 {0} 处可安全修正的问题' };

const meets = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** At so many findings or fewer each can be acted on alone; more are a whole page that was selected. */
const EACH = 8;

/** So many findings of one rule are mended together rather than one by one. */
const MANY = 10;

/** The findings that meet `at` and can be set aside: none about what is set aside already. */
export function findingsToSetAside(findings: readonly Finding[], at: Span): Finding[] {
  const met = findings.filter((f) => f.rule !== 'stale-suppression' && meets(f.span, at));
  return met.length <= EACH ? met : [];
}

/** Actions for the findings that meet `at`. */
export function codeActions(findings: readonly Finding[], at: Span, locale: Locale): Action[] {
  const actions: Action[] = [];
  const rules = new Set<string>();
  for (const finding of findings) {
    if (!finding.fix || !meets(finding.span, at)) continue;
    const { title, edits, safe } = finding.fix;
    const few = findings.filter((f) => f.rule === finding.rule && f.fix).length < MANY;
    actions.push({ title, kind: 'quickfix', edits, findings: [finding], preferred: safe && few });
    rules.add(finding.rule);
  }
  for (const rule of rules) {
    const { edits, used } = chooseEdits(findings.filter((f) => f.rule === rule));
    if (used.length < 2) continue;
    const title = say(locale, ALL_OF_RULE, used.length, rule);
    const all: Action = { title, kind: 'quickfix', edits, findings: used, preferred: false };
    // Nobody mends 150 commas one by one: the menu begins with all of them.
    if (used.length >= MANY) actions.unshift(all);
    else actions.push(all);
  }
  return actions;
}

/** The source action: every safe fix of the document; null where there is none. */
export function fixAll(findings: readonly Finding[], locale: Locale): Action | null {
  const { edits, used } = chooseEdits(findings.filter((f) => f.fix?.safe));
  if (used.length === 0) return null;
  const title = say(locale, ALL_SAFE, used.length);
  return { title, kind: 'source.fixAll', edits, findings: used, preferred: false };
}
