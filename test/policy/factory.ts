import { expect } from '@jest/globals';
import { AppError } from '../../src/errors.ts';
import { parsePolicy, type Around } from '../../src/policy/load.ts';
import { readPlaybooks, type PlaybookText } from '../../src/policy/playbooks.ts';
import { loadTemplates } from '../../src/replies/templates.ts';

const shipped = loadTemplates('templates');

/** What the program reads a policy with: the templates and playbooks that ship. */
export const AROUND: Around = {
  names: { templates: shipped.names(), details: shipped.details() },
  playbooksDir: 'playbooks',
};

/** The smallest policy that says everything it has to, with the given pieces of YAML in place of its own. */
export function policyYaml(
  parts: { top?: string; kinds?: string; workspace?: string; more?: string } = {},
): string {
  return `${parts.top ?? ''}
emojis: { 🚩: feedback }
kinds:
${parts.kinds ?? '  feedback: { name: Feedback, answer: none }'}
severities:
  low: { firstResponse: 1d, updateDue: 1w }
  normal: { firstResponse: 4h, updateDue: 3d }
  high: { firstResponse: 1h, updateDue: 1d }
  urgent: { firstResponse: 15m, updateDue: 4h }
ladder: { lead: 4h }
workspaces:
  - id: slack:T1
    name: Riverside
${parts.workspace ?? '    triage: C1\n    roles: { flagger: { everyone: true } }'}
${parts.more ?? ''}
`;
}

/** What is said about a policy that cannot be used, a line each. */
export function faultsOf(
  yaml: string,
  templates: readonly string[] | null = null,
  playbooks: PlaybookText[] = [],
): string[] {
  const names = templates && { templates, details: ['version', 'link'] };
  try {
    parsePolicy(yaml, 'hearback.yaml', names, readPlaybooks(playbooks, names));
  } catch (error) {
    return linesOf(error);
  }
  return [];
}

/** The lines of an error that says a policy cannot be used. */
export function linesOf(error: unknown): string[] {
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: 'CONFIG_INVALID', retry: 'never' });
  return error instanceof AppError ? error.message.split('\n') : [];
}
