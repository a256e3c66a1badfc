/**
 * Families of spellings of which a document should use one. Changes when a family is added; each needs an example in the
 * rule's page. `any` finds all of them, `forms` lists them, longer ones first.
 */
export interface VariantFamily {
  readonly any: RegExp;
  readonly forms: readonly string[];
}

export const VARIANT_FAMILIES: readonly VariantFamily[] = [
  {
    any: /区、县（市）|区县（市）|区县市|县（市、区）|县（区、市）|县市区/g,
    forms: ['区、县（市）', '区县（市）', '区县市', '县（市、区）', '县（区、市）', '县市区'],
  },
  {
    any: /乡镇（街道）|镇乡（街道）|乡（镇、街道）|镇（乡、街道）|镇街（乡）/g,
    forms: ['乡镇（街道）', '镇乡（街道）', '乡（镇、街道）', '镇（乡、街道）', '镇街（乡）'],
  },
  {
    any: /做大做强做优|做强做优做大|做优做强做大|做强做大做优/g,
    forms: ['做大做强做优', '做强做优做大', '做优做强做大', '做强做大做优'],
  },
];
