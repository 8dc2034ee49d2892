import { describe, expect, it } from '@jest/globals';
import { EVERYBODY_IN } from '../../src/cases/attendance.ts';
import { saidByDepartment } from '../../src/cases/department.ts';
import { CODE_PLACES } from '../../src/cases/gift.ts';
import { handOver } from '../../src/cases/hand-over.ts';
import { draft } from '../../src/cases/reply.ts';
import { noteEdited, noteText } from '../../src/cases/thread-note.ts';
import { dismiss } from '../../src/cases/work.ts';
import { NotPossible } from '../../src/errors.ts';
import { SPOKEN_LANGUAGES, textsIn, textsOf } from '../../src/texts/index.ts';
import { aFile, asked, HANDLER, NOW, policy, workspace } from '../support/factories.ts';

const inFrench = { ...workspace, language: 'fr-CA' };
const french = textsIn('fr');

function refusalOf(act: () => unknown): NotPossible {
  try {
    act();
  } catch (error) {
    if (error instanceof NotPossible) return error;
  }
  throw new Error('It was not refused.');
}

describe('what the rules say', () => {
  it('is refused in the language of whoever asked, and in English for the log', () => {
    const refused = refusalOf(() =>
      draft(aFile({ case: { state: 'closed' } }), 'Bonjour', HANDLER, null, policy),
    );
    expect(refused.message).toBe('This case is closed. Reopen it first with /feedback reopen.');
    expect(refused.in(french)).toBe('Ce dossier est clos. Rouvrez-le d’abord avec /feedback reopen.');
    expect(refused.in(textsIn('da'))).toBe('Sagen er lukket. Genåbn den først med /feedback reopen.');
  });

  it('is told to the people of a community in its language, whole sentence by whole sentence', () => {
    const file = aFile({ case: { handlerId: 'U0OLD' } });
    const change = handOver(file, { to: 'U0NEW', by: HANDLER, note: '' }, inFrench);
    const [handed, takenOver] = change.deliveries ?? [];
    expect(handed?.body).toMatchObject({
      title: 'Un dossier vous a été confié',
      blocks: expect.arrayContaining([
        {
          type: 'paragraph',
          children: [
            { type: 'person', userId: HANDLER, ping: false },
            { type: 'text', text: ' vous demande de vous occuper de ce dossier désormais.' },
          ],
        },
      ]),
    });
    expect(takenOver?.body).toMatchObject({
      blocks: [
        {
          children: [
            { userId: HANDLER },
            { text: ' l’a confié à ' },
            { userId: 'U0NEW' },
            { text: '. Vous n’avez plus rien à faire.' },
          ],
        },
      ],
    });
  });

  it('is written into the record in that language as well', () => {
    const { notes } = dismiss(aFile(), 'hors sujet', HANDLER, NOW, textsOf(inFrench));
    expect(notes).toEqual([{ authorId: HANDLER, text: 'Écarté : hors sujet' }]);
    const file = aFile({ departments: ['qa'], departmentWork: [asked('qa')] });
    const said = { department: 'qa', step: 'fixed', by: 'U0QUINN', words: 'Dans la 4.2' } as const;
    const { deliveries } = saidByDepartment(file, said, inFrench, policy, NOW, EVERYBODY_IN);
    expect(deliveries?.[0]?.body).toMatchObject({
      title: expect.stringMatching(/ dit que c’est réparé$/),
    });
  });

  it('is in the language of the whole policy where the program does not speak that of the community', () => {
    expect(textsOf({ language: 'is', languageOfAll: 'da' }).common.code).toBe('da');
    expect(textsOf({ languageOfAll: 'pt' }).common.code).toBe('pt');
    expect(workspace.languageOfAll).toBe(policy.language);
  });

  it.each(SPOKEN_LANGUAGES)(
    'keeps the names of attached files through an edit when it was written in %s',
    (language) => {
      const file = { fileId: 'F1', name: 'a b.txt', mime: 'text/plain', size: 1, url: '' };
      const before = noteText({ text: 'One', files: [file] }, textsIn(language));
      expect(noteEdited(before, 'Two')).toBe(before.replace('One', 'Two'));
      expect(noteEdited('One\nand two', 'Three')).toBe('Three');
    },
  );

  it('has a place of its own for the code of a gift in each language', () => {
    expect(new Set(CODE_PLACES).size).toBe(SPOKEN_LANGUAGES.length);
  });

  it.each(SPOKEN_LANGUAGES)('names buttons as they are labelled in %s', (language) => {
    const { rules, cards, commands, says } = textsIn(language);
    const { buttons } = cards;
    const { answers, departments, notices, programs } = rules;
    const named: [said: string, ...labels: string[]][] = [
      [answers.privateByNow, buttons.edit, commands.reply.preview],
      [answers.neverAnswered('x'), buttons.kind],
      [answers.none, buttons.reply],
      [answers.theirs, buttons.sendAnswer],
      [answers.sent, buttons.reply],
      [answers.discarded, buttons.reply],
      [answers.nothingToSay, buttons.otherTemplate],
      [answers.asksTwice, buttons.edit, buttons.askAllTheSame],
      [answers.consent.prepared('x'), buttons.send],
      [answers.consent.notAsked('x', 'y'), buttons.passOn],
      [answers.helpers.own, buttons.resolve],
      [departments.draftWaits, buttons.open],
      [departments.youLead('x'), buttons.open],
      [departments.mail.isNote, buttons.reply],
      [notices.notAnswered('x'), buttons.reply],
      [notices.headsHear, buttons.open],
      [notices.nobodyHasIt, buttons.open, buttons.claim],
      [notices.openShows, buttons.open],
      [notices.noLead(buttons.routeTo), buttons.routeTo],
      [says.topics.byHand.empty, buttons.reply],
      [programs.failed('x'), buttons.issue],
      [programs.discarded, buttons.issue],
      [programs.noMoreOfIt, buttons.issue],
    ];
    const missing = named.filter(([said, ...labels]) => labels.some((label) => !said.includes(label)));
    expect(missing).toEqual([]);
  });
});
