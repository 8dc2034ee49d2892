import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

// What came by mail, phone or in person, from somebody who has an account here, and with files.

const file = (name: string, bytes: string) => ({
  name,
  mime: 'text/plain',
  base64: Buffer.from(bytes).toString('base64'),
});
const seen = file('seen.txt', 'error 42');

let world: World;
beforeAll(async () => {
  world = await openWorld({
    policy: [
      [['files'], { maxBytes: 1_000 }],
      [['topics'], { duplicates: '7d' }],
    ],
  });
});
afterAll(() => world?.close());

describe.each(STAGES)('feedback that came another way, on $platform', (stage: Stage) => {
  const { platform, workspaceId, member, other, handler, moderator, lead, channels } = stage;
  let play: Play;
  let name: string;

  const people = () => world.on(platform);
  const at = (id: string) => (platform === 'slack' ? `<@${id}>` : id);
  const cardWith = (words: string) =>
    world.until(`the card with "${words}"`, () =>
      play.inTriage().find((each) => each.actions.length > 0 && visible(each).includes(words)),
    );
  const newest = async () => {
    const [found] = await world.sql<{ number: number; member: string; name: string }>(
      'select number, member_id as member, member_name as name from hearback.cases where workspace_id = $1 order by case_id desc limit 1',
      [workspaceId],
    );
    return found!;
  };
  const filesOf = (number: number) =>
    world.sql<{ name: string; state: string }>(
      `select f.name, f.state from hearback.file f join hearback.case_message using (message_row_id) join hearback.cases c using (case_id)
       where c.workspace_id = $1 and number = $2 order by file_row_id`,
      [workspaceId, number],
    );

  beforeAll(() => {
    play = playOn(world, stage);
  });

  it('is the case of the account that was named, with its files, and nothing goes to the member before a click', async () => {
    const before = play.inbox(member.id).length;
    // On Discord a form has five fields: the account is an option of the command, and leaves its place to the files.
    const line = platform === 'slack' ? '/feedback new' : `/feedback new member:${member.id}`;
    const { form } = await people().command({ as: handler.id, channel: channels.triage, text: line });
    expect(form!.fields.map(({ name: field }) => field)).toEqual(
      platform === 'slack'
        ? ['text', 'from', 'member', 'file', 'origin', 'kind', 'severity']
        : ['text', 'file', 'origin', 'kind', 'severity'],
    );
    const said = await play.said(
      await people().submit({
        as: handler.id,
        form: form!.id,
        values: {
          text: 'The kiln tripped the fuse twice',
          origin: 'phone',
          kind: 'feedback',
          ...(platform === 'slack' && { member: member.id }),
        },
        files: { file: [seen, file('long.txt', 'x'.repeat(2_000))] },
      }),
      people()
        .messages({ as: handler.id, channel: channels.triage })
        .filter(({ ephemeral }) => ephemeral).length,
      handler.id,
      channels.triage,
    );
    expect(said).toContain(`for ${member.name}, told by phone`);
    expect(said).toContain('2 files are being copied');
    await world.settled();

    const found = await newest();
    name = `FB-${found.number}`;
    expect(found).toMatchObject({ member: member.id, name: member.name });
    const card = await cardWith('tripped the fuse');
    // One of the two is too large.
    expect(visible(card)).toContain('1 file');
    expect(visible(card)).toContain('from the words that were written down');
    expect(card.actions.map(({ label }) => label)).toContain('Send answer');
    expect(await filesOf(found.number)).toEqual([
      { name: 'seen.txt', state: 'kept' },
      { name: 'long.txt', state: 'problem' },
    ]);
    const lost = play.inTriage().filter((each) => visible(each).includes('A file could not be kept'));
    expect(lost.map(visible)).toEqual([expect.stringContaining('long.txt')]);
    expect(play.inbox(member.id)).toHaveLength(before);

    await play.press(play.card(name)!, 'Send answer');
    await world.until('the answer by direct message', () => play.inbox(member.id).length > before);
    await world.settled();
    const answered = play.inbox(member.id).at(-1)!;
    people().createMessage({
      as: member.id,
      channel: answered.channel,
      text: `It was the old fuse, ${platform}`,
    });
    await world.until(
      'their words at the case',
      async () =>
        (
          await world.sql('select from hearback.message_version where text = $1', [
            `It was the old fuse, ${platform}`,
          ])
        ).length > 0,
    );
  });

  it('joins the open case in which the member has said the same, words and files', async () => {
    const { number } = await newest();
    const words = 'The kiln tripped the fuse twice again';
    const options = `member:${at(member.id)} origin:mail`;
    const before = people()
      .messages({ as: handler.id, channel: channels.triage })
      .filter(({ ephemeral }) => ephemeral).length;
    const result = await people().command({
      as: handler.id,
      channel: channels.triage,
      text: `/feedback new text:${platform === 'slack' ? `"${words}"` : words} ${options}`,
      ...(platform === 'discord' && { files: [file('bill.txt', '40 euros')] }),
    });
    expect(await play.said(result, before, handler.id, channels.triage)).toContain(`belongs to ${name}`);
    await world.settled();
    expect((await newest()).number).toBe(number);
    const said = await world.sql<{ text: string }>(
      `select text from hearback.message_version join hearback.message using (message_row_id)
       where workspace_id = $1 and channel_id = 'told' order by message_row_id`,
      [workspaceId],
    );
    // Of the case of its own the words are the quote, and only the files a message.
    expect(said).toEqual([{ text: '' }, { text: words }]);
    expect((await filesOf(number)).map((each) => each.name)).toEqual(
      platform === 'discord' ? ['seen.txt', 'long.txt', 'bill.txt'] : ['seen.txt', 'long.txt'],
    );
  });

  it('is recorded all the same for a bot, for somebody who works here, and for whoever has left', async () => {
    const tell = (who: string, words: string, more = '') => {
      const text = platform === 'slack' ? `"${words}"` : words;
      return play.type(`/feedback new text:${text} ${more}origin:mail member:${who}`);
    };
    const bot = people()
      .community()
      .people.find(({ isBot }) => isBot)!.id;
    expect(await tell(at(bot), 'The lamp hums', 'from:Anna ')).toContain('is a bot');
    expect(await newest()).toMatchObject({ member: '', name: 'Anna' });

    expect(await tell(at(moderator.id), 'STAFFWORDS the rota is unfair')).toContain('kept from them');
    const own = `FB-${(await newest()).number}`;
    expect(await play.type(`/feedback show ${own}`, { as: moderator.id })).not.toContain('STAFFWORDS');
    expect(await tell(at(handler.id), 'The heating is off')).toContain('what you said yourself');

    people().leave({ person: other.id });
    expect(await tell(at(other.id), 'I left because of the noise')).toContain(
      'not in this community any more',
    );
    expect((await newest()).member).toBe(other.id);
  });

  it('is not recorded for whoever does not want to be, and a file is not lost to a form', async () => {
    const { number } = await newest();
    if (platform === 'discord') {
      const before = people()
        .messages({ as: handler.id, channel: channels.triage })
        .filter(({ ephemeral }) => ephemeral).length;
      const result = await people().command({
        as: handler.id,
        channel: channels.triage,
        text: '/feedback new text:The bill is wrong',
        files: [seen],
      });
      expect(await play.said(result, before, handler.id, channels.triage)).toContain('all in one go');
    }
    const tag = `hearback.person_tag('${workspaceId}', '${lead.id}')`;
    await world.sql(
      `insert into hearback.opted_out (workspace_id, tag, at) values ($1, ${tag}, now() - interval '1 hour')`,
      [workspaceId],
    );
    const text = platform === 'slack' ? '"A remark"' : 'A remark';
    expect(await play.type(`/feedback new text:${text} origin:mail member:${at(lead.id)}`)).toContain(
      'has asked not to be recorded',
    );
    expect((await newest()).number).toBe(number);
  });
});
