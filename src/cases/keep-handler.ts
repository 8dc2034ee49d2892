import { NotPossible } from '../errors.ts';
import { kindName, kindOf } from '../policy/lookup.ts';
import type { Policy } from '../policy/schema.ts';
import { isLead, type Standing } from './access.ts';
import type { CaseFile } from './case.ts';

/**
 * Where the playbook wants it, whoever took a case on keeps it until it is solved.
 * @throws {NotPossible} when somebody other than a lead hands it over
 */
export function assertMayHandOver({ case: found }: CaseFile, by: Standing, policy: Policy): void {
  const { keepHandler } = kindOf(policy, found.kind);
  if (!keepHandler || found.handlerId === null || isLead(by)) return;
  throw new NotPossible(({ rules, common }) =>
    rules.refusals.keepsHandler(kindName(policy, found, common.code)),
  );
}
