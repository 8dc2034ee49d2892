import { expect, it } from '@jest/globals';
import type { Place } from '../../src/chat/ref.ts';
import {
  PermissionMissing,
  PersonUnreachable,
  PlatformRefused,
  PlatformUnavailable,
  TargetGone,
  type AppError,
} from '../../src/errors.ts';
import { toTellByHand } from '../../src/replies/undelivered.ts';
import { workspace } from '../support/factories.ts';

const triage: Place = { type: 'channel', workspaceId: 'slack:T1', channelId: 'C0TRIAGE' };
const told = (reason: AppError, language: string) =>
  JSON.stringify(toTellByHand('key', triage, 'copy', reason, { ...workspace, language }).body);

it('says why something did not arrive in the language of the community, and in English to operators', () => {
  const closed = new PersonUnreachable('Slack', 'cannot_dm_bot', null);
  expect(closed.message).toBe('Slack: direct messages are closed (cannot_dm_bot).');
  expect(told(closed, 'en')).toContain(closed.message);
  expect(told(closed, 'da')).toContain('der er lukket for direkte beskeder (cannot_dm_bot).');

  for (const reason of [TargetGone, PlatformRefused, PlatformUnavailable]) {
    const error = new reason('Discord', '10003', null);
    for (const language of ['da', 'fr', 'pt']) {
      expect(told(error, language)).not.toContain(error.message);
      expect(told(error, language)).toContain('(10003)');
    }
  }
});

it('names what is missing as it was written for whoever can grant it', () => {
  const missing = new PermissionMissing('Slack', 'add the scope chat:write', null);
  expect(told(missing, 'fr')).toContain('add the scope chat:write');
});
