import { describe, expect, it } from '@jest/globals';
import { AsksTwice, asksOf } from '../../src/cases/asks-twice.ts';
import type { Reply } from '../../src/cases/case.ts';
import { askedFor, detailsToAsk, NOTHING_SAID, saidWith } from '../../src/cases/details.ts';
import { draft, send } from '../../src/cases/reply.ts';
import type { MessageSnapshot } from '../../src/chat/message.ts';
import { aFile, aReply, HANDLER, MEMBER, NOW, policy } from '../support/factories.ts';

const sent = (asks: string[], over: Partial<Reply> = {}) =>
  aReply({ replyId: 4, state: 'sent', asks, ...over });

describe('sending an answer that asks', () => {
  const asking = aReply({ asks: ['version', 'screenshot'] });

  it('is refused when the member was asked for it in an answer that went out, or is about to', () => {
    for (const state of ['sent', 'queued'] as const) {
      const file = aFile({ replies: [sent(['version'], { state }), asking] });
      expect(() => send(file, 5, HANDLER, policy)).toThrow(AsksTwice);
      expect(() => send(file, null, HANDLER, policy)).toThrow(
        expect.objectContaining({ replyId: 5, details: ['version'] }),
      );
    }
  });

  it('is refused when the member has said it since the answer was written', () => {
    const file = aFile({ replies: [asking] });
    const said = { text: 'By the way, it is version 2.4.1', files: [] };
    expect(() => send(file, 5, HANDLER, policy, said)).toThrow(
      expect.objectContaining({ details: ['version'] }),
    );
  });

  it('goes out when a person has seen it and wants it all the same', () => {
    const file = aFile({ replies: [sent(['version']), asking] });
    expect(send(file, 5, HANDLER, policy, null)).toMatchObject({
      replyStates: [{ replyId: 5, state: 'queued' }],
    });
  });

  it.each<[string, Reply]>([
    ['was discarded', sent(['version'], { state: 'discarded' })],
    ['never arrived', sent(['version'], { state: 'failed' })],
    ['asked the community, not the member', sent(['version'], { purpose: 'community' })],
    ['asked for something else', sent(['order-number'])],
  ])('goes out when the answer before %s', (_, before) => {
    expect(send(aFile({ replies: [before, asking] }), 5, HANDLER, policy).replyStates).toEqual([
      { replyId: 5, state: 'queued', waits: true },
    ]);
  });
});

describe('an edited draft', () => {
  const markdown =
    'Could you tell us:\n\n- which version you use\n- a screenshot, if you have one\n\nThank you!';
  const written = aReply({ markdown, asks: ['version', 'screenshot'] });

  it('asks for what still stands in it', () => {
    const edited = 'Which one is it?\n\n- which version you use';
    const change = draft(aFile({ replies: [written] }), edited, HANDLER, 5, policy);
    expect(change.replies).toMatchObject([{ markdown: edited, asks: ['version'] }]);
    expect(asksOf('We found it.', written)).toEqual([]);
    expect(asksOf(`Hello!\n${markdown}`, written)).toEqual(['version', 'screenshot']);
  });

  it('asks for all of it where nobody can tell which line is which question', () => {
    const inOneLine = aReply({ markdown: 'Colour? Size?', asks: ['colour', 'size'] });
    expect(asksOf('Which colour?', inOneLine)).toEqual(['colour', 'size']);
  });
});

describe('what a person types', () => {
  it.each<[string, string[]]>([
    ['Which version do you use? And could you send a screenshot?', ['version', 'screenshot']],
    ['Please send us your order number.', ['order-number']],
    ['Fixed in version 2.4.1, thank you for the screenshot!', []],
    ['When would it suit you to talk?', []],
    ['When did it start?', ['when']],
    ['Hvilken version bruger du, og hvornår skete det?', ['when', 'version']],
    ['Kan du sende et skærmbillede', ['screenshot']],
    [
      "Pourriez-vous nous envoyer une capture d'écran et votre numéro de commande ?",
      ['screenshot', 'order-number'],
    ],
    ['Quelle version utilisez-vous ? Sur quel appareil ?', ['version', 'device']],
    ['Que versão usa, e em que dispositivo?', ['version', 'device']],
    ['Pode enviar-nos uma captura de ecrã?', ['screenshot']],
  ])('asks for what its questions say: %s', (text, expected) => {
    expect(asksOf(text, null)).toEqual(expected);
  });
});

describe('what is asked for', () => {
  it('is neither what was said nor what was asked before', () => {
    const file = aFile({ replies: [sent(['device'])] });
    const said = { text: 'Version 2.4.1', files: [] };
    expect([...askedFor(file)]).toEqual(['device']);
    expect(detailsToAsk(['version', 'device', 'where', 'a sentence'], file, said)).toEqual([
      'where',
      'a sentence',
    ]);
    expect(detailsToAsk(['version'], aFile(), NOTHING_SAID)).toEqual(['version']);
  });

  it('takes the message and what its author wrote within minutes before it for said', () => {
    const png = { fileId: 'F', name: 'a.png', mime: 'image/png', size: 1, url: 'https://x' };
    const written = (
      minutes: number,
      text: string,
      userId = MEMBER,
      files: MessageSnapshot['files'] = [],
    ) => ({
      ref: { workspaceId: 'slack:T', channelId: 'C', messageId: String(minutes) },
      author: { userId, name: 'x', isBot: false },
      text,
      postedAt: new Date(NOW.getTime() - minutes * 60_000),
      permalink: 'https://x',
      files,
    });
    const said = saidWith(written(0, 'It crashes'), [
      written(60, 'version 1.0.0'),
      written(2, 'on Linux', 'U0OTHER'),
      written(1, 'look', MEMBER, [png]),
    ]);
    expect(said).toEqual({ text: 'It crashes\nlook', files: [png] });
  });
});
