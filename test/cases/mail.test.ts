import { describe, expect, it } from '@jest/globals';
import { EVERYBODY_IN } from '../../src/cases/attendance.ts';
import { departmentPlaces } from '../../src/cases/department-places.ts';
import { endByMail } from '../../src/cases/end-by-mail.ts';
import { evidenceDeliveries, laterEvidence } from '../../src/cases/evidence.ts';
import { ring } from '../../src/cases/ladder.ts';
import { mailNote, saidByMail, unreadMail } from '../../src/cases/mail-note.ts';
import { routeDeliveries } from '../../src/cases/route.ts';
import { toldDepartment } from '../../src/cases/told-department.ts';
import { MAIL, mailboxOf } from '../../src/chat/mail.ts';
import type { WorkspacePolicy } from '../../src/policy/schema.ts';
import { mailContent } from '../../src/replies/mail-content.ts';
import { aClock, aFile, asked, HANDLER, NOW, policy, workspace } from '../support/factories.ts';
import { textsIn } from '../../src/texts/index.ts';

const qa = workspace.departments['qa']!;
const withQa = (over: Partial<typeof qa>): WorkspacePolicy => ({
  ...workspace,
  departments: { ...workspace.departments, qa: { ...qa, ...over } },
});
const byMail = withQa({ channel: '', email: 'qa@x.example' });
const byBoth = withQa({ email: 'qa@x.example' });
const channel = { type: 'channel', workspaceId: workspace.id, channelId: qa.channel };
const waited = aClock({ kind: 'department_answer', subject: 'qa', clockId: 5 });
const file = (over: Parameters<typeof aFile>[0] = {}) =>
  aFile({ departments: ['qa'], clocks: [waited], ...over, case: { handlerId: HANDLER, ...over.case } });
const MAILED = {
  from: 'quinn@x.example',
  text: 'It is the cache',
  files: [{ name: 'a.txt', mime: 'text/plain', bytes: new Uint8Array(3) }],
  left: [{ name: 'b.bin', why: () => 'it has more than 8 MB' }],
  key: 'k1',
  unread: null,
};
const places = (deliveries: readonly { place: unknown }[] = []) => deliveries.map(({ place }) => place);

describe('a department by mail', () => {
  it('reads in its mailbox, in its channel, or in both; each once', () => {
    expect(departmentPlaces(workspace, 'qa')).toEqual([channel]);
    expect(departmentPlaces(byMail, 'qa')).toEqual([mailboxOf('qa')]);
    expect(departmentPlaces(byBoth, 'qa')).toEqual([channel, mailboxOf('qa')]);
    expect(departmentPlaces(byMail, 'constructor')).toEqual([]);

    const routed = routeDeliveries(file({ lastFileId: 9 }), 'qa', byBoth);
    expect(new Set(routed.map(({ key }) => key)).size).toBe(routed.length);
    expect(routed.filter(({ body }) => body.type === 'escalation')).toHaveLength(2);
  });

  it('gets the files of a case with the mail about it, and later ones in a mail of their own', () => {
    expect(evidenceDeliveries(file({ lastFileId: 9 }), 'qa', byMail)).toEqual([]);
    const ref = { workspaceId: workspace.id, channelId: 'C', messageId: '2' };
    expect(places(laterEvidence(file(), { ref, files: [{}] }, byMail))).toEqual([mailboxOf('qa')]);
  });

  it('is reminded there, and told there', () => {
    expect(places(ring(file(), waited, byMail, policy, NOW).deliveries)).toEqual([mailboxOf('qa')]);
    expect(places(ring(file(), waited, workspace, policy, NOW).deliveries)).toEqual([channel]);
    const told = toldDepartment(
      file({ departmentWork: [asked('qa')] }),
      { department: 'qa', by: HANDLER, words: 'It is 4.2' },
      byMail,
      policy,
      NOW,
    );
    expect(places(told.deliveries)).toEqual([mailboxOf('qa')]);
  });

  it('hears once of each end of a case, and nothing while it is open', () => {
    expect(endByMail(file(), mailboxOf('qa'), textsIn('en'))).toBeNull();
    const ended = (closedAt: Date) =>
      endByMail(file({ case: { state: 'closed', closedAt } }), mailboxOf('qa'), textsIn('en'))!.key;
    expect(ended(NOW)).toBe(ended(NOW));
    expect(ended(NOW)).not.toBe(ended(new Date(NOW.getTime() + 1)));
  });

  it('gets the number of a case that not everybody may see, and none of its words or files', () => {
    const view = (over: Parameters<typeof aFile>[0]) => ({
      file: file(over),
      workspace: byMail,
      policy,
      earlier: [],
    });
    const evidence = { files: [{ name: 'a.txt', bytes: new Uint8Array(3) }], left: [] };
    for (const over of [
      { excluded: [{ userId: 'U1', reason: 'conflict' as const }] },
      { case: { audience: 'leads' as const } },
    ]) {
      const card = mailContent({ type: 'escalation', department: 'qa', cc: false }, view(over), evidence)!;
      expect(JSON.stringify(card)).not.toContain('export has been broken');
      expect(card.files).toBeUndefined();
      expect(mailContent({ type: 'evidence', department: 'qa' }, view(over), evidence)).toBeNull();
    }
    const open = mailContent({ type: 'escalation', department: 'qa', cc: false }, view({}), evidence)!;
    expect(JSON.stringify(open.body)).toContain('export has been broken');
    expect(open.actions).toEqual([]);
    expect(open.files).toEqual(evidence.files);
  });

  it('is sent nothing that is for a member', () => {
    const view = { file: file(), workspace: byMail, policy, earlier: [] };
    for (const body of [{ type: 'reply' as const, replyId: 1 }, { type: 'triage' as const }])
      expect(mailContent(body, view, { files: [], left: [] })).toBeNull();
  });
});

describe('an answer by mail', () => {
  const answered = (over: Parameters<typeof aFile>[0] = {}, mail = MAILED) =>
    saidByMail(file(over), mail, 'qa', byMail, EVERYBODY_IN);

  it('stops the clock, and whoever looks after the case hears of it with its files; it changes nothing else', () => {
    const change = answered();
    expect(change).toEqual({
      history: [{ action: 'noted', actorId: `${MAIL}/quinn@x.example`, detail: { department: 'qa' } }],
      clocks: [{ op: 'stop', kind: 'department_answer', subject: 'qa', met: true }],
      deliveries: [
        expect.objectContaining({
          key: expect.stringMatching(/^mail-\d+-k1$/),
          place: { type: 'dm', workspaceId: workspace.id, userId: HANDLER },
          body: expect.objectContaining({ type: 'notice', mailed: expect.anything() }),
        }),
      ],
    });
  });

  it('is told also where nobody is waited for, since nobody else would see it', () => {
    expect(answered({ clocks: [] }).deliveries).toHaveLength(1);
  });

  it('to a case that has ended reopens nothing, and offers it', () => {
    const change = answered({ clocks: [], case: { state: 'closed', closedAt: NOW } });
    expect(change.set).toBeUndefined();
    expect(change.deliveries).toMatchObject([{ body: { offer: 'reopen' } }]);
  });

  it('says what is not kept, and from where it came when that is another address', () => {
    const note = mailNote(MAILED, 'qa', byMail);
    expect(note.split('\n')).toEqual([
      'It is the cache',
      '(attached: a.txt)',
      '(not kept: b.bin, it has more than 8 MB)',
      '(by mail from quinn@x.example, which is another address than qa@x.example)',
    ]);
    expect(mailNote({ ...MAILED, from: 'qa@x.example', files: [], left: [] }, 'qa', byMail)).toBe(
      'It is the cache',
    );
    expect(mailNote({ ...MAILED, from: '', text: '', files: [], left: [] }, 'qa', byMail)).toContain(
      '(no text)',
    );
  });

  it('that could not be read is told once, and moves nothing', () => {
    const told = unreadMail(file(), { ...MAILED, unread: () => 'it has 50 MB' }, 'qa', byMail, EVERYBODY_IN);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).toContain('it has 50 MB');
  });
});
