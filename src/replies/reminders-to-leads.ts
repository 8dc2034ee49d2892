import type { DueCase } from '../cases/cards/reminders.ts';
import { leadsWhoSee } from '../cases/caretakers.ts';
import type { NewDelivery } from '../cases/delivery.ts';
import type { Place } from '../chat/ref.ts';

/**
 * Reminders of cases that are not for whom they were meant: the leads who may see them are told instead, or the moderator channel
 * where there is none. Once for each ring, however many people it was meant for.
 */
export function remindersToLeads(dues: readonly DueCase[]): NewDelivery[] {
  return dues.flatMap(({ view: { file, workspace }, clock, step, rang }) => {
    const leads = leadsWhoSee(file, workspace);
    const places: Place[] =
      leads.length > 0
        ? leads.map((userId) => ({ type: 'dm', workspaceId: workspace.id, userId }))
        : [{ type: 'channel', workspaceId: workspace.id, channelId: workspace.triage }];
    return places.map((place, index): NewDelivery => ({
      key: `reminder-${rang.clockId}-${rang.generation}-for-lead-${index}`,
      caseId: file.case.caseId,
      place,
      body: { type: 'reminder', clock, step, personId: '', rang },
    }));
  });
}
