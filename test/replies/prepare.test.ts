import { describe, expect, it } from '@jest/globals';
import { CONSENT_STEP } from '../../src/cases/consent.ts';
import { NOTHING_SAID } from '../../src/cases/details.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { prepare } from '../../src/replies/prepare.ts';
import { aFile, aReply, NOW, policy, workspace } from '../support/factories.ts';
import { composerOf } from './factory.ts';

const STEPS = ['sorry', 'ask'];
/** By when the member hears again, were it said. */
const promises = new Date(NOW.getTime() + policy.severities.normal.updateDue);
const compose = composerOf({
  'en/sorry': 'Sorry, {{ member.name }}.',
  'en/praise-consent': 'May {{ department.name }} quote you?',
  'da/sorry': 'Undskyld, {{ member.name }}.',
  'da/ask': '{% for detail in details %}\n- {{ detail }}\n{% endfor %}',
  'en/ask': '{% for detail in details %}\n- {{ detail }}\n{% endfor %}',
});
/** What the policy asks in two languages. */
const SHOES = { en: 'your shoe size', da: 'din skostørrelse' };
const asking: Policy = {
  ...policy,
  kinds: {
    ...policy.kinds,
    feedback: { ...policy.kinds['feedback']!, details: ['version', 'screenshot', SHOES] },
  },
};
const prepared = (over: Parameters<typeof aFile>[0], text: string) =>
  prepare(STEPS, aFile(over), workspace, asking, compose, NOW, { ...NOTHING_SAID, text });

describe('the question for consent', () => {
  const praise = { case: { kind: 'praise' } };
  const asked = (over: Parameters<typeof aFile>[0], among = policy) =>
    prepare([CONSENT_STEP], aFile(over), workspace, among, compose, NOW, NOTHING_SAID);

  it('names the department as the policy does, and keeps which it is', () => {
    expect(asked(praise)).toMatchObject({
      markdown: 'May Support quote you?',
      steps: [CONSENT_STEP],
      consentFor: 'support',
    });
    const departments = {
      ...workspace.departments,
      support: { ...workspace.departments['support']!, name: 'Fans & friends' },
    };
    const renamed = prepare(
      [CONSENT_STEP],
      aFile(praise),
      { ...workspace, departments },
      policy,
      compose,
      NOW,
      NOTHING_SAID,
    );
    expect(renamed).toMatchObject({ markdown: expect.stringContaining('Fans') });
  });

  it('is left out where the kind asks for nobody by now', () => {
    expect(asked({})).toBeNull();
    expect(prepare(['sorry', CONSENT_STEP], aFile(), workspace, policy, compose, NOW, NOTHING_SAID)).toEqual({
      markdown: 'Sorry, Alma Berg.',
      language: 'en',
      steps: ['sorry'],
      asks: [],
      promises,
    });
  });
});

describe('a prepared answer', () => {
  it('asks for what was not said, all at once, and says what it asks for and what it is made of', () => {
    expect(prepared({}, 'Version 2.4.1 is broken')).toEqual({
      markdown: 'Sorry, Alma Berg.\n\n- screenshot\n- your shoe size',
      language: 'en',
      steps: ['sorry', 'ask'],
      asks: ['screenshot', 'your shoe size'],
      promises,
    });
  });

  it('asks in the member’s language, and not again in another one', () => {
    const danish = { case: { language: 'da' } };
    expect(prepared(danish, '2.4.1 er i stykker')).toMatchObject({
      markdown: expect.stringContaining('- din skostørrelse'),
      language: 'da',
      asks: ['screenshot', 'din skostørrelse'],
    });
    const before = aReply({ replyId: 1, state: 'sent', asks: ['your shoe size'] });
    expect(prepared({ ...danish, replies: [before] }, '2.4.1')).toMatchObject({ asks: ['screenshot'] });
  });

  it('leaves out what was asked for before, and the step that asks when nothing is left', () => {
    const before = aReply({ replyId: 1, state: 'sent', asks: ['screenshot', 'your shoe size'] });
    expect(prepared({ replies: [before] }, 'Broken')).toMatchObject({ asks: ['version'] });
    expect(prepared({ replies: [before] }, 'Broken in 2.4.1')).toEqual({
      markdown: 'Sorry, Alma Berg.',
      language: 'en',
      steps: ['sorry'],
      asks: [],
      promises,
    });
  });
});
