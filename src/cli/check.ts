import { resolve } from 'node:path';
import type { Command } from 'commander';
import { NotPossible } from '../errors.ts';
import { packageRoot } from '../package-root.ts';
import { checks } from './check/checks.ts';
import type { Finding, Looked } from './check/finding.ts';
import type { CliCommand, CliContext } from './command.ts';
import { policyPathOf } from './frame/policy-path.ts';
import { count } from './frame/table.ts';

interface Options {
  folder?: string;
  languages?: string;
  online?: boolean;
  json?: true;
}

/** What is wrong before anybody starts anything: settings, policy, playbooks, templates and their translations. */
export const check: CliCommand = {
  name: 'check',
  summary: 'Whether policy, playbooks, templates and translations are well',
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
        '--online',
        'asks Slack and Discord too, about the groups that have roles, and logs in to the mail server and the mailbox',
      )
      .option('--json', 'the answer as JSON')
      .action((options: Options) => run(options, context));
  },
};

async function run({ folder, languages, online = false, json }: Options, context: CliContext): Promise<void> {
  const looked: Looked = {
    folder: folder === undefined ? packageRoot() : resolve(folder),
    policyPath: policyPathOf(context.env),
    languages: languages?.split(/[\s,]+/).filter(Boolean) ?? null,
    isOnline: online,
  };
  const findings: Finding[] = [];
  for (const each of checks) findings.push(...(await each.run(looked, context)));
  const [faults, notes] = (['fault', 'note'] as const).map((level) =>
    inOrder(findings.filter((finding) => finding.level === level)),
  ) as [Finding[], Finding[]];
  if (json) context.out(JSON.stringify({ faults: faults.map(asJson), notes: notes.map(asJson) }));
  else tell(faults, notes, context);
  if (faults.length > 0)
    throw new NotPossible(
      `${count(faults.length, 'thing has', 'things have')} to be put right. Each line names the place and what to write.`,
    );
}

function tell(faults: readonly Finding[], notes: readonly Finding[], { out }: CliContext): void {
  for (const finding of faults) out(asLine(finding));
  for (const finding of notes) out(`note: ${asLine(finding)}`);
  if (faults.length === 0)
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
