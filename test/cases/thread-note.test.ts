import { describe, expect, it } from '@jest/globals';
import { EVERYBODY_IN } from '../../src/cases/attendance.ts';
import { noteEdited, noteText, saidBelowCard, spokenFor } from '../../src/cases/thread-note.ts';
import { aClock, aFile, HANDLER, NOW, workspace } from '../support/factories.ts';
import { textsIn } from '../../src/texts/index.ts';

const said = {
  author: { userId: 'U0QUINN', name: 'Quinn', isBot: false },
  text: 'Looks like the cache',
  files: [],
  permalink: 'https://chat.example/1',
};
const waited = { kind: 'department_answer' as const, subject: 'qa', clockId: 5 };
const file = (over: Parameters<typeof aFile>[0] = {}) =>
  aFile({
    departments: ['qa'],
    clocks: [aClock(waited)],
    ...over,
    case: { handlerId: HANDLER, ...over.case },
  });
const below = (found = file(), department: string | null = 'qa', message = said) =>
  saidBelowCard(found, message, department, workspace, EVERYBODY_IN);

describe('words below a card', () => {
  it('stop the clock of a department that is waited for, and its handler hears the first of them', () => {
    const change = below();

    expect(change.clocks).toMatchObject([
      { op: 'stop', kind: 'department_answer', subject: 'qa', met: true },
    ]);
    expect(change.deliveries).toMatchObject([
      { key: 'department-wrote-5', place: { type: 'dm', userId: HANDLER }, body: { type: 'notice' } },
    ]);
  });

  it('move nothing when the department is not waited for, or another one is, or the moderators talk', () => {
    const quiet = { history: [expect.objectContaining({ action: 'noted', actorId: 'U0QUINN' })] };

    expect(below(file({ clocks: [] }))).toEqual(quiet);
    expect(below(file({ clocks: [aClock({ ...waited, subject: 'support' })] }))).toEqual(quiet);
    expect(below(file(), null)).toEqual(quiet);
  });

  it('of the handler ask a department, and are no answer of it', () => {
    const asked = { ...said, author: { ...said.author, userId: HANDLER } };

    expect(below(file(), 'qa', asked)).toEqual({ history: [expect.objectContaining({ actorId: HANDLER })] });
  });

  it("count for a department in its own channel alone: not below a copy, nor where the channel is another's by now", () => {
    const ref = (channelId: string, workspaceId = workspace.id) => ({
      workspaceId,
      channelId,
      messageId: '1',
    });
    const { channel } = workspace.departments['qa']!;
    const of = (place: Parameters<typeof spokenFor>[1], department: string | null = 'qa') =>
      spokenFor(department, place, workspace);

    expect(of({ ref: ref(channel) })).toBe('qa');
    expect(of({ ref: ref('thread'), threadRoot: { channelId: channel, messageId: 'thread' } })).toBe('qa');
    expect(of({ ref: ref('C0COPY') })).toBeNull();
    expect(of({ ref: ref('thread'), threadRoot: { channelId: 'C0COPY', messageId: 'thread' } })).toBeNull();
    expect(of({ ref: ref(channel, 'slack:T0OTHER') })).toBeNull();
    expect(of({ ref: ref(channel) }, 'gone')).toBeNull();
    expect(of({ ref: ref(workspace.triage) }, null)).toBeNull();
  });

  it('are kept from somebody the case is kept from, and change nothing', () => {
    const kept = file({ excluded: [{ userId: 'U0QUINN', reason: 'conflict' }] });

    expect(below(kept)).toEqual({ history: [expect.objectContaining({ action: 'noted' })] });
  });

  it('about a case that has ended are told to its people once for each end, with a way to reopen it', () => {
    const ended = (closedAt: Date | null) =>
      below(file({ clocks: [], case: { state: 'closed', closedAt } })).deliveries;

    expect(ended(NOW)).toMatchObject([{ body: { type: 'notice', offer: 'reopen' } }]);
    expect(ended(NOW)![0]!.key).toBe(ended(NOW)![0]!.key);
    expect(ended(NOW)![0]!.key).not.toBe(ended(new Date(NOW.getTime() + 1))![0]!.key);
  });

  it('are a note with the names of what was attached', () => {
    const log = { fileId: 'F1', name: 'log.txt', mime: 'text/plain', size: 1, url: '' };

    expect(noteText({ text: 'See', files: [log] }, textsIn('en'))).toBe('See\n(attached: log.txt)');
    expect(noteText({ text: '', files: [] }, textsIn('en'))).toBe('(no text)');
    expect(noteEdited('See\n(attached: log.txt)', 'See there')).toBe('See there\n(attached: log.txt)');
    expect([noteEdited('(attached: log.txt)', ''), noteEdited('See', '')]).toEqual([
      '(attached: log.txt)',
      '…',
    ]);
  });
});
