import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mail } from '../../src/cli/check/mail.ts';
import type { Looked } from '../../src/cli/check/finding.ts';
import type { CliContext } from '../../src/cli/command.ts';
import { startMailServer, type MailServer } from '../support/mail.ts';

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server?.close());

const looked = (isOnline: boolean): Looked => ({
  folder: '.',
  policyPath: '',
  languages: null,
  isOnline,
  say: () => undefined,
});
const findings = async (env: Record<string, string>, isOnline = true) =>
  mail.run(looked(isOnline), { env } as unknown as CliContext);

it('logs in to both servers when asked to, sends nothing, and says which of them does not let us in', async () => {
  const env = {
    SMTP_URL: server.smtpUrl,
    MAIL_FROM: 'Hearback <feedback@x.example>',
    MAIL_REPLY_TO: 'feedback+{token}@x.example',
    IMAP_URL: server.imapUrl,
  };
  expect(await findings(env)).toEqual([]);
  expect(server.delivered).toEqual([]);

  const wrong = {
    ...env,
    SMTP_URL: 'smtp://127.0.0.1:1',
    IMAP_URL: server.imapUrl.replace('testpass', 'hunter22'),
  };
  const said = (await findings(wrong)).map(({ message }) => message);
  expect(said).toEqual([
    expect.stringMatching(/^SMTP_URL: The mail server is not available/),
    expect.stringMatching(/^IMAP_URL: the mailbox cannot be opened \(user or password is wrong\)/),
  ]);
  expect(said.join()).not.toContain('hunter22');
  expect(await findings(wrong, false)).toEqual([]);
  expect(await findings({})).toEqual([]);
});
