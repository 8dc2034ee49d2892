import { person, paragraph, type Inline } from '../chat/rich.ts';
import { kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { CaseFile } from './case.ts';
import type { NewDelivery } from './delivery.ts';
import { noticeTo } from './notice.ts';
import { mayBePraised } from './praise.ts';
import { wordPlaces } from './word-places.ts';

/** The moderators hear whom kind words may have been meant for and did not reach, because the platform did not tell of them in time. */
export function missedPraise(
  file: CaseFile,
  missed: readonly string[],
  workspace: WorkspacePolicy,
  policy: Policy,
): NewDelivery[] {
  const people = missed.filter((userId) => mayBePraised(file, userId));
  if (people.length === 0 || !kindOf(policy, file.case.kind).passOn?.praised) return [];
  const key = `missed-praise-${file.case.caseId}-${file.case.version}`;
  const names = people.flatMap((userId, index): (string | Inline)[] =>
    index === 0 ? [person(userId)] : [', ', person(userId)],
  );
  return wordPlaces(file, workspace).map((place, index) => ({
    key: index === 0 ? key : `${key}-${index}`,
    place,
    body: noticeTo(place, workspace, ({ rules: { notices } }) => ({
      title: notices.missedPraiseTitle,
      blocks: [paragraph(...notices.missedPraise(names).flat())],
    })),
  }));
}
