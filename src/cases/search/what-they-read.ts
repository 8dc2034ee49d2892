import { isStaff, type Standing } from '../access.ts';

/** What of the cases they may see somebody reads, and so can find. Departments see what the member got, and no drafts. */
export function whatTheyRead(standing: Standing): { drafts: boolean } {
  return { drafts: isStaff(standing) };
}
