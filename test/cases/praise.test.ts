import { describe, expect, it } from '@jest/globals';
import { besidesOf, type Around } from '../../src/cases/besides.ts';
import { CONSENTS, type CaseFile, type Consent, type Reply } from '../../src/cases/case.ts';
import { praiseFacts } from '../../src/cases/cards/passed-on.ts';
import { escalationCard } from '../../src/cases/cards/escalation.ts';
import { both } from '../../src/cases/both.ts';
import {
  answerConsent,
  askForConsent,
  assertConsent,
  CONSENT_STEP,
  consentKept,
  languageAsked,
  isToBeAsked,
  withConsent,
} from '../../src/cases/consent.ts';
import { passOnAtOnce, praiseDepartment, praisePerson } from '../../src/cases/praise.ts';
import { draft } from '../../src/cases/reply.ts';
import { TargetGone } from '../../src/errors.ts';
import type { KindPolicy, Policy } from '../../src/policy/schema.ts';
import { aFile, aReply, HANDLER, MEMBER, policy as sandbox, workspace } from '../support/factories.ts';

const withPassOn = (passOn: NonNullable<KindPolicy['passOn']>): Policy => ({
  ...sandbox,
  kinds: { ...sandbox.kinds, praise: { ...sandbox.kinds['praise']!, passOn } },
});
/** The sandbox's, in which QA always hears of praise, and support with consent. */
const policy = withPassOn({ praised: true, departments: ['qa'], consent: 'support' });
const praise = { kind: 'praise' };
const asked = aReply({ state: 'sent', steps: ['praise', CONSENT_STEP], consentFor: 'support' });
const answered = (consent: Consent, consentFor = 'support') => ({ ...asked, consent, consentFor });
/** What the card says of it. */
const facts = (file: CaseFile, among = policy) =>
  JSON.stringify(praiseFacts({ file, earlier: [], workspace, policy: among }));
const places = (deliveries: { place: object }[] = []) => deliveries.map(({ place }) => place);

describe('the people kind words are about', () => {
  const known: Record<string, { isBot: boolean; isMember: boolean; sees: boolean }> = {
    UIN: { isBot: false, isMember: true, sees: true },
    UOUT: { isBot: false, isMember: false, sees: true },
    UBOT: { isBot: true, isMember: true, sees: true },
    UBLIND: { isBot: false, isMember: true, sees: false },
  };
  const around: Around = {
    fetchPerson: async (workspaceId, userId) => {
      const person = known[userId];
      if (!person) throw new TargetGone('slack', 'user_not_found', null);
      const more = { name: userId, groups: [], timeZone: null, locale: null };
      return { workspaceId, userId, ...more, ...person };
    },
    fetchChannel: async (_workspaceId, channelId) => ({
      channelId,
      name: channelId,
      isPrivate: channelId === 'CSECRET',
    }),
    canSee: async (_workspaceId, _channelId, userId) => known[userId]?.sees ?? false,
  };
  const message = (channelId = 'C0PRODUCT') => ({
    ref: { workspaceId: workspace.id, channelId, messageId: '1' },
    author: { userId: MEMBER, name: 'Alma', isBot: false },
    mentions: [MEMBER, 'UIN', 'UOUT', 'UBOT', 'UBLIND', 'UGONE'],
  });

  it('are members whom it mentions and who can read it: no bots, nobody else, and not who said it', async () => {
    expect(await besidesOf(message(), 'praise', workspace, policy, around)).toEqual({
      praised: ['UIN'],
      missed: [],
      unasked: null,
    });
    const { praised } = await besidesOf(message(), 'feedback', workspace, policy, around);
    expect(praised).toEqual([]);
  });

  it('and the helpers are asked of what everybody can read, or of what was said to themselves', async () => {
    const { helpers: usual, ...without } = workspace;
    const why = async (channelId: string, helpers: string | null = usual ?? null) => {
      const home = { ...without, ...(helpers !== null && { helpers }) };
      return (await besidesOf(message(channelId), 'question', home, policy, around)).unasked;
    };
    expect(await why('C0PRODUCT')).toBeNull();
    expect(await why('CSECRET')).toContain('private channel');
    expect(await why('CSECRET', 'CSECRET')).toBeNull();
    expect(await why('C0PRODUCT', null)).toContain('no helpers channel');
    expect((await besidesOf(null, 'question', workspace, policy, around)).unasked).toContain(
      'without a message',
    );
  });
});

describe('praise at once', () => {
  it('reaches each of them by direct message, and the departments that always hear of it', () => {
    const change = passOnAtOnce(aFile({ case: praise }), ['U1', 'U2'], workspace, policy);
    expect(places(change.deliveries)).toEqual([
      { type: 'dm', workspaceId: workspace.id, userId: 'U1' },
      { type: 'dm', workspaceId: workspace.id, userId: 'U2' },
      { type: 'channel', workspaceId: workspace.id, channelId: 'C0QA' },
    ]);
    expect(change).toMatchObject({
      departments: ['qa'],
      praise: [
        { userId: 'U1', by: null },
        { userId: 'U2', by: null },
      ],
      history: [
        { action: 'praised', detail: { person: 'U1' } },
        { action: 'praised', detail: { person: 'U2' } },
        { action: 'praised', detail: { department: 'qa' } },
      ],
    });
    expect(change.set).toBeUndefined();
  });

  it('reaches nobody who is kept out, who has it, or who said it, and nobody for another kind', () => {
    const file = aFile({
      case: praise,
      departments: ['qa'],
      praised: ['U1'],
      excluded: [{ userId: 'U2', reason: 'conflict' }],
    });
    expect(passOnAtOnce(file, ['U1', 'U2', MEMBER], workspace, policy).deliveries).toEqual([]);
    expect(passOnAtOnce(aFile(), ['U1'], workspace, policy)).toEqual({ history: [] });
  });
});

describe('praise passed on by hand', () => {
  it('goes to a person or a team, never twice', () => {
    const file = aFile({ case: praise });
    expect(praisePerson(file, 'U1', HANDLER)).toMatchObject({
      praise: [{ userId: 'U1', by: HANDLER }],
      deliveries: [{ key: 'praise-1-U1', body: { type: 'praise' } }],
    });
    expect(praiseDepartment(file, 'qa', HANDLER, workspace, policy).departments).toEqual(['qa']);
    const had = aFile({ case: praise, praised: ['U1'], departments: ['qa'] });
    expect(() => praisePerson(had, 'U1', HANDLER)).toThrow('has these words already. Choose somebody else.');
    expect(() => praiseDepartment(had, 'qa', HANDLER, workspace, policy)).toThrow('has these words already');
    expect(() => praisePerson(had, MEMBER, HANDLER)).toThrow('said this themselves. Choose somebody else.');
    expect(() => praiseDepartment(had, 'constructor', HANDLER, workspace, policy)).toThrow('no department');
  });

  it('waits for consent where a department needs it, routed by hand or not', () => {
    const file = aFile({ case: praise, replies: [asked] });
    expect(() => praiseDepartment(file, 'support', HANDLER, workspace, policy)).toThrow(
      'have not answered yet',
    );
    expect(() => assertConsent(file, 'support', workspace, policy)).toThrow('have not answered yet');
    const said = (consent: Consent) => aFile({ case: praise, replies: [answered(consent)] });
    expect(() => assertConsent(said('refused'), 'support', workspace, policy)).toThrow('would rather not');
    assertConsent(said('given'), 'support', workspace, policy);
    assertConsent(file, 'qa', workspace, policy);
    assertConsent(aFile(), 'support', workspace, policy);
  });

  it('counts a yes for the department it was asked for alone, were another one named since', () => {
    const others = [answered('given', 'qa'), { ...asked, consentFor: null, consent: 'given' as const }];
    for (const reply of others) {
      const file = aFile({ case: praise, replies: [reply] });
      expect(() => assertConsent(file, 'support', workspace, policy)).toThrow(
        'Ask them with Pass on on the card, or /feedback praise FB-12 department:support',
      );
      expect(() => praiseDepartment(file, 'support', HANDLER, workspace, policy)).toThrow('Ask them');
      expect(facts(file)).toContain('Pass on prepares the question');
    }
    const twice = aFile({ case: praise, replies: [answered('given', 'qa'), answered('refused')] });
    expect(() => assertConsent(twice, 'support', workspace, policy)).toThrow('would rather not');
  });

  it('leaves out of what happens at once whoever the member refused, or has not agreed to yet', () => {
    const always: Policy = withPassOn({ praised: true, departments: ['qa', 'support'], consent: 'support' });
    const departments = (replies: Reply[], among = always) =>
      passOnAtOnce(aFile({ case: praise, replies }), [], workspace, among).departments;
    expect(departments([asked])).toEqual(['qa']);
    expect(departments([answered('given')])).toEqual(['qa', 'support']);
    expect(departments([answered('refused', 'qa')])).toEqual([]);
  });

  it('asks again by an answer that waits for a click, about the department the kind names now', () => {
    const words = { markdown: 'May we?', steps: [CONSENT_STEP], consentFor: 'support' };
    const file = aFile({ case: praise, replies: [answered('given', 'qa')] });
    expect(isToBeAsked(file, 'support', workspace, policy)).toBe(true);
    const change = askForConsent(file, words, 'support', HANDLER, workspace, policy);
    expect(change.replies).toMatchObject([{ ...words, send: false, place: { type: 'thread' } }]);
    expect(change.deliveries).toBeUndefined();
    const waiting = aFile({ case: praise, replies: [aReply(words)] });
    for (const replies of [[aReply(words)], [asked], [answered('given')], [answered('refused')]])
      expect(isToBeAsked(aFile({ case: praise, replies }), 'support', workspace, policy)).toBe(false);
    expect(() => assertConsent(waiting, 'support', workspace, policy)).toThrow('press Send');
    const other = aFile({ case: praise, replies: [aReply()] });
    expect(() => askForConsent(other, words, 'support', HANDLER, workspace, policy)).toThrow(
      'Another answer',
    );
  });
});

describe('the question for consent', () => {
  it('is the last step of an answer, once, and for nobody who has no button to press', () => {
    const steps = (over: Parameters<typeof aFile>[0]) =>
      withConsent(['praise'], aFile(over), workspace, policy);
    expect(steps({ case: praise })).toEqual(['praise', CONSENT_STEP]);
    expect(steps({ case: praise, replies: [asked] })).toEqual(['praise']);
    expect(steps({ case: praise, replies: [answered('given', 'qa')] })).toEqual(['praise', CONSENT_STEP]);
    expect(steps({ case: praise, replies: [answered('refused', 'qa')] })).toEqual(['praise']);
    expect(steps({ case: { ...praise, source: null } })).toEqual(['praise']);
    expect(steps({})).toEqual(['praise']);
    expect(withConsent([], aFile({ case: praise }), workspace, policy)).toEqual([]);
  });

  it('stays one in an answer that somebody edits, as long as it is in there', () => {
    const reply = {
      steps: ['praise', CONSENT_STEP],
      consentFor: 'support',
      markdown: 'Thank you!\n\nMay we?',
    };
    const kept = { steps: [CONSENT_STEP], consentFor: 'support' };
    expect(consentKept(reply, 'Thanks a lot!\n\nMay we?')).toEqual(kept);
    expect(consentKept(reply, 'Thanks a lot!')).toEqual({ steps: [], consentFor: null });
    expect(consentKept({ ...reply, steps: ['praise'] }, reply.markdown).steps).toEqual([]);
    const file = aFile({ case: praise, replies: [aReply({ ...reply })] });
    expect(draft(file, 'Oh, May we?', HANDLER, 5, policy).replies).toMatchObject([kept]);
  });

  it('answered with yes brings the words to the department, once; with no to nobody', () => {
    const file = aFile({ case: { ...praise, state: 'closed' }, replies: [asked] });
    const yes = answerConsent(file, 5, 'given', workspace, policy);
    expect(yes).toMatchObject({ consent: { replyId: 5, said: 'given' }, departments: ['support'] });
    expect(places(yes?.deliveries)).toEqual([
      { type: 'channel', workspaceId: workspace.id, channelId: 'C0SUPPORT' },
    ]);
    const no = answerConsent(file, null, 'refused', workspace, policy);
    expect(no).toEqual({
      consent: { replyId: 5, said: 'refused' },
      history: [{ action: 'consent_refused', actorId: MEMBER, detail: { department: 'support' } }],
    });
    for (const consent of CONSENTS)
      expect(
        answerConsent({ ...file, replies: [answered(consent)] }, 5, 'given', workspace, policy),
      ).toBeNull();
    expect(answerConsent(file, 6, 'given', workspace, policy)).toBeNull();
    expect(answerConsent(aFile({ case: praise }), null, 'given', workspace, policy)).toBeNull();
  });

  it('brings the words nowhere when the kind names another department by now, and says so on the card', () => {
    const moved = withPassOn({ praised: true, departments: [], consent: 'qa' });
    const file = aFile({ case: praise, replies: [asked] });
    const yes = answerConsent(file, 5, 'given', workspace, moved);
    expect(yes).toEqual({
      consent: { replyId: 5, said: 'given' },
      history: [{ action: 'consent_given', actorId: MEMBER, detail: { department: 'support' } }],
    });
    const after = aFile({ case: praise, replies: [answered('given')] });
    expect(facts(after, moved)).toContain('Consent for Support');
    expect(facts(after, moved)).toContain('Consent for QA');
    expect(facts(after, moved)).toContain('Pass on prepares the question');
  });

  it('is told in the language it was asked in, whatever the case has become', () => {
    const file = aFile({
      case: { ...praise, language: 'da' },
      replies: [
        { ...asked, language: 'fr' },
        { ...asked, replyId: 6, language: null },
      ],
    });
    expect([languageAsked(file, 5), languageAsked(file, 6), languageAsked(file, null)]).toEqual([
      'fr',
      'da',
      'fr',
    ]);
  });

  it('is answered for itself, when a case has two', () => {
    const second = { ...asked, replyId: 6, consentFor: 'qa' };
    const file = aFile({ case: praise, replies: [asked, second] });
    const consent = (replyId: number | null, of = file) =>
      answerConsent(of, replyId, 'given', workspace, policy)?.consent?.replyId;
    expect([consent(6), consent(5), consent(null)]).toEqual([6, 5, 5]);
    expect(consent(null, aFile({ case: praise, replies: [answered('refused'), second] }))).toBe(6);
  });

  it('brings a case that only leads see to no department, were it agreed to, passed on by hand or at once', () => {
    const file = aFile({ case: { ...praise, audience: 'leads' }, replies: [asked] });

    expect(answerConsent(file, 5, 'given', workspace, policy)?.departments).toBeUndefined();
    expect(passOnAtOnce(file, [], workspace, policy).departments).toEqual([]);
    expect(() => praiseDepartment(file, 'qa', HANDLER, workspace, policy)).toThrow(/goes to no department/);
  });

  it('brings a dismissed case to nobody, and says on the card what the department may do', () => {
    const file = aFile({ case: { ...praise, state: 'dismissed' }, replies: [asked] });
    expect(answerConsent(file, 5, 'given', workspace, policy)?.deliveries).toBeUndefined();
    const card = (consent: 'given', department: string) =>
      JSON.stringify(
        escalationCard(
          { file: aFile({ case: praise, replies: [answered(consent)] }), earlier: [], workspace, policy },
          department,
          false,
        ).body,
      );
    expect(card('given', 'support')).toContain('may quote them');
    expect(card('given', 'qa')).not.toContain('may quote them');
  });
});

it('two changes as one keep what both list, and what the second sets counts more', () => {
  const first = { history: [{ action: 'a', actorId: null }], set: { state: 'open' as const, kind: 'x' } };
  const second = { history: [{ action: 'b', actorId: null }], set: { kind: 'y' }, departments: ['qa'] };
  expect(both(first, second)).toEqual({
    history: [...first.history, ...second.history],
    set: { state: 'open', kind: 'y' },
    departments: ['qa'],
  });
  expect(both(both(first, second), { history: [], departments: ['support'] }).departments).toEqual([
    'qa',
    'support',
  ]);
});
