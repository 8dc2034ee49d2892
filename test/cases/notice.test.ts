import { describe, expect, it } from '@jest/globals';
import { noticeCard } from '../../src/cases/cards/notice.ts';
import { noticeIn, noticeTo } from '../../src/cases/notice.ts';
import type { NotTaken } from '../../src/cases/programs/call-webhook.ts';
import { programTrouble, webhookTrouble } from '../../src/cases/programs/program-trouble.ts';
import type { DeliveryBody } from '../../src/cases/delivery.ts';
import type { Place } from '../../src/chat/ref.ts';
import { paragraph } from '../../src/chat/rich.ts';
import { deliveryBody } from '../../src/store/shapes.ts';
import type { WebhookPolicy } from '../../src/policy/schema.ts';
import { textsIn } from '../../src/texts/index.ts';
import { aFile, HANDLER, policy, workspace } from '../support/factories.ts';

const dm: Place = { type: 'dm', workspaceId: workspace.id, userId: HANDLER };
const triage: Place = { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage };
const danish = { ...workspace, language: 'da' };

const handed = (place: Place) =>
  noticeTo(place, danish, ({ rules: { notices } }) => ({
    title: notices.handedTitle,
    blocks: [paragraph(notices.noReason)],
  }));
/** As it comes back from the record. */
const kept = (body: DeliveryBody) =>
  deliveryBody.parse(JSON.parse(JSON.stringify(body))) as Parameters<typeof noticeCard>[0];
const view = (locale: string | null) => ({ file: aFile(), workspace: danish, policy, earlier: [], locale });
const drawn = (place: Place, locale: string | null) => {
  const { title, body, actions } = noticeCard(kept(handed(place)), view(locale));
  return { title, words: JSON.stringify(body), button: 'label' in actions[0]! ? actions[0].label : '' };
};

describe('a notice', () => {
  it('is in the language of its one reader, with what stands around it', () => {
    expect(drawn(dm, 'pt-PT')).toMatchObject({ title: 'FB-12 · Foi-lhe passado um caso', button: 'Abrir' });
    expect(drawn(dm, 'en-GB')).toMatchObject({ title: 'FB-12 · A case was handed to you', button: 'Open' });
    expect(drawn(dm, 'fr').words).not.toBe(drawn(dm, 'pt').words);
  });

  it('is in that of the community where theirs is not known or not spoken, and where several read it', () => {
    const ours = { title: 'FB-12 · Du har fået en sag', button: 'Åbn' };
    expect(drawn(dm, null)).toMatchObject(ours);
    expect(drawn(dm, 'da-DK')).toMatchObject(ours);
    expect(drawn(triage, 'fr')).toMatchObject(ours);
    expect(handed(triage)).not.toHaveProperty('inOthers');
  });

  it('stays as it is where it was written down before it was known in other languages', () => {
    const old: DeliveryBody = { type: 'notice', title: 'Gammel', blocks: [] };
    const { title, actions } = noticeCard(kept(old), view('fr'));
    expect([title, actions]).toEqual(['FB-12 · Gammel', [expect.objectContaining({ label: 'Åbn' })]]);
  });

  it('of a webhook says why nothing was taken in that language too', () => {
    const webhook = { name: 'board' } as WebhookPolicy;
    const since = { failingSince: new Date(0), isLong: true };
    const said = (why: NotTaken['why'], what = '') => {
      const [told] = webhookTrouble(webhook, { came: { why, what }, ...since }, danish);
      return JSON.stringify(noticeIn(kept(told!.body), textsIn('da')).blocks);
    };
    expect(said('secretUnset')).toContain('endte med: dens hemmelighed er ikke sat.');
    expect(said('unreached', 'ECONNREFUSED')).toContain('ingen forbindelse (ECONNREFUSED)');
    expect(said('status', '500')).toContain('endte med: 500.');
  });

  it('of no case is in the language of its reader as well, and what they were told is all that is kept', () => {
    const admins = { ...danish.roles, admin: { ...danish.roles.admin, people: [HANDLER] } };
    const [told] = programTrouble(
      { key: 'k', say: ({ common: { code } }) => ({ title: code, words: [code] }) },
      { ...danish, roles: admins },
    );
    const read = (locale: string | null) => noticeIn(kept(told!.body), textsIn(locale, 'da'));
    expect(noticeCard(read('fr-FR'), null).title).toBe('fr');
    expect(noticeCard(read(null), null).title).toBe('da');
    expect(read('fr-FR')).toEqual({ ...read('fr'), title: 'fr', inOthers: {} });
    // Drawn again for whoever has another language by now, it says what it said.
    const again = noticeIn(kept(handed(dm)), textsIn('pt'));
    const { title, actions } = noticeCard(again, view('fr'));
    expect([title, actions]).toEqual([
      'FB-12 · Foi-lhe passado um caso',
      [expect.objectContaining({ label: 'Ouvrir' })],
    ]);
  });
});
