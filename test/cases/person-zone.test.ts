import { describe, expect, it } from '@jest/globals';
import { personZone } from '../../src/cases/person-zone.ts';
import { PlatformUnavailable } from '../../src/errors.ts';
import { policy, workspace } from '../support/factories.ts';

/** What is known of somebody: what they set, what their profile says, and the community's zone. */
function zoneWith(said: string | null, profile: string | null | Error, home?: string) {
  return personZone('U1', {
    people: { of: async () => new Map([['U1', { timeZone: said }]]) },
    chat: {
      fetchPerson: async () => {
        if (profile instanceof Error) throw profile;
        return { timeZone: profile };
      },
    },
    workspace: { ...workspace, timeZone: home },
    policy: { ...policy, timeZone: 'Europe/Paris' },
  });
}

describe("a person's time zone", () => {
  it('is the one they set, else of their profile, else of the workspace, else of the policy', async () => {
    expect(await zoneWith('Asia/Tokyo', 'Europe/Rome', 'Europe/Oslo')).toEqual({
      zone: 'Asia/Tokyo',
      from: 'themselves',
    });
    expect(await zoneWith(null, 'Europe/Rome', 'Europe/Oslo')).toEqual({
      zone: 'Europe/Rome',
      from: 'platform',
    });
    expect(await zoneWith(null, null, 'Europe/Oslo')).toEqual({ zone: 'Europe/Oslo', from: 'community' });
    expect(await zoneWith(null, null)).toEqual({ zone: 'Europe/Paris', from: 'community' });
  });

  it('is none that does not exist, and does not wait for a platform that is out of order', async () => {
    expect(await zoneWith('Mars/Olympus', 'Nowhere', 'Europe/Oslo')).toEqual({
      zone: 'Europe/Oslo',
      from: 'community',
    });
    const down = new PlatformUnavailable('slack', 'no answer', null);
    expect(await zoneWith(null, down, 'Europe/Oslo')).toEqual({ zone: 'Europe/Oslo', from: 'community' });
  });
});
