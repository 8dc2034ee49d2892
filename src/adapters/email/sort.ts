import type { Email } from 'postal-mime';
import type { ArrivedLetter } from '../../chat/mail.ts';

/** Whether a person wrote a mail. What programs answer is no answer. https://www.rfc-editor.org/rfc/rfc3834#section-2 */
export function sortOf(mail: Email): ArrivedLetter['sort'] {
  const header = (name: string) =>
    mail.headers
      .findLast(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? '';
  const type = header('content-type');
  const isReport = type.startsWith('multipart/report') && type.includes('delivery-status');
  const isFromNobody = header('return-path') === '<>';
  const sender = mail.from?.address?.toLowerCase() ?? '';
  const isFromServer = /^(?:mailer-daemon|postmaster)@/.test(sender);
  if (isReport || ((isFromNobody || isFromServer) && hasFailed(mail)))
    return isReport && !hasFailed(mail) ? 'automatic' : 'failure';
  if (isFromNobody || isFromServer || type.startsWith('multipart/report')) return 'automatic';
  const submitted = header('auto-submitted');
  if (submitted && !submitted.startsWith('no')) return 'automatic';
  const isAnswered = ['x-autoreply', 'x-autorespond', 'x-autoresponse'].some((name) => header(name));
  return isAnswered || /^(?:bulk|junk|auto_reply)$/.test(header('precedence')) ? 'automatic' : 'words';
}

/** A report of a delay is none of a failure. https://www.rfc-editor.org/rfc/rfc3464#section-2.3.3 */
function hasFailed({ attachments, headers }: Email): boolean {
  if (headers.some(({ key }) => key === 'x-failed-recipients')) return true;
  const report = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (!report) return false;
  const { content } = report;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return /^action:\s*failed/im.test(text);
}
