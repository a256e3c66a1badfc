/**
 * All rules in the order of the catalogue, and the ids that were retired. Changes when a rule is added or retired.
 */
import type { Rule } from './rule.ts';
import { approximateNumberForm } from './rules/approximate-number-form.ts';
import { asciiQuote } from './rules/ascii-quote.ts';
import { booktitleNesting } from './rules/booktitle-nesting.ts';
import { bracketWidthMixed } from './rules/bracket-width-mixed.ts';
import { colonBeforeFullQuotation } from './rules/colon-before-full-quotation.ts';
import { compatibilityCharacter } from './rules/compatibility-character.ts';
import { dashForm } from './rules/dash-form.ts';
import { dateInvalid } from './rules/date-invalid.ts';
import { dateNotChineseForm } from './rules/date-not-chinese-form.ts';
import { datePadded } from './rules/date-padded.ts';
import { declaredCountMismatch } from './rules/declared-count-mismatch.ts';
import { docNumberForm } from './rules/doc-number-form.ts';
import { docNumberYear } from './rules/doc-number-year.ts';
import { doubledDeng } from './rules/doubled-deng.ts';
import { dunhaoBetweenQuotedItems } from './rules/dunhao-between-quoted-items.ts';
import { duplicatedPassage } from './rules/duplicated-passage.ts';
import { ellipsisForm } from './rules/ellipsis-form.ts';
import { ellipsisWithDeng } from './rules/ellipsis-with-deng.ts';
import { emptyField } from './rules/empty-field.ts';
import { fullStopMissing } from './rules/full-stop-missing.ts';
import { fullwidthAlphanumeric } from './rules/fullwidth-alphanumeric.ts';
import { halfwidthBracket } from './rules/halfwidth-bracket.ts';
import { halfwidthPunctuation } from './rules/halfwidth-punctuation.ts';
import { imprintLabel } from './rules/imprint-label.ts';
import { invisibleCharacter } from './rules/invisible-character.ts';
import { layoutWhitespace } from './rules/layout-whitespace.ts';
import { meetingAfterSourceDate } from './rules/meeting-after-source-date.ts';
import { misplacedPointMark } from './rules/misplaced-point-mark.ts';
import { numberArabicDunhao } from './rules/number-arabic-dunhao.ts';
import { numberBracketPoint } from './rules/number-bracket-point.ts';
import { numberFullwidthDot } from './rules/number-fullwidth-dot.ts';
import { numberHanPoint } from './rules/number-han-point.ts';
import { numberingGap } from './rules/numbering-gap.ts';
import { numeralStyleMixed } from './rules/numeral-style-mixed.ts';
import { ordinalSeriesGap } from './rules/ordinal-series-gap.ts';
import { ordinalSeriesMixed } from './rules/ordinal-series-mixed.ts';
import { ordinalWordPunct } from './rules/ordinal-word-punct.ts';
import { pageResidue } from './rules/page-residue.ts';
import { periodInsideAndOutsideQuote } from './rules/period-inside-and-outside-quote.ts';
import { pointMarkBeforeDeng } from './rules/point-mark-before-deng.ts';
import { quoteNesting } from './rules/quote-nesting.ts';
import { rangeConnector } from './rules/range-connector.ts';
import { rangeNumeralMixed } from './rules/range-numeral-mixed.ts';
import { relativeDateInIssuedText } from './rules/relative-date-in-issued-text.ts';
import { repeatedPointMark } from './rules/repeated-point-mark.ts';
import { replacementCharacter } from './rules/replacement-character.ts';
import { spaceInChinese } from './rules/space-in-chinese.ts';
import { traditionalInSimplified } from './rules/traditional-in-simplified.ts';
import { traditionalLeftover } from './rules/traditional-leftover.ts';
import { traditionalQuoteMarks } from './rules/traditional-quote-marks.ts';
import { traditionalRegionalVariant } from './rules/traditional-regional-variant.ts';
import { unpairedMark } from './rules/unpaired-mark.ts';
import { webBoilerplate } from './rules/web-boilerplate.ts';
import { weekdayMismatch } from './rules/weekday-mismatch.ts';
import { yearTwoDigit } from './rules/year-two-digit.ts';

export const RULES: readonly Rule[] = [
  // metadata
  dateInvalid,
  dateNotChineseForm,
  datePadded,
  docNumberForm,
  docNumberYear,
  imprintLabel,
  meetingAfterSourceDate,
  relativeDateInIssuedText,
  weekdayMismatch,
  yearTwoDigit,
  // numbering
  numberArabicDunhao,
  numberBracketPoint,
  numberFullwidthDot,
  numberHanPoint,
  numberingGap,
  ordinalSeriesGap,
  ordinalSeriesMixed,
  ordinalWordPunct,
  // enumeration
  declaredCountMismatch,
  numeralStyleMixed,
  // punctuation
  approximateNumberForm,
  asciiQuote,
  booktitleNesting,
  bracketWidthMixed,
  colonBeforeFullQuotation,
  dashForm,
  doubledDeng,
  dunhaoBetweenQuotedItems,
  ellipsisForm,
  ellipsisWithDeng,
  fullStopMissing,
  halfwidthBracket,
  halfwidthPunctuation,
  misplacedPointMark,
  periodInsideAndOutsideQuote,
  pointMarkBeforeDeng,
  quoteNesting,
  rangeConnector,
  rangeNumeralMixed,
  repeatedPointMark,
  spaceInChinese,
  unpairedMark,
  // script
  traditionalInSimplified,
  traditionalLeftover,
  traditionalQuoteMarks,
  traditionalRegionalVariant,
  // residue
  duplicatedPassage,
  emptyField,
  layoutWhitespace,
  pageResidue,
  webBoilerplate,
  // encoding
  compatibilityCharacter,
  fullwidthAlphanumeric,
  invisibleCharacter,
  replacementCharacter,
];

/** Ids that once were rules: never used again. */
export const RETIRED: readonly string[] = [];
