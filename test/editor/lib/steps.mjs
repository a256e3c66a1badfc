/** Runs the steps of a scenario one after another and counts. Changes when the report of a scenario does. */

/**
 * @param {[string, () => Promise<unknown>][]} steps a step that throws has failed; the others are still tried
 * @param {{ log: (line: string) => void, onFailure?: (name: string) => Promise<unknown> }} options
 * @returns {Promise<{ code: number, passed: number, failed: number }>}
 */
export async function runSteps(steps, { log, onFailure }) {
  let passed = 0;
  let failed = 0;
  for (const [name, step] of steps) {
    try {
      const note = await step();
      passed++;
      log(`  ok    ${name}${typeof note === 'string' ? `: ${note}` : ''}`);
    } catch (error) {
      failed++;
      log(`  FAIL  ${name}\n${error.stack}`);
      await onFailure?.(name).catch(() => {});
    }
  }
  return { code: failed > 0 ? 1 : 0, passed, failed };
}

/** Throws with what was seen unless the condition holds. */
export function expect(condition, what, seen) {
  if (!condition) throw new Error(`${what}${seen === undefined ? '' : `; seen: ${JSON.stringify(seen)}`}`);
}
