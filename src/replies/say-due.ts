import type { NewDelivery } from '../cases/delivery.ts';
import { dueCases } from '../cases/due-cases.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { MessageRef, Place, WorkspaceId } from '../chat/ref.ts';
import type { Composer } from './composer.ts';
import { remindersToLeads } from './reminders-to-leads.ts';
import { sayReminders } from './say-reminders.ts';

type Reading = Parameters<typeof dueCases>[1];

interface Room extends Reading {
  store: Reading['store'] & { say(workspaceId: WorkspaceId, delivery: NewDelivery): Promise<void> };
  compose: Composer;
}

/** One message with reminders, and its attempt. */
interface Reminding {
  deliveryId: number;
  workspaceId: WorkspaceId;
  place: Place;
  mark: string;
  firstTriedAt: Date | null;
}

/** All that is due for somebody and still counts. What is not for them any more goes to the leads. */
export function sayDue(
  delivery: Reminding,
  isRetry: boolean,
  chat: ChatAdapter,
  room: Room,
): Promise<{ posted: MessageRef | null; of: number }> {
  const dues = async () => {
    const { theirs, others } = await dueCases(delivery, room, chat);
    for (const other of remindersToLeads(others)) await room.store.say(delivery.workspaceId, other);
    return theirs;
  };
  return sayReminders(delivery, isRetry ? delivery.firstTriedAt : null, dues, chat, room.compose, room);
}
