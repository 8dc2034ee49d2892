import { describe, expect, it } from '@jest/globals';
import { suggestSearch } from '../../../src/cases/search/suggest.ts';

const values = {
  kind: [
    { value: 'refund', label: 'Refund' },
    { value: 'delay', label: 'Késés' },
  ],
  dept: [{ value: 'qa', label: 'Quality' }],
  topic: [{ value: 'the export', label: 'the export' }],
};
const offered = (typed: string) => suggestSearch(typed, values).map(({ value }) => value);

describe('a search that is being typed', () => {
  it.each([
    ['kind:', ['kind:', 'kind:refund', 'kind:delay']],
    ['late kind:kes', ['late kind:kes', 'late kind:delay']],
    ['kind:refund,d', ['kind:refund,d', 'kind:refund,delay']],
    ['department:', ['department:', 'department:qa']],
    ['topic:exp', ['topic:exp', 'topic:"the export"']],
    ['constructor:x', ['constructor:x']],
    ['-kind:', ['-kind:']],
    ['"kind:', ['"kind:']],
    ['late st', ['late st', 'late state:']],
    ['zeppelin', ['zeppelin']],
  ])('%j goes on with what fits its last word, and stays what it is first', (typed, wanted) => {
    expect(offered(typed)).toEqual(wanted);
  });

  it('shows which filters there are before anything is typed, and behind a blank', () => {
    expect(offered('')).toEqual(expect.arrayContaining(['kind:', 'older:']));
    expect(offered('late ')).toEqual(expect.arrayContaining(['late', 'late kind:']));
  });

  it('says a value as people call it', () => {
    expect(suggestSearch('dept:q', values).at(-1)).toEqual({ value: 'dept:qa', label: 'dept:qa · Quality' });
  });
});
