import { PassThrough } from 'node:stream';
import { expect, it } from '@jest/globals';
import { questionsAt, type Questions } from '../../src/cli/frame/questions.ts';

/** A terminal at which somebody presses these keys, as soon as they are asked something. */
async function pressing<T>(keys: readonly string[], ask: (questions: Questions) => Promise<T>) {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (data: Buffer) => (shown += data.toString()));
  const questions = questionsAt(
    input as unknown as NodeJS.ReadStream,
    output as unknown as NodeJS.WriteStream,
  );
  const answering = ask(questions).then(
    (answer) => ({ answer, shown }),
    (error: Error) => ({ error: error.message, shown }),
  );
  for (const key of keys) {
    await new Promise((resolve) => setImmediate(resolve));
    input.write(key);
  }
  return answering;
}

const CHOICES = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second', hint: 'the other one' },
];
const [DOWN, ENTER, SPACE, CTRL_C] = ['\u001B[B', '\r', ' ', '\u0003'];

it('takes what is likely with one key, and another one with the arrows', async () => {
  expect(await pressing([ENTER], (ask) => ask.one('Which?', CHOICES, 'b'))).toMatchObject({ answer: 'b' });
  expect(await pressing([DOWN, ENTER], (ask) => ask.one('Which?', CHOICES, 'a'))).toMatchObject({
    answer: 'b',
    shown: expect.stringContaining('Which?'),
  });
});

it('takes several, and none', async () => {
  expect(await pressing([SPACE, ENTER], (ask) => ask.many('Which?', CHOICES, ['b']))).toMatchObject({
    answer: ['b', 'a'],
  });
  expect(await pressing([ENTER], (ask) => ask.many('Which?', CHOICES, []))).toMatchObject({ answer: [] });
});

it('says what is wrong with an answer, and takes the next one', async () => {
  const problem = (text: string) => (text === 'xy' ? null : 'write xy');
  const { answer, shown } = (await pressing(['x', ENTER, 'y', ENTER], (ask) =>
    ask.line('What?', '', problem),
  )) as {
    answer: string;
    shown: string;
  };
  expect(answer).toBe('xy');
  expect(shown).toContain('write xy');
});

it('does not show a secret, and lets it be', async () => {
  const { answer, shown } = (await pressing(['t', 'o', 'p', ENTER], (ask) =>
    ask.secret('Token?', () => null),
  )) as {
    answer: string;
    shown: string;
  };
  expect(answer).toBe('top');
  expect(shown).not.toContain('top');
  expect(await pressing([ENTER], (ask) => ask.secret('Token?', () => 'wrong'))).toMatchObject({ answer: '' });
});

it('ends with a sentence where somebody presses Ctrl-C', async () => {
  expect(await pressing([CTRL_C], (ask) => ask.line('What?', ''))).toMatchObject({
    error: 'Stopped. Type the same command again to go on.',
  });
});
