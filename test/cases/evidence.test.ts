import { describe, expect, it } from '@jest/globals';
import {
  EACH_MAX,
  evidenceDeliveries,
  evidenceFiles,
  evidenceOf,
  evidencePlace,
  laterEvidence,
  type CaseAttachment,
  type EvidenceSource,
} from '../../src/cases/evidence.ts';
import { NotYet } from '../../src/errors.ts';
import { aFile, workspace } from '../support/factories.ts';
import { textsIn } from '../../src/texts/index.ts';

const body = { type: 'evidence' as const, department: 'qa', upTo: 9 };
const place = { type: 'channel' as const, workspaceId: workspace.id, channelId: 'C0QA' };
const attachment = (over: Partial<CaseAttachment> = {}): CaseAttachment => ({
  fileRowId: 1,
  name: 'a.txt',
  size: 3,
  state: 'kept',
  problem: null,
  ...over,
});
const source = (
  files: CaseAttachment[],
  bytes: (fileRowId: number) => Uint8Array | null = () => new Uint8Array(3),
  card: { channelId: string; messageId: string } | null = null,
): EvidenceSource => ({
  caseFiles: async () => files,
  fileBytes: async (_workspaceId, fileRowId) => bytes(fileRowId),
  postedEscalation: async () => card,
});
const of = (...[files, bytes]: Parameters<typeof source>) =>
  evidenceOf(files, workspace.id, source(files, bytes), textsIn('en'));

describe('the files of a case for a department', () => {
  it('come along within what a message takes, in their order; the others are named with the reason', async () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      attachment({ fileRowId: index, name: `${index}.txt` }),
    );
    const { files, left } = await of(many);

    expect(files.map(({ name }) => name)).toEqual(many.slice(0, 10).map(({ name }) => name));
    expect(left).toEqual([
      { name: '10.txt', why: 'one message takes 10 files' },
      { name: '11.txt', why: 'one message takes 10 files' },
    ]);
  });

  it('are bounded each and together, whatever size the platform said', async () => {
    const lying = await of([attachment()], () => new Uint8Array(EACH_MAX + 1));
    const together = await of(
      [1, 2, 3].map((fileRowId) => attachment({ fileRowId })),
      () => new Uint8Array(EACH_MAX),
    );

    expect(lying).toMatchObject({
      files: [],
      left: [{ why: 'it has 8.0 MB, and a message takes files of 8 MB' }],
    });
    expect([together.files.length, together.left]).toEqual([
      2,
      [{ name: 'a.txt', why: 'one message takes 20 MB in all' }],
    ]);
  });

  it('are not read where their size alone says that they cannot come along', async () => {
    const read: number[] = [];
    const { left } = await of(
      [
        attachment({ fileRowId: 1, size: EACH_MAX + 1 }),
        ...[2, 3, 4].map((fileRowId) => attachment({ fileRowId, size: EACH_MAX })),
      ],
      (fileRowId) => {
        read.push(fileRowId);
        return new Uint8Array(EACH_MAX);
      },
    );

    expect([read, left.length]).toEqual([[2, 3], 2]);
  });

  it('say why there are none: never copied, removed since, empty', async () => {
    const why = async (over: Partial<CaseAttachment>, bytes: Uint8Array | null = null) =>
      (await of([attachment(over)], () => bytes)).left[0]?.why;

    expect(await why({ state: 'missing', problem: 'It is larger than 10 MB.' })).toBe(
      'It is larger than 10 MB.',
    );
    expect(await why({ state: 'missing' })).toBe('it could not be copied');
    expect(await why({})).toBe('its bytes are not in the record any more');
    expect(await why({}, new Uint8Array())).toBe('it is empty');
  });

  it('wait for their bytes and for their card, longer each time', async () => {
    const waits = async (waiting: Promise<unknown>) => {
      const error = await waiting.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(NotYet);
      return (error as NotYet).retry;
    };
    const coming = source([attachment({ state: 'coming' })]);

    expect(await waits(evidenceFiles(body, 1, coming, 0))).toEqual({ afterMs: 1_000 });
    expect(await waits(evidenceFiles(body, 1, coming, 20_000))).toEqual({ afterMs: 20_000 });
    expect(await waits(evidencePlace(place, body, 1, source([]), 9_000_000))).toEqual({ afterMs: 60_000 });
  });

  it('stand below the card in the same channel', async () => {
    const card = { channelId: 'C0QA', messageId: '17.1' };

    expect(await evidencePlace(place, body, 1, source([], undefined, card), 0)).toEqual({
      type: 'thread',
      workspaceId: workspace.id,
      ...card,
    });
  });

  it('come once with the card, and once for each message with files after that, while the case is open', () => {
    const ref = { workspaceId: workspace.id, channelId: 'C1', messageId: 'm1' };
    const open = aFile({ departments: ['qa'], lastFileId: 4 });
    const later = (found = open, files: unknown[] = [1]) => laterEvidence(found, { ref, files }, workspace);

    expect(evidenceDeliveries(open, 'qa', workspace)).toMatchObject([
      { body: { type: 'evidence', upTo: 4 } },
    ]);
    expect(evidenceDeliveries(aFile(), 'qa', workspace)).toEqual([]);
    expect(later()).toMatchObject([{ body: { message: { channelId: 'C1', messageId: 'm1' } } }]);
    expect([later(open, []), later(aFile({ ...open, case: { state: 'closed' } }))]).toEqual([[], []]);
  });
});
