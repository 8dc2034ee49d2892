import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createGithub } from '../../src/trackers/github.ts';
import { openGithub } from '../support/github.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const text = { title: 'It breaks', body: 'Each Monday.', labels: ['bug'], mark: 'm4rk' };

let github: Awaited<ReturnType<typeof openGithub>>;
const tracker = (token = 'gh-token', repository = 'riverside/tools') =>
  createGithub({ apiUrl: github.url, repository, token, now: () => NOW });
beforeEach(async () => {
  github = await openGithub();
});
afterEach(() => github.close());

describe('an issue on GitHub', () => {
  it('is made with its mark, by which it is found again', async () => {
    const made = await tracker().make(text);

    expect(made).toMatchObject({ name: 'riverside/tools#1', state: 'open' });
    expect(github.issues[0]).toMatchObject({ title: 'It breaks', labels: ['bug'] });
    expect(await tracker().find('m4rk', NOW, NOW)).toMatchObject({ name: 'riverside/tools#1' });
    expect(await tracker().find('other', NOW, NOW)).toBeNull();
  });

  it('is asked for again by what GitHub said last, which costs nothing', async () => {
    await tracker().make(text);
    const looked = await tracker().look('riverside/tools#1', null);
    const etag = looked.type === 'there' ? looked.issue.etag : null;

    expect(await tracker().look('riverside/tools#1', etag)).toEqual({ type: 'unchanged' });
    github.change(1, { state: 'closed', state_reason: 'not_planned' });
    expect(await tracker().look('riverside/tools#1', etag)).toMatchObject({
      type: 'there',
      issue: { state: 'closed', status: 'closed, not planned' },
    });
  });

  it('that was deleted or transferred is gone', async () => {
    await tracker().make(text);
    github.change(1, { fate: 'deleted' });
    expect(await tracker().look('riverside/tools#1', null)).toEqual({
      type: 'gone',
      why: 'deleted',
      to: null,
    });
    github.change(1, { fate: { movedTo: 'https://api.github.com/repos/riverside/site/issues/7' } });
    expect(await tracker().look('riverside/tools#1', null)).toEqual({
      type: 'gone',
      why: 'moved',
      to: 'riverside/site#7',
    });
  });

  it('of a repository that was renamed is there under the new name, as soon as that is in the policy', async () => {
    await tracker().make(text);
    github.rename('riverside/toolbox');

    await expect(tracker().look('riverside/tools#1', null)).rejects.toMatchObject({
      code: 'PLATFORM_REFUSED',
      message: expect.stringContaining('hearback.yaml'),
    });
    expect(await tracker('gh-token', 'riverside/toolbox').look('riverside/tools#1', null)).toMatchObject({
      type: 'there',
      issue: { name: 'riverside/toolbox#1', state: 'open' },
    });
    await expect(tracker('gh-token', 'other/toolbox').look('riverside/tools#1', null)).rejects.toMatchObject({
      code: 'PLATFORM_REFUSED',
    });
  });

  it('of a repository that is hidden from us is not taken for deleted', async () => {
    await tracker().make(text);
    github.hide(true);

    await expect(tracker().look('riverside/tools#1', null)).rejects.toMatchObject({
      code: 'PERMISSION_MISSING',
    });
    await expect(tracker().make(text)).rejects.toMatchObject({ code: 'PERMISSION_MISSING' });
  });

  it.each([
    [{ status: 500 }, 'OUTCOME_UNKNOWN'],
    ['lost-after' as const, 'OUTCOME_UNKNOWN'],
    [{ status: 201, body: 'not what GitHub says' }, 'OUTCOME_UNKNOWN'],
    [
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795342200' } },
      'RATE_LIMITED',
    ],
    [{ status: 429, headers: { 'retry-after': '30' } }, 'RATE_LIMITED'],
    [{ status: 403 }, 'PERMISSION_MISSING'],
    [{ status: 422 }, 'PLATFORM_REFUSED'],
    [{ status: 410 }, 'PLATFORM_REFUSED'],
    [{ status: 301, headers: { location: 'https://elsewhere.example' } }, 'PLATFORM_REFUSED'],
  ])('that meets %j fails as %s', async (fault, code) => {
    github.faults.push(fault);

    await expect(tracker().make(text)).rejects.toMatchObject({ code });
  });

  it('is certainly not made where nobody listens, or with a wrong token', async () => {
    await expect(tracker('wrong').make(text)).rejects.toMatchObject({ code: 'PERMISSION_MISSING' });
    await github.close();
    await expect(tracker().make(text)).rejects.toMatchObject({ code: 'PLATFORM_UNAVAILABLE' });
  });

  it('tells no error what was said or with what token', async () => {
    github.faults.push({ status: 422, body: { message: 'Each Monday. gh-token' } });

    await expect(tracker().make(text)).rejects.not.toThrow(/Monday|gh-token/);
  });
});
