import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { cliOf } from '../cli/cli.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type World } from '../support/world.ts';

const PLACE = '(the code appears here)';

describe.each(STAGES)('gifts on $platform', (stage) => {
  const { platform, workspaceId, member, other, handler, moderator, lead, channels } = stage;
  const codes = ['ZEBRA-QUARTZ-*1*', 'ZEBRA-QUARTZ-_2_'];
  let world: World;
  let play: Play;

  const people = () => world.on(platform);
  const codesIn = (message: MessageView) =>
    codes.filter((code) => visible(message).replaceAll('\\\\', '').includes(code));
  const dmsWith = (person: string, words: string) =>
    play.inbox(person).filter((each) => visible(each).includes(words));
  /** Discord lists what is needed less often under a name of its own. */
  /** The newest card only they see, such as a preview. */
  const preview = (as: string) =>
    people()
      .messages({ as, channel: channels.triage })
      .findLast((each) => each.ephemeral && each.actions.length > 0)!;
  /** Every message anybody but the member can see, and every row of the record. */
  const elsewhere = async () => {
    const seen = [handler, moderator, lead, other].flatMap(({ id }) => [
      ...play.inbox(id).map(visible),
      ...Object.values(channels).flatMap((channel) => {
        try {
          return people().messages({ as: id, channel }).map(visible);
        } catch {
          return [];
        }
      }),
    ]);
    const tables = await world.sql<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('hearback', 'bullmq') and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables)
      seen.push(
        ...(await world.sql<{ row: string }>(`select t::text as row from ${name} t`)).map(({ row }) => row),
      );
    return seen.join('\n');
  };

  beforeAll(async () => {
    world = await openWorld({ policy: [[['giftLimits', 'perMember'], 2]] });
    play = playOn(world, stage);
    const file = join(mkdtempSync(join(tmpdir(), 'hearback-codes-')), 'codes.csv');
    writeFileSync(file, `\uFEFFnumber;Code\n1;${codes[0]}\n2;${codes[1]}\n3;${codes[0]}\n`);
    const imported = await cliOf(world.env)('gifts', 'import', 'voucher', file, '--workspace', workspaceId);
    expect(imported.out).toBe(
      'voucher: 2 new, 0 known already, 1 refused.\nline 4: the same code stands further up',
    );
  });
  afterAll(() => world?.close());

  it('are seen without their code, go out with one click, and the member alone reads the code', async () => {
    const { name, card, message } = await play.openCase('The export has been broken since Tuesday');
    await world.settled();
    const answers = play.answers(message).length;
    const opened = await play.press(card, 'Gift');
    expect(opened.error).toBeNull();
    await people().submit({
      as: handler.id,
      form: opened.form!.id,
      values: { gift: 'voucher', note: 'You were *very* patient.' },
    });
    const shown = await world.until('the preview', () => {
      const found = preview(handler.id);
      return found && visible(found).includes(PLACE) ? found : null;
    });
    expect(visible(shown)).toContain('a 10% voucher');
    expect(visible(shown)).toContain('by direct message');
    await world.until('the card to show it', () => visible(play.card(name)!).includes('not sent yet'));

    await play.press(shown, 'Send');
    await play.press(shown, 'Send');
    const [sent] = await world.until('the gift', () => {
      const found = dmsWith(member.id, 'a 10% voucher');
      return found.length > 0 ? found : null;
    });
    await world.until('the card to follow', () =>
      visible(play.card(name)!).includes('a 10% voucher (given)'),
    );
    await world.settled();

    expect(dmsWith(member.id, 'a 10% voucher')).toHaveLength(1);
    expect(codesIn(sent!)).toHaveLength(1);
    expect(visible(sent!)).not.toContain(PLACE);
    expect(visible(sent!)).toContain('patient');
    expect(play.answers(message)).toHaveLength(answers);
    expect(await elsewhere()).not.toContain('ZEBRA-QUARTZ');
  });

  it('above a value wait for the yes of somebody else, and go out once however often it is said', async () => {
    const { name } = await play.openCase('The invoice is wrong again');
    expect(await play.type(`/feedback gift ${name} credit`)).toContain('waits for somebody else');
    const asked = await world.until('the lead to be asked', () => dmsWith(lead.id, 'waits for your yes')[0]);
    expect(visible(asked)).toContain('20 euros');
    // Whoever proposed it may approve others' gifts, as an admin, but not this one; nor can it be sent without.
    expect(await play.type(`/feedback approve ${name}`)).toContain('somebody else has to decide');
    expect(await play.type(`/feedback send ${name}`)).toContain('waits for somebody else');
    expect(dmsWith(member.id, '20 euros')).toEqual([]);

    await Promise.all([1, 2, 3].map(() => play.press(asked, 'Approve gift', { as: lead.id })));
    await world.until('the gift', () => dmsWith(member.id, '20 euros').length > 0);
    await world.until(
      'word to whoever proposed it',
      () => dmsWith(handler.id, 'Your gift was approved').length > 0,
    );
    await world.until('the card to have no buttons', () => dmsWith(lead.id, 'approved and sent').length > 0);
    await world.settled();
    expect(dmsWith(member.id, '20 euros')).toHaveLength(1);
    expect(dmsWith(handler.id, 'Your gift was approved')).toHaveLength(1);
    expect(dmsWith(lead.id, 'waits for your yes')).toEqual([]);
  });

  it('are refused over a limit, and by a lead with a reason', async () => {
    const { name } = await play.openCase('And the receipt is missing too');
    expect(await play.type(`/feedback gift ${name} mug`)).toContain(
      'No more gifts for this member this month',
    );

    const post = play.post('My order came twice', other.id);
    const known = play.inTriage().length;
    play.flag(post);
    await world.until('its card', () => play.inTriage().length > known);
    const [told] = /FB-\d+/.exec(visible(play.inTriage().at(-1)!))!;
    await play.type(`/feedback gift ${told} credit`);
    const asked = await world.until('the lead to be asked', () => dmsWith(lead.id, 'waits for your yes')[0]);
    const form = await play.press(asked, 'Refuse gift', { as: lead.id });
    await people().submit({ as: lead.id, form: form.form!.id, values: { reason: 'A mug is enough here' } });
    const [word] = await world.until('word to whoever proposed it', () => {
      const found = dmsWith(handler.id, 'Your gift was refused');
      return found.length > 0 ? found : null;
    });
    expect(visible(word!)).toContain('A mug is enough here');
    await world.settled();
    expect(play.inbox(other.id)).toEqual([]);
  });

  it('that cannot be delivered stay held, the moderators are told, and nothing goes public', async () => {
    const post = play.post('The sound is gone since the update', other.id);
    const known = play.inTriage().length;
    play.flag(post);
    await world.until('its card', () => play.inTriage().length > known);
    const [name] = /FB-\d+/.exec(visible(play.inTriage().at(-1)!))!;
    await world.settled();
    const answers = play.answers(post).length;
    people().fault({ kind: 'dms_closed', person: other.id });
    expect(await play.type(`/feedback gift ${name} voucher Sorry again`)).toContain(PLACE);
    await play.type(`/feedback send ${name}`);
    await world.until('the moderators to be told', () =>
      play.inTriage().some((each) => visible(each).includes('has not received the answer')),
    );
    await world.settled();
    expect(play.answers(post)).toHaveLength(answers);
    expect(await elsewhere()).not.toContain('ZEBRA-QUARTZ');
    const shown = await play.type(`/feedback gifts`);
    people().clearFaults();
    expect(await play.type(`/feedback gift ${name}`)).toContain('Try again');
    const { form } = await play.press(preview(handler.id), 'Another gift');
    expect(form?.fields.map(({ label }) => label)[0]).toMatch(/gift/i);
    await play.press(preview(handler.id), 'Try again');
    await world.until('the gift after all', () =>
      dmsWith(other.id, '10% voucher').some((each) => codesIn(each).length === 1),
    );
    expect(shown).toContain('1 given, 1 not delivered, value 20; 0 codes left');
    expect(shown).toContain('value 40 of 500');
    expect(shown).toContain(name);
    const { out } = await cliOf(world.env)('gifts', 'show', '--workspace', workspaceId, '--csv');
    expect(out.split('\n')).toHaveLength(5);
    expect(out).not.toContain('ZEBRA-QUARTZ');
  });
});
