import { describe, expect, it } from '@jest/globals';
import { render as renderDiscord } from '../../src/adapters/discord/render.ts';
import { render as renderSlack } from '../../src/adapters/slack/render.ts';
import type { CloseRequest } from '../../src/cases/close-request.ts';
import type { Content } from '../../src/chat/card.ts';
import { closingBelow } from '../../src/replies/closing.ts';
import { contentOf } from '../../src/replies/content.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { aCloseRequest, aFile, aReply, policy, workspace } from '../support/factories.ts';
import { expectGolden } from './golden.ts';

const LANGUAGES = ['en', 'da', 'fr', 'pt'] as const;
const templates = loadTemplates('templates');
const compose = createComposer(templates);

const COMMENT = 'Rude & slow';
const solved = (over: Partial<CloseRequest> = {}) => aCloseRequest({ answer: 'solved', ...over });
const STAGES: [string, CloseRequest][] = [
  ['asked', aCloseRequest()],
  ['taken up again since', aCloseRequest({ isOver: true })],
  ['not yet', aCloseRequest({ answer: 'not_yet' })],
  ['solved', solved()],
  ['solved, and taken up again since', solved({ isOver: true })],
  ['rated', solved({ rating: 2 })],
  ['rated, with a comment', solved({ rating: 2, comment: COMMENT })],
];

const below = (closeRequest: CloseRequest, language = 'en', replyId = 5) => {
  const file = aFile({ case: { state: 'solved', language: 'en' }, closeRequests: [closeRequest] });
  const reply = aReply({ replyId, purpose: 'closing', language, state: 'sent' });
  return closingBelow({ file, earlier: [], workspace, policy }, reply, compose);
};
const content = (closeRequest: CloseRequest, language: string): Content => {
  const { variants: _, ...shown } = below(closeRequest, language);
  return { type: 'reply', blocks: compose.parse('…'), ...shown };
};

/** Everything on a rendered message that somebody reads or hears. */
const shown: Record<string, (content: Content) => string> = {
  slack: (each) => {
    const { blocks } = renderSlack(each, (id) => id);
    return blocks
      .map((block) =>
        'elements' in block
          ? block.elements.map((one) => ('text' in one ? `[${label(one.text)}]` : '')).join(' ')
          : 'text' in block && block.text
            ? label(block.text)
            : '',
      )
      .join('\n');
  },
  discord: (each) => {
    const { content: words, components } = renderDiscord(each);
    const rows = components.map((row) =>
      row.components.map((one) => ('label' in one ? `[${one.label}]` : '')).join(' '),
    );
    return [words, ...rows].join('\n');
  },
};

const label = (text: unknown): string =>
  typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : String(text);

describe('below the question whether it is solved', () => {
  const all = LANGUAGES.flatMap((language) =>
    Object.keys(shown).map((platform): [string, string] => [language, platform]),
  );
  it.each(all)('stands in %s on %s what the golden file has', (language, platform) => {
    expectGolden(
      `besides/to-the-asked/${language}.${platform}.txt`,
      STAGES.map(([title, each]) => `[${title}]\n${shown[platform]!(content(each, language))}`).join('\n\n'),
    );
  });

  it('stands no number and no word of the member, whatever they have said', () => {
    for (const language of LANGUAGES)
      for (const rating of [1, 2, 3, 4, 5] as const) {
        const drawn = (over: Partial<CloseRequest>) =>
          JSON.stringify(below(solved({ rating, ...over }), language));
        expect(drawn({})).toBe(JSON.stringify(below(solved({ rating: 1 }), language)));
        expect(drawn({ comment: COMMENT })).not.toContain('Rude');
      }
  });

  it('has every other form beside it, so that a message is found again whatever was pressed meanwhile', () => {
    const forms = STAGES.map(([, each]) => {
      const { variants: _, ...form } = below(each);
      return JSON.stringify(form);
    });
    for (const [title, each] of STAGES) {
      const { variants = [], ...form } = below(each);
      const known = [form, ...variants].map((one) => JSON.stringify(one));
      expect([title, known.toSorted()]).toEqual([title, forms.toSorted()]);
    }
  });

  it('is in the language of the question, whatever the case is in by now', () => {
    const [yes] = below(aCloseRequest(), 'da').actions ?? [];
    expect(yes).toMatchObject({
      label: 'Løst',
      invoke: { values: { case: 'FB-12', reply: '5', say: 'yes' } },
    });
  });

  it('stands nothing where nobody asked: below other answers, and requests from before there were buttons', () => {
    expect(below(aCloseRequest(), 'en', 6)).toEqual({});
    const file = aFile({ replies: [aReply({ state: 'sent' })], closeRequests: [aCloseRequest()] });
    const place = file.replies[0]!.place;
    const view = { file, earlier: [], workspace, policy };
    expect(contentOf({ type: 'reply', replyId: 5 }, place, view, compose)).not.toHaveProperty('actions');
  });
});

describe('the words for it', () => {
  const keys = LANGUAGES.map((language) => {
    const words = readKeys(language);
    return { language, words };
  });

  it('are there in every language', () => {
    for (const { language, words } of keys)
      expect([language, [...words.keys()].toSorted()]).toEqual([
        language,
        [...keys[0]!.words.keys()].toSorted(),
      ]);
  });

  it('fit where the platforms put them', () => {
    const longest: [RegExp, number][] = [
      [/^closing-(why|comment|form-send)$/, 24],
      [/-label$/, 45],
      [/-hint$/, 100],
      [/^closing-(solved|not-solved|add-comment|rate-\d)$/, 30],
    ];
    for (const { words } of keys)
      for (const [key, text] of words)
        for (const [pattern, max] of longest)
          if (pattern.test(key)) expect([key, text.length <= max]).toEqual([key, true]);
  });

  it('promise no other person: who looks at it next is not known yet', () => {
    for (const { language, words } of keys)
      expect([language, words.get('closing-not-yet')]).toEqual([
        language,
        expect.not.stringMatching(/somebody else|en anden|quelqu'un d'autre|outra pessoa/i),
      ]);
  });

  it('say the number that was given', () => {
    for (const { words } of keys) expect(words.get('closing-rating-taken')).toContain('{rating}');
  });
});

function readKeys(language: string): Map<string, string> {
  const used = [
    'solved not-solved thanks rate rate-1 rate-2 rate-3 rate-4 rate-5 rated rating-taken rating-unclear add-comment comment',
    'comment-label comment-hint commented comment-empty not-yet why why-label why-hint too-long form-send settled over not-yours not-asked solve-first rate-first not-kept',
  ];
  const keys = used.join(' ').split(' ');
  return new Map(
    keys.flatMap((key) => {
      const words = templates.button(language, `closing-${key}`);
      return words === undefined ? [] : [[`closing-${key}`, words] as const];
    }),
  );
}
