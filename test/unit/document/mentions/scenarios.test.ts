/** Scenario texts and what must be read in them. Changes when a group of scenarios is added. */
import { describe, expect, test } from 'vitest';
import { ENUMERATIONS } from './enumerations.data.ts';
import { FIELD_FORMS } from './fieldForms.data.ts';
import { MENTIONS } from './mentions.data.ts';
import { OCCASION_FORMS } from './occasionForms.data.ts';
import { OCCASIONS } from './occasions.data.ts';
import { PROGRAMME_NAMES } from './programmeNames.data.ts';
import { compared } from './summary.ts';
import { UNSEEN } from './unseen.data.ts';

for (const [group, scenarios] of Object.entries({
  enumerations: ENUMERATIONS,
  occasions: OCCASIONS,
  'occasion forms': OCCASION_FORMS,
  mentions: MENTIONS,
  unseen: UNSEEN,
  'field forms': FIELD_FORMS,
  'names of programmes': PROGRAMME_NAMES,
})) {
  describe(group, () => {
    for (const scenario of scenarios) {
      test(scenario.name, () => {
        const { expected, actual } = compared(scenario);
        expect(actual).toEqual(expected);
      });
    }
  });
}
