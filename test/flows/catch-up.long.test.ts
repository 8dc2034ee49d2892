import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

describe.each(STAGES)('what happened while the bot was away on $platform', (stage: Stage) => {
  const { platform, member, other, handler, moderator, channels } = stage;
  let world: World;
  let play: Play;

  const people = () => world.on(platform);
  const quotes = async () =>
    (await world.sql<{ quote: string }>('select quote from hearback.cases order by case_id')).map(
      ({ quote }) => quote,
    );
  /** A moment in the record, as the number of the last thing asked for. */
  const moment = async () =>
    (await world.sql<{ last: string }>('select coalesce(max(outbox_id), 0) as last from hearback.outbox'))[0]!
      .last;
  const caughtUp = async (since = '0') => {
    await world.until('the look back to begin', async () => {
      const begun = await world.sql(
        "select from hearback.outbox where kind = 'catch-up' and data ->> 'workspaceId' = $1 and not data ? 'part' and outbox_id > $2",
        [stage.workspaceId, since],
      );
      return begun.length > 0;
    });
    await world.until('the look back to be over', async () => {
      const left = await world.sql(
        'select from hearback.scan where started_at is not null and finished_at is null',
      );
      const asked = await world.sql(
        "select from hearback.outbox where kind in ('catch-up', 'scan-channel') and done_at is null and run_at <= now()",
      );
      return left.length + asked.length === 0;
    });
    await world.settled();
  };
  const away = async (meanwhile: () => void | Promise<void>) => {
    await world.app.close();
    // Both platforms would send it all again, and here it is the look back that has to find it.
    people().fault({ kind: 'events_limited', times: 1_000 });
    people().fault({ kind: 'disconnect', reason: 'invalid_session' });
    await meanwhile();
    people().clearFaults();
    const since = await moment();
    await world.restart();
    await caughtUp(since);
  };
  const said = (text: string, thread?: string, as = member.id) =>
    people().createMessage({ as, channel: channels.open, text, ...(thread && { thread }) });

  beforeAll(async () => {
    world = await openWorld({
      policy: [
        [['severities', 'normal', 'updateDue'], '3h'],
        [['ladder', 'lead'], '3h'],
      ],
    });
    play = playOn(world, stage);
    await caughtUp();
  });
  afterAll(() => world?.close());

  it('flags in channels and threads become cases; those taken back, of other emoji or by others do not', async () => {
    const root = said('The root');
    await away(() => {
      play.flag(said('Flagged in the channel').message);
      const reply = said('Flagged in a thread', root.message);
      people().react({ ...reply, as: handler.id, emoji: '🚩', present: true });
      const regretted = said('Taken back').message;
      play.flag(regretted);
      play.flag(regretted, { present: false });
      play.flag(said('Only liked').message, { emoji: '❤️' });
      play.flag(said('By somebody who may not').message, { as: other.id });
    });
    expect((await quotes()).toSorted()).toEqual(['Flagged in a thread', 'Flagged in the channel']);
    expect(play.inTriage()).toHaveLength(2);
  });

  it('looking once more finds nothing that is known', async () => {
    const before = await quotes();
    await away(() => {});
    expect(await quotes()).toEqual(before);
    expect(await world.sql("select from hearback.intake where key like 'flag/%' and kind is null")).toEqual(
      [],
    );
  });

  it('five people on one message, some of them known already, are one case with all of them', async () => {
    const { message } = await play.openCase('Everybody is angry');
    await away(() => {
      for (const as of [moderator.id, stage.lead.id]) play.flag(message, { as });
    });
    const found = await world.sql<{ reporters: number }>(
      `select count(*)::int as reporters from hearback.case_reporter join hearback.cases using (case_id)
       where quote = 'Everybody is angry'`,
    );
    expect(found).toEqual([{ reporters: 3 }]);
  });

  it("a member's answer, edits and deletions in the thread of an open case are in the record, and the answer is told", async () => {
    const { message, name } = await play.openCase('It is broken');
    await world.until('the answer', () => play.answers(message).length === 1);
    const known = said('I will delete this', message);
    await world.until(
      'the reply in the record',
      async () =>
        (await world.sql("select from hearback.message_version where text = 'I will delete this'")).length >
        0,
    );
    await away(() => {
      said('It is version 2.1', message);
      said('Same here', message, other.id);
      people().editMessage({ as: member.id, channel: channels.open, message, text: 'It is quite broken' });
      people().deleteMessage({ as: member.id, ...known });
    });
    const history = await world.sql<{ action: string }>(
      `select action from hearback.history join hearback.cases using (case_id) where quote = 'It is quite broken' order by history_id`,
    );
    expect(history.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['member_wrote', 'thread_message', 'message_edited', 'message_deleted']),
    );
    await world.until('word to the moderators', () =>
      [...play.inTriage(), ...play.inbox(handler.id)].some((each) =>
        visible(each).includes('It is version 2.1'),
      ),
    );
    expect(name).toMatch(/FB-/);

    const lines = 'select case_id as "caseId", action from hearback.history order by history_id';
    const before = await world.sql(lines);
    await away(() => {});
    expect(await world.sql(lines)).toEqual(before);
  });

  it('what was said under a message that was flagged meanwhile belongs to the new case', async () => {
    await away(() => {
      const { message } = said('Flagged while you slept');
      said('And one more detail', message);
      play.flag(message);
    });
    // A minute later.
    await world.sql(
      "update hearback.outbox set run_at = now(), dispatched_at = null, generation = generation + 1 where data ? 'part' and done_at is null",
    );
    await world.until(
      'the detail',
      async () =>
        (await world.sql("select from hearback.message_version where text = 'And one more detail'")).length >
        0,
    );
  });

  it('a process that is stopped in the middle goes on where it was, and a platform that limits it is waited for', async () => {
    const messages: string[] = [];
    await away(() => {});
    await world.app.close();
    people().fault({ kind: 'events_limited', times: 1_000 });
    for (let index = 0; index < 12; index += 1) messages.push(said(`Many ${index}`).message);
    for (const message of messages) play.flag(message);
    people().clearFaults();
    const method = platform === 'slack' ? 'conversations.replies' : '/reactions/';
    people().fault({ kind: 'rate_limit', times: 1, retryAfterS: 1, method });
    await world.restart();
    await world.until(
      'a step',
      async () =>
        (
          await world.sql('select from hearback.outbox where kind = $1 and done_at is not null', [
            'scan-channel',
          ])
        ).length > 0,
    );
    await world.restart();
    people().clearFaults();
    await caughtUp();
    expect((await quotes()).filter((quote) => quote.startsWith('Many')).toSorted()).toEqual(
      messages.map((_, index) => `Many ${index}`).toSorted(),
    );
  });

  it('what a member wrote to the bot alone belongs to their case, edits and deletions too', async () => {
    play.flag(said('They shout at everybody after a match').message, { emoji: '🚨' });
    const dm = await world.until('the direct message', () => people().inbox(member.id).directMessages[0]);
    await world.settled();
    const { channel } = dm;
    const say = (text: string, thread?: string) =>
      people().createMessage({ as: member.id, channel, text, ...(thread && { thread }) });
    await away(() => {
      say('It was Sunday');
      const { message } = say('In the lobbby');
      people().editMessage({ as: member.id, channel, message, text: 'In the lobby' });
      // Discord has no threads there.
      say('Around nine', platform === 'slack' ? dm.messages[0]!.id : undefined);
    });
    const correspondence = async () =>
      (
        await world.sql<{ text: string | null }>(
          `select (select text from hearback.message_version v where v.message_row_id = m.message_row_id order by version desc limit 1) as text
           from hearback.message m join hearback.case_message using (message_row_id) where channel_id = $1 order by posted_at, message_id`,
          [channel],
        )
      ).map(({ text }) => text);
    expect(await correspondence()).toEqual(['It was Sunday', 'In the lobby', 'Around nine']);
    const told = play.inbox(handler.id).map(visible).join('\n');
    for (const words of ['It was Sunday', 'In the lobby', 'Around nine']) expect(told).toContain(words);
    expect(play.inbox(member.id).map(visible).join('\n')).not.toContain('kept it');

    const [first] = people()
      .inbox(member.id)
      .directMessages[0]!.messages.filter(({ text }) => text === 'It was Sunday');
    await away(() => people().deleteMessage({ as: member.id, channel, message: first!.id }));
    expect(await correspondence()).toEqual([null, 'In the lobby', 'Around nine']);
  });

  it('a permission that makes it blind is told once, and once more after it was repaired and broke again', async () => {
    const scope = platform === 'slack' ? 'channels:history' : 'READ_MESSAGE_HISTORY';
    const warnings = () =>
      play.inTriage().filter((each) => visible(each).includes('I may have missed flags'));
    const blind = async () => {
      for (const _ of ['first', 'second']) {
        await world.app.close();
        people().fault({ kind: 'missing_scope', scope });
        const since = await moment();
        await world.restart();
        await caughtUp(since);
      }
      return warnings().filter((each) => visible(each).includes(channels.open)).length;
    };

    expect(await blind()).toBe(1);
    expect(visible(warnings()[0]!).replaceAll('\\', '')).toContain(scope);
    people().clearFaults();
    await away(() => {});
    expect(await blind()).toBe(2);
    people().clearFaults();
  });
});
