import { accountKey } from '../chat/account.ts';
import type { Place } from '../chat/ref.ts';
import { NotPossible } from '../errors.ts';
import { departmentOf, homeOf } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { maySee, type Standing } from './access.ts';
import type { Cc, CaseFile } from './case.ts';
import type { Change } from './change.ts';
import type { NewDelivery } from './delivery.ts';

/** So many people and channels read one case along. */
export const CC_MAX = 20;

/** Whether whoever reads there reads the case along. */
export function isCc(
  { case: { workspaceId: home }, cc }: Pick<CaseFile, 'case' | 'cc'>,
  place: Place,
): boolean {
  return cc.some((each) =>
    'userId' in each
      ? place.type === 'dm' &&
        accountKey(home, each.userId) ===
          accountKey(home, place.workspaceId === home ? place.userId : `${place.workspaceId}/${place.userId}`)
      : place.type !== 'dm' && place.workspaceId === each.workspaceId && place.channelId === each.channelId,
  );
}

/**
 * Somebody, or a channel, reads a case along from now on: a person may see it and is told so once; a channel gets a card.
 * @param reader what the person is, who was looked up before; null for a channel
 * @throws {NotPossible} for whoever it is not for: that they read along never counts more than that they are kept out
 */
export function addCc(
  file: CaseFile,
  cc: Cc,
  by: string,
  reader: Standing | null,
  workspace: WorkspacePolicy,
): Change {
  if (file.cc.some((each) => isSame(each, cc))) throw new NotPossible(({ rules }) => rules.refusals.copied);
  if (file.cc.length >= CC_MAX) throw new NotPossible(({ rules }) => rules.refusals.copiesFull(CC_MAX));
  if (reader && !maySee(reader, { ...file, cc: [...file.cc, cc] }))
    throw new NotPossible(({ rules }) => rules.refusals.copyNotFor);
  if ('channelId' in cc) assertAnother(file, cc, workspace);
  return {
    cc: { add: [cc], by },
    history: [{ action: 'copied_in', actorId: by, detail: detailOf(cc) }],
    deliveries: [copyFor(file, cc)],
  };
}

/** They read it along no longer; what stood there goes. */
export function removeCc(file: CaseFile, cc: Cc, by: string): Change {
  const found = file.cc.find((each) => isSame(each, cc));
  if (!found) throw new NotPossible(({ rules }) => rules.refusals.notCopied);
  return {
    cc: { remove: [found], by },
    // What they follow is asked again when it is sent: whoever sees it otherwise goes on hearing of it.
    history: [{ action: 'copy_ended', actorId: by, detail: detailOf(found) }],
  };
}

function isSame(one: Cc, other: Cc): boolean {
  if ('userId' in one || 'userId' in other)
    return 'userId' in one && 'userId' in other && one.userId === other.userId;
  return one.workspaceId === other.workspaceId && one.channelId === other.channelId;
}

/** Channels in which the case has a card of its own need no copy. */
function assertAnother(
  file: CaseFile,
  cc: Extract<Cc, { channelId: string }>,
  workspace: WorkspacePolicy,
): void {
  const own = file.departments.flatMap((key) => {
    const department = departmentOf(workspace, key);
    if (!department) return [];
    const workspaceId = homeOf(workspace, department);
    return [department.channel, ...department.cc].map((channelId) => ({ workspaceId, channelId }));
  });
  const cards = [{ workspaceId: workspace.id, channelId: workspace.triage }, ...own];
  if (cards.some((each) => isSame(each, cc))) throw new NotPossible(({ rules }) => rules.refusals.hasCard);
}

/** A person is told each time they are added; a channel has one card, which shows the case again when it is added again. */
function copyFor({ case: { caseId, workspaceId, version } }: CaseFile, cc: Cc): NewDelivery {
  return 'userId' in cc
    ? {
        key: `copy-${caseId}-${cc.userId}-${version}`,
        place: { type: 'dm', workspaceId, userId: cc.userId },
        body: { type: 'copy' },
      }
    : {
        key: `copy-${caseId}-${cc.workspaceId}-${cc.channelId}`,
        place: { type: 'channel', ...cc },
        body: { type: 'copy' },
      };
}

function detailOf(cc: Cc): Record<string, string> {
  return 'userId' in cc ? { person: cc.userId } : { channel: cc.channelId };
}
