import { ImapFlow } from 'imapflow';
import type { Wording } from '../../texts/index.ts';

/** A connection that logs nothing: what goes over it is what people wrote. */
export function clientOf(url: string): ImapFlow {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isHere = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  const secure = protocol === 'imaps:';
  return new ImapFlow({
    host: hostname.replaceAll(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 993 : 143,
    secure,
    // Passwords go nowhere in clear but within this machine.
    ...(!secure && { doSTARTTLS: !isHere }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    ...(isHere && { tls: { rejectUnauthorized: false } }),
  });
}

/** The folder an address names. */
export function folderOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX';
}

/** What the record calls it: without the password. */
export function mailboxName(url: string): string {
  const { username, host } = new URL(url);
  return `${decodeURIComponent(username)}@${host}/${folderOf(url)}`;
}

/** Ours, for a server that says that it will not search. */
export const SEARCH_REFUSED = 'SEARCH_REFUSED';
/** Ours, for one that does not take the password. */
const LOGIN_REFUSED = 'LOGIN_REFUSED';

/** What tells errors apart, without a word of the server: it may quote what was sent. */
export function codeOf(error: unknown): string {
  const { code, authenticationFailed } = error as { code?: unknown; authenticationFailed?: unknown };
  if (authenticationFailed === true) return LOGIN_REFUSED;
  return typeof code === 'string' ? code : 'UNKNOWN';
}

/** The same for people. */
export function whyNot(error: unknown): Wording {
  const code = codeOf(error);
  if (code === LOGIN_REFUSED) return ({ says }) => says.advice.mailboxLogin;
  return code === SEARCH_REFUSED ? ({ says }) => says.advice.mailboxSearch : () => code;
}

/** Whether the mailbox can be opened, for `hearback check`. Throws what IMAP says. */
export async function tryInbox(url: string): Promise<void> {
  const client = clientOf(url);
  try {
    await client.connect();
    await client.mailboxOpen(folderOf(url), { readOnly: true });
  } finally {
    client.close();
  }
}
