import { describe, expect, it } from '@jest/globals';
import { listing } from '../../../src/adapters/discord/registration.ts';

describe('the list of commands', () => {
  it('is one command with subcommands, required options first, and the message menu', () => {
    const commands = listing([
      { name: 'help', summary: 's'.repeat(200), options: [], mayOpenForm: false },
      {
        name: 'claim',
        summary: 'Take a case',
        mayOpenForm: false,
        options: [
          { name: 'note', summary: 'Note', required: false, type: 'text' },
          { name: 'case', summary: 'The case', required: true, type: 'case' },
          { name: 'to', summary: 'Who', required: true, type: 'person' },
          { name: 'kind', summary: 'Kind', required: false, type: 'choice' },
        ],
      },
    ]);

    expect(commands.map(({ type, name }) => [type, name])).toEqual([
      [1, 'feedback'],
      [3, 'Flag as feedback'],
    ]);
    const [help, claim] = commands[0]!.options;
    expect(help!.description).toHaveLength(100);
    expect(
      claim!.options!.map(({ name, type, required, autocomplete }) => [name, type, required, autocomplete]),
    ).toEqual([
      ['case', 3, true, true],
      ['to', 6, true, false],
      ['note', 3, false, false],
      ['kind', 3, false, true],
    ]);
  });

  it('puts what is listed elsewhere behind a second name', () => {
    const specs = Array.from({ length: 30 }, (_, at) => ({
      name: `do-${at}`,
      summary: 'Does it',
      options: [],
      mayOpenForm: false,
      ...(at >= 25 && { listedIn: 'more' as const }),
    }));

    const commands = listing(specs);

    expect(commands.map(({ name, options }) => [name, options.length])).toEqual([
      ['feedback', 25],
      ['feedback-more', 5],
      ['Flag as feedback', 0],
    ]);
    expect(commands.flatMap(({ options }) => options.map(({ name }) => name))).toEqual(
      specs.map(({ name }) => name),
    );
  });
});
