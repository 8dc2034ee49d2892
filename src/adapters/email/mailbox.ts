import { ImapFlow } from 'imapflow';

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

/** What tells errors apart, without a word of the server: it may quote what was sent. */
export function codeOf(error: unknown): string {
  const { code, authenticationFailed } = error as { code?: unknown; authenticationFailed?: unknown };
  if (authenticationFailed === true) return 'user or password is wrong';
  return typeof code === 'string' ? code : 'it failed';
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
