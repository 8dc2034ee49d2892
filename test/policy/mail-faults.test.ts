import { describe, expect, it } from '@jest/globals';
import { parsePolicy, planFaults } from '../../src/policy/load.ts';
import { internalChannels } from '../../src/policy/lookup.ts';
import { temporaryFolder } from '../support/folder.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf, policyYaml } from './factory.ts';

const withDepartment = (department: string) =>
  policyYaml({ more: `    departments: { qa: { name: QA, ${department} } }` });

describe('a department by e-mail', () => {
  it('needs no channel, and its address makes no channel internal', () => {
    const policy = parsePolicy(withDepartment('email: qa@example.org'), 'hearback.yaml');
    expect(policy.workspaces[0]!.departments['qa']).toMatchObject({ email: 'qa@example.org', channel: '' });
    expect([...internalChannels(policy.workspaces[0]!)]).toEqual(['C1']);
  });

  it.each([
    [
      'cc: []',
      'workspaces[0].departments.qa: nobody would read what goes there; add channel: with a private channel, or email:',
    ],
    ['email: qa', 'workspaces[0].departments.qa.email is "qa", which does not fit; write one e-mail address'],
    ['email: "QA <qa@example.org>"', 'write one e-mail address'],
    ['email: "a@x.org, b@x.org"', 'write one e-mail address'],
    [
      'email: qa@example.org, workspace: "slack:T1"',
      'workspaces[0].departments.qa.workspace needs a channel there',
    ],
  ])('is refused with what to do: %s', (department, said) => {
    expect(faultsOf(withDepartment(department)).join('\n')).toContain(said);
  });

  it('is refused with its line where no mail can be sent', () => {
    const path = join(temporaryFolder(), 'hearback.yaml');
    writeFileSync(path, withDepartment('email: qa@example.org'));
    expect(planFaults(path, { canMail: true })).toEqual([]);
    expect(planFaults(path, { canMail: false })).toEqual([
      expect.objectContaining({
        line: expect.any(Number),
        message: expect.stringMatching(
          /qa\.email: no mail can be sent from here; set SMTP_URL and MAIL_FROM/,
        ),
      }),
    ]);
  });
});
