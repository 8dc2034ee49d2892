import type { Place } from '../chat/ref.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import type { CaseFile } from './case.ts';
import { caretakers } from './caretakers.ts';
import { isRestricted } from './exclude.ts';

/**
 * Where words about a case go that are more than its number: the triage channel; where channels are told no more than that,
 * those who look after it, one message each.
 */
export function wordPlaces(file: CaseFile | null, workspace: WorkspacePolicy): Place[] {
  const { id, triage } = workspace;
  const people = file && isRestricted(file) ? caretakers(file, workspace) : [];
  return people.length > 0
    ? people.map((userId) => ({ type: 'dm', workspaceId: id, userId }))
    : [{ type: 'channel', workspaceId: id, channelId: triage }];
}
