import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { NotPossible } from '../errors.ts';
import type { Privacy } from '../store/privacy-port.ts';
import type { CliCommand } from './command.ts';
import { withRecord } from './frame/with-record.ts';

/** Everything that is kept about a member, as they may have it. */
export const exportCommand: CliCommand = {
  name: 'export',
  summary: 'Everything that is kept about a member, as JSON Lines, for them',
  define(command, context) {
    command
      .requiredOption('--member', 'a member is what is exported')
      .argument('<workspace>', 'such as slack:T0123 or discord:1100')
      .argument('<user>', "the member's id on the platform")
      .argument('<file>', 'a file that does not exist yet')
      .action((workspaceId: string, userId: string, file: string) =>
        withRecord(context, async ({ privacy }) => {
          const lines = await write(privacy, { workspaceId, userId }, file, context.stopped);
          context.out(
            `${file}: ${lines} lines. It holds what somebody said in trust: send it to them alone, then delete it.`,
          );
        }),
      );
  },
};

/** For nobody else on this machine to read. @returns how many lines */
async function write(
  privacy: Privacy,
  member: { workspaceId: string; userId: string },
  file: string,
  signal: AbortSignal,
): Promise<number> {
  let count = 0;
  async function* lines() {
    for await (const line of privacy.export(member, { actorId: null })) {
      count += 1;
      yield `${line}\n`;
    }
  }
  try {
    await pipeline(lines, createWriteStream(file, { flags: 'wx', mode: 0o600 }), { signal });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EEXIST')
      throw new NotPossible(`${file} is there already. Name a file that does not exist yet.`);
    throw error;
  }
  return count;
}
