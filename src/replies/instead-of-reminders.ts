import type { DueCase } from '../cases/cards/reminders.ts';
import type { NewDelivery } from '../cases/delivery.ts';
import type { Place } from '../chat/ref.ts';

/** Reminders that cannot reach somebody stand in the moderator channel, with a mention: one for each case that still waits. */
export function insteadOfReminders(
  { deliveryId, place }: { deliveryId: number; place: Place },
  dues: readonly DueCase[],
): NewDelivery[] {
  const personId = place.type === 'dm' ? place.userId : '';
  return dues.map(({ view: { file, workspace }, clock, step, rang }, index) => {
    const { caseId } = file.case;
    return {
      key: index === 0 ? `instead-${deliveryId}` : `instead-${deliveryId}-${caseId}`,
      caseId,
      place: { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage },
      body: { type: 'reminder', clock, step, personId, rang },
    };
  });
}
