import type { CaseFile } from '../cases/case.ts';
import type { Sight } from '../cases/why-sees.ts';
import { bold, channel, paragraph, person, text, type Block, type Inline } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { departmentOf } from '../policy/lookup.ts';
import { caseOption, nameOf, readCase, type Command, type CommandContext } from './desk/command.ts';
import { noteSeen } from './desk/note-seen.ts';
import { personId } from './desk/person-id.ts';
import { whoIsAsked, type Looked, type LookedAtGroup } from './desk/who-is-asked.ts';

const OUT = {
  accused: 'it is about them',
  previous_handler: 'handled it before',
  conflict: 'conflict of interest',
} as const;

/** For admins: who sees a case and who does not, and why. */
export const why: Command = {
  name: 'why',
  summary: 'Who can see a case and why, and who cannot; for admins',
  options: [
    caseOption,
    { name: 'person', summary: 'About this person alone', required: false, type: 'person' },
  ],
  mayOpenForm: false,
  allow: 'leads',
  async run(context) {
    // The case first: of one that is not for them nobody hears more than of none.
    const file = await readCase(context);
    if (!context.standing.roles.has('admin'))
      throw new NotPossible('Only admins are told who can see a case. Please ask one of them.');
    const typed = context.command.values['person'];
    const only = typed === undefined || typed.trim() === '' ? null : personId(typed);
    await noteSeen(context, 'sight_asked', file.case);
    const { looked, others, groups } = await whoIsAsked(file, only, context);
    return { type: 'say', blocks: answer(file, { looked, others, groups }, context) };
  },
};

function answer(
  file: CaseFile,
  { looked, others, groups }: Awaited<ReturnType<typeof whoIsAsked>>,
  context: CommandContext,
): Block[] {
  const name = nameOf(file, context);
  const sees = ({ sight }: Looked | LookedAtGroup) => sight !== 'gone' && sight.sees;
  const people = (which: readonly Looked[]) =>
    which.map(({ userId, sight }) => [person(userId), text(`: ${words(userId, sight, file, context)}`)]);
  const byGroup = groups.map((each): Inline[] => [
    ...(each.channelId === null
      ? [text(`whoever is in the group ${each.group ?? ''}${counted(each.members)}`)]
      : [text('whoever is in '), channel(each.channelId), text(' and asks there')]),
    text(`: ${sees(each) ? 'sees it, ' : 'does not, '}${words(null, each.sight, file, context)}`),
  ]);
  return [
    ...part(`Can see ${name}`, people(looked.filter(sees)), 'Nobody who is known by name.'),
    ...part('Cannot see it', people(looked.filter((each) => !sees(each))), 'Nobody who was looked at.'),
    ...(byGroup.length > 0 ? part('By group or channel, unless it is kept from them', byGroup, '') : []),
    ...byMail(file, context),
    paragraph(
      others > 0
        ? `${others} more were not looked at. Name a person behind the case to hear about them. That you have asked is in the audit log.`
        : 'Nobody else can see it. That you have asked is in the audit log.',
    ),
  ];
}

/** Who reads a mailbox nobody knows, and what was sent there stays. */
function byMail({ departments }: CaseFile, { workspace }: CommandContext): Block[] {
  const items = departments.flatMap((key): Inline[][] => {
    const department = departmentOf(workspace, key);
    if (department?.email === undefined) return [];
    return [[text(`whoever reads ${department.email}, the mailbox of ${department.name}`)]];
  });
  return items.length > 0 ? part('By mail: what was sent there', items, '') : [];
}

function part(title: string, items: Inline[][], none: string): Block[] {
  if (items.length === 0) return [paragraph(bold(title)), paragraph(none)];
  return [paragraph(bold(title)), { type: 'list', ordered: false, items }];
}

function counted(members: number | null): string {
  return members === null ? '' : ` (${members})`;
}

function words(
  userId: string | null,
  sight: Sight | 'gone',
  file: CaseFile,
  context: CommandContext,
): string {
  if (sight === 'gone') return 'has left, or is a bot';
  const also = userId === null ? [] : partIn(userId, file);
  if (sight.sees) {
    const { workspace } = context;
    const departments = sight.departments.map((key) => departmentOf(workspace, key)?.name ?? key);
    const by = [
      ...sight.roles,
      ...departments.map((each) => `of ${each}, which has it`),
      ...(sight.roles.length + departments.length === 0 ? ['reads it along (cc)'] : []),
    ];
    return [...by, ...also].join(', ');
  }
  return [notBecause(userId, sight.because, file), ...also].join(', ');
}

function notBecause(
  userId: string | null,
  because: Extract<Sight, { sees: false }>['because'],
  { excluded }: CaseFile,
): string {
  switch (because) {
    case 'elsewhere':
      return 'is of another community';
    case 'excluded': {
      const found = excluded.find((each) => each.userId === userId);
      const reason = found?.of === undefined ? found && OUT[found.reason] : 'another account of theirs is';
      return `kept out${reason ? `: ${reason}` : ''}`;
    }
    case 'own':
      return 'it is about what they said themselves';
    case 'leads_only':
      return 'it is for leads alone, and this is none';
    case 'no_part':
      return 'no role that sees it, and no department that has it';
  }
}

/** What somebody has to do with it besides, which makes nobody see it. */
function partIn(userId: string, { case: { handlerId, member }, reporters, followers }: CaseFile): string[] {
  return [
    ...(handlerId === userId ? ['handles it'] : []),
    ...(member.userId === userId ? ['is its member'] : []),
    ...(reporters.includes(userId) ? ['flagged it'] : []),
    ...(followers.includes(userId) ? ['follows it'] : []),
  ];
}
