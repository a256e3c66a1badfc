/** Runs the TextMate grammar over text, as an editor does. Changes when the grammar's engine changes. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const root = path.resolve(import.meta.dirname, '../../..');
const file = path.join(root, 'syntaxes/policy-zh.tmLanguage.json');
const wasm = fs.readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
let loaded: Promise<void> | null = null;

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The tokens of each line, with the scopes that the grammar adds to `text.policy-zh`. */
export async function tokenize(text: string): Promise<Token[][]> {
  loaded ??= loadWASM(wasm);
  const onigLib = loaded.then(() => ({ createOnigScanner, createOnigString }));
  const registry = new Registry({
    onigLib,
    loadGrammar: async () => parseRawGrammar(fs.readFileSync(file, 'utf8'), file),
  });
  const grammar = await registry.loadGrammar('text.policy-zh');
  if (!grammar) throw new Error('no grammar');
  let state = INITIAL;
  return text.split(/\r\n|\r|\n/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map((t) => ({
      text: line.slice(t.startIndex, t.endIndex),
      scopes: t.scopes.slice(1).map((s) => s.replace(/\.policy-zh$/, '')),
    }));
  });
}
