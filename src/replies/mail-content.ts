import { departmentReminderCard } from '../cases/cards/department-reminder.ts';
import { escalationCard } from '../cases/cards/escalation.ts';
import { evidenceCard } from '../cases/cards/evidence.ts';
import { noticeCard } from '../cases/cards/notice.ts';
import { nameOf, textsFor, type View } from '../cases/cards/view.ts';
import type { DeliveryBody } from '../cases/delivery.ts';
import type { Evidence } from '../cases/evidence.ts';
import { isRestricted } from '../cases/exclude.ts';
import type { Card } from '../chat/card.ts';
import { paragraph } from '../chat/rich.ts';

/**
 * What a department reads of a case by mail; null for what is not said there. Nobody knows who reads a mailbox, and nothing can be
 * taken back from it: of a case that not everybody may see it gets the number, like a channel.
 */
export function mailContent(body: DeliveryBody, view: View, evidence: Evidence): Card | null {
  if (isRestricted(view.file)) return body.type === 'evidence' ? null : restricted(view);
  if (body.type === 'escalation') return escalation(view, body.department, evidence);
  if (body.type === 'evidence') return evidenceCard(view, evidence);
  if (body.type === 'notice') return noticeCard(body, view);
  if (body.type !== 'reminder' || body.department === undefined) return null;
  const running = view.file.clocks.find(({ clockId }) => clockId === body.rang?.clockId);
  return departmentReminderCard(view, body.department, [], running?.startedAt ?? null, 'mail');
}

function escalation(view: View, department: string, evidence: Evidence): Card {
  const card = escalationCard(view, department, false, 'mail');
  const left = evidence.left.length > 0 ? evidenceCard(view, evidence).body : [];
  return { ...card, actions: [], files: evidence.files, body: [...card.body, ...left] };
}

function restricted(view: View): Card {
  const words = textsFor(view).says.mail;
  const title = words.restricted(nameOf(view));
  return {
    title,
    tone: 'neutral',
    summary: title,
    body: [paragraph(words.askForIt)],
    facts: [],
    footer: [],
    actions: [],
  };
}
