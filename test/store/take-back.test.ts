import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStore } from '../../src/store/create-store.ts';
import type { NewIntake, Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, candidate, fresh, jobs, message, nothing, reaction, START, takenIn } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const taken = (intake: NewIntake) => takenIn(record.pool, store, intake);

describe('taking a flag back', () => {
  it('is known when it happened at or after the flag, and not when it happened before', async () => {
    const workspaceId = fresh('slack:T');
    const flag = await taken(reaction('reaction_added', workspaceId, 'm', after(5)));
    expect(await store.wasTakenBack(flag)).toBe(false);

    await taken(reaction('reaction_removed', workspaceId, 'm', after(4)));
    expect(await store.wasTakenBack(flag)).toBe(false);
    const second = await taken(reaction('reaction_added', workspaceId, 'n', after(5)));
    await taken(reaction('reaction_removed', workspaceId, 'n', after(5)));
    expect(await store.wasTakenBack(second)).toBe(true);
  });

  it('is no matter of other people, messages, emojis or workspaces', async () => {
    const workspaceId = fresh('slack:T');
    const flag = await taken(reaction('reaction_added', workspaceId, 'm', START));
    const back = reaction('reaction_removed', workspaceId, 'm', after(1));
    const others: NewIntake[] = [
      {
        ...back,
        key: 'a',
        event: { ...back.event, kind: 'reaction_removed', userId: 'another', emoji: '🚩' },
      },
      {
        ...back,
        key: 'b',
        event: { ...back.event, kind: 'reaction_removed', userId: 'reporter', emoji: '🙏' },
      },
      reaction('reaction_removed', workspaceId, 'another', after(1)),
      reaction('reaction_removed', fresh('slack:T'), 'm', after(1)),
    ];
    for (const other of others) await taken(other);

    expect(await store.wasTakenBack(flag)).toBe(false);
  });

  it('finds the flag it belongs to, and whether that is recorded', async () => {
    const workspaceId = fresh('slack:T');
    const flag = await taken(reaction('reaction_added', workspaceId, 'm', START));
    const job = (await jobs(record.pool, 'record-flag')).at(-1)?.outboxId ?? 0;
    const back = await taken(reaction('reaction_removed', workspaceId, 'm', after(1)));

    expect(await store.flagOf(back)).toEqual({ flag, isRecorded: false, isGone: true });
    await store.once({ job }).open(candidate(message({ workspaceId, messageId: 'm' })), nothing);
    expect(await store.flagOf(back)).toEqual({ flag, isRecorded: true, isGone: false });
    expect(
      await store.flagOf(
        await takenIn(
          record.pool,
          store,
          reaction('reaction_removed', workspaceId, 'never flagged', after(1)),
        ),
      ),
    ).toBeNull();
  });

  it('lets the same person flag the same message again, and the older flag stays taken back', async () => {
    const workspaceId = fresh('slack:T');
    const flag = await takenIn(
      record.pool,
      store,
      reaction('reaction_added', workspaceId, 'm', START, 'Ev1'),
    );
    const back = await takenIn(
      record.pool,
      store,
      reaction('reaction_removed', workspaceId, 'm', after(1), 'Ev2'),
    );
    expect(await store.takeIn(reaction('reaction_added', workspaceId, 'm', after(2), 'Ev3'))).toBe(false);

    await store.forgetFlag(back);
    await store.forgetFlag(back);
    const again = await takenIn(
      record.pool,
      store,
      reaction('reaction_added', workspaceId, 'm', after(2), 'Ev3'),
    );

    expect(await store.wasTakenBack(flag)).toBe(true);
    expect(await store.wasTakenBack(again)).toBe(false);
    expect((await store.flagOf(back))?.flag).toEqual(flag);
    expect((await taken(reaction('reaction_removed', workspaceId, 'm', after(3), 'Ev4'))).meaning).toBe(
      'unflag',
    );
  });

  it('does not take the first flag, delivered once more, for a new one', async () => {
    const workspaceId = fresh('slack:T');
    await taken(reaction('reaction_added', workspaceId, 'm', START, 'Ev1'));
    await store.forgetFlag(await taken(reaction('reaction_removed', workspaceId, 'm', after(1), 'Ev2')));

    expect(await store.takeIn(reaction('reaction_added', workspaceId, 'm', START, 'Ev1'))).toBe(false);
  });

  it('leaves a flag that was set after it', async () => {
    const workspaceId = fresh('slack:T');
    const back = await taken(reaction('reaction_removed', workspaceId, 'm', after(1)));
    await taken(reaction('reaction_added', workspaceId, 'm', after(2)));

    await store.forgetFlag(back);

    expect(await store.takeIn(reaction('reaction_added', workspaceId, 'm', after(2)))).toBe(false);
  });
});
