import { describe, expect, it } from '@jest/globals';
import { draftPreview, type Writing } from '../../src/cases/cards/draft.ts';
import { previewCard } from '../../src/cases/cards/preview.ts';
import { toneWarning } from '../../src/cases/cards/tone-warning.ts';
import { send } from '../../src/cases/reply.ts';
import { paragraph, type Block } from '../../src/chat/rich.ts';
import { aFile, aReply, HANDLER, policy, workspace } from '../support/factories.ts';

const HARSH = 'Hi Alma, as I already said, you should have read the rules before you wrote to us.';
const DANISH = 'Det burde du have vidst.';
const WARNING = 'A word on the tone';

const writing: Writing = {
  parse: (markdown) => [paragraph(markdown)],
  languages: () => ['en'],
  missing: () => [],
};
const view = (markdown: string, over: Parameters<typeof aReply>[0] = {}, language = 'en') => ({
  file: aFile({ case: { language }, replies: [aReply({ markdown, authorId: HANDLER, ...over })] }),
  earlier: [],
  workspace,
  policy,
});
const preview = (markdown: string) => {
  const seen = view(markdown);
  return previewCard(seen, seen.file.replies[0]!, writing.parse);
};
const draft = (...args: Parameters<typeof view>) => {
  const seen = view(...args);
  return JSON.stringify(draftPreview(seen, seen.file.replies[0]!, writing));
};
const bolds = (blocks: Block[]) =>
  [...JSON.stringify(blocks).matchAll(/"bold","children":\[{"type":"text","text":"([^"]*)"/g)].map(
    ([, words]) => words,
  );

describe('the preview of a reply', () => {
  it('warns above the buttons, with each phrase marked where it stands, and can be sent all the same', () => {
    const { body, actions } = preview(HARSH);
    expect(bolds(body.slice(-3))).toEqual([WARNING, 'as I already said', 'you should have read']);
    expect(JSON.stringify(body)).toContain('“Hi Alma, ');
    expect(JSON.stringify(body.at(-1))).toContain('You can send it all the same.');
    expect(actions.map((action) => action.type === 'button' && action.label)).toEqual([
      'Send',
      'Send and wait',
      'Edit',
      'Discard',
    ]);
    expect(send(view(HARSH).file, 5, HANDLER, policy)).toMatchObject({
      replyStates: [{ replyId: 5, state: 'queued' }],
    });
  });

  it('says nothing about a friendly one', () => {
    expect(preview('Hi Alma, we found it. It works again since this morning.').body).toHaveLength(2);
  });

  it('does not change what the member gets', () => {
    expect(preview(HARSH).body).toContainEqual(paragraph(HARSH));
  });

  it('warns before a long text, which a platform may cut', () => {
    const { body } = preview(`${HARSH} ${'We are on it. '.repeat(200)}`);
    expect(bolds(body)).toEqual(['Alma Berg', WARNING, 'as I already said', 'you should have read']);
    expect(JSON.stringify(body.at(-1))).toContain('We are on it.');
  });

  it('stays short, however much there is to say', () => {
    const warning = toneWarning(`${'Calm down. '.repeat(300)} ${'WHY DO YOU SHOUT '.repeat(100)}`, view(''));
    expect(JSON.stringify(warning).length).toBeLessThan(3_000);
    expect(JSON.stringify(warning)).toContain('There are 297 more like these.');
  });

  it('reads the language of the case, the workspace’s and English', () => {
    expect(toneWarning(DANISH, view('', {}, 'da'))).not.toEqual([]);
    expect(toneWarning(DANISH, { ...view(''), workspace: { ...workspace, language: 'da' } })).not.toEqual([]);
    expect(toneWarning(DANISH, view(''))).toEqual([]);
    expect(toneWarning(HARSH, view('', {}, 'da'))).not.toEqual([]);
  });
});

describe('the draft on the case card', () => {
  it('warns about what a person wrote, or wrote into a gift', () => {
    expect(draft(HARSH)).toContain(WARNING);
    expect(draft(HARSH, { authorId: null, giftId: 3 })).toContain(WARNING);
  });

  it('says nothing about words that come from templates', () => {
    expect(draft(HARSH, { authorId: null })).not.toContain(WARNING);
  });
});
