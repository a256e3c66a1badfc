/**
 * All rules in the order of the catalogue, and the ids that were retired. Changes when a rule is added or retired.
 */
import type { Rule } from './rule.ts';
import { ageBirthYear } from './rules/age-birth-year.ts';
import { anniversaryArithmetic } from './rules/anniversary-arithmetic.ts';
import { annotationInQuotes } from './rules/annotation-in-quotes.ts';
import { approximateNumberForm } from './rules/approximate-number-form.ts';
import { articleMissing } from './rules/article-missing.ts';
import { asciiQuote } from './rules/ascii-quote.ts';
import { attachmentMissing } from './rules/attachment-missing.ts';
import { attendanceConflict } from './rules/attendance-conflict.ts';
import { attendanceMissing } from './rules/attendance-missing.ts';
import { booktitleNesting } from './rules/booktitle-nesting.ts';
import { bracketWidthMixed } from './rules/bracket-width-mixed.ts';
import { citationNumberMismatch } from './rules/citation-number-mismatch.ts';
import { citationOrder } from './rules/citation-order.ts';
import { citationWithoutDocNumber } from './rules/citation-without-doc-number.ts';
import { citedMeetingNotYetHeld } from './rules/cited-meeting-not-yet-held.ts';
import { colonBeforeFullQuotation } from './rules/colon-before-full-quotation.ts';
import { commonTypo } from './rules/common-typo.ts';
import { compatibilityCharacter } from './rules/compatibility-character.ts';
import { dashForm } from './rules/dash-form.ts';
import { dateInvalid } from './rules/date-invalid.ts';
import { dateNotChineseForm } from './rules/date-not-chinese-form.ts';
import { dateNumeralMixed } from './rules/date-numeral-mixed.ts';
import { datePadded } from './rules/date-padded.ts';
import { declaredCountMismatch } from './rules/declared-count-mismatch.ts';
import { docNumberForm } from './rules/doc-number-form.ts';
import { docNumberYear } from './rules/doc-number-year.ts';
import { doubledDeng } from './rules/doubled-deng.ts';
import { dunhaoBetweenQuotedItems } from './rules/dunhao-between-quoted-items.ts';
import { duplicatedPassage } from './rules/duplicated-passage.ts';
import { effectiveBeforeAdopted } from './rules/effective-before-adopted.ts';
import { ellipsisForm } from './rules/ellipsis-form.ts';
import { ellipsisWithDeng } from './rules/ellipsis-with-deng.ts';
import { emptyField } from './rules/empty-field.ts';
import { emptySection } from './rules/empty-section.ts';
import { fullStopMissing } from './rules/full-stop-missing.ts';
import { fullwidthAlphanumeric } from './rules/fullwidth-alphanumeric.ts';
import { genreBodyMismatch } from './rules/genre-body-mismatch.ts';
import { glossaryComponents } from './rules/glossary-components.ts';
import { halfwidthBracket } from './rules/halfwidth-bracket.ts';
import { halfwidthPunctuation } from './rules/halfwidth-punctuation.ts';
import { headingStopMixed } from './rules/heading-stop-mixed.ts';
import { htmlLeftover } from './rules/html-leftover.ts';
import { imprintLabel } from './rules/imprint-label.ts';
import { invisibleCharacter } from './rules/invisible-character.ts';
import { issuerMismatch } from './rules/issuer-mismatch.ts';
import { layoutWhitespace } from './rules/layout-whitespace.ts';
import { leaderNameNearMiss } from './rules/leader-name-near-miss.ts';
import { leaderPostInconsistent } from './rules/leader-post-inconsistent.ts';
import { meetingAfterSourceDate } from './rules/meeting-after-source-date.ts';
import { meetingDateConflict } from './rules/meeting-date-conflict.ts';
import { meetingDateMissing } from './rules/meeting-date-missing.ts';
import { meetingNameMismatch } from './rules/meeting-name-mismatch.ts';
import { misplacedPointMark } from './rules/misplaced-point-mark.ts';
import { nearPhrase } from './rules/near-phrase.ts';
import { numberArabicDunhao } from './rules/number-arabic-dunhao.ts';
import { numberBracketPoint } from './rules/number-bracket-point.ts';
import { numberFullwidthDot } from './rules/number-fullwidth-dot.ts';
import { numberHanPoint } from './rules/number-han-point.ts';
import { numberingDuplicate } from './rules/numbering-duplicate.ts';
import { numberingFormMixed } from './rules/numbering-form-mixed.ts';
import { numberingGap } from './rules/numbering-gap.ts';
import { numberingLevelInversion } from './rules/numbering-level-inversion.ts';
import { numberingLevelSkip } from './rules/numbering-level-skip.ts';
import { numberingNotFromOne } from './rules/numbering-not-from-one.ts';
import { numberingOrder } from './rules/numbering-order.ts';
import { numeralStyleMixed } from './rules/numeral-style-mixed.ts';
import { numericBreakdown } from './rules/numeric-breakdown.ts';
import { ordinalSeriesGap } from './rules/ordinal-series-gap.ts';
import { ordinalSeriesMixed } from './rules/ordinal-series-mixed.ts';
import { ordinalWordPunct } from './rules/ordinal-word-punct.ts';
import { organizationBirthday } from './rules/organization-birthday.ts';
import { overlongSentence } from './rules/overlong-sentence.ts';
import { pageResidue } from './rules/page-residue.ts';
import { passedDateMismatch } from './rules/passed-date-mismatch.ts';
import { periodInsideAndOutsideQuote } from './rules/period-inside-and-outside-quote.ts';
import { planYears } from './rules/plan-years.ts';
import { pointMarkBeforeDeng } from './rules/point-mark-before-deng.ts';
import { printBeforeMeeting } from './rules/print-before-meeting.ts';
import { publishedBeforeSigned } from './rules/published-before-signed.ts';
import { qinzi } from './rules/qinzi.ts';
import { quoteNesting } from './rules/quote-nesting.ts';
import { quotedTitleMismatch } from './rules/quoted-title-mismatch.ts';
import { quotedTitleVariant } from './rules/quoted-title-variant.ts';
import { rangeConnector } from './rules/range-connector.ts';
import { rangeNumeralMixed } from './rules/range-numeral-mixed.ts';
import { rangeReversed } from './rules/range-reversed.ts';
import { redundantPostPrefix } from './rules/redundant-post-prefix.ts';
import { relativeDateInIssuedText } from './rules/relative-date-in-issued-text.ts';
import { repeatedPointMark } from './rules/repeated-point-mark.ts';
import { repeatedWord } from './rules/repeated-word.ts';
import { replacementCharacter } from './rules/replacement-character.ts';
import { selfNameMismatch } from './rules/self-name-mismatch.ts';
import { sessionOrderVsDate } from './rules/session-order-vs-date.ts';
import { sessionOrdinalInconsistent } from './rules/session-ordinal-inconsistent.ts';
import { shortTitleUnbound } from './rules/short-title-unbound.ts';
import { signedBeforeMeeting } from './rules/signed-before-meeting.ts';
import { signingDatesDiffer } from './rules/signing-dates-differ.ts';
import { spaceInChinese } from './rules/space-in-chinese.ts';
import { staleSuppression } from './rules/stale-suppression.ts';
import { termByDate } from './rules/term-by-date.ts';
import { termVariant } from './rules/term-variant.ts';
import { titleBrokenByBlankLine } from './rules/title-broken-by-blank-line.ts';
import { titleEndPunctuation } from './rules/title-end-punctuation.ts';
import { titleGenreNonstandard } from './rules/title-genre-nonstandard.ts';
import { titleInPastPost } from './rules/title-in-past-post.ts';
import { titleInnerPunctuation } from './rules/title-inner-punctuation.ts';
import { titleInnerSpace } from './rules/title-inner-space.ts';
import { titleMissing } from './rules/title-missing.ts';
import { titleYearMismatch } from './rules/title-year-mismatch.ts';
import { traditionalInSimplified } from './rules/traditional-in-simplified.ts';
import { traditionalLeftover } from './rules/traditional-leftover.ts';
import { traditionalQuoteMarks } from './rules/traditional-quote-marks.ts';
import { traditionalRegionalVariant } from './rules/traditional-regional-variant.ts';
import { unpairedMark } from './rules/unpaired-mark.ts';
import { unseparatedList } from './rules/unseparated-list.ts';
import { webBoilerplate } from './rules/web-boilerplate.ts';
import { weekdayMismatch } from './rules/weekday-mismatch.ts';
import { welcomingAPastEvent } from './rules/welcoming-a-past-event.ts';
import { yearMissing } from './rules/year-missing.ts';
import { yearTwoDigit } from './rules/year-two-digit.ts';
import { zuoZuo } from './rules/zuo-zuo.ts';

export const RULES: readonly Rule[] = [
  // metadata
  ageBirthYear,
  anniversaryArithmetic,
  attendanceConflict,
  attendanceMissing,
  citedMeetingNotYetHeld,
  dateInvalid,
  dateNotChineseForm,
  dateNumeralMixed,
  datePadded,
  docNumberForm,
  docNumberYear,
  effectiveBeforeAdopted,
  genreBodyMismatch,
  imprintLabel,
  issuerMismatch,
  leaderNameNearMiss,
  leaderPostInconsistent,
  meetingAfterSourceDate,
  meetingDateConflict,
  meetingDateMissing,
  meetingNameMismatch,
  passedDateMismatch,
  planYears,
  printBeforeMeeting,
  publishedBeforeSigned,
  rangeReversed,
  redundantPostPrefix,
  relativeDateInIssuedText,
  selfNameMismatch,
  sessionOrderVsDate,
  sessionOrdinalInconsistent,
  signedBeforeMeeting,
  signingDatesDiffer,
  titleBrokenByBlankLine,
  titleEndPunctuation,
  titleGenreNonstandard,
  titleMissing,
  weekdayMismatch,
  welcomingAPastEvent,
  yearMissing,
  yearTwoDigit,
  // numbering
  emptySection,
  headingStopMixed,
  numberArabicDunhao,
  numberBracketPoint,
  numberFullwidthDot,
  numberHanPoint,
  numberingDuplicate,
  numberingFormMixed,
  numberingGap,
  numberingLevelInversion,
  numberingLevelSkip,
  numberingNotFromOne,
  numberingOrder,
  ordinalSeriesGap,
  ordinalSeriesMixed,
  ordinalWordPunct,
  // enumeration
  declaredCountMismatch,
  glossaryComponents,
  numeralStyleMixed,
  numericBreakdown,
  // reference
  articleMissing,
  attachmentMissing,
  citationNumberMismatch,
  citationOrder,
  citationWithoutDocNumber,
  quotedTitleMismatch,
  quotedTitleVariant,
  shortTitleUnbound,
  titleInnerPunctuation,
  titleInnerSpace,
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
  unseparatedList,
  // script
  traditionalInSimplified,
  traditionalLeftover,
  traditionalQuoteMarks,
  traditionalRegionalVariant,
  // term
  annotationInQuotes,
  commonTypo,
  nearPhrase,
  organizationBirthday,
  overlongSentence,
  qinzi,
  repeatedWord,
  termByDate,
  termVariant,
  titleInPastPost,
  titleYearMismatch,
  zuoZuo,
  // residue
  duplicatedPassage,
  emptyField,
  htmlLeftover,
  layoutWhitespace,
  pageResidue,
  webBoilerplate,
  // encoding
  compatibilityCharacter,
  fullwidthAlphanumeric,
  invisibleCharacter,
  replacementCharacter,
  // annotation
  staleSuppression,
];

/** Ids that once were rules: never used again. */
export const RETIRED: readonly string[] = [];
