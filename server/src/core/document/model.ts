/**
 * The document model: what `parse` understands of a policy document, in offsets and plain data.
 * Changes when the meaning of a document's parts changes. `contract.ts` turns it into the JSON of the command line.
 *
 * Every span is in UTF-16 offsets of `text`. Values that can be wrong carry `evidence`: short machine-readable
 * words for the decision (`'imprint'`, `'source-line'`) with the span they rest on, for hovers and checks.
 */
import type { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** 文种. The fifteen statutory kinds (条例 art. 8) and the others that people file beside them. */
export type Kind =
  | 'resolution'
  | 'decision'
  | 'order'
  | 'communique'
  | 'announcement'
  | 'public-notice'
  | 'opinion'
  | 'notice'
  | 'circular'
  | 'report'
  | 'request'
  | 'reply'
  | 'motion'
  | 'letter'
  | 'minutes'
  | 'news'
  | 'speech'
  | 'plan'
  | 'law'
  | 'other';

export type Script = 'hans' | 'hant' | 'mixed';

/** What a decision rests on: a stable word for the reason, and the place in the text where there is one. */
export interface Evidence {
  readonly reason: string;
  readonly span?: Span;
}

/** A stretch of the document with the text as a reader would quote it (lines joined, letter-spacing removed). */
export interface SpannedText {
  readonly text: string;
  readonly span: Span;
}

/** What a block is. Every line belongs to exactly one block, and blocks tile the text. */
export type BlockKind =
  | 'blank'
  | 'title' // title lines, blank lines between them included
  | 'heading' // a heading on a line of its own, numbered or not
  | 'paragraph' // running text; a run-in heading is a paragraph that opens a section
  | 'adoption-note' // 题注: （2022年7月27日…通过）, （2018年修订…）
  | 'salutation' // 各位代表：, 同志们：
  | 'recipients' // 主送机关
  | 'attachment-note' // 附件：1.…
  | 'signature' // 落款: issuer's signature or signing date
  | 'imprint' // 版记: 抄送, 印发机关和印发日期
  | 'head' // 版头: document number, issuer's mark, 签发人, index tables of government sites
  | 'source' // （摘自…）, 来源：…
  | 'byline' // 本报讯, 记者, 新华社…电
  | 'front-matter' // fields above a Markdown text, between --- or +++
  | 'contents' // a table of contents and its lines
  | 'table' // tabular lines, coordinates, statistics
  | 'web-chrome'
  | 'page-furniture';

export interface Block extends Span {
  readonly kind: BlockKind;
  /** Zero-based numbers of the first and the last physical line (inclusive). */
  readonly firstLine: number;
  readonly lastLine: number;
}

export type PartRole =
  | 'body'
  | 'editor-note'
  | 'report'
  | 'speech'
  | 'resolution'
  | 'attachment'
  | 'imprint'
  | 'web-chrome'
  | 'page-furniture';

/** A document inside the file, or a stretch of residue; residue may lie inside a document part. */
export interface Part {
  readonly role: PartRole;
  readonly title: string | null;
  readonly span: Span;
}

export type SectionKind = 'part' | 'chapter' | 'article' | 'numbered' | 'heading' | 'reported' | 'item';

/** The shape of a marker, for continuity and style checks. `ordinal` is in `Section`. */
export type MarkerStyle =
  | 'han-dunhao' // 一、
  | 'han-paren' // （一） or (一)
  | 'arabic-dot' // 1. or 1．
  | 'arabic-dunhao' // 1、
  | 'arabic-paren' // （1） or (1)
  | 'arabic-half-paren' // 1） or 1)
  | 'arabic-space' // 1　总则
  | 'circled' // ①
  | 'decimal' // 1.2.1
  | 'bian' // 第一编
  | 'bufen' // 第一部分
  | 'zhang' // 第一章
  | 'jie' // 第一节
  | 'tiao' // 第一条
  | 'di-comma' // 第一，
  | 'shi' // 一是
  | 'yao' // 一要
  | 'sequence-word' // 首先，其次，最后
  | 'heavenly-stem' // 甲、
  | 'latin' // A.
  | 'roman'; // Ⅰ. II、

export interface Section {
  readonly kind: SectionKind;
  /** 1 + number of numbered, chapter and article ancestors in the same part; for other kinds the depth in the tree. */
  readonly level: number;
  /** As printed, inner blanks included, e.g. `（一）`, `(十 八)`, `第一条`. Null where the section has none. */
  readonly marker: string | null;
  readonly markerSpan: Span | null;
  readonly markerStyle: MarkerStyle | null;
  readonly ordinal: number | null;
  /** Without the marker; of a run-in heading the first sentence without its full stop. */
  readonly title: string;
  readonly titleSpan: Span;
  /** Marker and title. */
  readonly headingSpan: Span;
  /** The whole section, its children included. */
  readonly span: Span;
  readonly children: readonly Section[];
  /** Of reported sections: who (`全会`) and what (`指出`). */
  readonly speaker?: string;
  readonly verb?: string;
}

export type DateRole =
  | 'meeting'
  | 'adopted'
  | 'approved'
  | 'signed'
  | 'published'
  | 'printed'
  | 'effective'
  | 'source'
  | 'mentioned';

export interface DateMention {
  readonly role: DateRole;
  readonly text: string;
  /** ISO 8601 with reduced precision: `2022-07-27`, `2022-07`, `--07-27` where no year can be had; null if impossible. */
  readonly value: string | null;
  /** Last day of a range, same form. */
  readonly endValue?: string;
  readonly inferredYear: boolean;
  readonly span: Span;
  /** Where the year, or the role, comes from. */
  readonly evidence: readonly Evidence[];
}

/** A meeting that is named: a body, its 届 and 次. `session` also holds the number of a numbered standing meeting. */
export interface MeetingMention {
  /** As the text names it, e.g. `市委`, `區委`, `中国共产党杭州市第十三届委员会` gives `中国共产党杭州市委员会`. */
  readonly body: string;
  /** Full Simplified name where place and level are known. */
  readonly bodyFull: string | null;
  readonly congress: number | null;
  readonly session: number | null;
  readonly enlarged: boolean;
  readonly text: string;
  readonly span: Span;
}

/** The one meeting that the document reports or that adopted it. */
export interface ReportedMeeting extends MeetingMention {
  readonly date: string | null;
  readonly evidence: readonly Evidence[];
}

export interface Attendance {
  readonly members: number | null;
  readonly alternates: number | null;
  readonly span: Span;
}

export type EnumerationForm = 'list-before' | 'list-after' | 'ordinals' | 'headings';

/** A stated count and the list that answers it. A count without a list is no enumeration. */
export interface Enumeration {
  /** The words that state the count with the noun or term they count: `“四史”`, `五项工作`. */
  readonly declared: string;
  readonly declaredSpan: Span;
  readonly count: number;
  readonly items: readonly SpannedText[];
  readonly form: EnumerationForm;
  /** From the first word of declaration or list to the last. */
  readonly span: Span;
}

export type TermCategory =
  | 'numeric-abbreviation'
  | 'slogan'
  | 'program'
  | 'mechanism'
  | 'strategy'
  | 'goal'
  | 'institution'
  | 'brand'
  | 'idiom'
  | 'metaphor'
  | 'quotation'
  | 'unknown';

/** A quoted string or a named programme; marks excluded; terms may nest. */
export interface TermMention {
  readonly text: string;
  /** `termKey(text)`: Simplified, full width, without blanks and quotation marks. */
  readonly normal: string;
  readonly category: TermCategory;
  readonly quoted: boolean;
  /** Whether this document says what it is, here or elsewhere. */
  readonly defined: boolean;
  readonly span: Span;
  /** Head noun that the pattern rests on (`工程` in `“西湖明珠工程”`, or behind the quotes), if any. */
  readonly head?: string;
}

/** 《…》 that names a document. `span` includes the marks, `title` excludes them. */
export interface Reference {
  readonly title: string;
  readonly span: Span;
  /** The full title where this is a short form of one given before. */
  readonly shortFor: string | null;
  /** 《》 that name newspapers and journals are sources, no references: they are kept here for hovers alone. */
  readonly periodical?: boolean;
}

export type CitationKind = 'document-number' | 'meeting' | 'article' | 'section' | 'attachment';

/** A document, meeting or place in this document, cited without 《》. */
export interface Citation {
  readonly text: string;
  readonly kind: CitationKind;
  readonly span: Span;
  /** Place in this document, where the target is here. */
  readonly target: Span | null;
  /** Of meetings: what it names. Of articles: the ordinals from article to item. */
  readonly meeting?: MeetingMention;
  readonly ordinals?: readonly number[];
}

/** A numbered item as a task. */
export interface Directive {
  /** The markers from the top, e.g. `['二、', '（一）']`. */
  readonly path: readonly string[];
  readonly title: string | null;
  readonly text: string;
  readonly span: Span;
}

/** A person with a position, as the text gives them. */
export interface PersonMention {
  readonly name: string;
  readonly positions: readonly string[];
  readonly span: Span;
}

/** One parsed text. Total: every string has one. */
export interface PolicyDocument {
  readonly text: string;
  readonly lines: LineIndex;
  readonly blocks: readonly Block[];
  /** How sure we are that this is a policy document at all, 0 … 1, decided from its text. */
  readonly policyScore: number;
  readonly kind: Kind;
  readonly kindEvidence: readonly Evidence[];
  readonly script: Script;
  readonly title: SpannedText | null;
  /** Where and when a report or speech was delivered, as a line under the title: `2016年1月12日在…会议上`. */
  readonly subtitle: SpannedText | null;
  readonly issuer: SpannedText | null;
  readonly docNumber: SpannedText | null;
  readonly dates: readonly DateMention[];
  readonly source: SpannedText | null;
  readonly meeting: ReportedMeeting | null;
  /** Every meeting that is named, the reported one included. */
  readonly meetings: readonly MeetingMention[];
  readonly attendance: Attendance | null;
  readonly parts: readonly Part[];
  readonly outline: readonly Section[];
  readonly enumerations: readonly Enumeration[];
  readonly terms: readonly TermMention[];
  readonly references: readonly Reference[];
  readonly citations: readonly Citation[];
  readonly directives: readonly Directive[];
  readonly persons: readonly PersonMention[];
  readonly signers: readonly SpannedText[];
  readonly recipients: readonly SpannedText[];
  readonly copies: readonly SpannedText[];
  readonly attachments: readonly SpannedText[];
  readonly distribution: SpannedText | null;
  /** The place that the document belongs to, as far as the text says, in Simplified, e.g. `杭州市`. */
  readonly region: string | null;
}
