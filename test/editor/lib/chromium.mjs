/** Finds and launches a Chromium. Changes when a browser is looked for elsewhere. */
import fs from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** The executable named by `CHROMIUM`, or the first one known to this machine; null when there is none. */
export const findChromium = (env = process.env) => env.CHROMIUM || PLACES.find((file) => fs.existsSync(file)) || null;

/** A headless browser that may talk to servers of this machine. */
export const launch = () =>
  chromium.launch({
    executablePath: findChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets,BlockInsecurePrivateNetworkRequests',
    ],
  });
