import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NotPossible } from '../errors.ts';
import { departmentName, kindName, workspaceOf } from '../policy/lookup.ts';
import type { Policy } from '../policy/schema.ts';
import type { Record } from '../store/index.ts';
import { inNewFile } from '../store/new-file.ts';
import { FORMATS, makeTranscript, type Format } from '../transcript/make-transcript.ts';
import type { CliCommand, CliContext } from './command.ts';
import { communitiesOf, readPolicies } from './frame/read-policy.ts';
import { withRecord } from './frame/with-record.ts';

interface Options {
  as: string;
  forMember?: true;
  workspace?: string;
}

/** A case with its whole story as a file, for staff or for its member. */
export const transcript: CliCommand = {
  name: 'transcript',
  summary: 'A case with its whole story as one file, for staff or for its member',
  define(command, context) {
    command
      .argument('<case>', 'such as FB-12')
      .argument('[file]', 'a file that does not exist yet; without it the answer is printed')
      .option('--as <format>', 'md, html or json; attachments are inside', 'md')
      .option('--for-member', 'only what the member said and saw: nothing internal')
      .option('--workspace <id>', 'the community, where there are several')
      .action((typed: string, file: string | undefined, options: Options) =>
        run(context, typed, file ?? null, options),
      );
  },
};

async function run(context: CliContext, typed: string, file: string | null, options: Options): Promise<void> {
  const as = FORMATS.find((each) => each === options.as);
  if (!as) throw new NotPossible(`--as is md, html or json, not "${options.as.slice(0, 20)}".`);
  const policies = readPolicies(context);
  const workspace = communityOf(communitiesOf(policies), options.workspace);
  const policy = policies.of(workspace.id);
  const number = /^(?:[a-z]+-|#)?([1-9]\d{0,8})$/i.exec(typed)?.[1];
  if (number === undefined)
    throw new NotPossible(`"${typed.slice(0, 40)}" is no case. Write it like ${policy.prefix}-12.`);
  await withRecord(context, async (record) => {
    const made = await make(
      record,
      policy,
      { workspaceId: workspace.id, number: Number(number) },
      as,
      options,
    );
    if (file === null) return context.out(made.text.trimEnd());
    await inNewFile(file, 'transcript', (sink) => pipeline(Readable.from([made.text]), sink));
    context.out(
      `${file}: ${made.name}. It holds what people wrote in trust: send it to those it is for, then delete it.`,
    );
  });
}

async function make(
  record: Record,
  policy: Policy,
  key: { workspaceId: string; number: number },
  as: Format,
  { forMember }: Options,
): Promise<{ name: string; text: string }> {
  const { store, audit } = record;
  const workspace = workspaceOf(policy, key.workspaceId);
  const file = await store.read(key);
  const name = `${policy.prefix}-${key.number}`;
  if (!file) throw new NotPossible(`There is no case ${name} in ${key.workspaceId}.`);
  const reader = forMember ? 'member' : 'staff';
  await audit.note({
    workspaceId: key.workspaceId,
    actorId: null,
    action: 'transcript_taken',
    caseId: file.case.caseId,
    detail: { as, for: reader },
  });
  const made = await makeTranscript(
    { key, as, for: reader, languages: [policy.language], eyes: 'program', prefix: policy.prefix },
    {
      community: workspace?.name ?? key.workspaceId,
      kindName: (kind, code) => kindName(policy, { kind, workspaceId: key.workspaceId }, code),
      departmentName: (each, code) => (workspace ? departmentName(workspace, each, code) : each),
      // Nobody asks the platform here: whoever wrote something is known by name.
      personName: (userId) => userId,
    },
    { ...record, bytesOf: (fileRowId) => store.fileBytes(key.workspaceId, fileRowId) },
  );
  if (!made) throw new NotPossible(`Nothing is left of ${name}: its member was erased.`);
  return made;
}

/** Also one that the policy names no more: its cases are still there. @throws {NotPossible} where it has to be said */
function communityOf(known: readonly string[], wanted: string | undefined): { id: string } {
  const [only, more] = known;
  const id = wanted ?? (more === undefined ? only : undefined);
  if (id !== undefined) return { id };
  throw new NotPossible(`Say which community: --workspace with one of ${known.join(', ')}.`);
}
