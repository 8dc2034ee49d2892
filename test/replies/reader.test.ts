import { describe, expect, it } from '@jest/globals';
import { dueCases } from '../../src/cases/due-cases.ts';
import { DEPARTMENT_STATES } from '../../src/cases/case.ts';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import { MAIL } from '../../src/chat/mail.ts';
import type { Place } from '../../src/chat/ref.ts';
import { PlatformUnavailable, RateLimited, TargetGone } from '../../src/errors.ts';
import type { Context } from '../../src/handlers/handler.ts';
import { refreshCards } from '../../src/handlers/refresh-cards.ts';
import type { Policy, WorkspacePolicy } from '../../src/policy/schema.ts';
import { contentOf } from '../../src/replies/content.ts';
import { languageAt, localeAgain, localeAt } from '../../src/replies/reader.ts';
import { sayReminders } from '../../src/replies/say-reminders.ts';
import {
  aClock,
  aFile,
  asked,
  HANDLER,
  policy as sandbox,
  workspace as slack,
} from '../support/factories.ts';
import { composerOf } from './factory.ts';

const home: WorkspacePolicy = { ...slack, language: 'da' };
const there: WorkspacePolicy = { ...slack, id: 'discord:42', name: 'Game', language: 'fr' };
const silent: WorkspacePolicy = { ...slack, id: 'discord:43', name: 'Lobby' };
delete silent.language;
const policy: Policy = { ...sandbox, language: 'pt', workspaces: [home, there, silent] };

const dm: Place = { type: 'dm', workspaceId: home.id, userId: HANDLER };
const inChannel = (workspaceId: string): Place => ({ type: 'channel', workspaceId, channelId: 'C0QA' });
type People = Pick<ChatAdapter, 'fetchPerson'>;
const person = (answer: () => Promise<{ locale: string | null }>) =>
  ({ fetchPerson: answer }) as unknown as People;
const reads = (locale: string | null) => person(async () => ({ locale }));

const around = { workspace: home, policy };

describe('what is posted somewhere is read', () => {
  it('in their own language by one person, where the platform says it', async () => {
    expect(await localeAt(dm, around, reads('fr-CA'))).toBe('fr-CA');
    expect(await localeAt(dm, around, reads(null))).toBeNull();
    expect(await localeAt({ ...dm, workspaceId: there.id }, around, reads(null))).toBe('fr');
  });

  it('in the language of the community it is posted in by everybody else, and nobody is asked', async () => {
    const nobody = person(async () => {
      throw new Error('asked');
    });
    const of = (workspaceId: string) => localeAt(inChannel(workspaceId), around, nobody);
    expect([await of(home.id), await of(there.id), await of(silent.id)]).toEqual([null, 'fr', 'pt']);
    expect(languageAt(inChannel(MAIL), around)).toBeNull();
  });

  it.each<[string, () => Promise<never>]>([
    ['is down', () => Promise.reject(new PlatformUnavailable('Slack', 'down', null))],
    ['asks to wait', () => Promise.reject(new RateLimited('Slack', 60_000, null))],
    ['never answers', () => new Promise<never>(() => {})],
  ])(
    'in the language they had last, else that of the community, and no later, when the platform %s',
    async (how, answer) => {
      const nobody: Place = { ...dm, userId: 'U0NOBODY' };
      expect(await localeAt(nobody, around, person(answer), 5)).toBeNull();
      const known: Place = { ...dm, userId: `U0 ${how}` };
      await localeAt(known, around, reads('fr'));
      expect(await localeAt(known, around, person(answer), 5)).toBe('fr');
    },
  );

  it('in the same language again, or later, when it may have been posted before', async () => {
    const down = person(() => Promise.reject(new PlatformUnavailable('Discord', 'down', null)));
    const gone = person(() => Promise.reject(new TargetGone('Discord', 'unknown user', null)));
    const reader: Place = { ...dm, userId: 'U0AGAIN' };
    await expect(localeAgain(reader, around, down)).rejects.toThrow('not available');
    expect(await localeAgain(reader, around, reads('fr'))).toBe('fr');
    await expect(localeAgain(reader, around, down)).rejects.toThrow('not available');
    expect(await localeAgain(reader, around, gone)).toBe('fr');
    expect(await localeAgain(inChannel(there.id), around, down)).toBe('fr');
  });
});

describe('a reminder', () => {
  const running = aClock({ kind: 'next_response' });
  const file = aFile({ case: { handlerId: HANDLER }, clocks: [running] });
  const rang = { clockId: 7, generation: 0, rung: 'responsible' as const, skipped: [], caseId: 1 };
  const store = {
    remindersIn: async () => [rang],
    read: async () => file,
    earlierCases: async () => ({ latest: [], count: 0 }),
    markShown: async () => {},
  };
  const titles = async (chat: People, later = chat) => {
    const posted: unknown[] = [];
    const adapter = {
      awaitTurn: async () => {},
      awaitTurnToUpdate: async () => {},
      post: async (_: Place, content: unknown) => void posted.push(content),
      update: async (_: unknown, content: unknown) => void posted.push(content),
    } as unknown as ChatAdapter;
    const dues = async () =>
      (await dueCases({ deliveryId: 1, workspaceId: home.id, place: dm }, { store, ...around }, null)).theirs;
    const posting = { ...adapter, ...chat };
    await sayReminders({ place: dm, mark: 'm' }, null, dues, posting, composerOf({}), around);
    const body = { type: 'reminders', personId: HANDLER };
    const stale = [{ deliveryId: 1, workspaceId: home.id, place: dm, body, posted: {} }];
    await refreshCards.run({ caseId: 1 }, {
      store: { ...store, staleCards: async () => stale.splice(0) },
      topics: { ofCase: async () => null },
      policy: () => policy,
      compose: composerOf({}),
      chat: () => ({ ...adapter, ...later }),
    } as unknown as Context);
    return posted.map((each) => (each as { card: { title: string } }).card.title);
  };

  it('by direct message speaks the language of whoever it reminds, and keeps it when it is drawn again', async () => {
    const down = person(() => Promise.reject(new PlatformUnavailable('Slack', 'down', null)));
    expect(await titles(reads(null))).toEqual(['FB-12 venter på dig', 'FB-12 venter på dig']);
    expect(await titles(down)).toEqual(['FB-12 venter på dig', 'FB-12 venter på dig']);
    expect(await titles(reads('fr-FR'))).toEqual(['FB-12 vous attend', 'FB-12 vous attend']);
    expect(await titles(reads('fr-FR'), down)).toEqual(['FB-12 vous attend', 'FB-12 vous attend']);
  });
});

it('a card in the channel of another community is in its language, and in that of its own at home', () => {
  const [state] = DEPARTMENT_STATES;
  const file = aFile({ departments: ['qa'], departmentWork: [{ ...asked('qa'), state }] });
  const view = { file, workspace: home, policy, earlier: [] };
  const labels = (place: Place) => {
    const content = contentOf(
      { type: 'escalation', department: 'qa', cc: false },
      place,
      view,
      composerOf({}),
    );
    return content.type === 'card' ? content.card.facts.map(({ label }) => label) : [];
  };
  expect(labels(inChannel(home.id))).toContain('Sagsbehandler');
  expect(labels(inChannel(there.id))).toContain('Responsable');
  expect(labels(inChannel(silent.id))).toContain('Responsável');
});
