import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ZipFile } from 'yazl';
import { use } from '../../src/store/agree-on-keys.ts';
import { keyLine, newKey } from '../../src/store/keys.ts';
import { createSeal } from '../../src/store/seal.ts';
import { workspace } from '../support/factories.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { START } from '../store/record.ts';
import { cliOf } from './cli.ts';

const folder = temporaryFolder();
const key = newKey(START);
let record: TestRecord;
let cli: ReturnType<typeof cliOf>;
let zips = 0;

async function zipOf(files: Record<string, string | Buffer>, comment = ''): Promise<string> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end({ comment, forceZip64Format: false });
  const path = join(folder, `archive-${(zips += 1)}.zip`);
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

interface Found {
  number: number;
  kind: string;
  member_name: string;
  quote: string;
  state: string;
  said: string[];
  roles: string[];
  reporters: string[];
  files: string[];
}

async function found(): Promise<Found[]> {
  const { rows } = await record.pool.query<Found>(
    `select number, kind, member_name, quote, state,
       array(select author_name || ': ' || coalesce(v.text, '-') from hearback.case_message cm join hearback.message m using (message_row_id)
         join hearback.message_version v using (message_row_id) where cm.case_id = c.case_id order by m.posted_at, version) as said,
       array(select role from hearback.case_message cm join hearback.message m using (message_row_id) where cm.case_id = c.case_id order by m.posted_at) as roles,
       array(select user_id from hearback.case_reporter r where r.case_id = c.case_id order by position) as reporters,
       array(select name || ' ' || url from hearback.file join hearback.case_message using (message_row_id) where case_id = c.case_id order by 1) as files
     from hearback.cases c order by number`,
  );
  return rows;
}

beforeAll(async () => {
  record = await testRecord();
  await use(record.pool, createSeal([key]), START);
  cli = cliOf({
    DATABASE_URL: record.url,
    HEARBACK_DATA_DIR: folder,
    HEARBACK_KEYS: keyLine(key),
    HEARBACK_CONFIG: 'sandbox/hearback.yaml',
  });
});
beforeEach(() =>
  record.pool.query(
    'truncate hearback.cases, hearback.message, hearback.workspace, hearback.imported cascade',
  ),
);
afterAll(() => record.drop());

const team = workspace.id.replace('slack:', '');
const users = [
  { id: 'U1', team_id: team, name: 'alma', profile: { display_name: 'Alma Berg' } },
  { id: 'U2', team_id: team, name: 'mia', real_name: 'Mia Holm' },
  { id: 'U3', team_id: team, name: 'robo', is_bot: true },
];
const general = [
  { type: 'message', subtype: 'channel_join', user: 'U1', text: 'joined', ts: '1700000000.000100' },
  {
    type: 'message',
    user: 'U1',
    text: 'The <https://x.example|export> is broken, <@U2> &amp; co :cry:',
    ts: '1700000001.000200',
    thread_ts: '1700000001.000200',
    reactions: [
      { name: 'triangular_flag_on_post', users: ['U2', 'U3'], count: 2 },
      { name: 'heart', users: ['U3'], count: 1 },
    ],
    files: [
      {
        id: 'F1',
        name: 'shot.png',
        mimetype: 'image/png',
        size: 12,
        url_private: 'https://files.slack.com/shot.png',
      },
    ],
  },
  { type: 'message', user: 'U2', text: 'Not flagged', ts: '1700000002.000100' },
];
const next = [
  { type: 'message', user: 'U2', text: 'We look', ts: '1700090000.000100', thread_ts: '1700000001.000200' },
  { type: 'message', user: 'U1', text: 'Still!', ts: '1700090001.000100', thread_ts: '1700000001.000200' },
];
const help = [
  {
    type: 'message',
    user: 'U2',
    text: 'Lovely',
    ts: '1700000005.000100',
    reactions: [{ name: 'pray::skin-tone-3', users: ['U1'] }],
  },
];
const SLACK: Record<string, string> = {
  'channels.json': JSON.stringify([
    { id: 'C1', name: 'general' },
    { id: 'C2', name: 'help' },
  ]),
  'users.json': JSON.stringify(users),
  'general/2023-11-14.json': JSON.stringify(general),
  'general/2023-11-15.json': JSON.stringify(next),
  'help/2023-11-14.json': JSON.stringify(help),
};

describe('an export of a Slack workspace', () => {
  it('brings its flagged messages as cases, with their thread, names and links of files', async () => {
    const done = await cli('import', '--from', 'slack', await zipOf(SLACK));

    expect(done).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Brought in: 2 cases with 4 messages and 1 file\./),
    });
    expect(await found()).toEqual([
      {
        number: 1,
        kind: 'feedback',
        state: 'closed',
        member_name: 'Alma Berg',
        quote: 'The export (https://x.example) is broken, @Mia Holm & co 😢',
        said: [
          'Alma Berg: The export (https://x.example) is broken, @Mia Holm & co 😢',
          'Mia Holm: We look',
          'Alma Berg: Still!',
        ],
        roles: ['source', 'thread', 'member'],
        reporters: ['U2', 'U3'],
        files: ['shot.png https://files.slack.com/shot.png'],
      },
      expect.objectContaining({ number: 2, kind: 'praise', member_name: 'Mia Holm', reporters: ['U1'] }),
    ]);
  });

  it('brings the channels that were chosen, one after another, each message once', async () => {
    const zip = await zipOf(
      Object.fromEntries(Object.entries(SLACK).map(([name, text]) => [`Riverside export/${name}`, text])),
    );

    expect((await cli('import', '--from', 'slack', zip, '--channels', '#help')).out).toContain(
      '1 case with 1 message',
    );
    expect((await cli('import', '--from', 'slack', zip, '--channels', 'C1')).out).toContain(
      '1 case with 3 messages',
    );
    expect((await cli('import', '--from', 'slack', zip)).out).toContain('Brought in: 0 cases');
    expect((await found()).map(({ kind }) => kind)).toEqual(['praise', 'feedback']);
    expect((await cli('import', '--from', 'slack', zip, '--channels', 'nowhere')).notes).toContain(
      'There is no channel "nowhere" in this archive. There is: general, help.',
    );
  });

  it('counts a message once, in however many cases it is and however often the archive has it', async () => {
    const [, root, other] = general;
    const [answer, again] = next;
    const flagged = { ...again, reactions: [{ name: 'triangular_flag_on_post', users: ['U2'] }] };
    const zip = await zipOf({
      ...SLACK,
      'general/2023-11-14.json': JSON.stringify([root, other, root]),
      'general/2023-11-15.json': JSON.stringify([answer, flagged, answer]),
    });
    expect((await cli('import', '--from', 'slack', zip, '--dry-run')).out).toBe('3 cases with 4 messages.');
    const { out, notes } = await cli('import', '--from', 'slack', zip);
    expect(notes).toContain('3 cases with 4 messages. Bringing in');
    expect(out).toMatch(/^Brought in: 3 cases with 4 messages and 1 file\./);
    expect((await found()).map(({ roles }) => roles)).toEqual([
      ['source', 'thread', 'member'],
      ['context', 'context', 'source'],
      ['source'],
    ]);
  });

  it('says which reactions are looked for where none of them is in it, and takes null for what there is not', async () => {
    const said = [{ type: 'message', user: 'U1', text: 'hello', ts: '1700000000.000100', thread_ts: null }];
    const zip = await zipOf({
      ...SLACK,
      'users.json': JSON.stringify([{ ...users[0], real_name: null, profile: { display_name: null } }]),
      'general/2023-11-14.json': JSON.stringify(said),
      'general/2023-11-15.json': '[]',
      'help/2023-11-14.json': '[]',
    });
    expect(await cli('import', '--from', 'slack', zip, '--dry-run')).toMatchObject({
      code: 0,
      out: '0 cases with 0 messages.',
      notes: expect.stringMatching(/^No message in it has a reaction .* Those of hearback.yaml are .*🚩/),
    });
  });

  it('can be a folder, and is looked at without bringing anything in', async () => {
    const path = join(folder, 'slack');
    for (const [name, text] of Object.entries(SLACK)) {
      mkdirSync(join(path, name, '..'), { recursive: true });
      writeFileSync(join(path, name), text);
    }
    expect(await cli('import', '--from', 'slack', path, '--dry-run')).toMatchObject({
      code: 0,
      out: '2 cases with 4 messages.',
    });
    expect(await found()).toEqual([]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['no list of channels', { 'users.json': '[]' }, /there is no channels\.json/],
    [
      'a broken day',
      { ...SLACK, 'help/2023-11-14.json': '[{"ts":"1700000005.000100"},\n{"ts":' },
      /help\/2023-11-14\.json, line 2, column 7: this is no JSON/,
    ],
    [
      'a wrong time',
      { ...SLACK, 'help/2023-11-14.json': '[{"ts":"yesterday"}]' },
      /help\/2023-11-14\.json, entry 1, ts: is a time/,
    ],
    [
      'people of another community',
      { ...SLACK, 'users.json': '[{"id":"U1","team_id":"T0OTHER"}]' },
      /slack:T0OTHER is no community/,
    ],
  ])('with %s is refused with its place, and nothing is taken in', async (_name, files, said) => {
    expect(await cli('import', '--from', 'slack', await zipOf(files))).toMatchObject({
      code: 1,
      notes: expect.stringMatching(said),
    });
    expect(await found()).toEqual([]);
  });
});

describe('a zip', () => {
  const importing = async (path: string) => (await cli('import', '--from', 'slack', path)).notes;

  it('that was cut off is refused', async () => {
    const path = await zipOf(SLACK);
    writeFileSync(`${path}.cut`, readFileSync(path).subarray(0, 300));
    expect(await importing(`${path}.cut`)).toMatch(/cannot be read: it is no zip, or it was cut off/);
  });

  it('with a name that leads out of it is refused', async () => {
    const path = await zipOf({ ...SLACK, 'xx/evil.json': '[]' });
    writeFileSync(
      path,
      Buffer.from(readFileSync(path).toString('latin1').replaceAll('xx/evil', '../evil'), 'latin1'),
    );
    expect(await importing(path)).toContain('leads out of the archive');
  });

  it('that would fill the machine is refused before it is unpacked', async () => {
    const path = await zipOf({ ...SLACK, 'general/2023-11-16.json': Buffer.alloc(30_000_000, 0x20) });
    expect(await importing(path)).toMatch(/was not opened: .* would become \d+ times as large/);
  });
});

const ticket = {
  id: '900',
  number: 7,
  createdById: '11',
  createdAt: '2024-05-01T10:00:00.000Z',
  open: false,
  closedAt: '2024-05-02T10:00:00.000Z',
  closedById: '12',
  closedReason: 'Sent anew',
  claimedById: '12',
  priority: 'HIGH',
  topic: 'Parcel lost',
  categoryId: 1,
  archivedUsers: [
    { userId: '11', displayName: 'Alma', username: 'alma', bot: false },
    { userId: '12', displayName: null, username: 'mia', bot: false },
  ],
  archivedMessages: [
    {
      id: '902',
      authorId: '12',
      content: '{"content":"We send it anew","attachments":[]}',
      createdAt: '2024-05-01T10:05:00.000Z',
      deleted: false,
    },
    {
      id: '901',
      authorId: '11',
      content: JSON.stringify({
        content: 'Where is it?',
        attachments: [
          { id: '1', name: 'a.png', contentType: 'image/png', size: 3, url: 'https://cdn.example/a.png' },
        ],
      }),
      createdAt: '2024-05-01T10:01:00.000Z',
      deleted: true,
    },
  ],
  questionAnswers: [{ value: 'Order 12' }],
  feedback: { rating: 5, comment: 'quick', createdAt: '2024-05-02T11:00:00.000Z' },
};
const guild = 'discord:1100000000000000001';

describe('an export of discord-tickets', () => {
  const archive = (tickets: string, version = '4.0.21', id = guildId()) =>
    zipOf(
      { 'settings.json': '{}', 'tickets.jsonl': tickets },
      JSON.stringify({ originalGuildId: id, version }),
    );

  it('brings its tickets as cases, with their numbers', async () => {
    const path = await archive(
      `${JSON.stringify(ticket)}\n${JSON.stringify({ ...ticket, id: '950', number: 9, open: true, archivedMessages: [] })}\n`,
    );
    expect(await cli('import', '--from', 'discord-tickets', path)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Brought in: 2 cases with 2 messages and 1 file\./),
    });
    const [first, second] = await found();
    expect(first).toMatchObject({
      number: 7,
      state: 'closed',
      member_name: 'Alma',
      quote: 'Parcel lost\nOrder 12',
      said: ['Alma: Where is it?', 'Alma: -', 'mia: We send it anew'],
      roles: ['member', 'thread'],
      files: ['a.png https://cdn.example/a.png'],
    });
    expect(second).toMatchObject({ number: 9, state: 'open' });
    expect((await cli('import', '--from', 'discord-tickets', path)).out).toContain(
      '2 cases were here already',
    );
  });

  it('is refused where it is not as version 4 writes it, with the line', async () => {
    const importing = async (path: string, ...more: string[]) =>
      (await cli('import', '--from', 'discord-tickets', path, ...more)).notes;
    expect(await importing(await archive('{}\n'))).toMatch(/tickets\.jsonl, line 1, id:/);
    expect(await importing(await archive(`${JSON.stringify(ticket)}\n{"id":`))).toMatch(
      /tickets\.jsonl, line 2.*this is no JSON/,
    );
    expect(await importing(await archive('', '3.1.0'))).toContain('written by discord-tickets 3.1.0');
    expect(await importing(await archive('', '4.0.0', '1'))).toContain('discord:1 is no community');
    expect(await importing(await archive(''), '--kind', 'tickets')).toContain('There is no kind "tickets"');
    expect(await importing(await zipOf(SLACK))).toContain('no export of discord-tickets 4');
    expect(await found()).toEqual([]);
  });
});

function guildId(): string {
  return guild.replace('discord:', '');
}
