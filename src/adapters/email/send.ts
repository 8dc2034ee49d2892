import { createTransport } from 'nodemailer';
import { FILES_MAX } from '../../chat/files.ts';
import type { Letter, PostOffice } from '../../chat/mail.ts';
import type { Pace } from '../../chat/pace.ts';
import { textsIn } from '../../texts/index.ts';
import { smtpError } from './errors.ts';
import type { ReplyAddresses } from './address.ts';
import { htmlOf, textOf } from './render.ts';

/** How long a mail server may take (ms): to be reached, to greet, and to say the next word. */
const CONNECT_MS = 15_000;
const GREET_MS = 15_000;
const WORD_MS = 60_000;

/** So many mails a minute, by all processes together: far below what any server takes for a flood. */
const PACE = { key: 'mail', calls: 30, perMs: 60_000 };

export interface SmtpSettings {
  smtpUrl: string;
  /** `Hearback <feedback@example.org>`. */
  from: string;
}

/**
 * Sends over SMTP. Each mail has a connection of its own, says that no person wrote it, and repeats nothing by itself.
 * https://www.rfc-editor.org/rfc/rfc3834
 */
export function createPostOffice(
  { smtpUrl, from }: SmtpSettings,
  { addressOf }: ReplyAddresses,
  pace: Pace,
): PostOffice & { verify(): Promise<void> } {
  const transport = createTransport(optionsOf(smtpUrl));
  const sender = addressIn(from);
  const domain = sender.slice(sender.lastIndexOf('@') + 1);
  const idOf = (mark: string) => `<${mark}@${domain}>`;
  return {
    replyAddress: addressOf,
    async send(letter) {
      await pace.turn(letter.mark, { line: PACE });
      const { to, subject, mark, first, replyTo } = letter;
      try {
        await transport.sendMail({
          from,
          to,
          // Failures come back to where answers are read: so they are known to be of this case.
          envelope: { from: replyTo ?? sender, to: [to] },
          ...(replyTo !== null && { replyTo }),
          subject: first === null ? subject : `Re: ${subject}`,
          messageId: idOf(mark),
          ...(first !== null && { inReplyTo: idOf(first), references: [idOf(first)] }),
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
          ...contentOf(letter),
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        throw smtpError(error);
      }
    },
    async verify() {
      await transport.verify().catch((error: unknown) => {
        throw smtpError(error);
      });
    },
  };
}

/** Without encryption nothing goes further than this machine, unless SMTP_URL says `?requireTLS=false`. */
function optionsOf(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const isHere = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  const secure = url.protocol === 'smtps:';
  const isOpen = url.searchParams.get('requireTLS') === 'false';
  return {
    host: url.hostname.replaceAll(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    requireTLS: !secure && !isHere && !isOpen,
    // A server on this machine often has a certificate of its own making.
    ...(isHere && { tls: { rejectUnauthorized: false } }),
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREET_MS,
    socketTimeout: WORD_MS,
    logger: false,
  };
}

function contentOf({ card, closing, timeZone, language, mark, replyTo }: Letter) {
  const { image, files = [] } = card;
  const pictureId = image ? `picture-${mark}` : null;
  const around = { timeZone, texts: textsIn(language), pictureId, isAnswerable: replyTo !== null };
  return {
    text: textOf(card, closing, around),
    html: htmlOf(card, closing, around),
    attachments: [
      ...(image && pictureId !== null
        ? [{ filename: 'chart.png', content: Buffer.from(image.png), cid: pictureId }]
        : []),
      ...files.slice(0, FILES_MAX).map(({ name, bytes }) => ({
        filename: name,
        content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        contentDisposition: 'attachment' as const,
      })),
    ],
  };
}

/** The address of `Hearback <feedback@example.org>`. */
function addressIn(from: string): string {
  return (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();
}
