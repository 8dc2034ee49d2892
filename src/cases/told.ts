import type { MessageSnapshot } from '../chat/message.ts';
import { paragraph } from '../chat/rich.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { both } from './both.ts';
import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';
import { wrote } from './conversation.ts';
import type { NewDelivery } from './delivery.ts';
import { laterEvidence } from './evidence.ts';
import { noticeTo } from './notice.ts';
import { wordPlaces } from './word-places.ts';

/** In the place of a channel, for what came by mail, phone or in person. No platform has a channel of this id. */
export const TOLD = 'told';

/** The member told another way what they have an open case about: it is one case, and whoever is responsible hears the words. */
export function toldAgain(
  file: CaseFile,
  said: MessageSnapshot,
  by: string,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Change {
  // There is no message to open.
  return both(wrote(file, said, workspace, policy, now, { isDirect: true }), {
    history: [{ action: 'said_again', actorId: by }],
    deliveries: laterEvidence(file, said, workspace),
  });
}

/** A file that came with such words is nowhere else: where it could not be kept, people have to ask for it again. */
export function fileLost(
  file: CaseFile,
  { fileRowId, name, why }: { fileRowId: number; name: string; why: string },
  workspace: WorkspacePolicy,
): NewDelivery[] {
  return wordPlaces(file, workspace).map((place, index) => ({
    key: `file-lost-${fileRowId}-${index}`,
    place,
    body: noticeTo(place, workspace, ({ rules: { notices } }) => ({
      title: notices.fileLostTitle,
      blocks: [paragraph(notices.fileLost(name, why))],
    })),
  }));
}
