import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { newKey, parseKeys, keyLine } from '../../src/store/keys.ts';
import { createSeal, noSeal } from '../../src/store/seal.ts';
import { START } from './record.ts';

const [one, two] = [newKey(START), newKey(START)];
const row = { table: 'file', row: 7 };
const bytes = Buffer.from('A picture of the broken thing');

describe('sealed bytes', () => {
  const seal = createSeal([one]);

  it.each([0, 1, 29, 1_048_576, 2_500_001])('open again, %i of them, byte for byte', (length) => {
    const some = randomBytes(length);
    expect(seal.open(seal.seal(some, row), row).equals(some)).toBe(true);
  });

  it('show nothing of what they were, and look different each time', () => {
    const first = seal.seal(bytes, row);
    expect(first.includes('broken')).toBe(false);
    expect(first.equals(seal.seal(bytes, row))).toBe(false);
  });

  it('open by every key there is, and are sealed by the first', () => {
    const both = createSeal([two, one]);
    expect(both.open(seal.seal(bytes, row), row)).toEqual(bytes);
    expect(createSeal([two]).open(both.seal(bytes, row), row)).toEqual(bytes);
  });

  it('that are part of a larger buffer are sealed alone', () => {
    expect(seal.open(seal.seal(bytes.subarray(2, 9), row), row)).toEqual(bytes.subarray(2, 9));
  });

  it('do not open for another row or another table', () => {
    const sealed = seal.seal(bytes, row);
    for (const other of [
      { table: 'file', row: 8 },
      { table: 'gift', row: 7 },
    ])
      expect(() => seal.open(sealed, other)).toThrow(
        expect.objectContaining({ code: 'SEAL_BROKEN', message: expect.stringContaining('do not open') }),
      );
  });

  it('do not open when any one byte is another, or the end is missing', () => {
    const sealed = seal.seal(bytes, row);
    for (const at of sealed.keys()) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => seal.open(changed, row)).toThrow();
    }
    for (const end of sealed.keys()) expect(() => seal.open(sealed.subarray(0, end), row)).toThrow();
  });

  it('do not open with another key of the same name', () => {
    const impostor = createSeal([{ id: one.id, bytes: two.bytes }]);
    expect(() => impostor.open(seal.seal(bytes, row), row)).toThrow(
      expect.objectContaining({ code: 'SEAL_BROKEN' }),
    );
  });

  it('name the key that is missing, and never a key itself', () => {
    const opening = () => createSeal([two]).open(seal.seal(bytes, row), row);
    expect(opening).toThrow(
      expect.objectContaining({ code: 'KEY_MISSING', message: expect.stringContaining(one.id) }),
    );
    expect(opening).not.toThrow(two.bytes.toString('base64'));
  });

  it('are refused by a program without keys, both ways', () => {
    expect(() => noSeal.seal(bytes, row)).toThrow(expect.objectContaining({ code: 'KEY_MISSING' }));
    expect(() => noSeal.open(seal.seal(bytes, row), row)).toThrow(
      expect.objectContaining({ code: 'KEY_MISSING' }),
    );
  });
});

describe('a list of keys', () => {
  const [first, second] = [keyLine(one), keyLine(two)];

  it.each([
    ['commas', `${first},${second}`],
    ['commas and spaces', ` ${first} , ${second} , `],
    ['lines, with remarks', `# mine\n${first}\r\n\n${second}\n`],
    ['base64 as addresses have it', `${first.replaceAll('+', '-').replaceAll('/', '_')},${second}`],
  ])('is read with %s between', (_, text) => {
    expect(parseKeys(text)).toEqual({ keys: [one, two] });
  });

  it.each([
    ['nothing', '# only a remark', 'no key'],
    ['a key without a name', first.split(':')[1]!, 'entry 1 is not a key'],
    [
      'a key that is too short',
      `${first},short:${randomBytes(16).toString('base64')}`,
      'entry 2 is not a key',
    ],
    ['a name with a space', first.replace('k', 'k '), 'entry 1 is not a key'],
    ['one name twice', `${first},${one.id}:${two.bytes.toString('base64')}`, `two keys are called ${one.id}`],
  ])('with %s is refused, without showing it', (_, text, fault) => {
    const parsed = parseKeys(text);
    expect(parsed).toEqual({ fault: expect.stringContaining(fault) });
    expect(JSON.stringify(parsed)).not.toContain(one.bytes.toString('base64').slice(0, 12));
  });
});
