import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { AppError } from '../../../src/errors.ts';
import { parsePolicy } from '../../../src/policy/load.ts';
import { openDoor, type Door } from '../door.ts';
import { mutated, nastyText } from '../inputs.ts';

/** hearback.yaml: as people write it, and as they should not. */
export const policy: Door = {
  name: 'policy',
  async open() {
    const example = readFileSync('hearback.example.yaml', 'utf8');
    const whole = parse(example, { intAsBigInt: false }) as object;
    const lines = example.split('\n');
    const broken = fc
      .array(fc.tuple(fc.nat(lines.length - 1), nastyText), { maxLength: 5 })
      .map((changes) => {
        const copy = [...lines];
        for (const [at, text] of changes) copy[at] = text;
        return copy.join('\n');
      });
    return openDoor({
      inputs: fc.oneof(
        mutated([whole]).map((value) => stringify(value)),
        broken,
        nastyText,
      ),
      knock(text) {
        try {
          parsePolicy(text, 'hearback.yaml');
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      },
    });
  },
};
