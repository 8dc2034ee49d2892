import { afterEach, describe, expect, it } from '@jest/globals';
import { createJira } from '../../src/trackers/jira.ts';
import { openJira } from '../support/jira.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const LONG_AGO = new Date('2026-11-22T08:00:00Z');
const text = { title: 'It\nbreaks', body: 'Each Monday.', labels: ['from community'], mark: 'm4rk' };

let jira: Awaited<ReturnType<typeof openJira>>;
const tracker = (user: string | null = null) =>
  createJira({
    site: `${jira.url}/`,
    project: 'QA',
    issueType: 'Bug',
    user,
    token: 'jira-token',
    now: () => NOW,
  });
afterEach(() => jira.close());

describe('an issue in Jira', () => {
  it.each(['cloud', 'data-center'] as const)(
    'of %s is made, found again by its mark, and looked at',
    async (edition) => {
      jira = await openJira(edition);

      const made = await tracker().make(text);
      expect(made).toMatchObject({ name: 'QA-1', url: `${jira.url}/browse/QA-1`, state: 'open' });
      expect(jira.issues[0]).toMatchObject({
        summary: 'It breaks',
        labels: ['from-community', 'hearback-m4rk'],
      });
      expect(await tracker().find('m4rk', LONG_AGO, LONG_AGO)).toMatchObject({ name: 'QA-1' });
      expect(await tracker().find('other', LONG_AGO, LONG_AGO)).toBeNull();
    },
  );

  it('is closed in whatever state Jira counts as done', async () => {
    jira = await openJira();
    await tracker().make(text);
    jira.issues[0]!.status = { name: 'Won’t do', statusCategory: { key: 'done' } };

    expect(await tracker().look('QA-1', null)).toMatchObject({
      type: 'there',
      issue: { state: 'closed', status: 'Won’t do' },
    });
  });

  it('that was just made may not be found yet, so nobody concludes that there is none', async () => {
    jira = await openJira();

    await expect(tracker().find('m4rk', LONG_AGO, NOW)).rejects.toMatchObject({ code: 'NOT_YET' });
  });

  it('that is gone is told apart from a project that is hidden', async () => {
    jira = await openJira();
    await tracker().make(text);
    jira.issues[0]!.isDeleted = true;
    expect(await tracker().look('QA-1', null)).toEqual({ type: 'gone', why: 'deleted', to: null });

    jira.faults.push({ status: 404 }, { status: 404 });
    await expect(tracker().look('QA-1', null)).rejects.toMatchObject({ code: 'PERMISSION_MISSING' });
  });

  it('is asked for by an account, where there is one', async () => {
    jira = await openJira('cloud', `Basic ${Buffer.from('mia@example.org:jira-token').toString('base64')}`);

    expect(await tracker('mia@example.org').make(text)).toMatchObject({ name: 'QA-1' });
  });
});
