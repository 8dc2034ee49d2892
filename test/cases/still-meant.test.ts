import { describe, expect, it } from '@jest/globals';
import { assertStillMeant } from '../../src/cases/leaks.ts';
import { UNSAID } from '../../src/policy/playbook-schema.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { aFile, aReply, MEMBER, policy as usual, workspace } from '../support/factories.ts';

const answered = (answer: 'auto' | 'private'): Policy => ({
  ...usual,
  kinds: { feedback: { ...UNSAID, name: 'Feedback', playbook: null, answer } },
});
const helpers = { type: 'channel', workspaceId: workspace.id, channelId: 'C0HELP' } as const;
const dm = { type: 'dm', workspaceId: workspace.id, userId: MEMBER } as const;
const excluded = [{ userId: 'U0X', reason: 'accused' as const }];

describe('words that have waited for their turn', () => {
  it('go to the thread as long as the case is answered there', () => {
    const file = aFile({ replies: [aReply({ state: 'queued' })] });

    expect(() => assertStillMeant(file, 5, answered('auto'))).not.toThrow();
    expect(() => assertStillMeant(file, 5, answered('private'))).toThrow(/in private by now/);
  });

  it('go by direct message whatever the case has become', () => {
    const file = aFile({ replies: [aReply({ state: 'queued', place: dm })], excluded });

    expect(() => assertStillMeant(file, 5, answered('private'))).not.toThrow();
  });

  it.each(['community', 'thanks'] as const)(
    'to the helpers (%s) go nowhere once not everybody may see the case',
    (purpose) => {
      const replies = [aReply({ state: 'queued', place: helpers, purpose })];

      expect(() => assertStillMeant(aFile({ replies }), 5, answered('auto'))).not.toThrow();
      for (const file of [aFile({ replies, excluded }), aFile({ replies, case: { audience: 'leads' } })])
        expect(() => assertStillMeant(file, 5, answered('auto'))).toThrow(/goes to the helpers/);
    },
  );
});
