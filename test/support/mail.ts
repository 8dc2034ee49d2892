import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { World } from './world.ts';

/** What the mail server's webhook is opened with. */
export const HOOK_SECRET = 'a secret of the mail server';

/** A mail as the server has taken it. */
export interface Delivered {
  /** As said before the mail itself. */
  envelope: { from: string; to: string[] };
  mail: Email;
  header(name: string): string;
  raw: Buffer;
}

/** A mail server on this machine: takes what is sent, or refuses it, and has a mailbox. */
export interface MailServer {
  smtpUrl: string;
  imapUrl: string;
  delivered: Delivered[];
  /** From now on mail to this address is answered so; null: taken. */
  refuse(address: string, code: 450 | 550 | null): void;
  /** The next mail is taken, and the connection cut before that is said. */
  loseNextAnswer(): void;
  /** Puts a mail into the mailbox. */
  arrive(raw: string): void;
  /** From now on the mailbox says no when it is asked what is in it. */
  refuseSearch(): void;
  /** Marks of the mails in the mailbox, in their order. */
  flags(): string[][];
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const delivered: Delivered[] = [];
  const refused = new Map<string, number>();
  let isLost = false;
  const sockets = new Set<Socket>();
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = refused.get(address);
      if (code === undefined) return done();
      done(Object.assign(new Error(`${code === 550 ? '5.1.1' : '4.7.1'} not now`), { responseCode: code }));
    },
    onData(stream, session, done) {
      void (async () => {
        const parts: Buffer[] = [];
        for await (const part of stream) parts.push(part as Buffer);
        const raw = Buffer.concat(parts);
        const mail = await PostalMime.parse(raw);
        const { mailFrom, rcptTo } = session.envelope;
        delivered.push({
          envelope: {
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
          },
          mail,
          header: (name) => mail.headers.find(({ key }) => key === name.toLowerCase())?.value ?? '',
          raw,
        });
        if (!isLost) return done();
        isLost = false;
        sockets.forEach((socket) => socket.destroy());
      })();
    },
  });
  smtp.on('error', () => {});
  smtp.server.on('connection', (socket: Socket) => sockets.add(socket));
  const smtpPort = await listening(smtp.listen(0, '127.0.0.1'));
  const imap = hoodiecrow({
    plugins: ['IDLE', 'ID', 'ENABLE', 'UNSELECT', 'LITERALPLUS'],
    storage: { INBOX: {} },
  });
  const imapPort = await new Promise<number>((resolve) => {
    imap.listen(0, () => resolve((imap.server.address() as AddressInfo).port));
  });
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    imapUrl: `imap://testuser:testpass@127.0.0.1:${imapPort}/INBOX`,
    delivered,
    refuse: (address, code) => void (code === null ? refused.delete(address) : refused.set(address, code)),
    loseNextAnswer: () => {
      isLost = true;
    },
    // It wants a character for each byte.
    arrive: (raw) => imap.appendMessage('INBOX', [], false, Buffer.from(raw).toString('binary')),
    refuseSearch: () =>
      imap.setCommandHandler('UID SEARCH', (connection, { tag }, _data, done) => {
        connection.send({ tag, command: 'NO', attributes: [{ type: 'TEXT', value: 'not now' }] });
        done();
      }),
    flags: () => imap.folderCache['INBOX']!.messages.map(({ flags }) => flags),
    close: async () => {
      await new Promise<void>((resolve) => smtp.close(resolve));
      imap.close();
    },
  };
}

async function listening(server: Server): Promise<number> {
  if (!server.listening) await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** The bot of a world that was opened without one, with mail. @returns all that it logs */
export async function startWithMail(world: World, { smtpUrl, imapUrl }: MailServer): Promise<string[]> {
  const env = {
    ...world.env,
    SMTP_URL: smtpUrl,
    IMAP_URL: imapUrl,
    MAIL_FROM: 'Hearback <feedback@community.example>',
    MAIL_REPLY_TO: 'feedback+{token}@community.example',
    MAIL_WEBHOOK_SECRET: HOOK_SECRET,
  };
  const logged: string[] = [];
  world.app = await startApp(readConfig(env), {
    log: createLog('debug', { write: (line) => void logged.push(line) }),
    root: process.cwd(),
    timings: { relayPollMs: 100, reconcileMs: 500, stalledMs: 1_000, lockMs: 3_000, backoffMs: 100 },
    paceSpeed: 200,
  });
  world.sandbox.setBot(world.app.url);
  await world.until('the bot to be ready', async () => (await world.app.problems()).length === 0);
  return logged;
}

/** A mail as somebody's program writes it. */
export function written({
  to,
  from = 'Quinn <quinn@qa.example>',
  text,
  id = `${Math.random()}@qa.example`,
  headers = [],
  file,
}: {
  to: string;
  from?: string;
  text: string;
  id?: string;
  headers?: string[];
  file?: { name: string; text: string };
}): string {
  const plain = ['Content-Type: text/plain; charset=utf-8', '', text];
  const parts = file && [
    'Content-Type: multipart/mixed; boundary=part',
    '',
    '--part',
    ...plain,
    '--part',
    `Content-Type: application/octet-stream; name="${file.name}"`,
    `Content-Disposition: attachment; filename="${file.name}"`,
    '',
    file.text,
    '--part--',
  ];
  return [
    `From: ${from}`,
    `To: ${to}`,
    'Subject: Re: something',
    `Message-ID: <${id}>`,
    'MIME-Version: 1.0',
    ...headers,
    ...(parts ?? plain),
  ].join('\r\n');
}
