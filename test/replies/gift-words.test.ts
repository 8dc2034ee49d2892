import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { render as renderDiscord } from '../../src/adapters/discord/render.ts';
import { contentOf } from '../../src/replies/content.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { giftWords } from '../../src/replies/gift-words.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { withCode } from '../../src/replies/with-code.ts';
import { aFile, aGift, aReply, NOW, policy, workspace } from '../support/factories.ts';
import { textsIn } from '../../src/texts/index.ts';

const CODE_PLACE = textsIn('en').rules.gifts.codePlace;

const compose = createComposer(loadTemplates('templates'));
const words = (key: string, language: string, line = '') =>
  giftWords({ key, line }, aFile({ case: { language } }), workspace, policy, compose, NOW);

describe('the words with a gift', () => {
  it.each([
    ['en', 'a 10% voucher', 'a mug'],
    ['da', 'en rabatkode på 10 %', 'et krus'],
    ['fr', 'un bon de réduction de 10 %', 'une tasse'],
    ['pt', 'um desconto de 10%', 'uma caneca'],
  ])('are there in %s, with the gift called as people there call it', (language, voucher, mug) => {
    const withOne = words('voucher', language, 'With our best wishes');
    expect(withOne).toMatchObject({ language, steps: ['goodwill-gift'] });
    expect(withOne.markdown).toContain(voucher);
    expect(withOne.markdown).toContain(CODE_PLACE);
    expect(withOne.markdown).toMatch(/\n\nWith our best wishes$/);
    const without = words('mug', language);
    expect(without).toMatchObject({ language, steps: ['goodwill-present'] });
    expect(without.markdown).toContain(mug);
    expect(without.markdown).not.toContain(CODE_PLACE);
  });

  it('fall back whole, gift and all, where there are none in a language', () => {
    expect(words('voucher', 'is')).toMatchObject({ language: 'en' });
    expect(words('voucher', 'is').markdown).toContain('a 10% voucher');
  });
});

describe('a code', () => {
  it('stands in its place letter for letter, whatever is in it, in any words', () => {
    const code = fc
      .string({ minLength: 1, maxLength: 60 })
      .filter((each) => /^[!-~]+$/.test(each) && !each.includes('`'));
    fc.assert(
      fc.property(code, fc.constantFrom('', '**', '> ', '- ', '`'), (value, mark) => {
        const close = mark.endsWith(' ') ? '' : mark;
        const blocks = withCode(compose.parse(`${mark}Yours: ${CODE_PLACE}${close} and on`), value);
        const text = JSON.stringify(blocks);
        expect(text).not.toContain(CODE_PLACE);
        expect(text).toContain(JSON.stringify(value).slice(1, -1));
        expect(JSON.stringify(renderDiscord({ type: 'reply', blocks }))).toContain(
          JSON.stringify(value).slice(1, -1),
        );
      }),
    );
  });

  it('comes with an answer that was approved, and with no card', () => {
    const file = aFile({
      gifts: [aGift()],
      replies: [aReply({ state: 'queued', giftId: 3, markdown: `Yours: ${CODE_PLACE}` })],
    });
    const view = { file, earlier: [], workspace, policy };
    const place = { type: 'dm' as const, workspaceId: workspace.id, userId: 'U0ALMA' };
    const reply = { type: 'reply' as const, replyId: 5 };
    expect(JSON.stringify(contentOf(reply, place, view, compose, 'X-1'))).toContain('X-1');
    for (const body of [{ type: 'triage' as const }, { type: 'approval' as const, giftId: 3 }])
      expect(JSON.stringify(contentOf(body, place, view, compose, 'X-1'))).not.toContain('X-1');

    for (const state of ['proposed', 'refused', 'withdrawn'] as const)
      expect(() =>
        contentOf(reply, place, { ...view, file: { ...file, gifts: [aGift({ state })] } }, compose, 'X-1'),
      ).toThrow(expect.objectContaining({ code: 'WOULD_LEAK' }));
  });
});
