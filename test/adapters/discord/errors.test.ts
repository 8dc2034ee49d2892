import { describe, expect, it } from '@jest/globals';
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { discordCode, translate } from '../../../src/adapters/discord/errors.ts';
import { textsIn } from '../../../src/texts/index.ts';
import { AppError, TargetGone, type ErrorCode, type RateLimited } from '../../../src/errors.ts';

const writing = { writes: true, needs: ['SEND_MESSAGES'], where: 'channel 5' };
const reading = { ...writing, writes: false };
const api = (code: number, status: number) =>
  new DiscordAPIError(
    { code, message: 'whatever it says' },
    code,
    status,
    'POST',
    'https://discord.com/api',
    {},
  );
const limited = (retryAfter: number, timeToReset: number) =>
  new RateLimitError({
    retryAfter,
    timeToReset,
    limit: 1,
    method: 'POST',
    hash: '',
    url: '',
    route: '/x',
    majorParameter: '',
    global: false,
    sublimitTimeout: 0,
    scope: 'user',
  });

describe('errors of Discord', () => {
  it.each<[number, number, ErrorCode]>([
    [50001, 403, 'PERMISSION_MISSING'],
    [50013, 403, 'PERMISSION_MISSING'],
    [160005, 400, 'PERMISSION_MISSING'],
    [0, 401, 'PERMISSION_MISSING'],
    [50007, 403, 'PERSON_UNREACHABLE'],
    [50278, 403, 'PERSON_UNREACHABLE'],
    [40003, 429, 'PERSON_UNREACHABLE'],
    [10003, 404, 'TARGET_GONE'],
    [10004, 404, 'TARGET_GONE'],
    [10008, 404, 'TARGET_GONE'],
    [10013, 404, 'TARGET_GONE'],
    [50035, 400, 'PLATFORM_REFUSED'],
    [160006, 400, 'PLATFORM_REFUSED'],
    [200000, 400, 'PLATFORM_REFUSED'],
    [30046, 429, 'RATE_LIMITED'],
    [0, 403, 'PLATFORM_UNAVAILABLE'],
  ])('%i with status %i is %s', (code, status, ours) => {
    const error = translate(api(code, status), writing);
    expect(error).toBeInstanceOf(AppError);
    expect(error.code).toBe(ours);
    expect(error.message).not.toContain('whatever it says');
  });

  it('name the permission, where it is needed and where to grant it', () => {
    expect(translate(api(50013, 403), writing).message).toBe(
      'Discord: the bot needs "Send Messages" (SEND_MESSAGES) in channel 5. Grant it to the bot\'s role in Server Settings → Roles, or in the channel under Edit Channel → Permissions.',
    );
    expect(translate(api(50001, 403), writing).message).toContain(
      '"View Channel" (VIEW_CHANNEL) and "Send Messages"',
    );
    expect(translate(api(0, 401), writing).message).toContain('DISCORD_TOKEN');
  });

  it.each([
    [50001, '"View Channel" (VIEW_CHANNEL)'],
    [50013, '"Send Messages" (SEND_MESSAGES)'],
    [160005, 'unlock it'],
    [160006, 'close some of them'],
    [10003, 'name another one in hearback.yaml'],
    [10008, 'deleted'],
    [50007, 'takes no direct messages'],
    [50278, 'in no server together'],
    [40003, 'too many people'],
    [200000, 'exempt the role of the bot'],
    [240000, 'a link the server does not allow'],
  ])('%i is never tried again, and its sentence says what is the matter', (code, words) => {
    const error = translate(api(code, 400), writing);
    expect(error.retry).toBe('never');
    expect(error.message).toContain(words);
  });

  it('say how long to wait, also when Discord does not', () => {
    expect((translate(limited(1_500.5, 0), writing) as RateLimited).afterMs).toBe(1_501);
    expect((translate(limited(0, 2_000), writing) as RateLimited).afterMs).toBe(2_000);
    expect((translate(limited(0, -20), writing) as RateLimited).afterMs).toBe(5_000);
    expect((translate(limited(Number.NaN, 0), writing) as RateLimited).afterMs).toBe(5_000);
  });

  it('leave open what became of a write whose answer did not come, and never of one that was not sent', () => {
    const socket = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const aborted = new DOMException('aborted', 'AbortError');
    const broken = new HTTPError(503, 'Unavailable', 'POST', 'https://discord.com/api', {});
    expect([socket, aborted, broken, refused].map((error) => translate(error, writing).code)).toEqual([
      'OUTCOME_UNKNOWN',
      'OUTCOME_UNKNOWN',
      'OUTCOME_UNKNOWN',
      'PLATFORM_UNAVAILABLE',
    ]);
    expect([socket, aborted, broken, refused, 'odd'].map((error) => translate(error, reading).code)).toEqual(
      Array.from({ length: 5 }, () => 'PLATFORM_UNAVAILABLE'),
    );
  });

  it('are translated once and keep their code', () => {
    const gone = translate(api(10008, 404), writing);
    expect(gone).toBeInstanceOf(TargetGone);
    expect(translate(gone, writing)).toBe(gone);
    expect(discordCode(gone)).toBe(10008);
    expect(discordCode(new Error('x'))).toBeNull();
  });

  it('say what to click in the language of whoever reads it', () => {
    const forbidden = translate(api(50013, 403), writing);
    expect(forbidden.in(textsIn('da'))).toContain('"Send Messages" (SEND_MESSAGES) i kanal 5');
    expect(forbidden.in(textsIn('pt'))).toContain('em canal 5');
    expect(forbidden.message).toContain('"Send Messages" (SEND_MESSAGES) in channel 5');
    expect(translate(api(50013, 403), { ...writing, where: 'dm' }).in(textsIn('da'))).toContain(
      'i direkte beskeder',
    );
    const closed = translate(api(50007, 403), writing);
    expect(closed.in(textsIn('fr'))).toContain('a bloqué le bot');
    expect(translate(api(10014, 404), writing).in(textsIn('da'))).toContain('(10014)');
  });
});
