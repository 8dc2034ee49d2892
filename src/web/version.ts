import { createHash } from 'node:crypto';

/** A short word that is another one as soon as anything of `shown` is. Says nothing of what it was made from. */
export function versionOf(shown: unknown): string {
  const written = JSON.stringify(shown, (_key, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
  return createHash('sha256').update(written).digest('base64url').slice(0, 22);
}
