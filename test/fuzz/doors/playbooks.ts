import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { AppError } from '../../../src/errors.ts';
import { parsePolicy } from '../../../src/policy/load.ts';
import { playbookTexts, readPlaybooks } from '../../../src/policy/playbooks.ts';
import { openDoor, type Door } from '../door.ts';
import { mutated, nastyText } from '../inputs.ts';

/** The playbooks beside hearback.yaml: as people write them, as they should not, and pointing at one another. */
export const playbooks: Door = {
  name: 'playbooks',
  async open() {
    const policy = readFileSync('sandbox/hearback.yaml', 'utf8');
    const shipped = playbookTexts('playbooks');
    const names = { templates: ['apologise', 'thank'], details: ['version'] };
    const spoiled = fc.constantFrom(...shipped).chain(({ file, text }) =>
      fc
        .oneof(
          mutated([parse(text) as object]).map((value) => stringify(value)),
          nastyText,
          fc.constantFrom(...shipped).map((other) => `${text}\nextends: ${other.file.slice(10, -5)}\n`),
        )
        .map((spoilt) => ({ file, text: spoilt })),
    );
    return openDoor({
      inputs: fc.array(spoiled, { minLength: 1, maxLength: 3 }),
      knock(changed) {
        const texts = shipped.map((one) => changed.find(({ file }) => file === one.file) ?? one);
        try {
          parsePolicy(policy, 'hearback.yaml', names, readPlaybooks(texts, names));
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      },
    });
  },
};
