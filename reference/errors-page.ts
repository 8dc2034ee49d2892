import { ERROR_CODES, type ErrorCode } from '../src/errors.ts';
import type { Page } from './page.ts';

const INTRO = `Every error Hearback raises on purpose, each with an address of its own to link to from alerts. The codes are stable. Other words for the same, in one table: [errors](../errors.md).`;

/** @param explained docs/errors.md, whose table says of each code what to do @throws when it does not */
export function errorsPage(explained: string): Page {
  const sections = (Object.keys(ERROR_CODES) as ErrorCode[]).map((errorCode) =>
    [`## ${errorCode}`, ERROR_CODES[errorCode], `**What to do:** ${remedy(explained, errorCode)}`].join(
      '\n\n',
    ),
  );
  return {
    name: 'errors',
    title: 'Errors reference',
    about: 'every error code, what it means, and what to do',
    body: [INTRO, ...sections].join('\n\n'),
  };
}

function remedy(explained: string, errorCode: ErrorCode): string {
  const words = new RegExp(`^\\| \`${errorCode}\` \\| .+? \\| (.+) \\|$`, 'm').exec(explained)?.[1];
  if (!words) throw new Error(`docs/errors.md does not say what to do about ${errorCode}: add a row`);
  return words.replace(/\]\((?!https?:)([^)]+)\)/g, '](../$1)');
}
