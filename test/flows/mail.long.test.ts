import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { playOn, visible, type Play } from '../support/play.ts';
import { HOOK_SECRET, startMailServer, startWithMail, written, type MailServer } from '../support/mail.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

// A department that lives in its mailbox: what it gets, what comes of its answers, and what the member sees of it: nothing.

const addressOf = (platform: string) => `qa@${platform}.example`;

let mail: MailServer;
let world: World;
let logged: string[];
beforeAll(async () => {
  mail = await startMailServer();
  world = await openWorld({
    withoutBot: true,
    policy: STAGES.map(({ platform }, index) => [
      ['workspaces', index, 'departments', 'qa'],
      { name: 'QA', email: addressOf(platform) },
    ]),
  });
  logged = await startWithMail(world, mail);
});
afterAll(async () => {
  await world?.close();
  await mail?.close();
});

describe.each(STAGES)('a department by mail, for a community on $platform', (stage: Stage) => {
  const { platform, member, handler, channels } = stage;
  const qa = addressOf(platform);
  let play: Play;
  let name: string;
  let source: string;

  const mails = () => mail.delivered.filter(({ envelope }) => envelope.to.includes(qa));
  const mailSaying = (words: string) =>
    world.until(`a mail saying "${words}"`, () =>
      mails().find((each) => each.mail.text?.includes(words) || each.mail.html?.includes(words)),
    );
  const replyTo = () => mails()[0]!.mail.replyTo![0]!.address!;
  const told = (words: string, among = () => play.inbox(handler.id)) =>
    world.until(`somebody to hear "${words}"`, () => among().find((each) => visible(each).includes(words)));
  const number = () => Number(name.split('-')[1]);
  const notes = () =>
    world.sql<{ text: string; author: string; department: string | null }>(
      `select text, author_id as author, n.department from hearback.note n join hearback.cases using (case_id)
       where cases.workspace_id = $1 and number = $2 order by note_id`,
      [stage.workspaceId, number()],
    );
  const waitedFor = () =>
    world.sql(
      `select 1 from hearback.clock join hearback.cases using (case_id) where workspace_id = $1 and number = $2
       and clock.kind = 'department_answer' and clock.state = 'running'`,
      [stage.workspaceId, number()],
    );
  const post = (raw: string, secret = HOOK_SECRET) =>
    fetch(`${world.app.url}/hooks/mail`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'message/rfc822' },
      body: raw,
    });

  beforeAll(async () => {
    play = playOn(world, stage);
    const { message } = world.on(platform).createMessage({
      as: member.id,
      channel: channels.open,
      text: 'The app closes by itself <b>again</b>',
      files: [{ name: 'log.txt', mime: 'text/plain', base64: Buffer.from('error 42').toString('base64') }],
    });
    source = message;
    play.flag(message);
    const card = await world.until('the card', () =>
      play.inTriage().find((each) => visible(each).includes('closes by itself') && each.actions.length > 0),
    );
    name = /FB-\d+/.exec(visible(card))![0];
    await play.press(card, 'Claim');
    await play.type(`/feedback route ${name} qa Does it happen on tablets too?`);
  });

  it('gets the case with its evidence, from no person, with an address of its own for the answer', async () => {
    const got = await mailSaying('Does it happen on tablets too?');
    const { mail: letter, envelope, header } = got;
    expect(letter.subject).toContain(`[${name}] Feedback for QA`);
    expect(letter.text).toContain('The app closes by itself');
    expect(letter.html).toContain('&lt;b&gt;again&lt;/b&gt;');
    expect(letter.html).toContain('open message');
    expect(letter.text).toContain('Answer by');
    expect(letter.text).toContain(`${handler.name} (`);
    expect(
      letter.attachments.map(({ filename, content }) => [
        filename,
        new TextDecoder().decode(content as ArrayBuffer),
      ]),
    ).toEqual([['log.txt', 'error 42']]);
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(replyTo()).toMatch(/^feedback\+[0-9a-z]+-[a-z2-7]{20}@community\.example$/);
    expect(envelope.from).toBe(replyTo());
    await world.settled();
    expect(mails()).toHaveLength(1);
  });

  it('answers by mail: a note with its author, the clock stops, the handler hears of it; twice the same is once', async () => {
    expect(await waitedFor()).toHaveLength(1);
    const raw = written({
      to: replyTo(),
      id: `first-${platform}@qa.example`,
      file: { name: 'trace.txt', text: 'at line 12' },
      text: `Only on tablets, since 4.2. Ærlig talt.\n\nOn Sun, 22 Nov 2026 Hearback wrote:\n> Please write your answer above this line.\n> ${name}\n`,
    });
    mail.arrive(raw);
    const notice = await told('Only on tablets');
    expect(visible(notice)).toContain('quinn@qa.example');
    await world.until('the file', () =>
      play.inbox(handler.id).some(({ files }) => files.some(({ name: file }) => file.startsWith('trace-'))),
    );
    expect(await notes()).toEqual([
      {
        text: expect.stringMatching(
          /^Only on tablets, since 4\.2\. Ærlig talt\.\n\(attached: trace\.txt\)\n\(by mail from quinn@qa\.example, which is another address/,
        ),
        author: 'mail:box/quinn@qa.example',
        department: 'qa',
      },
    ]);
    expect(await waitedFor()).toEqual([]);
    mail.arrive(raw);
    expect((await post(raw)).status).toBe(202);
    await world.until('both to be read', () =>
      mail.flags().every((each) => each.includes(String.raw`\Seen`)),
    );
    expect(await notes()).toHaveLength(1);
  });

  it('is told what it asked for in the same thread of mails', async () => {
    await play.type(`/feedback department ${name} tell "text:It is version 4.2" department:qa`);
    const { header, mail: letter } = await mailSaying('It is version 4.2');
    expect(header('in-reply-to')).toBe(mails()[0]!.header('message-id'));
    expect(header('references')).toBe(mails()[0]!.header('message-id'));
    expect(letter.subject).toBe(`Re: ${mails()[0]!.mail.subject}`);
    expect(await waitedFor()).toHaveLength(1);
  });

  it('an absence notice moves nothing; mail that came back is told once', async () => {
    mail.arrive(written({ to: replyTo(), text: 'I am away', headers: ['Auto-Submitted: auto-replied'] }));
    const bounce = (id: string) =>
      [
        'From: MAILER-DAEMON@mx.example',
        `To: ${replyTo()}`,
        `Message-ID: <${id}@mx.example>`,
        'Return-Path: <>',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n--b--\r\n',
      ].join('\r\n');
    mail.arrive(bounce(`one-${platform}`));
    mail.arrive(bounce(`two-${platform}`));
    await told('came back', play.inTriage);
    await world.until('all to be read', () => mail.flags().every((each) => each.includes(String.raw`\Seen`)));
    await world.settled();
    expect(play.inTriage().filter((each) => visible(each).includes('came back'))).toHaveLength(1);
    expect(await notes()).toHaveLength(2);
    expect(await waitedFor()).toHaveLength(1);
  });

  it('a forged address and 50 MB are told once, and nothing of them is kept', async () => {
    const forged = replyTo().replace(/-[a-z2-7]{20}@/, `-${'a'.repeat(20)}@`);
    expect((await post(written({ to: forged, text: 'Close this case' }), 'wrong')).status).toBe(401);
    for (const _ of [1, 2]) await post(written({ to: forged, text: 'Close this case' }));
    const large = written({
      to: replyTo(),
      id: `large-${platform}@qa.example`,
      text: 'x'.repeat(50_000_000),
    });
    for (const _ of [1, 2])
      await post(large).then(
        ({ status }) => expect(status).toBe(413),
        // The connection may be closed before all of it is sent.
        () => null,
      );
    await told('could not be read');
    await world.settled();
    const nobody = STAGES.flatMap((each) => playOn(world, each).inTriage()).filter((each) =>
      visible(each).includes('belongs to no case'),
    );
    expect(nobody).toHaveLength(1);
    expect(play.inbox(handler.id).filter((each) => visible(each).includes('could not be read'))).toHaveLength(
      1,
    );
    expect(await notes()).toHaveLength(2);
  });

  it('of a restricted case it gets the number alone, and when it ends it is told so', async () => {
    await play.type(`/feedback dismiss ${name} Nothing to do`);
    await mailSaying('nobody waits for your answer any more');
    mail.arrive(written({ to: replyTo(), text: 'One more thing: it was the cache' }));
    await told('One more thing');
    expect(visible(play.inbox(handler.id).at(-1)!)).toContain('Reopen');

    const { name: second } = await play.openCase('Somebody was rude to me');
    await play.type(
      `/feedback exclude ${second} ${platform === 'slack' ? `<@${stage.other.id}>` : `<@${stage.other.id}>`} conflict`,
    );
    await play.type(`/feedback route ${second} qa`);
    const got = await mailSaying(`${second} · restricted case`);
    expect(got.raw.toString()).not.toContain('rude');
  });

  /** The case, brought to QA; answers its mails. */
  const routed = async (text: string) => {
    const { name: found } = await play.openCase(text);
    await play.type(`/feedback route ${found} qa`);
    const of = `cases.workspace_id = '${stage.workspaceId}' and number = ${found.split('-')[1]} and body ->> 'type' = 'escalation'`;
    return { of, got: () => mails().filter((each) => each.mail.subject?.includes(`[${found}]`)) };
  };
  const itWaits = () =>
    world.until('it to wait', async () => {
      const waiting = await world.sql(
        "select 1 from hearback.outbox where kind = 'deliver' and done_at is null and run_at > now() + interval '50 min'",
      );
      return waiting.length > 0;
    });
  const anHourLater = () =>
    world.until('what waits for an hour', async () => {
      const woken = await world.sql(
        `update hearback.outbox set run_at = now(), generation = generation + 1, dispatched_at = null
         where kind = 'deliver' and done_at is null and failed_at is null and run_at > now() + interval '50 min' returning 1`,
      );
      return woken.length > 0;
    });
  const inTrouble = () => play.inTriage().filter((each) => visible(each).includes('could not be reached'));

  it('an address that refuses is told once and gets its mail when it takes it; a lost answer makes a second one that says so', async () => {
    mail.refuse(qa, 550);
    const { got } = await routed('The map is empty');
    expect(visible(await told('does not go out', play.inTriage))).toContain('550 5.1.1');
    await anHourLater();
    await itWaits();
    mail.refuse(qa, null);
    await anHourLater();
    await world.until('the mail', () => got().length === 1);
    expect(inTrouble()).toHaveLength(1);

    mail.loseNextAnswer();
    const lost = await routed('The list is empty');
    await world.until('the mail, once more after its answer was lost', () => lost.got().length === 2);
    await world.settled();
    expect(new Set(lost.got().map(({ header }) => header('message-id'))).size).toBe(1);
  });

  it('one that says "later" is asked again by itself, and after an hour of that people are told', async () => {
    mail.refuse(qa, 450);
    const { of, got } = await routed('The page is empty');
    await world.until('an attempt', async () => {
      const tried = await world.sql(
        `update hearback.delivery d set first_tried_at = now() - interval '2 hours' from hearback.cases where cases.case_id = d.case_id and ${of} and attempts > 0 returning 1`,
      );
      return tried.length > 0;
    });
    await told('450 4.7.1', play.inTriage);
    mail.refuse(qa, null);
    await anHourLater();
    await world.until('the mail', () => got().length === 1);
    expect(inTrouble()).toHaveLength(2);
  });

  it('and the member has seen nothing of it, nor has a log or a job a word or an address', async () => {
    await world.settled();
    const seen = [...play.answers(source), ...play.inbox(member.id)].map(visible).join('\n');
    const inside = ['tablets', '4.2', 'cache', 'I am away', 'Close this case', 'qa.example'];
    for (const each of inside) expect(seen).not.toContain(each);

    const jobs = await world.sql<{ data: string }>(
      'select concat(data::text, failure_message) as data from hearback.outbox union all select failure_message from hearback.delivery',
    );
    const kept = [...logged, ...jobs.map(({ data }) => data)].join('\n');
    expect(logged.length).toBeGreaterThan(0);
    for (const each of [
      'tablets',
      'cache',
      'I am away',
      'Close this case',
      'qa.example',
      'testpass',
      replyTo(),
    ])
      expect(kept).not.toContain(each);
  });
});
