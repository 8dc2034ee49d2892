import { isStaff, type Standing } from '../../cases/access.ts';
import type { ChatCommand } from '../../chat/command.ts';
import { platformOf } from '../../chat/ref.ts';
import type { Log } from '../../log.ts';
import type { People } from '../../store/people-port.ts';

/** Keeps which language somebody who works on cases was asking in. Never fails. */
export type RememberLocale = (asked: ChatCommand, standing: Standing) => Promise<void>;

/**
 * Discord says in what somebody types or presses which language they use it in, and at no other time: it is kept for what is written
 * to them directly. What a process has kept it does not look at again.
 */
export function createRememberLocale({ people, log }: { people: People; log: Log }): RememberLocale {
  const kept = new Map<string, string>();
  return async ({ workspaceId, by: { userId, locale } }, standing) => {
    const isOwn = standing.workspaceId === workspaceId && standing.userId === userId;
    const worksHere = isStaff(standing) || standing.departments.size > 0;
    if (locale === null || !isOwn || !worksHere || platformOf(workspaceId) !== 'discord') return;
    const key = `${workspaceId} ${userId}`;
    if (kept.get(key) === locale) return;
    kept.set(key, locale);
    try {
      const known = (await people.of(workspaceId, [userId])).get(userId);
      if (known?.locale !== locale) await people.set(workspaceId, userId, { locale });
    } catch (error) {
      kept.delete(key);
      log.warn({ err: error }, 'the language somebody uses Discord in could not be kept');
    }
  };
}
