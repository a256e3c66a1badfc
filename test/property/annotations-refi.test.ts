/** Whatever people write into tags, notes and names: the REFI-QDA export is valid by the published schema. */

import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { CODECS } from '../../server/src/core/annotations/codecs/all.ts';
import { bytesOf } from '../../server/src/core/annotations/codecs/bytes.ts';
import { stableUuid } from '../../server/src/core/annotations/ids.ts';
import { validateCodebook, validateProject } from '../unit/annotations/refi-schema.ts';
import { exchange } from './exchanges.ts';

const RUNS = 30;

const OPTIONS = { now: '2026-11-21T00:00:00Z', generator: 'policy-annotator', uuidOf: stableUuid };

it('any exchange makes a valid project and codebook', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(exchange, async (e) => {
      const project = CODECS.qdpx.export(e, OPTIONS).files[0]!;
      const xml = new TextDecoder().decode(unzipSync(bytesOf(project))['project.qde']);
      expect(await validateProject(xml)).toEqual([]);
      const book = CODECS.qdc.export(e, OPTIONS).files[0]?.text;
      if (book !== undefined) expect(await validateCodebook(book)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
