/**
 * All rules in the order of the catalogue, and the ids that were retired. Changes when a rule is added or retired.
 */
import type { Rule } from './rule.ts';
import { declaredCountMismatch } from './rules/declared-count-mismatch.ts';
import { meetingAfterSourceDate } from './rules/meeting-after-source-date.ts';
import { numberingGap } from './rules/numbering-gap.ts';

export const RULES: readonly Rule[] = [meetingAfterSourceDate, declaredCountMismatch, numberingGap];

/** Ids that once were rules: never used again. */
export const RETIRED: readonly string[] = [];
