import { describe, expect, it } from '@jest/globals';
import { SPOKEN_LANGUAGES, textsIn } from '../../../src/texts/index.ts';
import { withoutQuoted } from '../../../src/adapters/email/quoted.ts';

const OURS = '> Please write your answer above this line.\n> FB-12 · Defect\n>\n> The app closes';

describe('what somebody wrote, without what their program quotes', () => {
  it.each([
    ['English', 'On Sun, 22 Nov 2026 at 10:00, Hearback <feedback@x.example> wrote:'],
    [
      'English, broken into lines',
      'On Sun, 22 Nov 2026 at 10:00, Hearback\n<feedback+1a-bcdefghijklmnopqrstu@community.example> wrote:',
    ],
    ['Danish', 'Den søn. 22. nov. 2026 kl. 10.00 skrev Hearback <feedback@x.example>:'],
    ['French', 'Le dim. 22 nov. 2026 à 10:00, Hearback <feedback@x.example> a écrit :'],
    ['Portuguese', 'Em dom., 22 de nov. de 2026 às 10:00, Hearback escreveu:'],
    ['German', 'Am So., 22. Nov. 2026 um 10:00 Uhr schrieb Hearback <feedback@x.example>:'],
  ])('leaves out the quoted mail and its heading: %s', (_, heading) => {
    expect(withoutQuoted(`It is the cache.\nWe mend it.\n\n${heading}\n\n${OURS}`)).toBe(
      'It is the cache.\nWe mend it.',
    );
  });

  it.each(SPOKEN_LANGUAGES)('begins where our own line stands, without marks, in %s', (language) => {
    const { answerAbove } = textsIn(language).says.mail;
    expect(withoutQuoted(`It is the cache.\n\n${answerAbove}\nFB-12 · Defect`)).toBe('It is the cache.');
  });

  it('knows the block of Outlook, which quotes without marks', () => {
    const mail =
      'It is the cache.\n\n________________________________\nFrom: Hearback <feedback@x.example>\nSent: Sunday\nTo: QA\nSubject: [FB-12] Feedback for QA\n\nPlease write your answer above this line.\nFB-12 · Defect';
    expect(withoutQuoted(mail)).toBe('It is the cache.');
  });

  it('keeps all of an answer that stands between or below the quoted lines', () => {
    const between = `${OURS}\n\nOnly on tablets.\n\n> and often\n\nSince 4.2.`;
    expect(withoutQuoted(between)).toContain('Only on tablets.');
    expect(withoutQuoted(between)).toContain('Since 4.2.');
    expect(withoutQuoted(`Hi\n\nOn Sunday Hearback wrote:\n${OURS}\n\nBelow it all`)).toContain(
      'Below it all',
    );
  });

  it('knows a heading also where the quoted mail is none of ours', () => {
    expect(
      withoutQuoted('Yes.\n\nOn Sun, 22 Nov 2026 at 10:00, Alma\n<alma@x.example> wrote:\n> Is it?'),
    ).toBe('Yes.');
    expect(withoutQuoted('Yes.\n> Is it?\n> Really?')).toBe('Yes.');
    expect(withoutQuoted('________________\nFrom: a\nSent: b\nTo: c\n\nBelow it all')).toContain(
      'Below it all',
    );
  });

  it('leaves out a signature, and nothing of a mail that quotes nothing', () => {
    expect(withoutQuoted('It is the cache.\n-- \nQuinn\nQA')).toBe('It is the cache.');
    expect(withoutQuoted('On Monday we wrote:\nall of it anew')).toContain('all of it anew');
    expect(withoutQuoted('From: here on it works')).toBe('From: here on it works');
    expect(withoutQuoted('')).toBe('');
  });

  it('keeps what stands below a line that somebody drew between their own words', () => {
    for (const line of ['---------- Details ----------', '____________', '-- 2 --'])
      expect(withoutQuoted(`Yes.\n${line}\nRefund it on Monday.`)).toContain('Refund it on Monday.');
    expect(withoutQuoted('Yes.\n---------- Forwarded message ---------\nFrom: a\nold')).toBe('Yes.');
    expect(withoutQuoted('Yes.\n-----Original Message-----\nold words')).toBe('Yes.');
  });

  it('is quick with a long mail of anything', () => {
    for (const part of ['On ', '> ', '-', '_', 'From: a ', '\n', 'a\n', '>\n', '-- \n'])
      expect(typeof withoutQuoted(`${part.repeat(60_000)}x`)).toBe('string');
  });
});
