import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { yamlPlugin } from './scripts/yaml-plugin.mjs';

const project = (name: string, include: string[], timeout = 20_000) => ({
  plugins: [yamlPlugin.vite()],
  resolve: { alias: { vscode: fileURLToPath(new URL('test/unit/client/fake-vscode.ts', import.meta.url)) } },
  test: { name, include, testTimeout: timeout, hookTimeout: timeout },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', ['test/unit/**/*.test.ts', 'test/rules/**/*.test.ts']),
      project('property', ['test/property/**/*.test.ts', 'test/annotations/**/*.test.ts'], 180_000),
      project('corpus', ['test/corpus/**/*.test.ts'], 120_000),
      project('protocol', ['test/protocol/**/*.test.ts'], 60_000),
      project('tidy', ['test/tidy/**/*.test.ts'], 120_000),
    ],
  },
});
