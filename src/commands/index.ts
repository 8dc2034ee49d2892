import { listedIn } from '../cases/typed-as.ts';
import { approve } from './approve.ts';
import { assign } from './assign.ts';
import { audience } from './audience.ts';
import { away } from './away.ts';
import { barometer } from './barometer.ts';
import { cc } from './cc.ts';
import { claim } from './claim.ts';
import { comment } from './comment.ts';
import { consent } from './consent.ts';
import { credit } from './credit.ts';
import { dashboard } from './dashboard.ts';
import { department } from './department.ts';
import type { Command } from './desk/command.ts';
import { digest } from './digest.ts';
import { discard } from './discard.ts';
import { dismiss } from './dismiss.ts';
import { done } from './done.ts';
import { duty } from './duty.ts';
import { escalate } from './escalate.ts';
import { exclude } from './exclude.ts';
import { exportCommand } from './export.ts';
import { flag } from './flag.ts';
import { follow } from './follow.ts';
import { gift } from './gift.ts';
import { gifts } from './gifts.ts';
import { helpAbout } from './help.ts';
import { helpers } from './helpers.ts';
import { identity } from './identity.ts';
import { include } from './include.ts';
import { issue } from './issue.ts';
import { kind } from './kind.ts';
import { language } from './language.ts';
import { list } from './list.ts';
import { meeting } from './meeting.ts';
import { mine } from './mine.ts';
import { newCase } from './new.ts';
import { next } from './next.ts';
import { note } from './note.ts';
import { praise } from './praise.ts';
import { privacy } from './privacy.ts';
import { rate } from './rate.ts';
import { promises } from './promises.ts';
import { recommend } from './recommend.ts';
import { refuse } from './refuse.ts';
import { remind } from './remind.ts';
import { reopen } from './reopen.ts';
import { reply } from './reply.ts';
import { resolve } from './resolve.ts';
import { route } from './route.ts';
import { search } from './search.ts';
import { send } from './send.ts';
import { severity } from './severity.ts';
import { show } from './show.ts';
import { snooze } from './snooze.ts';
import { solved } from './solved.ts';
import { template } from './template.ts';
import { tick } from './tick.ts';
import { toDo } from './to-do.ts';
import { timezone } from './timezone.ts';
import { topic } from './topic.ts';
import { transcript } from './transcript.ts';
import { unfollow } from './unfollow.ts';
import { why } from './why.ts';

/**
 * What people type, because sentences of ours tell them to. With `help` these are the 25 that Discord takes under one name.
 */
const typed: readonly Command[] = [
  flag,
  newCase,
  list,
  mine,
  show,
  dashboard,
  claim,
  assign,
  route,
  severity,
  kind,
  note,
  reply,
  snooze,
  remind,
  resolve,
  reopen,
  dismiss,
  exclude,
  include,
  audience,
  approve,
  credit,
  privacy,
];

/** What is mostly pressed as a button, or needed less often. */
const besides: readonly Command[] = [
  send,
  discard,
  done,
  tick,
  recommend,
  template,
  language,
  gift,
  gifts,
  refuse,
  praise,
  consent,
  solved,
  rate,
  comment,
  helpers,
  promises,
  timezone,
  away,
  next,
  duty,
  digest,
  meeting,
  toDo,
];

/** What goes on between departments, topics and other programs. */
const team: readonly Command[] = [
  department,
  issue,
  identity,
  topic,
  barometer,
  escalate,
  cc,
  follow,
  unfollow,
  why,
  search,
  transcript,
  exportCommand,
];

/** Every command and button there is. A new one is a file here and a line in one of these lists, and in `typed-as`. */
export const commands: readonly Command[] = [
  ...typed,
  helpAbout(typed, [...besides, ...team]),
  ...besides,
  ...team,
].map(withListing);

function withListing(command: Command): Command {
  const second = listedIn(command.name);
  return second ? { ...command, listedIn: second } : command;
}
