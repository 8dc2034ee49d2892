import { advice } from './advice.ts';
import { charts } from './charts.ts';
import { chat } from './chat.ts';
import { digest } from './digest.ts';
import { flags } from './flags.ts';
import { heat } from './heat.ts';
import { leaks } from './leaks.ts';
import { mail } from './mail.ts';
import { reasons } from './reasons.ts';
import { templates } from './templates.ts';
import { times } from './times.ts';
import { toDo } from './to-do.ts';
import { topics } from './topics.ts';
import { undelivered } from './undelivered.ts';
import { web } from './web.ts';

/** What Hearback says by itself: digests, lists, charts, notices, and what is wrong with what somebody typed. */
export const says = {
  advice,
  charts,
  chat,
  digest,
  flags,
  heat,
  leaks,
  mail,
  reasons,
  templates,
  times,
  toDo,
  topics,
  undelivered,
  web,
};
