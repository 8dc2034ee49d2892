import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../sandbox/platform.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

const FAULTS: [what: string, faults: Fault[]][] = [
  ['events come twice', [{ kind: 'redeliver', times: 5 }]],
  ['events come late and in the wrong order', [{ kind: 'reorder', times: 2 }]],
  ['the socket drops', [{ kind: 'drop_socket', ms: 200 }]],
  ['every call is asked to wait first', [{ kind: 'rate_limit', times: 3, retryAfterS: 1 }]],
  ['calls fail inside the platform', [{ kind: 'server_error', times: 3, status: 503 }]],
  ['what was posted is never confirmed', [{ kind: 'lost_answer', times: 4 }]],
];

describe.each(STAGES)('when $platform misbehaves', (stage: Stage) => {
  const { platform } = stage;
  let world: World;
  let play: Play;

  beforeAll(async () => {
    world = await openWorld({ policy: [[['severities', 'normal', 'updateDue'], '3h']] });
    play = playOn(world, stage);
  });
  afterAll(() => world?.close());

  it.each(FAULTS)('%s, and there is one case, one card and one answer all the same', async (what, faults) => {
    const text = `It breaks when ${what}`;
    for (const fault of faults) world.on(platform).fault(fault);
    const message = play.post(text);
    play.flag(message);
    await world.until('the answer', () => play.answers(message).length > 0);
    world.on(platform).clearFaults();
    await world.until('the card', () => play.inTriage().some((each) => visible(each).includes(text)));
    await world.settled();
    expect({
      answers: play.answers(message).length,
      cards: play.inTriage().filter((each) => visible(each).includes(text)).length,
      cases: (await world.sql('select from hearback.cases where quote = $1', [text])).length,
      dead: await world.sql(
        'select kind, failure_code, failure_message from hearback.outbox where failed_at is not null',
      ),
    }).toEqual({ answers: 1, cards: 1, cases: 1, dead: [] });
  });
});
