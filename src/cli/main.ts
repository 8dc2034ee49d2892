#!/usr/bin/env node
import { createInterface } from 'node:readline/promises';
import { loadEnvFile } from '../env-file.ts';
import { explain } from '../explain.ts';
import { questionsAt } from './frame/questions.ts';
import { runCli } from './frame/run-cli.ts';
import { cliCommands } from './index.ts';

/** As shells report a program that was ended by Ctrl-C: 128 and the signal's number. */
const INTERRUPTED = 130;

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) process.exit(INTERRUPTED);
    stopping.abort();
  });
}
// A reader such as `head` may have gone: then nobody is left to tell.
process.stdout.on('error', () => process.exit(1));

try {
  process.exitCode = await runCli(process.argv.slice(2), cliCommands, {
    env: loadEnvFile(),
    out: (line) => process.stdout.write(`${line}\n`),
    note: (line) => process.stderr.write(`${line}\n`),
    raw: process.stdout,
    ask,
    questions: process.stdin.isTTY ? questionsAt(process.stdin, process.stderr) : null,
    stopped: stopping.signal,
  });
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
// Whoever was asked when somebody pressed Ctrl-C is not waited for.
if (stopping.signal.aborted) process.exit();

async function ask(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test(
      (await terminal.question(`${question} [y/N] `, { signal: stopping.signal })).trim(),
    );
  } catch {
    return false;
  } finally {
    terminal.close();
  }
}
