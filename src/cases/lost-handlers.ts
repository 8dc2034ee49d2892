import { paragraph, person, type Block } from '../chat/rich.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { caseName, type CaseFile } from './case.ts';
import { isBarred, namedLeads } from './access.ts';
import { leadsWhoSee } from './caretakers.ts';
import type { NewDelivery } from './delivery.ts';
import { isRestricted } from './exclude.ts';
import { noticeTo, type Say } from './notice.ts';
import type { Texts } from '../texts/index.ts';

/** Somebody who has lost the role by which they worked on cases. */
export interface LostHandler {
  /** One for each time. */
  roleLostId: number;
  userId: string;
  /** The open cases they still handle. */
  files: readonly CaseFile[];
}

/** So many cases are named; the others are counted. */
const NAMED = 20;

/**
 * A case stays with whoever has it, since a role is given back as quickly as it is lost by mistake. But somebody has to know: the
 * triage channel is told once of all that everybody on the team sees, and the leads of each of the others.
 */
export function lostHandler(
  { roleLostId, userId, files }: LostHandler,
  workspace: WorkspacePolicy,
  { prefix }: Pick<Policy, 'prefix'>,
): NewDelivery[] {
  const workspaceId = workspace.id;
  const open = files.filter((file) => !isRestricted(file));
  const others = files.filter(isRestricted);
  const nameOf = (file: CaseFile) => caseName(prefix, file.case.number);
  const sayOf =
    (names: readonly string[]): Say =>
    ({ rules: { notices } }) => ({
      title: notices.lostRoleTitle,
      blocks: [said(userId, names, notices), paragraph(notices.lostRoleAdvice(names[0] ?? ''))],
    });
  const triage = { type: 'channel' as const, workspaceId, channelId: workspace.triage };
  const inTriage: NewDelivery[] =
    open.length === 0
      ? []
      : [
          {
            key: `role-lost-${roleLostId}`,
            place: triage,
            body: noticeTo(triage, workspace, sayOf(open.map(nameOf))),
          },
        ];
  const toLeads = others.flatMap((file) =>
    leadsBesides(userId, file, workspace).map((lead): NewDelivery => ({
      key: `role-lost-${roleLostId}-${file.case.caseId}-${lead}`,
      place: { type: 'dm', workspaceId, userId: lead },
      body: noticeTo({ type: 'dm' }, workspace, sayOf([nameOf(file)])),
      caseId: file.case.caseId,
    })),
  );
  const isUntold = others.some((file) => leadsBesides(userId, file, workspace).length === 0);
  return [
    ...inTriage,
    ...toLeads,
    ...(isUntold ? [withoutNames(`role-lost-${roleLostId}-leads`, workspace)] : []),
  ];
}

/** Leads who can take it on; management and admins where there is no other. */
function leadsBesides(userId: string, file: CaseFile, workspace: WorkspacePolicy): string[] {
  const besides = leadsWhoSee(file, workspace).filter((lead) => lead !== userId);
  if (besides.length > 0) return besides;
  return namedLeads(workspace).filter((lead) => lead !== userId && !isBarred(workspace, file, lead));
}

/** No lead is named who could be written to. Who has it, and which case it is, is not for everybody who reads that channel. */
function withoutNames(key: string, workspace: WorkspacePolicy): NewDelivery {
  const workspaceId = workspace.id;
  const place = { type: 'channel' as const, workspaceId, channelId: workspace.triage };
  return {
    key,
    place,
    body: noticeTo(place, workspace, ({ rules: { notices } }) => ({
      title: notices.lostRoleUnnamed,
      blocks: [paragraph(notices.lostRoleLeads)],
    })),
  };
}

function said(userId: string, names: readonly string[], notices: Texts['rules']['notices']): Block {
  const shown = names.slice(0, NAMED);
  return paragraph(...notices.lostRole(person(userId), shown.join(', '), names.length - shown.length));
}
