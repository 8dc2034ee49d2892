import type { CaseFile } from '../../cases/case.ts';
import { text, time, type Inline } from '../../chat/rich.ts';

/**
 * What no snooze puts off: the member was promised to hear from us before the case comes back. Empty where nothing of that rings
 * before.
 * @param file as it is once its reminders rest until `until`
 */
export function promisedBefore({ clocks }: Pick<CaseFile, 'clocks'>, until: Date, now: Date): Inline[] {
  const promise = clocks.find(({ kind, step }) => kind === 'update_due' && step === 0);
  if (!promise || promise.deadline <= now || promise.dueAt >= until) return [];
  const { dueAt, deadline } = promise;
  return dueAt < deadline
    ? [
        text(' What the member was promised goes on: they should hear from you by '),
        time(deadline),
        text(', and you are reminded before.'),
      ]
    : [
        text(' The member was promised to hear from you by '),
        time(deadline),
        text(', so you are reminded again then. It would be kind to send them word before.'),
      ];
}
