// Keeps large data out of a Node bundle: each such module becomes a file of its own that is read when it is first used,
// so that a process which never needs it does not compile it at its start.
import path from 'node:path';
import esbuild from 'esbuild';

/** What counts as large data: dictionaries and glossaries. */
const DATA = [
  { filter: /\.ya?ml$/, name: (file) => path.basename(file) },
  { filter: /dict[\\/][A-Za-z]+(\.js)?$/, name: (file) => `opencc-${path.basename(file, '.js')}` },
];

/** One build a file, whoever asks for it. */
const built = new Map();

/** `base` are the options that the data files are built with, `out` is the folder of all bundles. */
export const sidecarPlugin = (base, out) => ({
  name: 'sidecar',
  setup(build) {
    const outfile = path.resolve(build.initialOptions.outfile);
    const folder = path.resolve(out, 'server');
    for (const { filter, name } of DATA)
      build.onResolve({ filter }, async ({ path: wanted, resolveDir, kind, pluginData }) => {
        if (pluginData === 'resolved' || kind === 'entry-point') return undefined;
        const found = await build.resolve(wanted, { resolveDir, kind, pluginData: 'resolved' });
        if (found.errors.length > 0 || (!found.path.includes('opencc-js') && !/\.ya?ml$/.test(found.path)))
          return undefined;
        const target = path.join(folder, `data-${name(found.path)}.js`);
        if (!built.has(target))
          built.set(
            target,
            esbuild.build({ ...base, entryPoints: [found.path], outfile: target, sourcemap: false, minify: true }),
          );
        await built.get(target);
        const relative = path.relative(path.dirname(outfile), target).replaceAll('\\', '/');
        return { path: relative.startsWith('.') ? relative : `./${relative}`, external: true };
      });
  },
});
