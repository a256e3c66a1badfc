/**
 * The long lists of a summary, packed: outline, references, citations, definitions, enumerations, meetings.
 * Changes when one of these records gets another field. Each look makes the list anew: keep what you look at twice.
 */
import type { CitationKind, EnumerationForm, MeetingMention, SectionKind } from '../document/model.ts';
import type { Span } from '../text/span.ts';
import { DEFINITION_KINDS, type Definition, stronger } from './definitions.ts';
import { type Pack, PackReader, PackWriter } from './pack.ts';
import type { CitationItem, EnumerationItem, OutlineItem, ReferenceItem } from './summary.ts';

export interface DetailLists {
  readonly outline: readonly OutlineItem[];
  readonly references: readonly ReferenceItem[];
  readonly citations: readonly CitationItem[];
  readonly definitions: readonly Definition[];
  readonly enumerations: readonly EnumerationItem[];
  readonly meetings: readonly MeetingMention[];
}

/** What a section is called, and where. */
export interface Heading {
  readonly marker: string | null;
  readonly title: string;
  readonly span: Span;
}

const SECTIONS: readonly SectionKind[] = ['part', 'chapter', 'article', 'numbered', 'heading', 'reported', 'item'];
const CITATIONS: readonly CitationKind[] = ['document-number', 'meeting', 'article', 'section', 'attachment'];
const FORMS: readonly EnumerationForm[] = ['list-before', 'list-after', 'ordinals', 'headings'];
const PART = { outline: 0, references: 1, citations: 2, definitions: 3, enumerations: 4, meetings: 5 } as const;

export function packDetails(lists: DetailLists): Pack {
  const to = new PackWriter(Object.keys(PART).length);
  const section = (s: OutlineItem): void => {
    to.num(SECTIONS.indexOf(s.kind)).num(s.level).text(s.marker).text(s.title);
    to.span(s.headingSpan).span(s.span).list(s.children, section);
  };
  const meeting = (m: MeetingMention): void => {
    to.text(m.body).text(m.bodyFull).num(m.congress).num(m.session).num(Number(m.enlarged));
    to.text(m.text).span(m.span);
  };
  to.part().list(lists.outline, section);
  to.part().list(lists.references, (r) =>
    to.text(r.title).text(r.match).text(r.shortFor).num(Number(r.periodical)).span(r.span),
  );
  to.part().list(lists.citations, (c) => {
    to.text(c.text).num(CITATIONS.indexOf(c.kind)).span(c.span).span(c.target);
    to.list(c.meeting === null ? [] : [c.meeting], meeting);
  });
  to.part().list(lists.definitions, (d) => {
    to.num(d.key).num(DEFINITION_KINDS.indexOf(d.kind)).span(d.span);
    to.list(d.components, (c) => to.text(c));
  });
  to.part().list(lists.enumerations, (e) => {
    to.text(e.declared).text(e.key).num(e.count).num(FORMS.indexOf(e.form)).span(e.declaredSpan).span(e.span);
    to.list(e.items, (item) => to.text(item));
  });
  to.part().list(lists.meetings, meeting);
  return to.done();
}

/** The same lists with other numbers for the keys of terms. */
export function rekeyed({ numbers, words }: Pack, key: (before: number) => number): Pack {
  const copy = numbers.slice();
  let at = copy[2 * PART.definitions]!;
  for (let n = copy[at++]!; n > 0; n--) {
    copy[at] = key(copy[at]!);
    // Key, kind, both ends of the span, and the lengths of the components behind their number.
    at += 5 + copy[at + 4]!;
  }
  return { numbers: copy, words };
}

/** Base of summaries: the lists are read from the pack when somebody looks. */
export class Details implements DetailLists {
  readonly #pack: Pack;

  constructor(pack: Pack) {
    this.#pack = pack;
  }

  /** The lists as they are kept. */
  get pack(): Pack {
    return this.#pack;
  }

  get outline(): OutlineItem[] {
    const from = new PackReader(this.#pack, PART.outline);
    const section = (): OutlineItem => ({
      kind: SECTIONS[from.int()]!,
      level: from.int(),
      marker: from.text(),
      title: from.words(),
      headingSpan: from.span(),
      span: from.span(),
      children: from.list(section),
    });
    return from.list(section);
  }

  /**
   * Headings of all sections from top to bottom, or of those alone whose numbers in this order are `wanted` (ascending).
   * It costs less than the outline: sections come before their children, so nothing but what is wanted is made.
   */
  headings(wanted?: readonly number[]): Heading[] {
    const from = new PackReader(this.#pack, PART.outline);
    const found: Heading[] = [];
    let left = from.int();
    for (let number = 0; left > 0 && (!wanted || found.length < wanted.length); number++) {
      from.skip(2);
      if (!wanted || wanted[found.length] === number) {
        found.push({ marker: from.text(), title: from.words(), span: from.span() });
      } else {
        from.skipText();
        from.skipText();
        from.skip(2);
      }
      from.skip(2);
      left += from.int() - 1;
    }
    return found;
  }

  get references(): ReferenceItem[] {
    const from = new PackReader(this.#pack, PART.references);
    return from.list(() => ({
      title: from.words(),
      match: from.words(),
      shortFor: from.text(),
      periodical: from.int() === 1,
      span: from.span(),
    }));
  }

  /** How many there are, without making them. */
  get referenceCount(): number {
    return new PackReader(this.#pack, PART.references).int();
  }

  get citations(): CitationItem[] {
    const from = new PackReader(this.#pack, PART.citations);
    return from.list(() => ({
      text: from.words(),
      kind: CITATIONS[from.int()]!,
      span: from.span(),
      target: from.spanOrNull(),
      meeting: from.list(() => readMeeting(from))[0] ?? null,
    }));
  }

  get definitions(): Definition[] {
    const from = new PackReader(this.#pack, PART.definitions);
    return from.list(() => readDefinition(from));
  }

  /** The strongest defining passage for a key. */
  definitionOf(key: number): Definition | undefined {
    let best: Definition | undefined;
    for (const d of this.definitions) if (d.key === key && (!best || stronger(d, best))) best = d;
    return best;
  }

  /** Keys that have a defining passage. */
  defined(): Set<number> {
    return new Set(this.definitions.map((d) => d.key));
  }

  get enumerations(): EnumerationItem[] {
    const from = new PackReader(this.#pack, PART.enumerations);
    return from.list(() => ({
      declared: from.words(),
      key: from.words(),
      count: from.int(),
      form: FORMS[from.int()]!,
      declaredSpan: from.span(),
      span: from.span(),
      items: from.list(() => from.words()),
    }));
  }

  get meetings(): MeetingMention[] {
    const from = new PackReader(this.#pack, PART.meetings);
    return from.list(() => readMeeting(from));
  }
}

const readDefinition = (from: PackReader): Definition => ({
  key: from.int(),
  kind: DEFINITION_KINDS[from.int()]!,
  span: from.span(),
  components: from.list(() => from.words()),
});

const readMeeting = (from: PackReader): MeetingMention => ({
  body: from.words(),
  bodyFull: from.text(),
  congress: from.num(),
  session: from.num(),
  enlarged: from.int() === 1,
  text: from.words(),
  span: from.span(),
});
