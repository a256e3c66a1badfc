/**
 * Clocks that run inside the window, frame by frame, so that the time between the driver and the page does not count.
 * Changes when something else on the screen is waited for.
 */

/** Puts the clocks into the page; once for each page. */
export const install = (page) =>
  page.evaluate(() => {
    /** Runs after the frame that is being made now was given to the compositor. */
    const afterFrame = (run) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = run;
        channel.port2.postMessage(null);
      });
    const clock = { times: null, keys: [] };
    globalThis.pageClock = clock;

    /** From the next Enter on: when each of these conditions first held in a frame. */
    clock.watch = (conditions) => {
      clock.times = {};
      const begin = (event) => {
        if (event.key !== 'Enter') return;
        globalThis.removeEventListener('keydown', begin, true);
        const begun = performance.now();
        const look = () => {
          for (const [name, { selector, text }] of Object.entries(conditions)) {
            if (clock.times[name] !== undefined) continue;
            const found = [...document.querySelectorAll(selector)].some(
              (e) => text === undefined || (e.textContent ?? '').replaceAll('\u00a0', ' ').includes(text),
            );
            if (found) clock.times[name] = performance.now() - begun;
          }
          if (Object.keys(clock.times).length < Object.keys(conditions).length) afterFrame(look);
        };
        afterFrame(look);
      };
      globalThis.addEventListener('keydown', begin, true);
    };

    /** For each key that writes `sign`: the time until the first frame in which that many of them were on the screen. */
    clock.type = (sign) => {
      clock.keys = [];
      const shown = () => {
        let n = 0;
        for (const line of document.querySelectorAll('.editor-instance .view-line'))
          n += (line.textContent ?? '').split(sign).length - 1;
        return n;
      };
      let wanted = shown();
      clock.stop?.();
      const listen = (event) => {
        if (event.key !== sign) return;
        const begun = performance.now();
        const number = ++wanted;
        const look = () => {
          if (shown() >= number) clock.keys.push(performance.now() - begun);
          else afterFrame(look);
        };
        afterFrame(look);
      };
      globalThis.addEventListener('keydown', listen, true);
      clock.stop = () => globalThis.removeEventListener('keydown', listen, true);
    };
  });

/** Opens what the pick list has chosen and gives milliseconds until each condition, `{ selector, text? }`, held. */
export async function opening(page, conditions, limit = 60_000) {
  await page.evaluate((c) => globalThis.pageClock.watch(c), conditions);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (n) => Object.keys(globalThis.pageClock.times).length === n,
    Object.keys(conditions).length,
    {
      timeout: limit,
    },
  );
  return page.evaluate(() => globalThis.pageClock.times);
}

/** Types a sign so many times and gives milliseconds from each key to the frame that shows it. */
export async function typing(page, sign, count, pause) {
  await page.evaluate((s) => globalThis.pageClock.type(s), sign);
  for (let i = 0; i < count; i++) {
    await page.keyboard.press(sign);
    await page.waitForTimeout(pause);
  }
  await page.waitForFunction((n) => globalThis.pageClock.keys.length >= n, count, { timeout: 30_000 });
  return page.evaluate(() => globalThis.pageClock.keys);
}
