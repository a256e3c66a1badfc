/**
 * A parsed document as short strings, so that scenarios are data. Changes when a scenario must tell something more.
 */
import { parse } from '../../../../server/src/core/document/parse.ts';

export interface Summary {
  readonly dates: string[];
  readonly mentioned: string[];
  readonly meeting: string | null;
  readonly meetings: string[];
  readonly attendance: string | null;
  readonly enumerations: string[];
  readonly references: string[];
  readonly citations: string[];
  readonly quoted: string[];
  readonly programmes: string[];
  readonly defined: string[];
  readonly directives: string[];
  readonly persons: string[];
  readonly region: string | null;
}

/** `role value`, `body|full|届|次|enlarged|date`, `declared=count form: a/b`, `title → full`, `kind text @line`, … */
export function summarize(text: string): Summary {
  const doc = parse(text);
  const line = (offset: number): number => doc.lines.lineAt(offset) + 1;
  const date = (d: (typeof doc.dates)[number]): string =>
    `${d.role} ${d.value}${d.endValue === undefined ? '' : `..${d.endValue}`}${d.inferredYear ? ' ?' : ''}`;
  const meeting = (m: (typeof doc.meetings)[number]): string =>
    `${m.body}|${m.bodyFull}|${m.congress}|${m.session}${m.enlarged ? '|enlarged' : ''}`;
  return {
    dates: doc.dates.filter((d) => d.role !== 'mentioned').map(date),
    mentioned: doc.dates.filter((d) => d.role === 'mentioned').map(date),
    meeting: doc.meeting === null ? null : `${meeting(doc.meeting)}|${doc.meeting.date}`,
    meetings: doc.meetings.map(meeting),
    attendance: doc.attendance === null ? null : `${doc.attendance.members}/${doc.attendance.alternates}`,
    enumerations: doc.enumerations.map(
      (e) => `${e.declared}=${e.count} ${e.form}: ${e.items.map((item) => item.text).join('/')}`,
    ),
    references: doc.references.map(
      (r) => `${r.title}${r.periodical ? ' (periodical)' : ''}${r.shortFor === null ? '' : ` → ${r.shortFor}`}`,
    ),
    citations: doc.citations.map((c) => `${c.kind} ${c.text}${c.target === null ? '' : ` @${line(c.target.start)}`}`),
    quoted: doc.terms.filter((t) => t.quoted).map((t) => `${t.category} ${t.text}`),
    programmes: doc.terms.filter((t) => !t.quoted).map((t) => t.text),
    defined: doc.terms.filter((t) => t.defined).map((t) => t.text),
    directives: doc.directives.map((d) => `${d.path.join('')} ${d.title}`),
    persons: doc.persons.map((p) => `${p.name}: ${p.positions.join('；')}`),
    region: doc.region,
  };
}

export interface Scenario extends Partial<Summary> {
  /** What the scenario is about, in one line. */
  readonly name: string;
  readonly text: string;
}

/** What a scenario expects, and what was read, both cut down to the keys that it names. */
export function compared(scenario: Scenario): { expected: Partial<Summary>; actual: Partial<Summary> } {
  const { name: _name, text, ...expected } = scenario;
  const summary = summarize(text);
  const actual = Object.fromEntries(Object.keys(expected).map((key) => [key, summary[key as keyof Summary]]));
  return { expected, actual: actual as Partial<Summary> };
}
