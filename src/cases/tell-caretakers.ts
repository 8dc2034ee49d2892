import type { Place } from '../chat/ref.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import type { Attendance } from './attendance.ts';
import { caretakers } from './caretakers.ts';
import type { CaseFile } from './case.ts';
import type { DeliveryBody, NewDelivery } from './delivery.ts';
import { noticeTo, type Say } from './notice.ts';

type Notice = Extract<DeliveryBody, { type: 'notice' }>;

/**
 * Whoever looks after a case hears of something at once, by direct message; where that is nobody, the triage channel does. Who did it
 * themselves is not told of it.
 * @param key unique for what happened; each reader's own is made from it
 */
export function tellCaretakers(
  file: CaseFile,
  workspace: WorkspacePolicy,
  attendance: Attendance,
  key: string,
  said: { by: string | null; say: Say } & Pick<Notice, 'offer' | 'tell' | 'mailed'>,
): NewDelivery[] {
  const { by, say, ...besides } = said;
  const { workspaceId } = file.case;
  const people = caretakers(file, workspace, attendance);
  const places: Place[] =
    people.length > 0
      ? people.filter((userId) => userId !== by).map((userId) => ({ type: 'dm', workspaceId, userId }))
      : [{ type: 'channel', workspaceId, channelId: workspace.triage }];
  return places.map((place, index) => ({
    key: index === 0 ? key : `${key}-${index}`,
    place,
    body: { ...noticeTo(place, workspace, say), ...besides },
  }));
}
