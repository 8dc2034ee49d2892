import { describe, expect, it } from '@jest/globals';
import { clockIn } from '../../src/web/times.ts';

/** The two minutes of a night that a clock shows alike, and those just outside. */
const shown = (zone: string, language: string, ...moments: string[]) =>
  moments.map((at) => clockIn(zone, language)(new Date(at)).text);

describe('a time on a page', () => {
  it.each([
    ['en', ['Sun, 25 Oct 2026, 02:30 GMT+2', 'Sun, 25 Oct 2026, 02:30 GMT+1']],
    ['da', ['søn. 25. okt. 2026, 02.30 GMT+2', 'søn. 25. okt. 2026, 02.30 GMT+1']],
    ['fr', ['dim. 25 oct. 2026, 02:30 UTC+2', 'dim. 25 oct. 2026, 02:30 UTC+1']],
    ['pt', ['domingo, 25/10/2026, 02:30 GMT+2', 'domingo, 25/10/2026, 02:30 GMT+1']],
  ])('says in %s which of the two it is in the hour that comes twice', (language, words) => {
    expect(shown('Europe/Copenhagen', language, '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z')).toEqual(
      words,
    );
  });

  it.each([
    ['Europe/Copenhagen', ['2026-10-24T23:59:59Z', '2026-10-25T02:00:00Z', '2026-03-29T01:00:00Z']],
    ['Europe/Nowhere', ['2026-10-25T00:30:00Z']],
    ['Australia/Lord_Howe', ['2026-04-04T14:29:59Z', '2026-04-04T15:30:00Z']],
  ])('is as usual in %s before and after it, and when clocks are put forward', (zone, moments) => {
    for (const text of shown(zone, 'en', ...moments)) expect(text).toMatch(/\d\d:\d\d$/);
  });

  it('knows an hour that is half of one', () => {
    const [first, second] = shown(
      'Australia/Lord_Howe',
      'en',
      '2026-04-04T14:45:00Z',
      '2026-04-04T15:15:00Z',
    );
    expect([first, second]).toEqual(['Sun, 5 Apr 2026, 01:45 GMT+11', 'Sun, 5 Apr 2026, 01:45 GMT+10:30']);
  });
});
