/** The shape of test/fixtures/gold/cross-references.json. Changes with that file. */
interface Place {
  readonly doc: string;
  readonly line: number;
  readonly col: number;
}

export interface Gold {
  readonly shared_terms: readonly {
    readonly text: string;
    readonly lines: Readonly<Record<string, { readonly quoted?: number[]; readonly unquoted?: number[] }>>;
  }[];
  readonly shared_formulae: readonly { readonly text: string; readonly occurrences: readonly Place[] }[];
  readonly definitions: readonly (Place & {
    readonly term: string;
    readonly length: number;
    readonly strength: string;
    readonly text: string;
  })[];
  readonly abbreviations: readonly {
    readonly short: string;
    readonly full: string;
    readonly doc: string;
    readonly full_at: Place;
    readonly short_lines: readonly number[];
    readonly kind: string;
  }[];
  readonly variants: readonly {
    readonly theme: string;
    readonly members: readonly { readonly text: string; readonly at: readonly string[] }[];
  }[];
  readonly homonyms: readonly { readonly text: string; readonly a: string; readonly b: string }[];
  readonly doc_to_doc: readonly {
    readonly frm: string;
    readonly to: string;
    readonly kind: string;
    readonly text: string;
  }[];
  readonly persons: readonly {
    readonly doc: string;
    readonly name: string;
    readonly traditional?: string;
    readonly positions: readonly string[];
    readonly lines: readonly number[];
  }[];
  readonly meetings: readonly {
    readonly doc: string;
    readonly name: string;
    readonly congress: number | null;
    readonly session: number | readonly number[] | null;
    readonly date: string | null;
    readonly lines: readonly number[];
  }[];
  readonly dates: readonly (Place & { readonly text: string; readonly iso: string })[];
  readonly enumerations: readonly {
    readonly doc: string;
    readonly label: string;
    readonly stated: number | null;
    readonly counted: number | null;
    readonly lines: readonly number[];
  }[];
}
