import { describe, expect, it } from '@jest/globals';
import type { CaseAttachment, EvidenceSource } from '../../src/cases/evidence.ts';
import { filesOf } from '../../src/chat/files.ts';
import type { Content } from '../../src/chat/card.ts';
import type { Place } from '../../src/chat/ref.ts';
import { NotYet } from '../../src/errors.ts';
import { sayEvidence } from '../../src/replies/say-evidence.ts';
import { aFile, NOW, policy, workspace } from '../support/factories.ts';

const card = { channelId: workspace.departments['qa']!.channel, messageId: '17.1' };
const delivery = {
  body: { type: 'evidence' as const, department: 'qa', upTo: 9 },
  place: { type: 'channel' as const, workspaceId: workspace.id, channelId: card.channelId },
  mark: 'a-mark-of-20-letters',
  firstTriedAt: NOW,
};
const attachment: CaseAttachment = {
  fileRowId: 1,
  name: 'a.txt',
  size: 3,
  state: 'kept',
  problem: null,
};
const found = { workspaceId: workspace.id, channelId: card.channelId, messageId: '17.2' };

/** Posts the files of a case; says what was done on the way, in its order. */
function scene({
  isPrivate = true,
  isCardThere = true,
  isThere = false,
  posting = async (): Promise<void> => {},
} = {}) {
  const done: string[] = [];
  const source: EvidenceSource = {
    caseFiles: async () => [attachment],
    fileBytes: async () => {
      done.push('bytes');
      return new Uint8Array(3);
    },
    postedEscalation: async () => (isCardThere ? card : null),
  };
  const chat = {
    awaitTurn: async () => void done.push('turn'),
    fetchChannel: async () => ({ channelId: card.channelId, name: 'qa', isPrivate }),
    fetchPerson: async () => ({ groups: [], isMember: true }),
    findPosted: async (_place: Place, content: Content) => {
      done.push(`looked for ${filesOf(content).length}`);
      return isThere ? found : null;
    },
    postedAt: () => NOW,
    post: async (_place: Place, content: Content) => {
      done.push(`posted ${filesOf(content).length}`);
      await posting();
      return found;
    },
  } as unknown as Parameters<typeof sayEvidence>[3];
  const say = (isRetry = false, file = aFile({ departments: ['qa'] })) =>
    sayEvidence(delivery, isRetry, { file, workspace, policy, earlier: [], topic: null }, chat, {
      store: source,
      now: () => NOW,
    });
  return { say, done };
}
const keptFrom = aFile({ departments: ['qa'], excluded: [{ userId: 'U0X', reason: 'conflict' }] });

describe('files on their way to a department', () => {
  it('are read last, when they can be posted at once', async () => {
    const { say, done } = scene();
    expect(await say()).toMatchObject({ posted: found });
    expect(done).toEqual(['turn', 'bytes', 'posted 1']);
  });

  it('are not read while the card is not there, nor for a channel that became public', async () => {
    const early = scene({ isCardThere: false });
    await expect(early.say()).rejects.toBeInstanceOf(NotYet);
    const open = scene({ isPrivate: false });
    await expect(open.say()).rejects.toMatchObject({ code: 'WOULD_LEAK' });
    expect([early.done, open.done]).toEqual([[], ['turn']]);
  });

  it('of a case that is kept from somebody are not posted; what an earlier attempt posted is found, so that it goes', async () => {
    const { say, done } = scene({ isThere: true });
    expect(await say(false, keptFrom)).toMatchObject({ posted: null });
    expect(await say(true, keptFrom)).toMatchObject({ posted: found });
    expect(done).toEqual(['looked for 1']);
  });

  it('go two at a time, since they are held in memory; the others wait their turn', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { say, done } = scene({ posting: () => gate });
    const first = [say(), say()];
    await expect(say()).rejects.toBeInstanceOf(NotYet);
    open();
    await Promise.all(first);
    await say();
    expect(done.filter((each) => each === 'bytes')).toHaveLength(3);
  });
});
