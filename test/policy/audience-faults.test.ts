import { describe, expect, it } from '@jest/globals';
import { faultsOf, policyYaml } from './factory.ts';

const yaml = (kind: string, roles: string, more = '') =>
  policyYaml({
    kinds: `  feedback: { name: F, answer: none${kind} }`,
    workspace: `    triage: C1\n    roles: { ${roles} }\n    departments: { qa: { name: QA, channel: C2 } }${more}`,
  });
const LEAD = 'lead: { people: [U1] }';
const WITHOUT =
  'somebody has to be known who looks after such a case, and workspaces[0] ("slack:T1") names no lead, management or admin; add a person to its roles.lead.people (a group is not enough).';

describe('cases that are kept from anybody', () => {
  it.each([
    ['audience: leads', 'audience'],
    ['keepOut: { accused: true }', 'keepOut'],
    ['keepOut: { previousHandlers: true }', 'keepOut'],
  ])('%s is refused where nobody is named who looks after them', (field, name) => {
    const [fault] = faultsOf(yaml(`, ${field}`, 'moderator: { people: [U2] }, lead: { groups: [S1] }'));
    expect(fault).toMatch(new RegExp(`^hearback.yaml:4:\\d+  kinds\\.feedback\\.${name}: `));
    expect(fault).toContain(WITHOUT);
  });

  it.each(['lead', 'management', 'admin'])('are looked after by a %s whom the policy names', (role) => {
    expect(faultsOf(yaml(', audience: leads', `${role}: { people: [U1] }`))).toEqual([]);
  });

  it('are named where the playbook says it, with the way to say otherwise', () => {
    const playbook = { file: 'playbooks/staff.yaml', text: 'name: Staff\nanswer: none\naudience: leads\n' };
    const text = yaml(', playbook: staff', 'moderator: { people: [U2] }');
    expect(faultsOf(text, null, [playbook])).toEqual([
      `playbooks/staff.yaml:3:11  audience: ${WITHOUT} Or write audience under kinds.feedback in hearback.yaml, which counts more.`,
    ]);
    expect(
      faultsOf(yaml(', playbook: staff, audience: staff', 'moderator: { people: [U2] }'), null, [playbook]),
    ).toEqual([]);
  });
});

describe('cases that only leads see', () => {
  it.each([
    ['route', 'route: [qa]'],
    ['next', 'next: [qa]'],
    ['passOn', 'passOn: { praised: true }'],
    ['recommend', 'recommend: { to: qa, choices: [a, b] }'],
    ['community', 'community: { wait: 1h }'],
  ])('cannot go elsewhere: %s', (name, field) => {
    const told = faultsOf(yaml(`, audience: leads, ${field}`, LEAD)).filter((fault) =>
      fault.includes('only leads see'),
    );
    expect(told).toEqual([
      expect.stringMatching(
        new RegExp(
          `^hearback.yaml:4:\\d+  kinds\\.feedback\\.${name}: only leads see such a case, so it cannot go to anybody else; take this out, or write audience: staff\\.$`,
        ),
      ),
    ]);
    expect(faultsOf(yaml(`, audience: staff, ${field}`, LEAD)).join()).not.toContain('only leads see');
  });

  it('can be decided by leads on a recommendation, and go to an empty list of departments', () => {
    const inside = ', audience: leads, route: [], recommend: { to: triage, choices: [a, b] }';
    expect(faultsOf(yaml(inside, LEAD))).toEqual([]);
  });
});
