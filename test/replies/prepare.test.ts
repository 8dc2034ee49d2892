import { describe, expect, it } from '@jest/globals';
import { NOTHING_SAID } from '../../src/cases/details.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { prepare } from '../../src/replies/prepare.ts';
import { aFile, aReply, NOW, policy, workspace } from '../support/factories.ts';
import { composerOf } from './factory.ts';

const STEPS = ['sorry', 'ask'];
const compose = composerOf({
  'en/sorry': 'Sorry, {{ member.name }}.',
  'en/ask': '{% for detail in details %}\n- {{ detail }}\n{% endfor %}',
});
const asking: Policy = {
  ...policy,
  kinds: {
    ...policy.kinds,
    feedback: { ...policy.kinds['feedback']!, details: ['version', 'screenshot', 'your shoe size'] },
  },
};
const prepared = (over: Parameters<typeof aFile>[0], text: string) =>
  prepare(STEPS, aFile(over), workspace, asking, compose, NOW, { ...NOTHING_SAID, text });

describe('a prepared answer', () => {
  it('asks for what was not said, all at once, and says what it asks for and what it is made of', () => {
    expect(prepared({}, 'Version 2.4.1 is broken')).toEqual({
      markdown: 'Sorry, Alma Berg.\n\n- screenshot\n- your shoe size',
      language: 'en',
      steps: ['sorry', 'ask'],
      asks: ['screenshot', 'your shoe size'],
    });
  });

  it('leaves out what was asked for before, and the step that asks when nothing is left', () => {
    const before = aReply({ replyId: 1, state: 'sent', asks: ['screenshot', 'your shoe size'] });
    expect(prepared({ replies: [before] }, 'Broken')).toMatchObject({ asks: ['version'] });
    expect(prepared({ replies: [before] }, 'Broken in 2.4.1')).toEqual({
      markdown: 'Sorry, Alma Berg.',
      language: 'en',
      steps: ['sorry'],
      asks: [],
    });
  });
});
