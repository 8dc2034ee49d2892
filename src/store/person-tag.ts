import { createHash } from 'node:crypto';
import type { ErasureMark, Member } from './privacy-port.ts';

/** Whether a mark stands for this person. The same tag as `hearback.person_tag` of the database makes. */
export function isMeant({ workspaceId, salt, tag }: ErasureMark, member: Member): boolean {
  return member.workspaceId === workspaceId && tagWith(Buffer.from(salt, 'hex'), member) === tag;
}

function tagWith(salt: Buffer, { workspaceId, userId }: Member): string {
  const inner = createHash('sha256').update(salt).update(`${workspaceId}\n${userId}`).digest();
  return createHash('sha256').update(salt).update(inner).digest('hex');
}
