// Lets bundles and tests import a `.yml` file as plain data: esbuild and Vite run the same conversion.
import fs from 'node:fs';
import { parse } from 'yaml';

const toModule = (file) => `export default ${JSON.stringify(parse(fs.readFileSync(file, 'utf8')))};`;

export const yamlPlugin = {
  esbuild: () => ({
    name: 'yaml',
    setup(build) {
      build.onLoad({ filter: /\.ya?ml$/ }, ({ path }) => ({ contents: toModule(path), loader: 'js' }));
    },
  }),
  vite: () => ({
    name: 'yaml',
    enforce: 'pre',
    load(id) {
      const file = id.split('?')[0];
      return /\.ya?ml$/.test(file) ? toModule(file) : undefined;
    },
  }),
};
