import { describe, expect, it } from '@jest/globals';
import { EACH_MAX } from '../../src/cases/evidence.ts';
import { wishOf } from '../../src/cases/search/search-wish.ts';
import type { Place } from '../../src/chat/ref.ts';
import { tableContent, type TableOf } from '../../src/replies/table-content.ts';
import { policy, workspace } from '../support/factories.ts';

const mia: Place = { type: 'dm', workspaceId: workspace.id, userId: 'U0MIA' };
const table = (tableOf: TableOf, place: Place = mia) =>
  tableContent({ type: 'table', wish: wishOf('kind:refund') }, place, {
    tableOf,
    policy,
    workspace,
    chat: {
      fetchPerson: async (workspaceId, userId) => ({
        workspaceId,
        userId,
        name: 'Mia',
        locale: 'da-DK',
        timeZone: null,
        isBot: false,
        isMember: true,
        groups: [],
      }),
    },
  });

describe('a table of cases as a message', () => {
  it('is made for its reader alone, with what they asked for, and comes as a file', async () => {
    const asked: unknown[] = [];
    const content = await table(async (...wanted) => {
      asked.push(wanted);
      return { name: 'cases.csv', bytes: Buffer.from('a') };
    });
    expect(asked).toEqual([[{ workspaceId: workspace.id, userId: 'U0MIA' }, 'kind%3Arefund', EACH_MAX]]);
    expect(content).toMatchObject({ card: { files: [{ name: 'cases.csv' }] } });
    expect(JSON.stringify(content)).toContain('Du bad om ');
  });

  it('that is too large is not sent: its reader is told how to ask for less', async () => {
    const content = await table(async () => 'too_large');
    expect(content).not.toHaveProperty('card.files');
    expect(JSON.stringify(content)).toContain('8 MB');
    expect(JSON.stringify(content)).toContain('export kind:refund newer:30d');
  });

  it('goes to nobody who may not read cases any more, and never where several people read', async () => {
    await expect(table(async () => null)).rejects.toMatchObject({ code: 'TARGET_GONE' });
    const triage: Place = { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage };
    await expect(table(async () => 'too_large', triage)).rejects.toMatchObject({ code: 'WOULD_LEAK' });
  });
});
