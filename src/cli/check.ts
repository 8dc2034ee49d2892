import { resolve } from 'node:path';
import type { Command } from 'commander';
import { NotPossible } from '../errors.ts';
import { packageRoot } from '../package-root.ts';
import { checks } from './check/checks.ts';
import type { Finding, Looked } from './check/finding.ts';
import type { CliCommand, CliContext } from './command.ts';
import { NotAsked } from './frame/not-asked.ts';
import { policyPathOf } from './frame/policy-path.ts';
import { count } from './frame/table.ts';
import { unlessStopped } from './frame/unless-stopped.ts';

interface Options {
  folder?: string;
  languages?: string;
  offline?: true;
  json?: true;
}

/** What is wrong before anybody starts anything: settings, policy, templates, and everything that is connected to. */
export const check: CliCommand = {
  name: 'check',
  summary: 'Whether all is set up: files, tokens, rights, channels, people, database and queue',
  define(command: Command, context: CliContext) {
    command
      .option(
        '--folder <folder>',
        'the folder with templates/ and playbooks/ in it; else those that are used',
      )
      .option(
        '--languages <codes>',
        'the languages that have to be complete, such as da,fr; else all there are',
      )
      .option(
        '--offline',
        'connects to nothing: looks at settings, policy, playbooks, templates and translations alone',
      )
      .option('--json', 'the answer as JSON')
      .action((options: Options) => run(options, context));
  },
};

async function run({ folder, languages, offline, json }: Options, context: CliContext): Promise<void> {
  const looked: Looked = {
    folder: folder === undefined ? packageRoot() : resolve(folder),
    policyPath: policyPathOf(context.env),
    languages: languages?.split(/[\s,]+/).filter(Boolean) ?? null,
    isOnline: offline !== true,
    say: (line) => (json ? undefined : context.note(line)),
  };
  const findings: Finding[] = [];
  for (const each of checks)
    findings.push(...(await unlessStopped(context.stopped, () => each.run(looked, context))));
  const of = (level: Finding['level']) => inOrder(findings.filter((finding) => finding.level === level));
  const [faults, notes, unasked] = [of('fault'), of('note'), of('unasked')];
  if (json)
    context.out(
      JSON.stringify({
        faults: faults.map(asJson),
        notes: notes.map(asJson),
        unasked: unasked.map(asJson),
      }),
    );
  else tell({ faults, notes, unasked }, context);
  if (faults.length > 0)
    throw new NotPossible(
      `${count(faults.length, 'thing has', 'things have')} to be put right. Each line names the place and what to do.`,
    );
  if (unasked.length > 0)
    throw new NotAsked(
      `${count(unasked.length, 'thing')} could not be asked, so it is not known whether all is well. Look at your network and try again; --offline looks at the files alone.`,
    );
}

function tell(
  { faults, notes, unasked }: Record<'faults' | 'notes' | 'unasked', readonly Finding[]>,
  { out }: CliContext,
): void {
  for (const finding of faults) out(asLine(finding));
  for (const finding of unasked) out(`not asked: ${asLine(finding)}`);
  for (const finding of notes) out(`note: ${asLine(finding)}`);
  if (faults.length + unasked.length === 0)
    out(`All is well${notes.length > 0 ? `, with ${count(notes.length, 'note')}` : ''}.`);
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

function asLine({ file, line, column, message }: Finding): string {
  return `${line === null ? file : `${file}:${line}:${column}`}  ${message}`;
}

function asJson({ file, line, column, message }: Finding): Omit<Finding, 'level'> {
  return { file, line, column, message };
}
