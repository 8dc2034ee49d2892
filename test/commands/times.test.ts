import { describe, expect, it } from '@jest/globals';
import { waitChoices, WAITS } from '../../src/commands/desk/waits.ts';
import { zoneChoices } from '../../src/commands/desk/zone-choices.ts';
import { readMoment } from '../../src/time/moment.ts';
import { zoneNamed } from '../../src/time/zones.ts';

const NOW = new Date('2026-11-18T10:20:00Z');

describe('what is offered while somebody types a time', () => {
  it('says first how it would be read, by their own clock', () => {
    const [first] = waitChoices(' fri 14:30', NOW, 'Asia/Kathmandu');
    expect(first).toEqual({ value: ' fri 14:30', label: 'fri 14:30: Friday 20 November at 14:30' });
    expect(waitChoices('3d', NOW, 'Asia/Kathmandu')[0]!.label).toBe('3d: Saturday 21 November at 16:05');
  });

  it('is what people choose from mostly while it is no time yet, and each of that is one', () => {
    expect(waitChoices('fr', NOW, 'UTC')).toEqual(WAITS);
    for (const { value } of WAITS) expect(readMoment(value, NOW, 'UTC')).toHaveProperty('at');
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
