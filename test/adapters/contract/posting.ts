import { describe, expect, it } from '@jest/globals';
import { PermissionMissing, PersonUnreachable, TargetGone } from '../../../src/errors.ts';
import type { Action, Content } from '../../../src/chat/card.ts';
import { paragraph, ping, text, type Block } from '../../../src/chat/rich.ts';
import { CONSENTS, type Consent } from '../../../src/cases/case.ts';
import { CONSENT_STEP } from '../../../src/cases/consent.ts';
import { contentOf } from '../../../src/replies/content.ts';
import { createComposer } from '../../../src/replies/create-composer.ts';
import { loadTemplates } from '../../../src/replies/templates.ts';
import { aFile, aReply, policy, workspace } from '../../support/factories.ts';
import { newMark, type Scene } from './scene.ts';

const compose = createComposer(loadTemplates('templates'));

/** One dot. */
const A_PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What goes out. */
export function describePosting(scene: () => Scene): void {
  describe('posting', () => {
    it('posts a reply to a channel and says where it is', async () => {
      const { adapter, channels, people, inChannel, reply, seen, workspaceId } = scene();
      const ref = await adapter.post(inChannel(), reply('Thank you for telling us'), newMark());

      expect(ref).toMatchObject({ workspaceId, channelId: channels.open });
      const message = seen(people.member, channels.open).find(({ id }) => id === ref.messageId);
      expect(message).toMatchObject({ author: { isBot: true }, ephemeral: false });
      expect(visible(message!)).toContain('Thank you for telling us');
    });

    it('posts into the thread under a message', async () => {
      const { adapter, sandbox, channels, people, reply, seen, workspaceId } = scene();
      const root = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'broken' });
      const place = {
        type: 'thread',
        workspaceId,
        channelId: channels.open,
        messageId: root.message,
      } as const;

      const first = await adapter.post(place, reply('We are on it'), newMark());
      const second = await adapter.post(place, reply('And it is done'), newMark());

      const inThread = seen(people.member, channels.open, root.message);
      expect(inThread.map(visible).join('\n')).toMatch(/We are on it[^]*And it is done/);
      expect(inThread.map(({ id }) => id)).toEqual(
        expect.arrayContaining([first.messageId, second.messageId]),
      );
      expect(seen(people.member, channels.open).map(({ id }) => id)).not.toContain(first.messageId);
    });

    it('posts a direct message', async () => {
      const { adapter, sandbox, people, reply, workspaceId } = scene();
      await adapter.post(
        { type: 'dm', workspaceId, userId: people.member },
        reply('For you only'),
        newMark(),
      );

      const conversations = sandbox.inbox(people.member).directMessages;
      expect(
        conversations
          .flatMap(({ messages }) => messages)
          .map(visible)
          .join(),
      ).toContain('For you only');
    });

    it('says so when a person accepts no direct messages', async () => {
      const { adapter, sandbox, people, reply, workspaceId } = scene();
      sandbox.fault({ kind: 'dms_closed', person: people.member });

      await expect(
        adapter.post({ type: 'dm', workspaceId, userId: people.member }, reply('hello'), newMark()),
      ).rejects.toThrow(PersonUnreachable);
    });

    it('posts a card with its buttons, selects and links', async () => {
      const { adapter, channels, people, inChannel, card, seen } = scene();
      const ref = await adapter.post(inChannel(), card(), newMark());

      const message = seen(people.moderator, channels.open).find(({ id }) => id === ref.messageId)!;
      for (const part of ['FB-12 · Defect', 'The export is broken', 'Severity', 'high', 'opened just now'])
        expect(visible(message)).toContain(part);
      expect(message.actions.map(({ type, label }) => [type, label])).toEqual(
        expect.arrayContaining([
          ['button', 'Claim'],
          ['link', 'Open'],
        ]),
      );
      expect(message.actions.find(({ type }) => type === 'select')?.choices).toEqual([
        { label: 'Low', value: 'low' },
        { label: 'Urgent', value: 'urgent' },
      ]);
    });

    it('replaces a message whole, buttons included', async () => {
      const { adapter, channels, people, inChannel, card, seen } = scene();
      const ref = await adapter.post(inChannel(), card(), newMark());
      await adapter.update(ref, card({ title: 'FB-12 · Done', actions: [] }));

      const message = seen(people.moderator, channels.open).find(({ id }) => id === ref.messageId)!;
      expect(visible(message)).toContain('FB-12 · Done');
      expect(visible(message)).not.toContain('FB-12 · Defect');
      expect(message.actions).toEqual([]);
    });

    it('finds a post again by its mark, wherever it went, and nothing else', async () => {
      const { adapter, sandbox, channels, people, inChannel, reply, workspaceId } = scene();
      const since = new Date();
      const root = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'broken' });
      const places = [
        inChannel(),
        { type: 'thread', workspaceId, channelId: channels.open, messageId: root.message } as const,
        { type: 'dm', workspaceId, userId: people.member } as const,
      ];
      for (const place of places) {
        const content = reply('the same words everywhere');
        const mark = newMark();
        expect(await adapter.findPosted(place, content, mark, since)).toBeNull();
        const ref = await adapter.post(place, content, mark);
        expect(await adapter.findPosted(place, content, mark, since)).toEqual(ref);
        expect(adapter.postedAt(ref)).toEqual((await adapter.fetchMessage(ref)).postedAt);
      }
    });

    it('finds an answer that asks for consent again, whatever the member has said to it since', async () => {
      const { adapter, inChannel, workspaceId } = scene();
      const since = new Date();
      const place = inChannel();
      const shown = (consent: Consent | null) => {
        const reply = aReply({ state: 'sent', steps: [CONSENT_STEP], consentFor: 'support', consent });
        const file = aFile({ case: { workspaceId, kind: 'praise' }, replies: [reply] });
        return contentOf(
          { type: 'reply', replyId: 5 },
          place,
          { file, workspace, policy, earlier: [] },
          compose,
        );
      };
      for (const before of [null, ...CONSENTS]) {
        const mark = newMark();
        const ref = await adapter.post(place, shown(before), mark);
        for (const now of [null, ...CONSENTS])
          expect(await adapter.findPosted(place, shown(now), mark, since)).toEqual(ref);
      }
    });

    it('posts a card with a picture, finds it by its mark whatever its words are by then, and exchanges both', async () => {
      const { adapter, makeAdapter, inChannel, card, seen, people, channels } = scene();
      const since = new Date();
      const [place, mark] = [inChannel(), newMark()];
      const withPicture = (title: string) =>
        card({ title, image: { png: A_PICTURE, alt: `${title} in words` } });
      expect(await adapter.findPosted(place, withPicture('One'), mark, since)).toBeNull();
      const ref = await adapter.post(place, withPicture('One'), mark);
      // Another process, and the numbers have changed since.
      expect(await makeAdapter().findPosted(place, withPicture('Two'), mark, since)).toEqual(ref);
      expect(await makeAdapter().findPosted(place, withPicture('One'), newMark(), since)).toBeNull();
      const shown = () =>
        visible(seen(people.moderator, channels.open).find(({ id }) => id === ref.messageId)!);
      expect(shown()).toContain('One in words');

      await adapter.update(ref, withPicture('Two'));
      expect(shown()).toContain('Two in words');
      expect(shown()).not.toContain('One in words');
      await adapter.update(ref, card({ title: 'Three' }));
      expect(shown()).not.toContain('in words');
      expect(seen(people.moderator, channels.open).find(({ id }) => id === ref.messageId)!.files).toEqual([]);
    });

    it('says in words what a picture shows where it may post none', async () => {
      const { adapter, sandbox, inChannel, card, seen, people, channels, picturePermission } = scene();
      sandbox.fault({ kind: 'missing_scope', scope: picturePermission });
      const content = card({ image: { png: A_PICTURE, alt: 'Two new and one answered' } });
      const ref = await adapter.post(inChannel(), content, newMark());
      const message = seen(people.moderator, channels.open).find(({ id }) => id === ref.messageId)!;
      expect(visible(message)).toContain('Two new and one answered');
      expect(visible(message)).not.toMatch(/"image"/);
    });

    it('breaks a long reply into parts that it posts whole, in order', async () => {
      const { adapter, channels, people, inChannel, seen } = scene();
      const sentences = Array.from({ length: 400 }, (_, index) => `Sentence ${index} is here.`);
      const paragraphs = Array.from({ length: 20 }, (_, index) =>
        sentences.slice(index * 20, index * 20 + 20),
      );
      const blocks = paragraphs.map((some) => paragraph(some.join(' ')));
      const parts = adapter.split(blocks);

      expect(parts.length).toBeGreaterThan(1);
      expect(parts.flat()).toEqual(blocks);
      expect(adapter.split(blocks)).toEqual(parts);
      for (const part of parts) {
        expect(adapter.split(part)).toEqual([part]);
        await adapter.post(inChannel(), { type: 'reply', blocks: part }, newMark());
      }
      const posted = seen(people.member, channels.open).filter(({ text: words }) =>
        words.includes('Sentence'),
      );
      expect(posted).toHaveLength(parts.length);
      expect(
        [
          ...posted
            .map(({ text: words }) => words)
            .join('\n')
            .matchAll(/Sentence \d+ is here\./g),
        ].flat(),
      ).toEqual(sentences);
      expect(adapter.split([paragraph('short')])).toEqual([[paragraph('short')]]);
    });

    it('breaks what is too long anywhere, and closes what is open there', () => {
      const { adapter } = scene();
      const long = 'word '.repeat(2_000).trim();
      const code = 'let x = 1;\n'.repeat(1_000).trim();
      const blocks: Block[] = [
        { type: 'paragraph', children: [{ type: 'bold', children: [text(long)] }] },
        { type: 'code', text: code },
        { type: 'list', ordered: true, items: Array.from({ length: 900 }, () => [text('an item')]) },
      ];
      const parts = adapter.split(blocks).flat();
      expect(new Set(parts.map(({ type }) => type))).toEqual(new Set(['paragraph', 'code', 'list']));
      expect(
        parts
          .flatMap((block) => (block.type === 'paragraph' ? block.children : []))
          .map((inline) =>
            inline.type === 'bold' && inline.children[0]?.type === 'text' ? inline.children[0].text : '',
          )
          .join(' '),
      ).toBe(long);
      expect(parts.flatMap((block) => (block.type === 'code' ? [block.text] : [])).join('\n')).toBe(code);
      const lists = parts.flatMap((block) => (block.type === 'list' ? [block] : []));
      expect(lists.flatMap(({ items }) => items)).toHaveLength(900);
      let next = 1;
      for (const { start = 1, items } of lists) {
        expect(start).toBe(next);
        next += items.length;
      }
    });

    it('takes no message that stands before it for the one it looks for, however alike', async () => {
      const { inChannel, reply, makeAdapter } = scene();
      const since = new Date();
      const content = reply('the same words twice');
      const first = await makeAdapter().post(inChannel(), content, newMark());
      // Another process, which does not know what the first one has posted.
      const other = makeAdapter();
      const mark = newMark();
      expect(await other.findPosted(inChannel(), content, mark, since, first.messageId)).toBeNull();
      const second = await other.post(inChannel(), content, mark);
      expect(await makeAdapter().findPosted(inChannel(), content, mark, since, first.messageId)).toEqual(
        second,
      );
    });

    it('whispers to one person', async () => {
      const { adapter, channels, people, reply, seen, sandbox, workspaceId } = scene();
      await adapter.whisper(workspaceId, channels.open, people.moderator, reply('between us'));

      const theirs = [
        ...seen(people.moderator, channels.open),
        ...sandbox.inbox(people.moderator).directMessages.flatMap(({ messages }) => messages),
      ];
      expect(theirs.map(visible).join()).toContain('between us');
      expect(seen(people.member, channels.open).map(visible).join()).not.toContain('between us');
    });

    it('adds and takes away its reaction however often it is asked', async () => {
      const { adapter, sandbox, channels, people, seen, workspaceId } = scene();
      const { message } = sandbox.createMessage({
        as: people.member,
        channel: channels.open,
        text: 'broken',
      });
      const ref = { workspaceId, channelId: channels.open, messageId: message };
      const reactions = () =>
        seen(people.member, channels.open)
          .find(({ id }) => id === message)!
          .reactions.filter((reaction) => reaction.people.length > 0)
          .map(({ emoji, people: by }) => [emoji, by.length]);

      await adapter.react(ref, '👀', true);
      await adapter.react(ref, '👀', true);
      expect(reactions()).toEqual([['👀', 1]]);
      await adapter.react(ref, '👀', false);
      await adapter.react(ref, '👀', false);
      expect(reactions()).toEqual([]);
    });

    it('names the permission it lacks', async () => {
      const { adapter, sandbox, channels, people, workspaceId, reactPermission } = scene();
      const { message } = sandbox.createMessage({
        as: people.member,
        channel: channels.open,
        text: 'broken',
      });
      sandbox.fault({ kind: 'missing_scope', scope: reactPermission });

      const error: unknown = await adapter
        .react({ workspaceId, channelId: channels.open, messageId: message }, '👀', true)
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(PermissionMissing);
      expect((error as PermissionMissing).needed).toContain(reactPermission);
    });

    it('says so when it is not in the channel', async () => {
      const { adapter, channels, reply, workspaceId } = scene();
      const place = { type: 'channel', workspaceId, channelId: channels.elsewhere } as const;

      await expect(adapter.post(place, reply('hello?'), newMark())).rejects.toThrow(PermissionMissing);
    });

    it('says so when what it should change or hang on to is gone', async () => {
      const { adapter, sandbox, channels, people, inChannel, reply, workspaceId } = scene();
      const own = await adapter.post(inChannel(), reply('soon gone'), newMark());
      const theirs = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'oops' });
      sandbox.deleteMessage({ as: people.member, channel: channels.open, message: theirs.message });
      const gone = { workspaceId, channelId: channels.open, messageId: theirs.message };

      await expect(adapter.react(gone, '👀', true)).rejects.toThrow(TargetGone);
      await expect(adapter.update({ ...own, messageId: gone.messageId }, reply('x'))).rejects.toThrow(
        TargetGone,
      );
    });

    it('never sends what the platform refuses, however much there is to say', async () => {
      const { adapter, inChannel, card, reply } = scene();
      const long = 'A very long story, told without a break. '.repeat(1_000);
      const choices = Array.from({ length: 30 }, (_, index) => ({
        label: `Choice ${index}`.repeat(20),
        value: `${index}`,
      }));
      const actions: Action[] = [
        ...Array.from({ length: 30 }, (_, index): Action => ({
          type: 'button',
          label: 'Press '.repeat(30),
          style: 'danger',
          invoke: { command: 'claim', values: { case: `FB-${index}` } },
        })),
        {
          type: 'select',
          placeholder: 'p'.repeat(400),
          option: 'severity',
          choices,
          invoke: { command: 'severity', values: {} },
        },
      ];
      const facts = Array.from({ length: 60 }, (_, index) => ({
        label: `Fact ${index}`,
        value: [text(long)],
      }));
      const contents: Content[] = [
        reply(long),
        reply('x'.repeat(40_000)),
        reply('&'.repeat(8_000)),
        reply('👩‍👩‍👧‍👦'.repeat(3_000)),
        reply(''),
        { type: 'reply', blocks: [] },
        { type: 'reply', blocks: Array.from({ length: 80 }, (_, index) => paragraph(`Paragraph ${index}`)) },
        {
          type: 'reply',
          blocks: [
            { type: 'code', text: 'let x = 1;\n'.repeat(1_000) },
            { type: 'quote', children: [text('\n'.repeat(5_000))] },
          ],
        },
        {
          type: 'reply',
          blocks: [{ type: 'list', ordered: true, items: Array.from({ length: 500 }, () => [text('item')]) }],
        },
        card({
          title: long,
          summary: '',
          body: [{ type: 'quote', children: [text(long)] }],
          facts,
          footer: [text(long)],
          actions,
        }),
        card({
          title: '',
          summary: '',
          body: [],
          facts: [{ label: '', value: [] }],
          footer: [],
          actions: [],
        }),
      ];
      for (const content of contents) {
        const ref = await adapter.post(inChannel(), content, newMark());
        await adapter.update(ref, content);
      }
    });

    it('lets nothing a person typed ping or format', async () => {
      const { adapter, channels, people, inChannel, seen } = scene();
      const ref = await adapter.post(
        inChannel(),
        {
          type: 'reply',
          blocks: [paragraph('@everyone @here <!channel> <@U1> <@&2> <https://evil.example|bank>')],
        },
        newMark(),
      );
      const message = seen(people.member, channels.open).find(({ id }) => id === ref.messageId)!;
      for (const raw of [message.text, JSON.stringify(message.native)])
        expect(raw).not.toMatch(/<!channel>|<@U1>|<@&2>|<https:\/\/evil\.example\|bank>/);
    });

    it('pings a person when asked to', async () => {
      const { adapter, channels, people, inChannel, seen } = scene();
      const ref = await adapter.post(
        inChannel(),
        { type: 'reply', blocks: [paragraph('For ', ping(people.moderator))] },
        newMark(),
      );
      const message = seen(people.member, channels.open).find(({ id }) => id === ref.messageId)!;
      expect(message.text + JSON.stringify(message.native)).toContain(`<@${people.moderator}>`);
    });
  });
}

function visible(message: { text: string; native: unknown }): string {
  return `${message.text}\n${JSON.stringify(message.native)}`;
}
