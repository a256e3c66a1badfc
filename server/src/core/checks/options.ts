/**
 * Which rules run, how severe they are and with which options: settings resolved against the rules' own defaults.
 * Changes when a preset or a way to configure a rule is added.
 */
import type { Locale } from '../l10n.ts';
import { RULES } from './all.ts';
import type { Rule, Severity } from './rule.ts';

export type Preset = 'standard' | 'reading' | 'drafting' | 'archive';
export const PRESETS: readonly Preset[] = ['standard', 'reading', 'drafting', 'archive'];

export type Level = Severity | 'off';
export const LEVELS: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error'];

/** A rule's setting: a level, or a level and options by name. */
export type RuleSetting = Level | ({ readonly severity?: Level } & Readonly<Record<string, unknown>>);

export interface CheckConfig {
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Language of messages. */
  readonly locale?: Locale;
}

export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Set by the user: findings keep this severity even where the rule thinks less of them. */
  readonly fixed: boolean;
  option(name: string): number | string | boolean | readonly string[];
}

const isLevel = (value: unknown): value is Level => LEVELS.includes(value as Level);

/** The level that a preset gives a rule. */
export function presetLevel(preset: Preset, rule: Rule): Level {
  if (preset === 'drafting') return rule.defaultSeverity;
  if (!rule.stable) return 'off';
  if (preset === 'archive' && (rule.category === 'punctuation' || rule.id === 'layout-whitespace')) return 'off';
  if (preset === 'reading') {
    const about = rule.category === 'metadata' || rule.category === 'enumeration' || rule.category === 'reference';
    return about && rule.defaultSeverity !== 'hint' ? rule.defaultSeverity : 'off';
  }
  return rule.defaultSeverity;
}

function optionValue(rule: Rule, setting: RuleSetting | undefined, name: string) {
  const declared = rule.options?.[name];
  if (!declared) throw new Error(`Rule ${rule.id} has no option ${name}`);
  const given = typeof setting === 'object' ? setting[name] : undefined;
  if (declared.type === 'string[]') return Array.isArray(given) ? given.map(String) : declared.default;
  return typeof given === declared.type ? (given as number | string | boolean) : declared.default;
}

/** The rules that run under a configuration, in the order of the catalogue. */
export function activeRules(config: CheckConfig): ActiveRule[] {
  const active: ActiveRule[] = [];
  for (const rule of RULES) {
    const setting = config.rules?.[rule.id];
    const given = typeof setting === 'object' ? setting.severity : setting;
    const level = isLevel(given) ? given : presetLevel(config.preset ?? 'standard', rule);
    // Options without a severity do not switch a rule on.
    if (level === 'off') continue;
    active.push({ rule, severity: level, fixed: isLevel(given), option: (name) => optionValue(rule, setting, name) });
  }
  return active;
}
