/** What happens when the server dies. Changes with client/src/crashes.ts. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.mock('vscode-languageclient', () => ({
  CloseAction: { DoNotRestart: 1, Restart: 2 },
  ErrorAction: { Continue: 1, Shutdown: 2 },
}));

import { crashHandler, type Situation } from '../../../client/src/crashes.ts';
import { editor } from './fake-vscode.ts';

const RESTART = 2;
const STAY_DOWN = 1;
const never = () => expect.unreachable('not asked for');
const make = (situation: Partial<Situation> = {}) =>
  crashHandler({ starting: () => false, startFailed: never, restart: never, showLog: never, ...situation });
beforeEach(() => {
  editor.reset();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());
const die = async (handler: ReturnType<typeof crashHandler>) => (await handler.closed()).action;

test('four deaths in three minutes are survived, the fifth is not, and the user hears of each', async () => {
  const handler = make();
  for (let i = 0; i < 4; i++) expect(await die(handler)).toBe(RESTART);
  expect(await die(handler)).toBe(STAY_DOWN);
  expect(editor.messages).toHaveLength(5);
  expect(editor.messages[4]!.buttons).toEqual(['Restart', 'Show Log']);
});

test('deaths that lie apart do not add up', async () => {
  const handler = make();
  for (let i = 0; i < 12; i++) {
    expect(await die(handler)).toBe(RESTART);
    vi.advanceTimersByTime(60_000);
  }
});

test('the library says nothing of its own', async () => {
  const handler = make();
  expect(await handler.closed()).toMatchObject({ handled: true });
  expect(await handler.error(new Error('x'), undefined, 1)).toMatchObject({ action: 1, handled: true });
  expect(await handler.error(new Error('x'), undefined, 4)).toMatchObject({ action: 2, handled: true });
});

test('the buttons do what they say', async () => {
  const restart = vi.fn();
  const handler = make({ restart });
  for (let i = 0; i < 4; i++) await die(handler);
  editor.answer = 'Restart';
  await die(handler);
  await vi.advanceTimersByTimeAsync(0);
  expect(restart).toHaveBeenCalledOnce();
  expect(await die(handler)).toBe(RESTART);
});

test('a server that never answered is not restarted, and the session tells', async () => {
  const startFailed = vi.fn();
  const handler = make({ starting: () => true, startFailed });
  expect(await die(handler)).toBe(STAY_DOWN);
  await handler.error(new Error('no script'), undefined, 1);
  expect(startFailed.mock.calls).toEqual([['the process ended'], ['no script']]);
  expect(editor.messages).toEqual([]);
});
