/**
 * Adds to package-lock.json the optional packages of other platforms, which npm leaves out when the registry it asked
 * does not carry them; `npm ci` refuses a lockfile without. Run it after `npm install`. `--check` only reports.
 * Changes when npm keeps them by itself.
 */
import fs from 'node:fs';
import { inRoot } from './lib/paths.mjs';

const OS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

/** What the name of a platform's package says about where it runs. */
export function platformOf(name) {
  const words = name.split(/[-/.]/);
  const os = OS.filter((x) => words.includes(x));
  const cpu = CPU.filter((x) => words.includes(x));
  const libc = words.some((w) => w.startsWith('musl'))
    ? ['musl']
    : words.some((w) => w.startsWith('gnu'))
      ? ['glibc']
      : [];
  return {
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && { libc }),
    ...(os.length > 0 ? { os } : name === 'fsevents' ? { os: ['darwin'] } : {}),
  };
}

/** The optional packages that a lockfile wants and does not name, as entries to add. */
export function missingEntries(packages) {
  const missing = {};
  for (const [place, { optionalDependencies, dev }] of Object.entries(packages))
    for (const [name, range] of Object.entries(optionalDependencies ?? {})) {
      const nested = place === '' ? null : packages[`${place}/node_modules/${name}`];
      if (nested || packages[`node_modules/${name}`]) continue;
      const version = /\d+\.\d+\.\d+(?:[-+][\w.-]+)?/.exec(range)?.[0];
      missing[`node_modules/${name}`] = { version, ...(dev && { dev }), optional: true, ...platformOf(name) };
    }
  return missing;
}

if (process.argv[1]?.endsWith('complete-lockfile.mjs')) {
  const file = inRoot('package-lock.json');
  const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
  const missing = missingEntries(lock.packages);
  const { '': top, ...others } = { ...lock.packages, ...missing };
  const sorted = Object.entries(others).sort(([a], [b]) => a.localeCompare(b, 'en'));
  console.log(`${Object.keys(missing).length} packages of other platforms were missing`);
  if (!process.argv.includes('--check'))
    fs.writeFileSync(
      file,
      `${JSON.stringify({ ...lock, packages: { '': top, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
    );
}
