import { describe, expect, it } from '@jest/globals';
import { standingOf } from '../../src/cases/access.ts';
import { exportCommand } from '../../src/commands/export.ts';
import { search } from '../../src/commands/search.ts';
import type { CommandContext } from '../../src/commands/desk/command.ts';
import { NotPossible } from '../../src/errors.ts';
import { parsePolicy } from '../../src/policy/load.ts';
import { textsIn } from '../../src/texts/index.ts';
import { policyYaml } from '../policy/factory.ts';
import { workspace } from '../support/factories.ts';

const texts = textsIn('en');

function contextWhere(find: () => Promise<never>) {
  const context: Pick<CommandContext, 'policy' | 'workspace' | 'texts'> & object = {
    policy: parsePolicy(policyYaml(), 'hearback.yaml'),
    workspace,
    texts,
    standing: standingOf(workspace, { userId: 'mia', groups: [], channelId: null }),
    command: { values: { query: 'refund' }, by: { userId: 'mia' }, workspaceId: workspace.id },
    search: { find },
  } as never;
  return context as CommandContext;
}

describe.each([search, exportCommand])('whoever looks for too much with /feedback $name', ({ run }) => {
  it('is told so, and what to do', async () => {
    const asking = run(
      contextWhere(() => Promise.reject(Object.assign(new Error('canceling statement'), { code: '57014' }))),
    );
    const said = await asking.catch((error: unknown) => error);
    expect(said).toBeInstanceOf(NotPossible);
    expect((said as NotPossible).in(texts)).toBe(texts.search.tookTooLong);
  });

  it('is not told so of anything else that breaks', async () => {
    const broken = new Error('the disk');
    await expect(run(contextWhere(() => Promise.reject(broken)))).rejects.toBe(broken);
  });
});
