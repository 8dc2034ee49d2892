import type { CaseFile } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import type { GiftUsage } from '../cases/gift.ts';
import { lockFile, readFile } from './cases.ts';
import { changed } from './change-case.ts';
import { effect, type Ticket } from './effect.ts';
import { lockGifts, usageOf } from './gifts.ts';
import type { CaseKey } from './store.ts';
import type { Source } from './work.ts';

/** Locks a case and what its community gives, asks, and carries out what was decided. */
export function give(
  source: Source,
  ticket: Ticket | null,
  key: CaseKey,
  wish: { gift: string; month: string },
  decide: (file: CaseFile, usage: GiftUsage) => Change,
): Promise<CaseFile | null> {
  return effect<CaseFile | null>(
    source,
    ticket,
    async (work) => {
      const file = await lockFile(work.sql, key);
      if (!file) return { result: null, caseId: null };
      const { workspaceId, caseId, member } = file.case;
      await lockGifts(work.sql, workspaceId);
      const usage = await usageOf(work.sql, workspaceId, { ...wish, memberId: member.userId });
      return { result: await changed(work, file, decide(file, usage)), caseId };
    },
    ({ sql }) => readFile(sql, key),
  );
}
