import { describe, expect, it } from '@jest/globals';
import { listing } from '../../../src/adapters/discord/registration.ts';
import { commands as all } from '../../../src/commands/index.ts';
import { SPOKEN_LANGUAGES, textsIn } from '../../../src/texts/index.ts';
import { checkCommands } from '../../../sandbox/discord/check-commands.ts';

describe('the list of commands', () => {
  it('is one command with subcommands, required options first, and the message menu', () => {
    const commands = listing([
      { name: 'help', summary: () => 's'.repeat(200), options: [], mayOpenForm: false },
      {
        name: 'claim',
        summary: () => 'Take a case',
        mayOpenForm: false,
        options: [
          { name: 'note', summary: () => 'Note', required: false, type: 'text' },
          { name: 'case', summary: () => 'The case', required: true, type: 'case' },
          { name: 'to', summary: () => 'Who', required: true, type: 'person' },
          { name: 'kind', summary: () => 'Kind', required: false, type: 'choice' },
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
      summary: () => 'Does it',
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

  it('says what each command and option is in every language, in as many characters as Discord shows', () => {
    const texts = all.flatMap((command) =>
      [command, ...command.options].flatMap((each) =>
        SPOKEN_LANGUAGES.map((language) => ({
          of: `${command.name} ${each.name} in ${language}`,
          said: each.summary(textsIn(language)),
        })),
      ),
    );
    expect(texts.filter(({ said }) => said === '' || said.length > 100)).toEqual([]);

    const [feedback] = listing(all);
    expect(feedback).toMatchObject({
      description_localizations: { da: 'Fællesskabets feedback: marker, svar, følg op' },
    });
    const claim = feedback!.options.find(({ name }) => name === 'claim')!;
    for (const { description, description_localizations: languages } of [claim, claim.options![0]!])
      expect(new Set([description, languages['da'], languages['fr'], languages['pt-BR']]).size).toBe(4);
  });

  it('is taken by Discord, where of several languages the longest text counts', () => {
    expect(() => checkCommands(listing(all))).not.toThrow();
    const [feedback] = listing(all);
    const fr = 'x'.repeat(100);
    const options = feedback!.options.flatMap((each) =>
      (each.options ?? []).map((option) => ({ ...option, description_localizations: { fr } })),
    );
    const tooLarge = Array.from({ length: 25 }, (_, at) => ({
      ...feedback!.options[0],
      name: `do-${at}`,
      options: options
        .slice(0, 4)
        .map((option, index) => ({ ...option, name: `o${index}`, required: false })),
    }));
    const inEnglish = tooLarge.map((each) => ({
      ...each,
      options: each.options.map((option) => ({ ...option, description_localizations: {} })),
    }));
    expect(() => checkCommands([{ ...feedback, options: inEnglish }])).not.toThrow();
    expect(() => checkCommands([{ ...feedback, options: tooLarge }])).toThrow();
  });
});
