import { badFile } from './bad-file.ts';
import { clockBack } from './clock-back.ts';
import { clockForward } from './clock-forward.ts';
import { databaseCut } from './database-cut.ts';
import { databaseDark } from './database-dark.ts';
import { eventsLate } from './events-late.ts';
import { eventsTwice } from './events-twice.ts';
import type { Fault } from './fault.ts';
import { frozen } from './frozen.ts';
import { kill } from './kill.ts';
import { lostAnswers } from './lost-answers.ts';
import { poison } from './poison.ts';
import { postgresCrash } from './postgres-crash.ts';
import { postgresRestart } from './postgres-restart.ts';
import { queueTruncated } from './queue-truncated.ts';
import { rateLimits } from './rate-limits.ts';
import { rateLimitsUnsaid } from './rate-limits-unsaid.ts';
import { redisFlush } from './redis-flush.ts';
import { redisRestart } from './redis-restart.ts';
import { serverErrors } from './server-errors.ts';
import { sessionEnded } from './session-ended.ts';
import { socketDropped } from './socket-dropped.ts';

/** Everything that goes wrong. A new one is a file, and a line here. */
export const faults: readonly Fault[] = [
  kill,
  postgresCrash,
  postgresRestart,
  databaseCut,
  databaseDark,
  redisRestart,
  redisFlush,
  queueTruncated,
  frozen,
  clockForward,
  clockBack,
  poison,
  badFile,
  serverErrors,
  rateLimits,
  rateLimitsUnsaid,
  lostAnswers,
  eventsTwice,
  eventsLate,
  socketDropped,
  sessionEnded,
];
