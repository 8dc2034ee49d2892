import { randomBytes } from 'node:crypto';

/** A key that seals and opens, with the name by which sealed bytes ask for it. */
export interface Key {
  id: string;
  bytes: Buffer;
}

/** Bytes of a key of AES-256. */
const LENGTH = 32;

const LINE = /^([A-Za-z0-9][A-Za-z0-9-]{0,31}):([A-Za-z0-9+/_-]{43}=?)$/;

/**
 * Reads `id:base64,id:base64`, with commas or line breaks between; a line that begins with # is a remark.
 * @returns the keys, the first one first; or what is wrong, without any value
 */
export function parseKeys(text: string): { keys: readonly [Key, ...Key[]] } | { fault: string } {
  const parts = text
    .split(/\r?\n/)
    .filter((line) => !line.trim().startsWith('#'))
    .flatMap((line) => line.split(','))
    .map((part) => part.trim())
    .filter(Boolean);
  const keys: Key[] = [];
  for (const [index, part] of parts.entries()) {
    const [, id = '', secret = ''] = LINE.exec(part) ?? [];
    const bytes = Buffer.from(secret, 'base64');
    if (bytes.length !== LENGTH)
      return {
        fault: `entry ${index + 1} is not a key; write id:key as "npm run hearback -- keys new" prints it`,
      };
    if (keys.some((key) => key.id === id))
      return { fault: `two keys are called ${id}; each needs a name of its own` };
    keys.push({ id, bytes });
  }
  const [first, ...more] = keys;
  return first ? { keys: [first, ...more] } : { fault: 'holds no key; write id:key, or leave it out' };
}

/** A key of chance, named after its day. */
export function newKey(now: Date): Key {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '');
  return { id: `k${day}-${randomBytes(3).toString('hex')}`, bytes: randomBytes(LENGTH) };
}

/** As `parseKeys` reads it. A secret: show it to nobody but whoever asked for a new key. */
export function keyLine({ id, bytes }: Key): string {
  return `${id}:${bytes.toString('base64')}`;
}
