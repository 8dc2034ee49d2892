import type { leaks as english } from '../../en/says/leaks.ts';

export const leaks: typeof english = {
  thread: 'Une carte interne allait être publiée dans un fil d’un canal qui n’est pas interne.',
  channel:
    'Une carte interne allait être publiée dans un canal qui n’est ni celui du triage ni celui d’un service.',
  shared: (channel) =>
    `Le canal « ${channel} » est partagé avec une autre organisation. Indiquez-en un à vous : les cartes internes ne sont publiées nulle part ailleurs.`,
  public: (channel) =>
    `Le canal « ${channel} » est public. Rendez-le privé : les cartes internes ne sont publiées nulle part ailleurs.`,
  notForThem: 'Une carte interne allait être envoyée à une personne à qui le dossier n’est pas destiné.',
  onlyLeads:
    'Une carte que seuls les responsables d’équipe peuvent voir allait être envoyée à une personne qui ne l’est pas.',
  noLongerTheirs:
    'Une carte interne allait être envoyée à une personne qui ne travaille pas (ou plus) sur ce dossier.',
  helpers: 'Ce dossier n’est plus visible par tout le monde : rien n’en est transmis aux bénévoles.',
  inPrivate: 'On répond désormais à ce dossier en privé, et ce texte était destiné au fil public.',
  unapproved: 'Une réponse que personne n’a approuvée allait être envoyée ; elle ne l’a pas été.',
  notBrought: 'Un dossier allait être envoyé par e-mail à un service auquel il n’a pas été transmis.',
};
