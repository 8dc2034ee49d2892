import { AppError } from '../errors.ts';
import { gathered } from './gathered.ts';
import { takeIn, takeInPlain } from './intake.ts';
import type { NewIntake } from './store.ts';
import { atomicallyByKey, type Source } from './work.ts';

/** Takes in what `isPlain`: what comes while others are being taken in goes together. Resolves when it is on the disk. */
export function takeInTogether(source: Source): (intake: NewIntake) => Promise<boolean> {
  const together = gathered((all: readonly NewIntake[]) =>
    atomicallyByKey(source, (work) => takeInPlain(work, all)),
  );
  return (intake) =>
    together(intake).catch((error: unknown) => {
      if (error instanceof AppError) throw error;
      // One that the database refuses must not keep the others from being taken in.
      return atomicallyByKey(source, (work) => takeIn(work, intake));
    });
}
