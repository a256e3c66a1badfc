// Keeps what is large and rarely needed out of a Node bundle: it becomes a file of its own, read when it is first used,
// so that a process which never needs it does not compile it at its start. Changes when something else is large.
import path from 'node:path';
import esbuild from 'esbuild';

/** Packages that are loaded on first use. Each stands for itself: it shares no module with the bundle. */
const PACKAGES = ['yaml', 'pinyin-pro', 'tinyglobby', 'fflate', 'picomatch/posix'];

/** Parts of the server that are loaded on first use. What they share with the bundle has no state, so each has a copy. */
const SUBSYSTEMS = /^\.\/(check-engine|annotations\/service)\.ts$/;
/** What a command of the command line does, as against how it is called. */
const COMMANDS = /^\.{1,2}\/(run-[a-z]+|annotations-run|tasks\/[a-z]+)\.ts$/;

/** What is set apart: dictionaries, glossaries, packages, subsystems. */
const APART = [
  { filter: /\.ya?ml$/, name: (file) => path.basename(file), value: true },
  {
    filter: /dict[\\/][A-Za-z]+(\.js)?$/,
    name: (file) => `opencc-${path.basename(file, '.js')}`,
    only: /opencc-js/,
    value: true,
  },
  { filter: new RegExp(`^(${PACKAGES.join('|')})$`), name: (_file, wanted) => wanted.replaceAll('/', '-') },
  { filter: SUBSYSTEMS, name: (_file, wanted) => /[a-z-]+/.exec(wanted)[0], own: true },
  {
    filter: COMMANDS,
    name: (_file, wanted) => /([a-z/-]+)\.ts$/.exec(wanted)[1].replace(/^\//, '').replace('/', '-'),
    own: true,
  },
];

/** One build a file, whoever asks for it. */
const built = new Map();

/** `base` are the options that these files are built with, `out` is the folder of all bundles. */
export const sidecarPlugin = (base, out) => ({
  name: 'sidecar',
  setup(build) {
    const outfile = path.resolve(build.initialOptions.outfile);
    const folder = path.resolve(out, 'server');
    for (const { filter, name, only, own, value } of APART)
      build.onResolve({ filter }, async ({ path: wanted, resolveDir, kind, pluginData }) => {
        if (pluginData === 'resolved' || kind === 'entry-point' || (own && kind !== 'dynamic-import')) return undefined;
        const found = await build.resolve(wanted, { resolveDir, kind, pluginData: 'resolved' });
        if (found.errors.length > 0 || (only && !only.test(found.path))) return undefined;
        // Our own parts lie beside the bundle, so that both mean the same by `__dirname`.
        const target = own
          ? path.join(path.dirname(outfile), `part-${name(found.path, wanted)}.js`)
          : path.join(folder, `data-${name(found.path, wanted)}.js`);
        if (!built.has(target))
          built.set(
            target,
            esbuild.build({
              ...base,
              entryPoints: [found.path],
              outfile: target,
              // A module that is one value exports it bare: importers disagree on where an external module's default is.
              ...(value ? { footer: { js: 'module.exports = module.exports.default;' } } : {}),
              ...(own ? { plugins: [sidecarPlugin(base, out), ...base.plugins] } : { sourcemap: false, minify: true }),
            }),
          );
        await built.get(target);
        const relative = path.relative(path.dirname(outfile), target).replaceAll('\\', '/');
        return { path: relative.startsWith('.') ? relative : `./${relative}`, external: true };
      });
  },
});
