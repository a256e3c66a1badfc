/**
 * `.policy-annotator.yml`: text in, configuration and problems with their places out. Changes when the file may say more.
 * The same shape stands in schemas/policy-annotator.schema.json, which editors use; the two are compared by a test.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Message } from '../l10n.ts';
import type { Span } from '../text/span.ts';
import { RETIRED, RULES } from './all.ts';
import { type CheckConfig, LEVELS, type Level, PRESETS, type Preset, type RuleSetting } from './options.ts';
import type { Rule } from './rule.ts';

export const CONFIG_NAME = '.policy-annotator.yml';

export interface ConfigProblem {
  readonly span: Span;
  readonly message: Message;
  readonly args: readonly (string | number)[];
  readonly severity: 'error' | 'warning';
}

export interface ParsedConfig {
  readonly preset?: Preset;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Glob patterns of documents that are not checked, relative to the file. */
  readonly exclude: readonly string[];
  readonly problems: readonly ConfigProblem[];
}

const BY_ID = new Map(RULES.map((r) => [r.id, r]));
const KEYS = ['preset', 'rules', 'exclude'];

const spanOf = (node: unknown): Span => {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
};

/** Reads a configuration file. Never throws; what cannot be used is left out and listed. */
export function parseConfig(text: string): ParsedConfig {
  const problems: ConfigProblem[] = [];
  const tell = (node: unknown, message: Message, ...args: (string | number)[]): void =>
    void problems.push({ span: spanOf(node), message, args, severity: 'error' });
  const doc = parseDocument(text, { lineCounter: new LineCounter() });
  for (const e of [...doc.errors, ...doc.warnings]) {
    problems.push({
      span: { start: e.pos[0], end: e.pos[1] },
      message: { en: '{0}', zh: 'YAML 语法错误：{0}' },
      args: [e.message.split('\n')[0]!],
      severity: 'error',
    });
  }
  const root = doc.contents;
  const rules: Record<string, RuleSetting> = {};
  let preset: Preset | undefined;
  let exclude: string[] = [];
  const done = (): ParsedConfig => ({ ...(preset && { preset }), rules, exclude, problems });
  if (root === null) return done();
  if (!isMap(root)) {
    tell(root, { en: 'A map of settings is expected.', zh: '此处应为若干设置项。' });
    return done();
  }
  for (const { key, value } of root.items as Pair<Node, Node | null>[]) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!KEYS.includes(name)) {
      tell(
        key,
        { en: 'Unknown setting “{0}”; there are {1}.', zh: '没有设置项“{0}”，可用的有：{1}。' },
        name,
        KEYS.join(', '),
      );
    } else if (name === 'preset') {
      if (isScalar(value) && PRESETS.includes(value.value as Preset)) preset = value.value as Preset;
      else tell(value ?? key, { en: 'A preset is one of {0}.', zh: '预设只能是：{0}。' }, PRESETS.join(', '));
    } else if (name === 'exclude') {
      if (isSeq(value) && value.items.every((i) => isScalar(i) && typeof i.value === 'string')) {
        exclude = value.items.map((i) => String((i as { value: unknown }).value));
      } else tell(value ?? key, { en: 'A list of glob patterns is expected.', zh: '此处应为若干通配模式。' });
    } else if (isMap(value)) {
      for (const pair of value.items as Pair<Node, Node | null>[]) readRule(pair, rules, tell);
    } else if (value !== null)
      tell(value, { en: 'A map from rules to levels is expected.', zh: '此处应为规则与级别的对应。' });
  }
  return done();
}

type Tell = (node: unknown, message: Message, ...args: (string | number)[]) => void;

function readRule({ key, value }: Pair<Node, Node | null>, rules: Record<string, RuleSetting>, tell: Tell): void {
  const id = isScalar(key) ? String(key.value) : '';
  const rule = BY_ID.get(id);
  if (!rule) {
    if (RETIRED.includes(id)) tell(key, { en: 'The rule “{0}” was retired.', zh: '规则“{0}”已停用。' }, id);
    else tell(key, { en: 'There is no rule “{0}”.', zh: '没有规则“{0}”。' }, id);
    return;
  }
  if (isScalar(value)) {
    // YAML reads a bare `off` as text, but `false` is what some write for it.
    const level = value.value === false ? 'off' : value.value;
    if (LEVELS.includes(level as Level)) rules[id] = level as Level;
    else tell(value, { en: 'A level is one of {0}.', zh: '级别只能是：{0}。' }, LEVELS.join(', '));
    return;
  }
  if (!isMap(value)) {
    tell(value ?? key, {
      en: 'A level, or a map with severity and options, is expected.',
      zh: '此处应为级别，或含 severity 与选项的对应。',
    });
    return;
  }
  rules[id] = readOptions(rule, value.items as Pair<Node, Node | null>[], tell);
}

function readOptions(rule: Rule, items: readonly Pair<Node, Node | null>[], tell: Tell): RuleSetting {
  const setting: Record<string, unknown> = {};
  for (const { key, value } of items) {
    const name = isScalar(key) ? String(key.value) : '';
    const plain: unknown = isScalar(value) ? value.value : isSeq(value) ? value.toJSON() : undefined;
    if (name === 'severity') {
      const level = plain === false ? 'off' : plain;
      if (LEVELS.includes(level as Level)) setting['severity'] = level;
      else tell(value ?? key, { en: 'A level is one of {0}.', zh: '级别只能是：{0}。' }, LEVELS.join(', '));
      continue;
    }
    const option = rule.options?.[name];
    if (!option) tell(key, { en: 'The rule {0} has no option “{1}”.', zh: '规则 {0} 没有选项“{1}”。' }, rule.id, name);
    else if (option.type === 'string[]' ? Array.isArray(plain) : typeof plain === option.type) setting[name] = plain;
    else tell(value ?? key, { en: 'A {0} is expected.', zh: '此处应为 {0}。' }, option.type);
  }
  return setting as RuleSetting;
}

/** Settings of an outer layer (the editor, the command line) with those of the folder on top. */
export function mergeConfig(base: CheckConfig, file: ParsedConfig | null): CheckConfig {
  if (!file) return base;
  return {
    ...base,
    ...(file.preset && { preset: file.preset }),
    rules: { ...base.rules, ...file.rules },
  };
}
