import type { CaseFile } from '../cases/case.ts';
import { lockFile, readFile } from './cases.ts';
import { changed, raiseVersion, reread } from './change-case.ts';
import { effect, type Ticket } from './effect.ts';
import { linkMessage } from './messages.ts';
import type { CaseKey, Changed, Decision, NewMessage } from './store.ts';
import type { Source } from './work.ts';

type Decide<T> = (file: CaseFile) => Decision<T>;

/** Locks a case, asks, and carries out what was decided. */
export function change<T>(
  source: Source,
  ticket: Ticket | null,
  key: CaseKey,
  decide: Decide<T>,
): Promise<(Changed<T> & { repeated: boolean }) | null> {
  return effect<(Changed<T> & { repeated: boolean }) | null>(
    source,
    ticket,
    async (work) => {
      const file = await lockFile(work.sql, key);
      if (!file) return { result: null, caseId: null };
      const decision = decide(file);
      const current = decision.change ? await changed(work, file, decision.change) : file;
      return {
        result: { file: current, answer: decision.answer, repeated: false },
        caseId: file.case.caseId,
      };
    },
    async ({ sql }) => {
      const file = await readFile(sql, key);
      return file && { file, answer: decide(file).answer, repeated: true };
    },
  );
}

/** Adds a message to a case that is locked, and carries out what was decided about that. */
export function addMessage<T>(
  source: Source,
  ticket: Ticket | null,
  key: CaseKey,
  message: NewMessage,
  decide: Decide<T>,
): Promise<Changed<T> | null> {
  return effect(
    source,
    ticket,
    async (work) => {
      const held = await lockFile(work.sql, key);
      if (!held) return { result: null, caseId: null };
      const { caseId } = held.case;
      if (!(await linkMessage(work, caseId, message))) return { result: null, caseId };
      const file = await reread(work, held.case);
      const decision = decide(file);
      if (decision.change)
        return {
          result: { file: await changed(work, file, decision.change), answer: decision.answer },
          caseId,
        };
      raiseVersion(work, caseId);
      return { result: { file: await reread(work, file.case), answer: decision.answer }, caseId };
    },
    async () => null,
  );
}
