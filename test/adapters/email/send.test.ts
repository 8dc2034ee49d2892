import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createReplyAddresses } from '../../../src/adapters/email/address.ts';
import { smtpError } from '../../../src/adapters/email/errors.ts';
import { createPostOffice } from '../../../src/adapters/email/send.ts';
import { unpaced } from '../../../src/chat/pace.ts';
import { paragraph, time } from '../../../src/chat/rich.ts';
import type { Letter } from '../../../src/chat/mail.ts';
import { startMailServer, type MailServer } from '../../support/mail.ts';

const LETTER: Letter = {
  to: 'qa@x.example',
  subject: '[FB-12] Feedback\r\nBcc: everybody@x.example',
  card: {
    title: 'FB-12 <script>alert(1)</script>',
    tone: 'neutral',
    summary: '',
    body: [
      { type: 'quote', children: [{ type: 'text', text: 'first\n<img src=x onerror=alert(1)>' }] },
      paragraph(
        { type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: 'here' }] },
        time(new Date('2026-11-22T10:00:00Z')),
      ),
    ],
    facts: [{ label: 'Member', value: [{ type: 'text', text: 'Alma & "co"' }] }],
    footer: [],
    actions: [],
    files: [{ name: 'a.txt', bytes: new TextEncoder().encode('error 42') }],
  },
  closing: ['Answer this mail.'],
  timeZone: 'Europe/Copenhagen',
  language: 'en',
  mark: 'markmarkmarkmarkmark',
  first: null,
  replyTo: 'feedback+1a-abcdefghijklmnopqrst@community.example',
};

describe('a mail that goes out', () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
  });
  afterAll(() => server?.close());
  const office = (smtpUrl = server.smtpUrl) =>
    createPostOffice(
      { smtpUrl, from: 'Hearback <feedback@community.example>' },
      createReplyAddresses(null),
      unpaced,
    );

  it('is HTML and text in which nothing of a member becomes markup, a header or a link', async () => {
    await office().send(LETTER);
    const { mail, header, envelope } = server.delivered.at(-1)!;
    expect(mail.html).not.toMatch(/<script|<img|javascript:/i);
    expect(mail.html).toContain('&lt;img src=x');
    expect(mail.text).toContain('22 Nov 2026, 11:00 (Europe/Copenhagen)');
    expect(mail.text).toContain('Please write your answer above this line.');
    expect(header('bcc')).toBe('');
    expect(envelope).toEqual({ from: LETTER.replyTo, to: ['qa@x.example'] });
    expect(header('message-id')).toBe('<markmarkmarkmarkmark@community.example>');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['a.txt']);
  });

  it('says which later one belongs to which first one', async () => {
    await office().send({ ...LETTER, subject: 'S', mark: 'second', first: 'markmarkmarkmarkmark' });
    const { header, mail } = server.delivered.at(-1)!;
    expect(mail.subject).toBe('Re: S');
    expect(header('references')).toBe('<markmarkmarkmarkmark@community.example>');
  });

  it.each([
    [550, 'PLATFORM_REFUSED'],
    [450, 'PLATFORM_UNAVAILABLE'],
  ] as const)('answered %i is %s, in codes and without a word of the server', async (code, expected) => {
    server.refuse('no@x.example', code);
    await expect(office().send({ ...LETTER, to: 'no@x.example' })).rejects.toMatchObject({
      code: expected,
      message: expect.not.stringContaining('no@x.example'),
    });
  });

  it('nobody there is "later", and a connection that ends without a word "perhaps"', async () => {
    await expect(office('smtp://127.0.0.1:1').send(LETTER)).rejects.toMatchObject({
      code: 'PLATFORM_UNAVAILABLE',
    });
    server.loseNextAnswer();
    await expect(office().send(LETTER)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
  });

  it('a wait before anything was said, and a bad certificate, are "later" and said as what they are', () => {
    expect(smtpError({ code: 'ETIMEDOUT', timeoutType: 'CONNECT_TIMEOUT', command: 'CONN' })).toMatchObject({
      code: 'PLATFORM_UNAVAILABLE',
    });
    expect(smtpError({ code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT', command: 'CONN' })).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
    });
    expect(smtpError({ code: 'ESOCKET', originalCode: 'CERT_HAS_EXPIRED', command: 'CONN' })).toMatchObject({
      code: 'PLATFORM_UNAVAILABLE',
      message: expect.stringContaining('CERT_HAS_EXPIRED'),
    });
  });

  it('a wrong password is for whoever runs the program', () => {
    const error = smtpError({ code: 'EAUTH', responseCode: 535, response: '535 5.7.8 no' });
    expect(error).toMatchObject({ code: 'PERMISSION_MISSING', message: expect.stringContaining('SMTP_URL') });
  });
});
