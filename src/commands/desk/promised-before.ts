import type { CaseFile } from '../../cases/case.ts';
import { inlines, time, type Inline } from '../../chat/rich.ts';
import type { Texts } from '../../texts/index.ts';

/**
 * What no snooze puts off: the member was promised to hear from us before the case comes back. Empty where nothing of that rings
 * before.
 * @param file as it is once its reminders rest until `until`
 */
export function promisedBefore(
  { clocks }: Pick<CaseFile, 'clocks'>,
  until: Date,
  now: Date,
  texts: Texts,
): Inline[] {
  const promise = clocks.find(({ kind, step }) => kind === 'update_due' && step === 0);
  if (!promise || promise.deadline <= now || promise.dueAt >= until) return [];
  const { dueAt, deadline } = promise;
  const { waits } = texts.commands;
  return inlines(
    ...(dueAt < deadline ? waits.remindedBefore(time(deadline)) : waits.remindedThen(time(deadline))),
  );
}
