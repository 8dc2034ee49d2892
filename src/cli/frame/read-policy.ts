import { join } from 'node:path';
import { packageRoot } from '../../package-root.ts';
import { readPlan } from '../../policy/load.ts';
import type { Policy } from '../../policy/schema.ts';
import type { CliContext } from '../command.ts';
import { policyPathOf } from './policy-path.ts';

/** The policy of these settings, with the playbooks that ship. @throws {AppError} CONFIG_INVALID */
export function readPolicy({ env }: Pick<CliContext, 'env'>): Policy {
  return readPlan(policyPathOf(env), { playbooksDir: join(packageRoot(), 'playbooks') }).policy();
}
