import { describe, expect, it } from '@jest/globals';
import type { Place } from '../../src/chat/ref.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { hintFor } from '../../src/replies/hint.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { MEMBER, NOW, policy, workspace } from '../support/factories.ts';

const compose = createComposer(loadTemplates('templates'));
const dm: Place = { type: 'dm', workspaceId: workspace.id, userId: MEMBER };

async function told(locale: string | null, { groups = [] as string[], language = 'da', place = dm } = {}) {
  const person = {
    workspaceId: workspace.id,
    userId: MEMBER,
    name: 'Alma',
    isMember: true,
    isBot: false,
    groups,
    locale,
  };
  const chat = { fetchPerson: async () => ({ ...person, timeZone: null }) };
  const here = { policy, workspace: { ...workspace, language }, compose, chat, now: NOW };
  return JSON.stringify(await hintFor(place, here));
}

describe('what is said to somebody who wrote to the bot about no case', () => {
  it('is in the language of their app, and in that of the community where that is not known', async () => {
    expect(await told('fr-FR')).toContain('Bonjour Alma');
    expect(await told('pt-BR')).toContain('Olá, Alma');
    expect(await told(null)).toContain('Hej Alma');
    expect(await told('fi')).toContain('Hej Alma');
    expect(await told(null, { language: 'en' })).toContain('Hi Alma');
  });

  it('tells those who work on cases how to act on one', async () => {
    expect(await told('fr-FR', { groups: ['S0MODS'] })).toContain('/feedback note');
    expect(await told('fr-FR')).not.toContain('/feedback note');
  });

  it('goes to one person and no channel', async () => {
    const place: Place = { type: 'channel', workspaceId: workspace.id, channelId: 'C0' };
    await expect(told('fr', { place })).rejects.toMatchObject({ code: 'WOULD_LEAK' });
  });
});
