import { NotPossible } from '../../errors.ts';
import type { Record } from '../../store/index.ts';
import type { Member } from '../../store/privacy-port.ts';
import { glanceAt } from './policy-glance.ts';

/**
 * That the community of a member is one: of the policy, or of the record. One that was mistyped would get a receipt, and a log of its own.
 * @throws {NotPossible} naming those there are
 */
export async function requireCommunity(
  { audit, privacy }: Record,
  policyPath: string,
  member: Member,
): Promise<void> {
  const planned = glanceAt(policyPath)?.workspaces.map(({ id }) => id) ?? [];
  const recorded = (await audit.heads()).map(({ workspaceId }) => workspaceId);
  const known = [...new Set([...planned, ...recorded])];
  if (known.includes(member.workspaceId) || Object.values(await privacy.about(member)).some(Boolean)) return;
  throw new NotPossible(
    `There is no community ${member.workspaceId.slice(0, 60)}: hearback.yaml does not name it, and nothing of it is in the record. ${known.length > 0 ? `There are: ${known.join(', ')}` : 'There is none yet'}. Nothing was done.`,
  );
}
