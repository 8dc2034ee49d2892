import type { answering as english } from '../../en/commands/answering.ts';

export const answering: typeof english = {
  reply: {
    summary: 'Répondre au membre : vous relisez avant l’envoi',
    options: { text: 'Ce que le membre va lire' },
    title: 'Réponse ·',
    preview: 'Aperçu',
    label: 'Ce que le membre va lire',
    hintPrivate: (member) => `À ${member}, par message privé. Vous le revoyez avant l’envoi.`,
    hintPublic: (member) => `À ${member}, dans le fil public. Vous le revoyez avant l’envoi.`,
    gone: 'Ce brouillon a été envoyé ou jeté entre-temps.',
    tooLong: (length, max) =>
      `Le brouillon compte ${length} caractères, et un formulaire en prend ${max} : le reste serait perdu. Réécrivez-le avec /feedback reply, ou envoyez-le tel quel.`,
  },
  send: {
    summary: 'Envoyer la réponse qui attend un clic',
    options: {
      wait: 'yes : attendre ensuite le membre ; no : non. Sans rien, on attend si vous posez une question',
    },
    onItsWay: (member, name) => `La réponse à ${member} est en route (${name}).`,
    anew: 'La réponse en attente annonçait des nouvelles avant un moment qui est passé. Elle a donc été réécrite.',
    yesOrNo:
      'Écrivez yes ou no après le dossier : s’il attend ensuite le membre. Sans rien, il attend si vous posez une question.',
  },
  recommend: {
    summary: 'Recommander ce qu’il faut faire, raisons à l’appui, à qui décide',
    options: { choice: 'Quoi ; le numéro suffit', reason: 'Pourquoi ; cela reste interne' },
    title: 'Recommander ·',
    submit: 'Recommander',
    given: (name, decider) => `${name} : votre recommandation est transmise à ${decider}.`,
    givenToModerators: (name) => `${name} : votre recommandation est transmise aux modérateurs.`,
    none: (kind) =>
      `Rien n’est à recommander pour les dossiers du type « ${kind} ». Écrivez plutôt une note avec /feedback note.`,
    what: (decider) => `Que devrait faire ${decider} ?`,
    whatModerators: 'Que devraient faire les modérateurs ?',
    why: 'Pourquoi ?',
    whyHint: 'Ce qui parle pour, et ce qui parle contre. Le membre ne le voit jamais.',
  },
  resolve: {
    summary: 'Le dossier est résolu ; le membre est prévenu et peut dire que non',
    options: { tell: 'yes (par défaut) prévient le membre, no ne dit rien' },
    title: 'Résolu ·',
    submit: 'Résolu',
    yesOrNo: 'Écrivez yes ou no après le dossier : si le membre est prévenu.',
    asked: (name, member) =>
      `${name} est résolu, et on demande à ${member} si c’est bien le cas. Si la réponse est « pas encore », le dossier monte d’un niveau, chez quelqu’un d’autre ; si le membre écrit, le dossier est rouvert.`,
    tellYourself: (name) =>
      `${name} est clos. Il est arrivé sans message : prévenez donc vous-même le membre, par le même chemin.`,
    closed: (name) =>
      `${name} est clos. On ne demande pas au membre si c’est résolu ; s’il écrit, le dossier est rouvert.`,
    tellPrivate: (member) => `Prévenir ${member} par message privé ?`,
    tellPublic: (member) => `Prévenir ${member} dans le fil ?`,
    yes: 'Oui, en demandant de le dire si ce n’est pas résolu',
    no: 'Non, ne rien dire',
  },
  reopen: {
    summary: 'Reprendre un dossier résolu ou écarté',
    options: { reason: 'Pourquoi' },
    open: (name) => `${name} est rouvert.`,
  },
  route: {
    summary: 'Transmettre un dossier à un service',
    options: { department: 'Quel service', question: 'Ce qu’on lui demande ; le membre ne le voit jamais' },
    onItsWay: (name, department) => `${name} est en route vers ${department}.`,
  },
  issue: {
    summary: 'Porter un dossier dans GitHub ou Jira : vous relisez le ticket avant sa création',
    options: { tracker: 'Où, sous le nom donné dans hearback.yaml', title: 'De quoi il s’agit' },
    gone: 'Ce ticket a été créé ou jeté entre-temps.',
    onItsWay: (name, tracker) =>
      `${name} est en route vers ${tracker}. La carte montre le lien dès qu’il est là.`,
    discarded: (name) => `${name} : rien n’a été créé, et ce que vous aviez écrit a été jeté.`,
  },
  solved: {
    summary: 'Dire si ce dont vous nous avez parlé est résolu',
    options: { say: 'yes ou no', reason: 'Pourquoi ce n’est pas le cas' },
    yesOrNo: 'Écrivez yes ou no.',
  },
  rate: {
    summary: 'Votre satisfaction, de 1 à 5',
    options: { rating: 'Un nombre entier de 1 à 5' },
  },
};
