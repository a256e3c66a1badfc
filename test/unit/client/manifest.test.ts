/** The manifest, its two languages and the files it names agree with each other. Changes with the manifest. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../../server/src/core/checks/all.ts';
import { LEVELS, PRESETS } from '../../../server/src/core/checks/options.ts';
import { DEFAULTS, readSettings } from '../../../server/src/lsp/settings.ts';

// biome-ignore lint/suspicious/noExplicitAny: the manifest is data of many shapes, and every access is an assertion
type Json = any;
const read = (file: string): Json => JSON.parse(fs.readFileSync(file, 'utf8'));
const manifest = read('package.json');
const contributes = manifest.contributes;
const en: Record<string, string> = read('package.nls.json');
const zh: Record<string, string> = read('package.nls.zh-cn.json');
const settings: Record<string, Json> = Object.assign({}, ...contributes.configuration.map((c: Json) => c.properties));

function strings(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string') found.push(value);
  else if (typeof value === 'object' && value !== null) for (const v of Object.values(value)) strings(v, found);
  return found;
}
const sources = fs
  .readdirSync('client/src', { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.ts'))
  .map((f) => [f, fs.readFileSync(path.join('client/src', f), 'utf8')] as const);

describe('two languages', () => {
  const used = strings(manifest).flatMap((s) => /^%(.+)%$/.exec(s)?.[1] ?? []);
  test('the same keys in both, each used', () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    expect([...new Set(used)].sort()).toEqual(Object.keys(en).sort());
  });
  test('nothing is empty, and the Chinese is Chinese', () => {
    for (const [key, text] of Object.entries(en)) expect(text.trim(), key).not.toBe('');
    for (const [key, text] of Object.entries(zh)) expect(text, key).toMatch(/\p{Script=Han}/u);
  });
  test('command links are the same in both', () => {
    const links = (text: string | undefined) => (text ?? '').match(/command:[^)]+/g) ?? [];
    for (const key of Object.keys(en)) expect(links(zh[key]), key).toEqual(links(en[key]));
  });

  const bundle: Record<string, string> = read('l10n/bundle.l10n.json');
  const bundleZh: Record<string, string> = read('l10n/bundle.l10n.zh-cn.json');
  test('the bundles hold exactly what the code says', () => {
    const said = sources.flatMap(([, code]) =>
      [...code.matchAll(/l10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g)].map((m) => m[1] ?? m[2] ?? ''),
    );
    expect(said.length).toBeGreaterThan(20);
    expect(Object.keys(bundle).sort()).toEqual([...new Set(said)].sort());
    expect(Object.keys(bundleZh)).toEqual(Object.keys(bundle));
    for (const [key, text] of Object.entries(bundle)) expect(text).toBe(key);
  });
  test('placeholders are the same in both', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
    for (const [key, text] of Object.entries(bundleZh)) expect(holes(text), key).toEqual(holes(key));
  });
  test('every call of l10n.t is a literal that the bundle can hold', () => {
    for (const [file, code] of sources) {
      for (const m of code.matchAll(/l10n\.t\(\s*(.)/g)) expect(["'", '`'], `${file}: ${m[0]}`).toContain(m[1]);
    }
  });
  test('messages and buttons are never bare strings', () => {
    const bare = /show(?:Information|Warning|Error)Message\(\s*['"`]|setStatusBarMessage\(\s*['"`]|title:\s*'[A-Z]/;
    for (const [file, code] of sources) expect(code, file).not.toMatch(bare);
  });
});

describe('identity', () => {
  test('id, entry points and engine', () => {
    expect(`${manifest.publisher}.${manifest.name}`).toBe('policy-annotator.policy-annotator');
    expect(manifest).toMatchObject({ main: './dist/client/node.js', browser: './dist/client/browser.js' });
    expect(manifest.engines.vscode).toBe('^1.91.0');
    expect(manifest.type, 'editors before 1.100 load CommonJS alone').toBeUndefined();
    expect(manifest.capabilities.virtualWorkspaces).toBe(true);
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(
      Object.keys(settings).filter((s) => s.endsWith('.paths')),
    );
  });
  test('no address that does not exist', () => {
    expect(manifest.repository ?? manifest.bugs ?? manifest.homepage).toBeUndefined();
  });
  test('activation names nothing that the contributions imply', () => {
    expect(manifest.activationEvents).toEqual(['onLanguage:plaintext', 'onLanguage:markdown', 'onUri']);
  });
  test('keywords in both languages', () => {
    expect(manifest.keywords.some((k: string) => /\p{Script=Han}/u.test(k))).toBe(true);
    expect(manifest.keywords.some((k: string) => /^[a-z]+$/.test(k))).toBe(true);
    expect(manifest.keywords.length).toBeLessThanOrEqual(30);
  });
});

describe('files', () => {
  test('every file that the manifest names is there', () => {
    const named = strings(contributes).filter((s) => /^(?:\.\/|walkthrough\/|media\/)/.test(s));
    expect(named.length).toBeGreaterThan(8);
    for (const file of [...named, manifest.icon]) expect(fs.existsSync(file), file).toBe(true);
  });
  test('the icon is a square of 128 pixels', () => {
    const png = fs.readFileSync(manifest.icon);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([128, 128]);
  });
  test('every page of the walkthrough exists in both languages', () => {
    for (const step of contributes.walkthroughs[0].steps) {
      const chinese = step.media.markdown.replace(/\.md$/, '.nls.zh-cn.md');
      expect(fs.readFileSync(chinese, 'utf8'), chinese).toMatch(/\p{Script=Han}{4}/u);
      expect(step.completionEvents.length, step.id).toBeGreaterThan(0);
    }
    expect(contributes.walkthroughs[0].steps).toHaveLength(6);
  });
});

describe('commands', () => {
  const ids: string[] = contributes.commands.map((c: Json) => c.command);
  const code = sources.map(([, text]) => text).join('\n');
  test('each has a category, and each is registered', () => {
    for (const c of contributes.commands) expect(c.category, c.command).toBe('%category%');
    for (const id of ids) expect(code, id).toMatch(new RegExp(`(?:^|[\\s{,])${id.split('.')[1]}(?:[:,\\s(]|$)`, 'm'));
  });
  test('menus and keys name contributed commands', () => {
    const items: Json[] = [...Object.values(contributes.menus).flat(), ...(contributes.keybindings ?? [])];
    for (const item of items) {
      expect(ids).toContain(item.command);
      expect(item.when, item.command).toBeTruthy();
    }
  });
  test('what has an enablement is hidden from the palette where it is disabled', () => {
    const hidden = contributes.menus.commandPalette.map((m: Json) => m.command);
    for (const c of contributes.commands) if (c.enablement) expect(hidden, c.command).toContain(c.command);
  });
});

describe('settings', () => {
  test.each(Object.entries(settings))('%s is described, scoped and ordered', (name, setting) => {
    expect(name).toMatch(/^policyAnnotator\./);
    expect(setting.markdownDescription).toBe(`%setting.${name.slice('policyAnnotator.'.length)}%`);
    expect(['resource', 'window', 'language-overridable', 'machine', 'application']).toContain(setting.scope);
    expect(setting.order).toEqual(expect.any(Number));
    expect(setting.default).toBeDefined();
    expect((setting.enumDescriptions ?? []).length).toBe((setting.enum ?? []).length);
  });
  test('orders are 1, 2, 3 … in each group', () => {
    for (const group of contributes.configuration) {
      const orders = Object.values(group.properties).map((p: Json) => p.order);
      expect(orders, group.id).toEqual(orders.map((_, i) => i + 1));
    }
  });
  test('defaults and choices are those that the server knows', () => {
    const given = (name: string) => settings[`policyAnnotator.${name}`];
    for (const [name, value] of Object.entries(DEFAULTS.files)) expect(given(`files.${name}`).default).toEqual(value);
    expect(given('hover.bilingual').default).toBe(DEFAULTS.hover.bilingual);
    expect(given('glossary.paths').default).toEqual(DEFAULTS.glossaryPaths);
    expect(given('checks.preset')).toMatchObject({ default: DEFAULTS.checks.preset, enum: PRESETS });
    const values: Json[] = Object.values(given('checks.rules').patternProperties);
    expect(values.map((v) => v.anyOf[0].enum)).toEqual([LEVELS]);
    expect(given('checks.rules').propertyNames.enum).toEqual(RULES.map((rule) => rule.id));
    const understood = given('segmenter').enum.map((segmenter: string) => readSettings({ segmenter }).segmenter);
    expect(understood).toEqual(given('segmenter').enum);
  });
  test('defaults for Chinese text', () => {
    expect(contributes.configurationDefaults['[policy-zh]']).toMatchObject({
      'editor.unicodeHighlight.ambiguousCharacters': false,
      'editor.unicodeHighlight.allowedCharacters': { '\u3000': true },
      'editor.wordWrap': 'on',
      'editor.wordSegmenterLocales': 'zh',
      'editor.wordBasedSuggestions': 'off',
      'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
      'editor.minimap.enabled': false,
    });
  });
});

describe('language', () => {
  const names = ['slogan', 'numericAbbreviation', 'program', 'directiveMarker', 'documentTitle', 'date'];
  test('every token type has a standard type above it and scopes to fall back on', () => {
    const scopes = contributes.semanticTokenScopes[0].scopes;
    const types: Json[] = contributes.semanticTokenTypes;
    expect(types.map((t) => t.id)).toEqual([...names, 'person', 'place', 'organization']);
    for (const t of types) {
      expect(t.superType, t.id).toBeTruthy();
      expect(scopes[t.id].at(-1), t.id).not.toContain('policy-zh');
    }
    expect(contributes.semanticTokenModifiers.map((m: Json) => m.id)).toEqual(['defined', 'quoted', 'reference']);
  });
  test('brackets pair, close themselves and surround', () => {
    const c = read('syntaxes/language-configuration.json');
    for (const pair of ['《》', '〈〉', '“”', '‘’', '（）', '【】', '〔〕', '「」', '『』']) {
      expect(c.brackets).toContainEqual([...pair]);
      expect(c.surroundingPairs).toContainEqual([...pair]);
      expect(c.autoClosingPairs).toContainEqual({ open: pair[0], close: pair[1] });
    }
    expect(c.folding.offSide).toBe(false);
    const word = new RegExp(c.wordPattern.pattern, `${c.wordPattern.flags}g`);
    expect('推进“四好”农村路，5G-A、AI'.match(word)).toEqual(['推进', '四好', '农村路', '5G-A', 'AI']);
  });
  test('a snippet for each of the nine kinds, by name and pinyin', () => {
    const snippets: Record<string, Json> = read('snippets/policy-zh.json');
    const kinds = ['通知', '意见', '决定', '决议', '报告', '请示', '批复', '函', '纪要'];
    expect(Object.keys(snippets)).toEqual(kinds);
    for (const [kind, { prefix, body }] of Object.entries(snippets)) {
      expect(prefix[0]).toBe(kind);
      expect(prefix[1]).toMatch(/^[a-z]+$/);
      expect(body.join('\n')).toContain('$0');
    }
  });
});
