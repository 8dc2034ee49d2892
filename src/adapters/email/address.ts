import type { PostOffice } from '../../chat/mail.ts';

/** Tokens are small letters, digits and dashes: a mail server may make an address small. */
const TOKEN = '[a-z0-9-]{8,40}';

/** Makes the addresses answers go to, and reads them again. */
export interface ReplyAddresses {
  addressOf: PostOffice['replyAddress'];
  /** What stands in the place of `{token}`; null for any other address. */
  tokenIn(address: string): string | null;
}

/** @param template such as `feedback+{token}@example.org`; null: mail cannot be answered */
export function createReplyAddresses(template: string | null): ReplyAddresses {
  if (template === null) return { addressOf: () => null, tokenIn: () => null };
  const [before = '', after = ''] = template.toLowerCase().split('{token}');
  const pattern = new RegExp(`^${literal(before)}(${TOKEN})${literal(after)}$`);
  return {
    addressOf: (token) => template.replace('{token}', token),
    tokenIn: (address) => pattern.exec(address.trim().toLowerCase())?.[1] ?? null,
  };
}

function literal(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_@]/g, String.raw`\$&`);
}
