import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readCodes } from '../../../src/cli/gifts/read-codes.ts';
import { AppError } from '../../../src/errors.ts';
import { openDoor, type Door } from '../door.ts';
import { nastyText } from '../inputs.ts';

const PIECES = [
  'code',
  'CODE-1',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '\uFEFF',
  '=1+1',
  '\0',
  ' ',
  'x'.repeat(300),
];

/** A list of gift codes in any state: each line is a code or says why it is none. */
export const giftCodes: Door = {
  name: 'gift-codes',
  async open() {
    const folder = await mkdtemp(join(tmpdir(), 'hearback-fuzz-'));
    const file = join(folder, 'codes.csv');
    const lists = fc
      .array(fc.oneof(fc.constantFrom(...PIECES), nastyText), { maxLength: 20 })
      .map((parts) => Buffer.from(parts.join('')));
    return openDoor({
      inputs: fc.tuple(
        fc.oneof(lists, fc.uint8Array({ maxLength: 200 })),
        fc.constantFrom(undefined, 'code', 'voucher'),
      ),
      async knock([bytes, column]) {
        await writeFile(file, bytes);
        try {
          for await (const line of readCodes(file, column, new AbortController().signal))
            if ('code' in line ? line.code === '' : line.problem === '')
              throw new Error('a line says nothing');
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      },
      close: () => rm(folder, { recursive: true }),
    });
  },
};
