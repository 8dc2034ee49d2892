import type { Besides } from '../cases/besides.ts';
import { both } from '../cases/both.ts';
import type { CaseFile } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import { askHelpers } from '../cases/community.ts';
import { missedPraise } from '../cases/missed-praise.ts';
import { passOnAtOnce } from '../cases/praise.ts';
import { askWords, type Room } from './helper-words.ts';

/** What a kind of feedback sets in motion besides an answer: praise goes on, or the helpers of the community are asked first. */
export function setInMotion(file: CaseFile, { praised, missed, unasked }: Besides, room: Room): Change {
  const { workspace, policy, now } = room;
  return both(
    both(passOnAtOnce(file, praised, workspace, policy), {
      history: [],
      deliveries: missedPraise(file, missed, workspace, policy),
    }),
    askHelpers(file, askWords(file, room), unasked, workspace, policy, now),
  );
}
