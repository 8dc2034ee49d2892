import type { CaseFile } from '../cases/case.ts';
import type { Sight } from '../cases/why-sees.ts';
import { bold, channel, inlines, paragraph, person, text, type Block, type Inline } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { departmentName, departmentOf } from '../policy/lookup.ts';
import type { Texts } from '../texts/index.ts';
import { caseOption, nameOf, readCase, type Command, type CommandContext } from './desk/command.ts';
import { noteSeen } from './desk/note-seen.ts';
import { personId } from './desk/person-id.ts';
import { whoIsAsked, type Looked, type LookedAtGroup } from './desk/who-is-asked.ts';

type Words = Texts['commands']['why'];

/** For admins: who sees a case and who does not, and why. */
export const why: Command = {
  name: 'why',
  summary: (texts) => texts.commands.why.summary,
  options: [
    caseOption,
    {
      name: 'person',
      summary: (texts) => texts.commands.why.options.person,
      required: false,
      type: 'person',
    },
  ],
  mayOpenForm: false,
  allow: 'leads',
  async run(context) {
    // The case first: of one that is not for them nobody hears more than of none.
    const file = await readCase(context);
    if (!context.standing.roles.has('admin')) throw new NotPossible((texts) => texts.commands.why.forAdmins);
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
  const said = context.texts.commands.why;
  const sees = ({ sight }: Looked | LookedAtGroup) => sight !== 'gone' && sight.sees;
  const people = (which: readonly Looked[]) =>
    which.map(({ userId, sight }) =>
      inlines(...said.because(person(userId), words(userId, sight, file, context))),
    );
  const byGroup = groups.map((each): Inline[] => {
    const reasons = words(null, each.sight, file, context);
    const who: (string | Inline)[] =
      each.channelId === null
        ? [said.group(each.group ?? '', each.members)]
        : said.channel(channel(each.channelId));
    return inlines(...who, sees(each) ? said.groupSees(reasons) : said.groupSeesNot(reasons));
  });
  return [
    ...part(said.sees(name), people(looked.filter(sees)), said.nobodySees),
    ...part(said.seesNot, people(looked.filter((each) => !sees(each))), said.nobodyElse),
    ...(byGroup.length > 0 ? part(said.byGroup, byGroup, '') : []),
    ...byMail(file, context),
    paragraph(others > 0 ? said.others(others) : said.noOthers),
  ];
}

/** Who reads a mailbox nobody knows, and what was sent there stays. */
function byMail({ departments }: CaseFile, { workspace, texts }: CommandContext): Block[] {
  const said = texts.commands.why;
  const items = departments.flatMap((key): Inline[][] => {
    const department = departmentOf(workspace, key);
    if (department?.email === undefined) return [];
    return [[text(said.mailbox(department.email, departmentName(workspace, key, texts.common.code)))]];
  });
  return items.length > 0 ? part(said.byMail, items, '') : [];
}

function part(title: string, items: Inline[][], none: string): Block[] {
  if (items.length === 0) return [paragraph(bold(title)), paragraph(none)];
  return [paragraph(bold(title)), { type: 'list', ordered: false, items }];
}

function words(
  userId: string | null,
  sight: Sight | 'gone',
  file: CaseFile,
  context: CommandContext,
): string {
  const { workspace, texts } = context;
  const said = texts.commands.why;
  if (sight === 'gone') return said.gone;
  const also = userId === null ? [] : partIn(userId, file, said);
  if (sight.sees) {
    const departments = sight.departments.map((key) => departmentName(workspace, key, texts.common.code));
    const by = [
      ...sight.roles.map((role) => said.roles[role]),
      ...departments.map((each) => said.ofDepartment(each)),
      ...(sight.roles.length + departments.length === 0 ? [said.readsAlong] : []),
    ];
    return [...by, ...also].join(', ');
  }
  return [notBecause(userId, sight.because, file, said), ...also].join(', ');
}

function notBecause(
  userId: string | null,
  because: Extract<Sight, { sees: false }>['because'],
  { excluded }: CaseFile,
  said: Words,
): string {
  switch (because) {
    case 'elsewhere':
      return said.elsewhere;
    case 'excluded': {
      const found = excluded.find((each) => each.userId === userId);
      if (!found) return said.keptOut;
      return said.keptOutAs[found.of === undefined ? found.reason : 'otherAccount'];
    }
    case 'own':
      return said.own;
    case 'leads_only':
      return said.leadsOnly;
    case 'no_part':
      return said.noPart;
  }
}

/** What somebody has to do with it besides, which makes nobody see it. */
function partIn(
  userId: string,
  { case: { handlerId, member }, reporters, followers }: CaseFile,
  said: Words,
): string[] {
  return [
    ...(handlerId === userId ? [said.handles] : []),
    ...(member.userId === userId ? [said.isMember] : []),
    ...(reporters.includes(userId) ? [said.flagged] : []),
    ...(followers.includes(userId) ? [said.follows] : []),
  ];
}
