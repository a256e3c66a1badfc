/** Every suite of `npm test`, in the order of running. Changes when a suite is added. */
import { hostUnavailable } from '../../scripts/lib/vscode-download.mjs';
import { electronAvailable } from '../editor/electron.mjs';
import { findChromium } from '../editor/lib/chromium.mjs';
import { command, editor, vitest } from './kinds.mjs';

const CHROMIUM_HINT = 'install Chromium (apt-get install chromium), or set CHROMIUM to one';

function noBrowser() {
  const reason = hostUnavailable();
  if (reason) return { reason, get: 'run it on Linux' };
  if (!findChromium()) return { reason: 'no Chromium was found', get: CHROMIUM_HINT };
  return null;
}

const noEditor = async () => ((await electronAvailable()) ? null : noBrowser());

export const suites = [
  command('build', 'node', ['esbuild.mjs']),
  command('types', 'tsc', ['-b']),
  command('lint', 'biome', ['check', '--error-on-warnings', '--max-diagnostics=50']),
  command('unused', 'knip', []),
  { ...command('editor-download', 'node', ['scripts/download-editor.mjs']), unavailable: noBrowser },
  { ...vitest('tidy'), after: ['build'] },
  command('slips', 'node', ['scripts/mutation-score.mjs', '--own', '--each=1', '--seed=1']),
  vitest('unit'),
  command('package', 'node', ['scripts/package.mjs', '--check'], ['build']),
  { ...vitest('protocol'), after: ['build'] },
  { ...editor('editor-node', 'node', ['build', 'editor-download']), unavailable: noEditor },
  { ...editor('editor-web', 'web', ['build', 'editor-download']), unavailable: noBrowser },
  { ...editor('editor-ui', 'ui', ['package', 'editor-download']), unavailable: noBrowser },
  { ...editor('editor-terms', 'terms', ['package', 'editor-download']), unavailable: noBrowser },
  { ...editor('editor-annotations', 'annotations', ['package', 'editor-download']), unavailable: noBrowser },
  { ...editor('editor-annotation-work', 'annotation-work', ['package', 'editor-download']), unavailable: noBrowser },
  {
    ...editor('editor-annotations-together', 'annotations-together', ['package', 'editor-download']),
    unavailable: noBrowser,
  },
  { ...editor('editor-start', 'start', ['build', 'editor-download']), unavailable: noBrowser },
  { ...editor('editor-zh-cn', 'locale', ['package', 'editor-download']), unavailable: noBrowser },
  vitest('property'),
  { ...vitest('corpus'), after: ['build'] },
];
