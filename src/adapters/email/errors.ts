import {
  OutcomeUnknown,
  PermissionMissing,
  PlatformRefused,
  PlatformUnavailable,
  type AppError,
} from '../../errors.ts';
import type { Wording } from '../../texts/index.ts';

const WHO: Wording = ({ says }) => says.advice.mailServer;

/** What the connection came to before the server had heard anything of the mail. https://nodemailer.com/errors */
const NOT_REACHED = new Set(['EDNS', 'ETLS']);

/** What of an error of nodemailer tells it apart; its text may hold addresses and stays out. */
interface SmtpError {
  code?: unknown;
  responseCode?: unknown;
  response?: unknown;
  command?: unknown;
  syscall?: unknown;
  timeoutType?: unknown;
  originalCode?: unknown;
}

/** Waits that end before anything was said. */
const NO_ANSWER = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'DNS_TIMEOUT']);
/** https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const CERTIFICATE = /CERT|UNABLE_TO_|SIGNATURE_FAILURE|INVALID_CA|HOSTNAME_MISMATCH/;

/**
 * 4xx is "not now", 5xx "no"; without an answer nobody knows, since the server may have taken the mail before the connection was
 * lost. https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1
 */
export function smtpError(error: unknown): AppError {
  const { code, responseCode, response, command, syscall, timeoutType, originalCode } = error as SmtpError;
  const said = typeof responseCode === 'number' ? wordsOf(responseCode, response) : null;
  if (code === 'EAUTH' || responseCode === 530 || responseCode === 535)
    return said?.startsWith('4')
      ? new PlatformUnavailable(WHO, said, error)
      : new PermissionMissing(WHO, ({ says }) => says.advice.mailLogin, error);
  if (typeof responseCode === 'number' && said !== null)
    return responseCode >= 500
      ? new PlatformRefused(WHO, said, error)
      : new PlatformUnavailable(WHO, said, error);
  // Wrong by itself: nothing was said to anybody.
  if (code === 'EENVELOPE' || (code === 'EMESSAGE' && command === 'MAIL FROM'))
    return new PlatformRefused(WHO, code, error);
  if (typeof originalCode === 'string' && CERTIFICATE.test(originalCode))
    return new PlatformUnavailable(WHO, ({ says }) => says.advice.mailCertificate(originalCode), error);
  // From the socket itself, before there was a connection.
  if (
    (typeof timeoutType === 'string' && NO_ANSWER.has(timeoutType)) ||
    syscall === 'connect' ||
    syscall === 'getaddrinfo' ||
    (typeof code === 'string' && NOT_REACHED.has(code))
  )
    return new PlatformUnavailable(WHO, ({ says }) => says.advice.mailUnreached, error);
  return new OutcomeUnknown(WHO, error);
}

/** `550 5.1.1`: the codes alone. */
function wordsOf(responseCode: number, response: unknown): string {
  const detail =
    typeof response === 'string' ? /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : undefined;
  return [String(responseCode), detail].filter(Boolean).join(' ');
}
