/**
 * The server's settings (section `policyAnnotator`): defaults, and a tolerant reading of whatever a client sends.
 * Changes when a setting is added. Values of the wrong type count as not set.
 */
import type { CheckConfig, Preset, RuleSetting } from '../core/checks/options.ts';

export interface Settings {
  readonly files: {
    /** Glob patterns, relative to each workspace folder, of the files to index. */
    readonly include: readonly string[];
    readonly exclude: readonly string[];
    /** Above this many megabytes (of UTF-16 units, in millions) a document gets outline and highlighting only. */
    readonly maxSize: number;
    /** What was read of indexed files is stored, so that the next start need not read them again. */
    readonly cache: boolean;
  };
  readonly hover: {
    /** Definitions in both languages. */
    readonly bilingual: boolean;
  };
  /** User glossaries beside `*.glossary.yml` in the workspace: paths or URIs. */
  readonly glossaryPaths: readonly string[];
  readonly checks: CheckConfig;
  /** A mistake that a whole document repeats is one problem; its other places are hints. */
  readonly foldRepeated: boolean;
  /** Who writes annotations; empty: whoever is logged in. */
  readonly author: string;
  readonly segmenter: 'auto' | 'nodejieba' | 'jieba-wasm' | 'intl';
  /** The whole section as received, for the parts of the core that read their own keys. */
  readonly raw: Readonly<Record<string, unknown>>;
}

export const DEFAULTS: Settings = {
  files: {
    include: ['**/*.txt', '**/*.md'],
    exclude: ['**/node_modules/**', '**/.git/**', '**/.annotations/**'],
    maxSize: 5,
    cache: true,
  },
  hover: { bilingual: false },
  glossaryPaths: [],
  checks: { preset: 'standard' },
  foldRepeated: true,
  author: '',
  segmenter: 'auto',
  raw: {},
};

// Named here: importing them as values would load all rules with the settings.
const PRESETS: readonly Preset[] = ['standard', 'reading', 'drafting', 'archive'];
const SEGMENTERS = ['auto', 'nodejieba', 'jieba-wasm', 'intl'] as const;

type Dict = Readonly<Record<string, unknown>>;

export const record = (v: unknown): Dict =>
  typeof v === 'object' && v !== null && !Array.isArray(v) ? (v as Dict) : {};

/** A list of patterns, or the editor's map form `{ pattern: true }`. */
function globs(v: unknown, otherwise: readonly string[]): readonly string[] {
  if (Array.isArray(v)) return v.every((x) => typeof x === 'string') ? v : otherwise;
  if (typeof v !== 'object' || v === null) return otherwise;
  return Object.entries(v).flatMap(([pattern, on]) => (on === true ? [pattern] : []));
}

const text = (v: unknown): string => (typeof v === 'string' ? v : '');
const strings = (v: unknown): readonly string[] => (Array.isArray(v) ? v.filter((x) => typeof x === 'string') : []);

function readChecks(v: Dict): CheckConfig {
  const preset = PRESETS.find((p) => p === v['preset']) ?? 'standard';
  return { preset, rules: record(v['rules']) as Readonly<Record<string, RuleSetting>> };
}

/** Reads the section `policyAnnotator`; anything missing or odd takes its default. */
export function readSettings(value: unknown): Settings {
  const raw = record(value);
  const files = record(raw['files']);
  const size = files['maxSize'];
  return {
    files: {
      include: globs(files['include'], DEFAULTS.files.include),
      exclude: globs(files['exclude'], DEFAULTS.files.exclude),
      maxSize: typeof size === 'number' && size > 0 ? size : DEFAULTS.files.maxSize,
      cache: files['cache'] !== false,
    },
    hover: { bilingual: record(raw['hover'])['bilingual'] === true },
    glossaryPaths: strings(record(raw['glossary'])['paths']),
    checks: readChecks(record(raw['checks'])),
    foldRepeated: record(raw['checks'])['foldRepeated'] !== false,
    author: text(record(raw['annotations'])['author']),
    segmenter: SEGMENTERS.find((s) => s === raw['segmenter']) ?? 'auto',
    raw,
  };
}
