/** The order of layers holds, and planted violations are noticed. */
import { describe, expect, it } from 'vitest';
import { projectFiles, read } from './files.ts';
import { circles, importsOf, layerOf, violations } from './layers.ts';

const product = new Map(
  projectFiles()
    .filter((file) => /^(?:server|client)\/src\/.*\.ts$/.test(file))
    .map((file) => [file, read(file)]),
);

describe('layers', () => {
  it('reads the product', () => {
    expect(product.size).toBeGreaterThan(20);
    expect([...product].flatMap(([f, s]) => importsOf(f, s)).length).toBeGreaterThan(product.size);
  });

  it('no import points against the order', () => {
    expect(violations(product)).toEqual([]);
  });

  it('no circle of imports at run time', () => {
    expect(circles(product).map((c) => c.join(' → '))).toEqual([]);
  });
});

describe('planted violations', () => {
  const plant = (file: string, line: string) => violations(new Map([[file, `/** Header. */\n${line}\n`]]));

  it.each([
    ['server/src/core/text/a.ts', "import { parse } from '../document/parse.ts';"],
    ['server/src/core/text/a.ts', "import type { PolicyDocument } from '../document/model.ts';"],
    ['server/src/core/document/a.ts', "export { x } from '../glossary/match.ts';"],
    ['server/src/core/glossary/a.ts', "import '../annotations/log.ts';"],
    ['server/src/core/annotations/a.ts', "const m = await import('../workspace/index.ts');"],
    ['server/src/core/checks/a.ts', "import {\n  hover,\n  type Hover,\n} from '../features/hover.ts';"],
    ['server/src/core/features/a.ts', "import { createService } from '../service.ts';"],
    ['server/src/core/service.ts', "import { start } from '../lsp/session.ts';"],
    ['server/src/core/text/a.ts', "import fs from 'node:fs';"],
    ['server/src/core/text/a.ts', "const fs = require('node:fs');"],
    ['server/src/core/features/a.ts', "import { Connection } from 'vscode-languageserver';"],
    ['server/src/lsp/a.ts', "import { createConnection } from 'vscode-languageserver/node';"],
    ['server/src/lsp/a.ts', "import { host } from '../node/host.ts';"],
    ['server/src/worker/a.ts', "import { read } from '../node/files.ts';"],
    ['server/src/node/a.ts', "import { run } from '../cli/main.ts';"],
    ['client/src/a.ts', "import { parse } from '../../server/src/core/document/parse.ts';"],
    ['client/src/a.ts', "import { positions } from '../../server/src/lsp/positions.ts';"],
    ['client/src/a.ts', "import fs from 'node:fs';"],
    ['server/src/core/text/a.ts', "import { b } from './b';"],
    ['server/src/new/a.ts', "import { b } from './b.ts';"],
  ])('%s: %s', (file, line) => {
    expect(plant(file, line)).toHaveLength(1);
  });

  it.each([
    ['server/src/core/document/a.ts', "import { fold } from '../text/fold.ts';"],
    ['server/src/core/features/a.ts', "import type { Hover } from 'vscode-languageserver-types';"],
    ['client/src/a.ts', "import { STATUS } from '../../server/src/lsp/protocol.ts';"],
    ['server/src/core/document/a.ts', "const verbs = ['import', 'from'];\nconst text = `来自 from '本报'`;"],
  ])('allowed in %s: %s', (file, line) => {
    expect(plant(file, line)).toEqual([]);
  });

  it('a circle is found, and a circle of types is none', () => {
    const pair = (word: string) =>
      new Map([
        ['server/src/core/text/a.ts', "import { b } from './b.ts';"],
        ['server/src/core/text/b.ts', `import ${word}{ a } from './a.ts';`],
      ]);
    expect(circles(pair(''))).toHaveLength(1);
    expect(circles(pair('type '))).toEqual([]);
  });

  it('knows the layer of every file of the server', () => {
    const strangers = [...product.keys()].filter((file) => layerOf(file) === null);
    expect(strangers).toEqual([]);
  });
});
