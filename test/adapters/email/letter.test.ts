import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createReplyAddresses } from '../../../src/adapters/email/address.ts';
import { htmlText } from '../../../src/adapters/email/html-text.ts';
import { readLetter } from '../../../src/adapters/email/letter.ts';
import { textsIn } from '../../../src/texts/index.ts';

const mail = (headers: string[], body: string, charset: BufferEncoding = 'utf8') =>
  Buffer.from([...headers, '', body].join('\r\n'), charset);
const TO = 'To: "QA, all" <feedback+1a-abcdefghijklmnopqrst@x.example>';

describe('a mail that came in', () => {
  it.each([
    [
      'in an old charset',
      mail([TO, 'Content-Type: text/plain; charset=iso-8859-1'], 'Café, ærlig', 'latin1'),
      'Café, ærlig',
    ],
    [
      'quoted-printable',
      mail(
        [TO, 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
        'Caf=C3=A9',
      ),
      'Café',
    ],
    [
      'HTML alone',
      mail(
        [TO, 'Content-Type: text/html; charset=utf-8'],
        '<style>p{}</style><p>It is <b>the</b> cache &amp; more</p><blockquote>Please write your answer above this line.</blockquote><script>x()</script>',
      ),
      'It is the cache & more',
    ],
  ])('is read: %s', async (_, raw, words) => {
    expect(await readLetter(raw)).toMatchObject({ text: words, sort: 'words', unread: null });
  });

  it('says whom it was for, wherever that stands, and who wrote it', async () => {
    const raw = mail(
      [
        'From: Quinn <Quinn@QA.example>',
        'To: list@x.example',
        'Cc: b@x.example',
        'Delivered-To: feedback+TOKEN@x.example',
      ],
      'Hi',
    );
    const { recipients, from } = await readLetter(raw, raw.byteLength, ['env@x.example']);
    expect(recipients).toEqual([
      'env@x.example',
      'list@x.example',
      'b@x.example',
      'feedback+token@x.example',
    ]);
    expect(from).toBe('quinn@qa.example');
  });

  it('is the same mail by its Message-ID, and without one by its bytes', async () => {
    const key = async (raw: Buffer) => (await readLetter(raw)).key;
    const once = mail([TO, 'Message-ID: <a@b>'], 'Hi');
    expect(await key(once)).toBe(
      await key(mail(['Received: by another way', TO, 'Message-ID: <a@b>'], 'Hi')),
    );
    expect(await key(mail([TO], 'Hi'))).not.toBe(await key(mail([TO], 'Ho')));
  });

  it.each([
    ['an absence notice', ['Auto-Submitted: auto-replied'], 'automatic'],
    ['mail of our own that comes back', ['Auto-Submitted: auto-generated'], 'automatic'],
    ['what says that it is no automatic answer', ['Auto-Submitted: no'], 'words'],
    ['an old absence notice', ['Precedence: auto_reply'], 'automatic'],
    ['mail from nobody', ['Return-Path: <>'], 'automatic'],
    ['a word of a mail server', ['From: MAILER-DAEMON@x.example'], 'automatic'],
    [
      'a failure as some servers tell it',
      ['From: MAILER-DAEMON@x.example', 'X-Failed-Recipients: qa@x.example'],
      'failure',
    ],
    ['a mailing list', ['Precedence: list', 'List-Id: <qa.x.example>'], 'words'],
  ])('knows %s', async (_, headers, sort) => {
    expect((await readLetter(mail([TO, ...headers], 'I am away'))).sort).toBe(sort);
  });

  it.each([
    ['failed', 'failure'],
    ['delayed', 'automatic'],
  ])('a report that delivery has %s', async (action, sort) => {
    const report = `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nAction: ${action}\r\nStatus: 5.1.1\r\n--b--`;
    const type = 'Content-Type: multipart/report; report-type=delivery-status; boundary=b';
    expect((await readLetter(mail([TO, type], report))).sort).toBe(sort);
  });

  it('keeps files within limits, and names what it does not keep', async () => {
    const part = (name: string, bytes: number) =>
      `--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${'x'.repeat(bytes)}`;
    const parts = [
      part('small.txt', 10),
      part('video.bin', 8_100_000),
      ...Array.from({ length: 11 }, (_, i) => part(`${i}.txt`, 10)),
    ];
    const { files, left } = await readLetter(
      mail([TO, 'Content-Type: multipart/mixed; boundary=b'], `${parts.join('\r\n')}\r\n--b--`),
    );
    expect(files).toHaveLength(10);
    expect(left[0]?.name).toBe('video.bin');
    expect(left.map(({ why }) => why(textsIn('en')))).toEqual([
      'it has more than 8 MB',
      'of one mail 10 files are kept',
      'of one mail 10 files are kept',
    ]);
    expect(left).toHaveLength(3);
  });

  it('is read quickly however long its lines are', async () => {
    for (const line of ['a'.repeat(1_000_000), 'a@'.repeat(500_000), '<'.repeat(1_000_000)])
      expect((await readLetter(mail([`To: ${line}`, `From: ${line}`], line))).sort).toBe('words');
  });

  it('with the same Message-ID but another date is another mail: some machines give all of theirs the same', async () => {
    const key = async (...more: string[]) => (await readLetter(mail([TO, ...more], 'Hi'))).key;
    const [monday, tuesday] = [
      'Date: Mon, 23 Nov 2026 10:00:00 +0000',
      'Date: Tue, 24 Nov 2026 10:00:00 +0000',
    ];
    expect(await key('Message-ID: <a@b>', monday)).not.toBe(await key('Message-ID: <a@b>', tuesday));
    expect(await key('Message-ID: <>', 'X-A: 1')).not.toBe(await key('Message-ID: <>', 'X-A: 2'));
  });

  it('of a bomb nothing is taken apart, and nobody takes it for an empty answer', async () => {
    const headers = [TO, 'From: q@x.example'];
    const mixed = 'Content-Type: multipart/mixed; boundary=b';
    const deep = Array.from(
      { length: 60 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    );
    for (const raw of [
      mail(headers, '\n'.repeat(1_000_000)),
      mail([...headers, mixed], '--b\r\n\r\nx\r\n'.repeat(100_000)),
      Buffer.from(`${headers.join('\r\n')}\r\n${deep.join('')}\r\nwords`),
      mail([...headers, `X-A: ${'a'.repeat(3_000_000)}`], 'words'),
    ]) {
      const letter = await readLetter(raw);
      expect(letter).toMatchObject({
        text: '',
        from: 'q@x.example',
        recipients: ['feedback+1a-abcdefghijklmnopqrst@x.example'],
      });
      expect(letter.unread?.(textsIn('en'))).toContain('too many parts');
    }
  });

  it('keeps a picture that somebody pasted between their words, and leaves out a logo', async () => {
    const picture = (name: string, bytes: number) =>
      `--b\r\nContent-Type: image/png; name="${name}"\r\nContent-ID: <${name}>\r\nContent-Disposition: inline; filename="${name}"\r\n\r\n${'x'.repeat(bytes)}`;
    const parts = [
      '--b\r\nContent-Type: text/html\r\n\r\n<p>Look</p>',
      picture('logo.png', 900),
      picture('screen.png', 90_000),
    ];
    const { files } = await readLetter(
      mail([TO, 'Content-Type: multipart/related; boundary=b'], `${parts.join('\r\n')}\r\n--b--`),
    );
    expect(files.map(({ name }) => name)).toEqual(['screen.png']);
  });

  it('of one that is too large only the header is read', async () => {
    const letter = await readLetter(mail([TO, 'From: q@x.example'], 'half of the wor'), 50_000_000);
    expect(letter).toMatchObject({ text: '', files: [], from: 'q@x.example' });
    expect(letter.unread?.(textsIn('en'))).toBe('it has 50 MB, and mail of 25 MB is read');
  });

  it('whatever the bytes are, there is an answer and nothing that cannot be kept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, isMail) => {
        const raw = isMail ? Buffer.concat([mail([TO], ''), bytes]) : bytes;
        const { text, from, recipients } = await readLetter(raw);
        for (const each of [text, from, ...recipients]) expect(each).not.toContain('\u0000');
      }),
      { numRuns: 200 },
    );
  });
});

describe('HTML as words', () => {
  it('has lines where there were some, marks what is quoted, and decodes names', () => {
    expect(
      htmlText(
        '<div>Ikke p&aring; mobil&nbsp;&#8211; kun</div>tablets<br>x<blockquote><p>old</p></blockquote>&bogus; &#x41;',
      ),
    ).toBe('Ikke på mobil – kun\ntablets\nx\n> old\n&bogus; A');
  });

  it('is read the same after letters that get longer when they become small', () => {
    expect(htmlText(`${'İ'.repeat(9)}<DIV>one</DIV><div>two</div><STYLE>p{}</STYLE>three`)).toBe(
      `${'İ'.repeat(9)}\none\ntwo\nthree`,
    );
  });

  it('is read once from front to end, however it is broken', () => {
    for (const broken of [
      '<style>'.repeat(100_000),
      '<!--'.repeat(100_000),
      '<'.repeat(300_000),
      '&#'.repeat(300_000),
    ])
      expect(typeof htmlText(broken)).toBe('string');
  });
});

describe('addresses for answers', () => {
  const { addressOf, tokenIn } = createReplyAddresses('feedback+{token}@Community.example');
  it('hold a token, whatever a server makes of the letters', () => {
    const address = addressOf('1a-abcdefghijklmnopqrst')!;
    expect(address).toBe('feedback+1a-abcdefghijklmnopqrst@Community.example');
    expect(tokenIn(address.toUpperCase())).toBe('1a-abcdefghijklmnopqrst');
  });
  it.each([
    'feedback@community.example',
    'feedback+@community.example',
    'feedback+1a-abcdefghijklmnopqrst@other.example',
    'xfeedback+1a-abcdefghijklmnopqrst@community.example',
  ])('are no others: %s', (address) => {
    expect(tokenIn(address)).toBeNull();
  });
});
