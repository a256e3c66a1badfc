/**
 * What codecs exchange: documents with their annotations, free of logs and anchoring.
 * Changes when a format can hold something that none could hold before. Offsets are UTF-16 in the normalised text.
 */
import type { Locale } from '../../l10n.ts';
import type { Json } from '../model.ts';

import type { LossMessage } from './loss-messages.ts';

export type CodecId =
  | 'w3c'
  | 'brat'
  | 'uima'
  | 'webanno'
  | 'doccano'
  | 'labelstudio'
  | 'spacy'
  | 'conll2002'
  | 'qdpx'
  | 'qdc'
  | 'csv'
  | 'markdown'
  | 'html'
  | 'docx';

export interface ExchangeTag {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly key: string | null;
  readonly description: string;
  readonly guideline: string;
  readonly parent: string | null;
}

export interface ExchangeReply {
  readonly id: string;
  readonly author: string;
  readonly created: string;
  readonly text: string;
}

export interface ExchangeAnnotation {
  readonly id: string;
  readonly motivation: string;
  readonly author: string;
  readonly created: string;
  readonly modified: string;
  /** Null: a note on the document, or text that is gone: then `quote` says what it was. */
  readonly span: { readonly start: number; readonly end: number } | null;
  readonly quote: string;
  /** Names of tags. */
  readonly tags: readonly string[];
  readonly note: string | null;
  readonly status: 'open' | 'resolved';
  readonly reason: string | null;
  readonly attributes: Readonly<Record<string, Json>>;
  readonly replies: readonly ExchangeReply[];
  readonly extra: Readonly<Record<string, Json>>;
  /** From formats that carry no text: what is known of the place, `start` and `end` in code points. */
  readonly selector?: {
    readonly prefix: string;
    readonly suffix: string;
    readonly start: number;
    readonly end: number;
  };
}

export interface ExchangeRelation {
  readonly id: string;
  readonly type: string;
  /** Ids of annotations. */
  readonly from: string;
  readonly to: string;
}

export interface ExchangeDocument {
  /** File name, or path with `/`. */
  readonly name: string;
  /** LF line ends, no byte order mark. Null where the format carries no text: then annotations have selectors. */
  readonly text: string | null;
  readonly annotations: readonly ExchangeAnnotation[];
  readonly relations: readonly ExchangeRelation[];
  readonly attributes: Readonly<Record<string, Json>>;
}

export interface Exchange {
  readonly documents: readonly ExchangeDocument[];
  readonly tags: readonly ExchangeTag[];
}

/** `text` for text formats, `base64` for binary ones: plain data that travels between processes. */
export interface ExchangeFile {
  readonly name: string;
  readonly text?: string;
  readonly base64?: string;
}

/** Something that a format could not hold, or a file that could not be read: what, how many, an example or two. */
export interface Loss {
  readonly kind: string;
  readonly message: LossMessage;
  readonly count: number;
  readonly examples: readonly string[];
}

export interface CodecOptions {
  /** The language of reports. */
  readonly locale?: Locale | undefined;
  /** ISO 8601: the time of the export. */
  readonly now: string;
  /** Makes a UUID from a text; equal texts give equal ones. */
  readonly uuidOf: (text: string) => string;
  readonly generator: string;
  /** ASCII names for tags and relations, for formats that allow no others; made from pinyin where absent. */
  readonly asciiNames?: Readonly<Record<string, string>>;
}

export interface Codec {
  readonly id: CodecId;
  /** For people, in English. */
  readonly title: string;
  /** Endings of the files it makes, the main one first. */
  readonly extensions: readonly string[];
  export(
    exchange: Exchange,
    options: CodecOptions,
  ): { readonly files: readonly ExchangeFile[]; readonly losses: readonly Loss[] };
  /** Absent: reports cannot be read back. */
  import?(
    files: readonly ExchangeFile[],
    options: CodecOptions,
  ): { readonly exchange: Exchange; readonly losses: readonly Loss[] };
}

/** Collects losses: one entry a kind, with a count and up to three examples. */
export class Losses {
  readonly #found = new Map<string, { message: LossMessage; count: number; examples: string[] }>();

  add(kind: string, message: LossMessage, example = ''): void {
    const entry = this.#found.get(kind) ?? { message, count: 0, examples: [] };
    entry.count++;
    if (example && entry.examples.length < 3) entry.examples.push(example);
    this.#found.set(kind, entry);
  }

  /** Notes what a format without these parts leaves out. */
  omit(
    annotation: ExchangeAnnotation,
    ...parts: readonly ('note' | 'replies' | 'status' | 'attributes' | 'author' | 'motivation' | 'document')[]
  ): void {
    const label = annotation.quote.slice(0, 20) || (annotation.note ?? '').slice(0, 20);
    for (const part of parts) {
      if (part === 'note' && annotation.note !== null) this.add('note', 'notes are left out', label);
      if (part === 'replies' && annotation.replies.length > 0) this.add('replies', 'replies are left out', label);
      if (part === 'status' && annotation.status === 'resolved') this.add('status', 'resolved is not said', label);
      if (part === 'author' && annotation.author !== '')
        this.add('author', 'authors and dates are left out', annotation.author);
      if (part === 'attributes' && Object.keys(annotation.attributes).length > 0) {
        this.add('attributes', 'attributes are left out', label);
      }
      if (part === 'document' && annotation.span === null) {
        this.add('document', 'notes on the document and orphans are left out', label);
      }
    }
  }

  list(): Loss[] {
    return [...this.#found].map(([kind, entry]) => ({ kind, ...entry }));
  }
}
