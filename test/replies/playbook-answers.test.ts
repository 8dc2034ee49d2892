import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { render as renderDiscord } from '../../src/adapters/discord/render.ts';
import { render as renderSlack } from '../../src/adapters/slack/render.ts';
import { CONSENT_STEP } from '../../src/cases/consent.ts';
import type { Block } from '../../src/chat/rich.ts';
import { playbookSchema } from '../../src/policy/playbook-schema.ts';
import { playbookTexts, readPlaybooks } from '../../src/policy/playbooks.ts';
import type { ReplyValues } from '../../src/replies/composer.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { withCode } from '../../src/replies/with-code.ts';
import { values } from './factory.ts';
import { expectGolden, GOLDEN } from './golden.ts';
import { textsIn } from '../../src/texts/index.ts';

const CODE_PLACE = textsIn('en').rules.gifts.codePlace;

const LANGUAGES = ['en', 'da', 'fr', 'pt'] as const;

/** How people are really called: short, long, with an emoji, from right to left. */
const PLAIN = 'Alma Berg';
const LONG = 'Maria-Magdalena Konstantinopoulou-Wojciechowska de Albuquerque e Vasconcelos';
const EMOJI = 'Inês 🦄 Ångström-Øre';
const RIGHT_TO_LEFT = 'مريم الحسن';
const SPECIAL = [LONG, EMOJI, RIGHT_TO_LEFT];

/** What each platform shows of an answer. */
const PLATFORMS: Record<string, (blocks: Block[]) => string> = {
  slack: (blocks) =>
    renderSlack({ type: 'reply', blocks }, (id) => id)
      .blocks.map((block) => ('text' in block && typeof block.text === 'object' ? block.text.text : ''))
      .join('\n\n'),
  discord: (blocks) => renderDiscord({ type: 'reply', blocks }).content,
};

/** Put in its place when a gift is delivered. */
const CODE = 'SPRING_*10*';

/** How each language thanks, for counting it. */
const THANKS = { en: /\bthank/gi, da: /\btak\b/gi, fr: /\bmerci\b/gi, pt: /\bagradec/gi };

const composer = createComposer(loadTemplates('templates'));
const playbooks = readPlaybooks(playbookTexts('playbooks'), null);
const listOf = (name: string, field: string) =>
  (playbooks.said(name)?.values[field] ?? []) as readonly string[];

/** Its steps, with the question it may ask at the end. */
const stepsOf = (name: string) => {
  const { data: passOn } = playbookSchema.shape.passOn.safeParse(playbooks.said(name)?.values['passOn']);
  return [...listOf(name, 'steps'), ...(passOn?.consent ? [CONSENT_STEP] : [])];
};

const answering = playbooks.names().filter((name) => listOf(name, 'steps').length > 0);
const inEvery = (names: readonly string[]) =>
  names.flatMap((name) =>
    LANGUAGES.flatMap((language) =>
      Object.keys(PLATFORMS).map((platform): [string, (typeof LANGUAGES)[number], string] => [
        name,
        language,
        platform,
      ]),
    ),
  );

/** Words as a platform shows them, below a line that says to whom they go. */
function shown(
  title: string,
  steps: readonly string[],
  parts: Partial<ReplyValues>,
  language: string,
  platform: string,
): string {
  const { markdown } = composer.compose(steps, values(parts), [language]);
  return `[${title}]\n${PLATFORMS[platform]!(withCode(composer.parse(markdown), CODE))}`;
}

describe("a playbook's answer", () => {
  it.each(inEvery(answering))(
    '%s in %s on %s reads as the golden file has it',
    (name, language, platform) => {
      const steps = stepsOf(name);
      const details = listOf(name, 'details');
      const special = SPECIAL[answering.indexOf(name) % SPECIAL.length]!;
      const toPlain = { member: { name: PLAIN }, details };
      const toSpecial = { member: { name: special }, details: details.slice(-1) };

      expectGolden(
        `${name}/${language}.${platform}.txt`,
        [
          shown(`to ${PLAIN}, who has said nothing yet`, steps, toPlain, language, platform),
          shown(`to ${special}, who has said almost everything`, steps, toSpecial, language, platform),
        ].join('\n\n\n'),
      );
    },
  );

  it.each(answering)('%s greets once and thanks once', (name) => {
    for (const language of LANGUAGES) {
      const parts = { member: { name: PLAIN }, details: listOf(name, 'details') };
      const { markdown } = composer.compose(stepsOf(name), values(parts), [language]);

      const greeted = markdown.split(PLAIN).length - 1;
      const thanked = markdown.match(THANKS[language])?.length;
      expect({ language, greeted, thanked }).toEqual({ language, greeted: 1, thanked: 1 });
    }
  });

  it('is there for all of them, but for the one nobody may answer and the one that only adds a checklist', () => {
    expect(playbooks.names().filter((name) => !answering.includes(name))).toEqual([
      'frequent',
      'not-legitimate',
    ]);
  });
});

describe('what is said besides the answer', () => {
  const gift = { name: 'a 10% voucher', code: CODE_PLACE };
  const messages: Record<string, [title: string, step: string, parts: Partial<ReplyValues>][]> = {
    'besides/to-the-member': [
      ['to Alma Berg, when there is nothing new', 'update', {}],
      ['to Alma Berg, while a department has it', 'update-team', {}],
      ['to Alma Berg, while nobody has taken it on', 'update-waiting', {}],
      ['to Alma Berg, when it is resolved', 'close-request', {}],
      ['to Alma Berg, when it is resolved in private', 'close-request-private', {}],
      ['to Alma Berg, when she has not answered', 'nudge', {}],
      ['to Alma Berg, for the last time', 'nudge-last', {}],
      ['to Alma Berg, who wrote about no case', 'hint', {}],
      ['to Alma Berg, a promise', 'goodwill', {}],
      [`to ${EMOJI}, with a code`, 'goodwill-gift', { member: { name: EMOJI }, gift }],
      [`to ${LONG}, without one`, 'goodwill-present', { member: { name: LONG }, gift }],
    ],
    'besides/to-the-community': [
      [
        'to the helpers',
        'ask-community',
        {
          member: { name: RIGHT_TO_LEFT },
          message: {
            text: 'كيف أصدّر الملف إلى PDF؟ @everyone <!channel> *now*',
            link: 'https://riverside.slack.com/archives/C0PRODUCT/p1700000000000100?thread_ts=1.2&cid=C0_X',
          },
        },
      ],
      ['to a helper', 'thank-helper', { member: { name: EMOJI }, helper: { name: RIGHT_TO_LEFT } }],
    ],
  };

  it.each(inEvery(Object.keys(messages)))(
    '%s in %s on %s reads as the golden file has it',
    (file, language, platform) => {
      expectGolden(
        `${file}/${language}.${platform}.txt`,
        messages[file]!.map(([title, step, parts]) => shown(title, [step], parts, language, platform)).join(
          '\n\n\n',
        ),
      );
    },
  );
});

it('no golden file is left that nothing compares', () => {
  const folders = readdirSync(GOLDEN, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = folders.flatMap(({ name }) =>
    readdirSync(join(GOLDEN, name), { recursive: true }).map(String),
  );

  expect(folders.map(({ name }) => name).toSorted()).toEqual(['besides', ...answering].toSorted());
  expect(
    files.filter((file) => !/(?:^|\/)(?:en|da|fr|pt)\.(?:slack|discord)\.txt$|^to-the-[a-z]+$/.test(file)),
  ).toEqual([]);
});
