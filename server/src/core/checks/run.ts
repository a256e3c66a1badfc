/**
 * Runs the rules over a document and turns what they report into findings.
 * Changes when the order of running, caching or the shape of a finding changes.
 */
import type { Block, PolicyDocument } from '../document/model.ts';
import { type Locale, say } from '../l10n.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { LinePass } from './line-pass.ts';
import { type ActiveRule, activeRules, type CheckConfig } from './options.ts';
import type { Category, Draft, Edit, Severity } from './rule.ts';
import { loadScriptWords } from './script-words.ts';
import type { Suppression } from './suppressions.ts';
import { type CheckView, flatten, ownDay, type PlacedLine, siblingRuns } from './view.ts';
import type { WorkspaceContext } from './workspace.ts';

export type { CheckConfig };

export interface Related {
  /** Only where the place lies in another document. */
  readonly uri?: string;
  readonly span: Span;
  readonly message: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** May be applied in bulk without a look at each. */
  readonly safe: boolean;
}

export interface Finding {
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
}

export interface RuleFailure {
  readonly rule: string;
  readonly error: unknown;
}

/** Lines that are checked in one go. */
const LINES = 20;

const ORDER: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };

function moved(draft: Draft, by: number): Draft {
  if (by === 0) return draft;
  const move = (s: Span): Span => ({ start: s.start + by, end: s.end + by });
  return {
    ...draft,
    span: move(draft.span),
    ...(draft.related && { related: draft.related.map((r) => ({ ...r, span: move(r.span) })) }),
    ...(draft.fix && {
      fix: { ...draft.fix, edits: draft.fix.edits.map((e) => ({ ...e, span: move(e.span) })) },
    }),
  };
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Days as the language writes them: 2022-07-27, 2022年7月27日. */
function spoken(locale: Locale, arg: string | number): string | number {
  const day = locale === 'zh-cn' && typeof arg === 'string' ? DAY.exec(arg) : null;
  return day ? `${day[1]}年${Number(day[2])}月${Number(day[3])}日` : arg;
}

/** The clause that a message rests on, where the rule follows a standard; practice and plain logic need none. */
function clause(docs: string, locale: Locale): string {
  const standard = /^GB\/T [0-9-]+ [0-9A-Z.]+/.exec(docs)?.[0];
  if (standard !== undefined || locale !== 'zh-cn') return standard ?? '';
  const article = /^条例(第[^；]+)/.exec(docs)?.[1];
  return article === undefined ? (/^党章第[^；]+/.exec(docs)?.[0] ?? '') : `《党政机关公文处理工作条例》${article}`;
}

/** What is said of a place: the rule's words, and behind them by which clause. */
function words(by: ActiveRule, draft: Draft, locale: Locale): string {
  const text = say(locale, draft.message, ...(draft.args ?? []).map((a) => spoken(locale, a)));
  const source = clause(draft.docs ?? by.rule.docs, locale);
  if (source === '') return text;
  const end = /[。.]$/.exec(text)?.[0] ?? '';
  const plain = text.slice(0, text.length - end.length);
  return locale === 'zh-cn' ? `${plain}（${source}）${end}` : `${plain} (${source})${end}`;
}

function finding(by: ActiveRule, draft: Draft, locale: Locale): Finding {
  const own = draft.severity;
  const severity = !by.fixed && own && ORDER[own] < ORDER[by.severity] ? own : by.severity;
  return {
    rule: by.rule.id,
    category: by.rule.category,
    severity,
    span: draft.span,
    message: words(by, draft, locale),
    data: draft.data ?? {},
    ...(draft.related && {
      related: draft.related.map((r) => ({
        span: r.span,
        message: say(locale, r.message, ...(r.args ?? [])),
        ...(r.uri !== undefined && { uri: r.uri }),
      })),
    }),
    ...(draft.fix && {
      fix: {
        title: say(locale, draft.fix.title, ...(draft.fix.args ?? [])),
        edits: draft.fix.edits,
        safe: draft.fix.safe,
      },
    }),
    ...(draft.tags && { tags: draft.tags }),
  };
}

/** Lines with their block's kind; lines and blocks both tile the text, so one walk pairs them. */
function placedLines(doc: PolicyDocument, folded: string): PlacedLine[] {
  const placed: PlacedLine[] = [];
  let b = 0;
  for (let number = 0; number < doc.lines.count; number++) {
    const { start, end } = doc.lines.line(number);
    while (b + 1 < doc.blocks.length && doc.blocks[b + 1]!.firstLine <= number) b++;
    const kind = doc.blocks[b]?.kind ?? 'paragraph';
    placed.push({ number, start, end, text: doc.text.slice(start, end), folded: folded.slice(start, end), kind });
  }
  return placed;
}

/** A document in both scripts is judged by the greater part: of Traditional text a third differs from its folded form. */
function scriptOf(doc: PolicyDocument, folded: string): 'hans' | 'hant' {
  if (doc.script !== 'mixed') return doc.script;
  let traditional = 0;
  for (let i = 0; i < folded.length; i++) {
    const unit = doc.text.charCodeAt(i);
    if (unit >= 0x4e00 && unit <= 0x9fff && folded.charCodeAt(i) !== unit) traditional++;
  }
  return traditional * 7 > folded.length ? 'hant' : 'hans';
}

function makeView(doc: PolicyDocument, workspace: WorkspaceContext | undefined): Omit<CheckView, 'option'> {
  const folded = fold(doc.text);
  const day = ownDay(doc);
  return {
    doc,
    text: doc.text,
    folded,
    lines: placedLines(doc, folded),
    script: scriptOf(doc, folded),
    sections: flatten(doc.outline),
    runs: siblingRuns(doc.outline),
    workspace: workspace ?? null,
    day,
    year: day ? Number(day.slice(0, 4)) : null,
    block(offset): Block {
      let low = 0;
      let high = doc.blocks.length - 1;
      while (low < high) {
        const mid = (low + high + 1) >> 1;
        if (doc.blocks[mid]!.start <= offset) low = mid;
        else high = mid - 1;
      }
      return doc.blocks[low]!;
    },
  };
}

/**
 * Keeps what one configuration's runs can share: dispatch table, findings by line, and rules that have failed.
 * Make a new one when the configuration changes.
 */
export class Checker {
  readonly #active: readonly ActiveRule[];
  readonly #locale: Locale;
  readonly #lines: LinePass;
  readonly #dead = new Set<number>();
  readonly #failed: (failure: RuleFailure) => void;

  /** `failed` hears once of each rule that throws; it is off from then on. */
  constructor(config: CheckConfig, failed: (failure: RuleFailure) => void = () => {}) {
    this.#active = activeRules(config);
    this.#locale = config.locale ?? 'en';
    this.#failed = failed;
    this.#lines = new LinePass(this.#active, (index, error) => this.#fail(index, error));
  }

  #fail(index: number, error: unknown): void {
    if (this.#dead.has(index)) return;
    this.#dead.add(index);
    this.#failed({ rule: this.#active[index]!.rule.id, error });
  }

  /** Whether a rule is on and has not failed. */
  runs(rule: string): boolean {
    return this.#active.some((a, by) => a.rule.id === rule && !this.#dead.has(by));
  }

  /** Findings about suppressions that no finding answers (`setAside`), where the rule for them is on. */
  stale(suppressions: readonly Suppression[]): Finding[] {
    const by = this.#active.find((a) => a.rule.id === 'stale-suppression');
    if (!by) return [];
    return suppressions.map((s) =>
      finding(
        by,
        {
          span: s.span ?? { start: 0, end: 0 },
          message: {
            en: '“{0}” was set aside here and is no longer found.',
            zh: '此处曾忽略“{0}”，该问题已不存在。',
          },
          args: [s.rule],
          data: { rule: s.rule, reason: s.reason },
          tags: ['unnecessary'],
        },
        this.#locale,
      ),
    );
  }

  /** All findings, by place, then in the order of the catalogue. */
  run(doc: PolicyDocument, workspace?: WorkspaceContext): Finding[] {
    const steps = this.steps(doc, workspace);
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
  }

  /** The same with a pause after every few lines and every rule, for those who must not be kept waiting. */
  *steps(doc: PolicyDocument, workspace?: WorkspaceContext): Generator<void, Finding[]> {
    if (doc.script !== 'hans') yield* loadScriptWords();
    const view = makeView(doc, workspace);
    const raw: { by: number; finding: Finding }[] = [];
    const add = (by: number, draft: Draft): void => {
      raw.push({ by, finding: finding(this.#active[by]!, draft, this.#locale) });
    };
    for (const line of view.lines) {
      const { text, folded, kind } = line;
      for (const { by, draft } of this.#lines.run({ text, folded, kind, script: view.script })) {
        add(by, moved(draft, line.start));
      }
      if (line.number % LINES === LINES - 1) yield;
    }
    for (const [by, active] of this.#active.entries()) {
      if (!active.rule.check || this.#dead.has(by)) continue;
      yield;
      try {
        active.rule.check({ ...view, option: active.option }, (draft) => add(by, draft));
      } catch (error) {
        this.#fail(by, error);
      }
    }
    raw.sort((a, b) => a.finding.span.start - b.finding.span.start || a.by - b.by);
    return raw.map((r) => r.finding);
  }
}

/** Checks one document once; who checks often keeps a `Checker`. */
export function runChecks(doc: PolicyDocument, config: CheckConfig, workspace?: WorkspaceContext): Finding[] {
  return new Checker(config).run(doc, workspace);
}
