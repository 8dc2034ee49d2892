import { describe, expect, it } from '@jest/globals';
import { commonWaits, waitChoices } from '../../src/commands/desk/waits.ts';
import { likelyZones, zoneChoices } from '../../src/commands/desk/zone-choices.ts';
import type { WorkspacePolicy } from '../../src/policy/schema.ts';
import { readMoment } from '../../src/time/moment.ts';
import { zoneNamed, zonesOfLocale } from '../../src/time/zones.ts';
import { textsIn } from '../../src/texts/index.ts';
import { workspace } from '../support/factories.ts';

const english = textsIn('en');
const NOW = new Date('2026-11-18T10:20:00Z');

describe('what is offered while somebody types a time', () => {
  it('says first how it would be read, by their own clock', () => {
    const [first] = waitChoices(' fri 14:30', NOW, 'Asia/Kathmandu', english);
    expect(first).toEqual({ value: ' fri 14:30', label: 'fri 14:30: Friday 20 November at 14:30' });
    expect(waitChoices('3d', NOW, 'Asia/Kathmandu', english)[0]!.label).toBe(
      '3d: Saturday 21 November at 16:05',
    );
  });

  it('is what people choose from mostly while it is no time yet, and each of that is one', () => {
    expect(waitChoices('fr', NOW, 'UTC', english)).toEqual(commonWaits(english));
    for (const { value } of commonWaits(english)) expect(readMoment(value, NOW, 'UTC')).toHaveProperty('at');
  });
});

describe('what is offered while somebody types a time zone', () => {
  it("begins with the community's, and says what the clock shows there", () => {
    const choices = zoneChoices('America/Sao_Paulo', NOW);
    expect(choices[0]).toEqual({ value: 'America/Sao_Paulo', label: 'America/Sao Paulo, 07:20' });
    expect(choices.filter(({ value }) => value === 'America/Sao_Paulo')).toHaveLength(1);
    for (const { value } of choices.slice(0, 40)) expect(zoneNamed(value)).toEqual({ zone: value });
  });
});

describe('whoever is asked for their time zone', () => {
  const department = workspace.departments['support']!;
  const here: WorkspacePolicy = {
    ...workspace,
    departments: {
      support: { ...department, timeZone: 'Asia/Calcutta' },
      qa: { ...department, timeZone: 'America/Lima' },
    },
  };
  const zones = (locale: string | null) =>
    likelyZones(here, 'Europe/Copenhagen', locale, NOW, english).map(({ value }) => value);

  it("chooses from the community's, its departments', their language's, and those of many; and another one", () => {
    const found = zones('sv-SE');
    expect(found.slice(0, 4)).toEqual([
      'Europe/Copenhagen',
      'Asia/Calcutta',
      'America/Lima',
      'Europe/Stockholm',
    ]);
    expect(found).toEqual(expect.arrayContaining(['America/New_York', 'Asia/Tokyo', 'UTC']));
    // The same zone by another name.
    expect(found).not.toContain('Asia/Kolkata');
    expect(found.at(-1)).toBe('another');
  });

  it('has 25 choices at most, each once, and each is understood', () => {
    for (const locale of [null, 'da', 'pt-BR', 'en-US', 'hi', 'es-419', 'no such language']) {
      const found = zones(locale);
      expect(found.length).toBeLessThanOrEqual(25);
      expect(new Set(found).size).toBe(found.length);
      for (const value of found.slice(0, -1)) expect(zoneNamed(value)).toHaveProperty('zone');
    }
  });

  it.each([
    ['da', ['Europe/Copenhagen']],
    ['en-US', ['America/New_York']],
    ['de', ['Europe/Berlin']],
    ['ja', ['Asia/Tokyo']],
    ['ru', []],
    ['es-419', []],
    ['?', []],
  ])('and %s suggests %j', (locale, suggested) => {
    expect(zonesOfLocale(locale, ['America/New_York', 'Europe/Berlin'])).toEqual(suggested);
  });
});
