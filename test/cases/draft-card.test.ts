import { describe, expect, it } from '@jest/globals';
import { render as renderDiscord } from '../../src/adapters/discord/render.ts';
import { render as renderSlack } from '../../src/adapters/slack/render.ts';
import { triageCard } from '../../src/cases/cards/triage.ts';
import type { Case, Reply } from '../../src/cases/case.ts';
import type { Action, Card } from '../../src/chat/card.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { composerOf, readable } from '../replies/factory.ts';
import { aFile, aReply, HANDLER, policy, workspace } from '../support/factories.ts';
import { unfolded } from '../support/pressing.ts';

const writing = composerOf({
  'en/apologise': 'Sorry.',
  'en/thank': 'Thanks.',
  'da/apologise': 'Undskyld.',
  'pt/thank': 'Obrigado.',
});

function card(found: Partial<Case>, draft: Partial<Reply> | null, compose = writing): Card {
  const replies = draft ? [aReply({ steps: ['apologise'], language: 'en', ...draft })] : [];
  return triageCard({ file: aFile({ case: found, replies }), earlier: [], workspace, policy }, compose);
}

const language = (found: Partial<Case>) => {
  const fact = card(found, null).facts.find(({ label }) => label === 'Language');
  return readable([{ type: 'paragraph', children: fact!.value }])[0];
};

const preview = (found: Partial<Case>, draft: Partial<Reply>) => readable(card(found, draft).body)[1];

const selects = ({ actions }: Card) =>
  actions.filter((action): action is Extract<Action, { type: 'select' }> => action.type === 'select');

describe('the card says which language the member speaks', () => {
  it.each([
    [{ language: 'da', languageFrom: 'detected' as const }, 'Danish, from what they wrote'],
    [{ language: 'da', languageFrom: 'locale' as const }, 'Danish, their Slack setting'],
    [{ language: 'en', languageFrom: 'workspace' as const }, 'English, as nothing said otherwise'],
    [{ language: 'da', languageFrom: 'chosen' as const }, 'Danish, chosen by a person'],
    [
      { language: 'de', languageFrom: 'detected' as const },
      'German, from what they wrote; there are no templates in it',
    ],
    [
      { language: 'da', languageFrom: 'detected' as const, origin: 'phone' },
      'Danish, from the words that were written down',
    ],
    [
      { language: 'pt', languageFrom: 'locale' as const, workspaceId: 'discord:1' },
      'Portuguese, their Discord setting',
    ],
    [
      { language: '!odd', languageFrom: 'chosen' as const },
      '!odd, chosen by a person; there are no templates in it',
    ],
  ])('%j: %s', (found, words) => {
    expect(language(found)).toBe(words);
  });
});

describe('the answer that waits says to whom, where and in which language it is', () => {
  it.each([
    [
      'in the language of the case',
      { language: 'da' },
      { language: 'da' },
      'Answer to Alma Berg in the public thread, in Danish. Waiting for your click:',
    ],
    [
      'by direct message',
      {},
      { place: { type: 'dm', workspaceId: workspace.id, userId: 'U0ALMA' } as const },
      'Answer to Alma Berg by direct message, in English. Waiting for your click:',
    ],
    [
      'in another one, as nobody has written templates in it',
      { language: 'de' },
      {},
      'Answer to Alma Berg in the public thread, in English, because there are no German templates. Waiting for your click:',
    ],
    [
      'in another one, as one template is missing',
      { language: 'da' },
      { steps: ['apologise', 'thank'] },
      'Answer to Alma Berg in the public thread, in English, because there is no Danish template “thank”. Waiting for your click:',
    ],
    [
      'in another one, as the language was changed since',
      { language: 'da' },
      { steps: ['apologise'], giftId: 3 },
      'Answer to Alma Berg in the public thread, in English; the case’s language is Danish now. Waiting for your click:',
    ],
  ])('%s', (_what, found, draft, words) => {
    expect(preview(found, draft)).toBe(words);
  });

  it('as its author wrote it', () => {
    const drawn = card({ language: 'da' }, { authorId: HANDLER, language: null, steps: [] });
    expect(readable(drawn.body)[1]).toMatch(/in the public thread, as .* wrote it\. Waiting for your click:/);
  });
});

describe('an answer that waits can be sent, edited, exchanged and thrown away', () => {
  const labels = ({ actions }: Card) =>
    unfolded(actions).map((action) => (action.type === 'select' ? action.placeholder : action.label));

  it('while it does', () => {
    expect(labels(card({}, {}))).toEqual(
      expect.arrayContaining(['Send answer', 'Edit', 'Discard', 'Other template', 'Language …']),
    );
    for (const state of ['queued', 'sent', 'discarded'] as const)
      expect(labels(card({}, { state }))).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(?:Send answer|Edit|Discard|Other|Language)/)]),
      );
  });

  it('a person’s words are not exchanged', () => {
    const shown = labels(card({}, { authorId: HANDLER, steps: [] }));
    expect(shown).toContain('Send answer');
    expect(shown).not.toContain('Other template');
  });

  it('the languages are those with templates, apart from the one it is', () => {
    const [languages] = selects(card({ language: 'da' }, {}));
    expect(languages!.choices).toEqual([
      { value: 'en', label: 'English' },
      { value: 'pt', label: 'Portuguese' },
    ]);
  });

  it('what is chosen names the answer that was shown', () => {
    const named = unfolded(card({}, { replyId: 41 }).actions).flatMap((action) =>
      action.type !== 'link' && 'draft' in action.invoke.values ? [action.invoke] : [],
    );
    expect(named.map(({ command }) => command)).toEqual(
      expect.arrayContaining(['send', 'reply', 'discard', 'template']),
    );
    for (const { values } of named) expect(values).toMatchObject({ case: 'FB-12', draft: '41' });
  });

  it('on both platforms, with every button a card can have', () => {
    const drawn = card(
      { number: 123_456, kind: 'refund' },
      { replyId: 123_456_789 },
      createComposer(loadTemplates('templates')),
    );
    const commands = unfolded(drawn.actions).map((action) =>
      action.type === 'link' ? '' : action.invoke.command,
    );
    expect(commands).toEqual(
      expect.arrayContaining(['send', 'template', 'language', 'recommend', 'gift', 'tick', 'severity']),
    );
    const shownBy = (said: string) => commands.filter((command) => said.includes(`"${command}?`));
    expect(shownBy(JSON.stringify(renderSlack({ type: 'card', card: drawn }, String)))).toEqual(commands);
    expect(shownBy(JSON.stringify(renderDiscord({ type: 'card', card: drawn })))).toEqual(commands);
  });

  it.each<[string, Partial<Case>, Partial<Reply> | null, string[]]>([
    ['new', {}, null, ['Claim', 'Reply', 'Note', 'Resolve', 'More …']],
    ['taken', { handlerId: HANDLER }, null, ['Hand over', 'Reply', 'Note', 'Resolve', 'More …']],
    ['kind words', { kind: 'praise' }, null, ['Claim', 'Reply', 'Pass on', 'Note', 'Resolve', 'More …']],
    ['waiting for a click', {}, {}, ['Send answer', 'Edit', 'Discard', 'Claim', 'Note', 'More …']],
    ['finished', { state: 'solved' }, null, ['Reopen']],
  ])('%s, has what is needed most on the card and all else in one menu', (_what, found, draft, first) => {
    const { actions } = card(found, draft);
    const shown = actions.flatMap((action) => (action.type === 'select' ? [] : [action.label]));
    expect(shown).toEqual(first);
  });
});
