import type { departments as english } from '../../en/commands/departments.ts';

export const departments: typeof english = {
  department: {
    summary: 'Ce que votre service dit d’un dossier : le prendre, demander, répondre pour le membre',
    options: {
      do: 'Quoi',
      text: 'Vos mots ; le membre ne les voit pas automatiquement',
      department: 'Quel service, si vous êtes dans plusieurs',
    },
    choices: {
      take: 'Le prendre',
      ask: 'Demander des précisions',
      elsewhere: 'Traité ailleurs, avec un lien',
      decline: 'Refuser, avec un motif',
      fixed: 'Réparé',
      answer: 'Répondre pour le membre : un brouillon à relire',
      tell: 'Prévenir le service',
    },
    asked: {
      ask: {
        title: 'Précisions',
        submit: 'Demander',
        label: 'Que vous faut-il savoir ?',
        hint: 'La personne responsable du dossier le reçoit aussitôt. Le membre ne le voit pas.',
      },
      elsewhere: {
        title: 'Ailleurs',
        submit: 'L’indiquer',
        label: 'Où est-ce traité ?',
        hint: 'Un lien qui commence par https://, et quelques mots si vous voulez. Le membre ne le voit pas.',
      },
      decline: {
        title: 'Refuser',
        submit: 'Refuser',
        label: 'Pourquoi n’est-ce pas pour vous ?',
        hint: 'Pour la personne responsable du dossier. Le membre ne le voit pas.',
      },
      fixed: {
        title: 'Réparé',
        submit: 'Réparé',
        label: 'Qu’est-ce qui a été fait ?',
        hint: 'Pour la personne responsable du dossier ; peut rester vide. Le membre ne le voit pas.',
      },
      answer: {
        title: 'Réponse',
        submit: 'Transmettre',
        label: 'Ce que le membre doit lire',
        hint: 'Un brouillon : le responsable du dossier le lit, et l’envoie ou non. Rien ne part tout seul.',
      },
      tell: {
        title: 'Prévenir ·',
        submit: 'Prévenir',
        label: 'Que doit savoir le service ?',
        hint: 'C’est publié dans son canal, et il a de nouveau le temps de répondre. Le membre ne le voit pas.',
      },
    },
    endedHint: 'Le dossier est terminé : vos mots sont gardés, et la personne responsable en est prévenue.',
    takenBy: (who) => [who, ' l’a déjà pris.'],
    hasEnded: (name) => `${name} est terminé`,
    endedAndKept:
      'Rien n’a été changé. Vos mots sont gardés dans le dossier, et la personne responsable est prévenue.',
    reopen: 'Rouvrir',
    endedTheyCanReopen: (name) =>
      `${name} est terminé, donc rien n’a été changé. Vos mots sont gardés, et la personne responsable est prévenue : elle peut le rouvrir.`,
    waitsAsDraft: (name, member) =>
      `Merci. C’est un brouillon pour la personne responsable de ${name} : ${member} le lira une fois envoyé.`,
    heard: (name) => `${name} : la personne responsable est prévenue.`,
    isTold: (name, department) =>
      `${name} : le service ${department} est prévenu et a de nouveau le temps de répondre.`,
    writeStep: (steps) =>
      `Écrivez après le dossier l’un de ces mots, selon ce qu’en dit votre service : ${steps}. Ou tell, avec ce qu’un service doit savoir.`,
    onlyThey: (department, typed) =>
      `Seul le service ${department} peut le dire, dans son canal. Pour lui dire quelque chose : ${typed}`,
    notTheirs:
      'Vous n’êtes dans aucun des services qui ont reçu ce dossier : c’est à eux de le dire. Gardez ce que vous savez dans une note : /feedback note.',
    several: (all) => `Vous êtes dans plusieurs services. Dites pour lequel : ${all}`,
    notYours:
      'C’est à la personne responsable du dossier de le faire. Écrivez-le plutôt dans le fil de sa carte.',
    noneYet: 'Ce dossier n’a encore été transmis à aucun service. Faites-le avec /feedback route.',
    sayWhich: (all) => `Dites quel service : ${all}`,
  },
  escalate: {
    summary: 'Faire remonter un dossier : aux responsables d’équipe et à un service, ou à la direction',
    options: {
      level: 'L2 ou L3 ; sinon on vous le demande',
      reason: 'Pourquoi ; le membre ne le voit jamais',
      department: 'Un service qui le reçoit en même temps',
    },
    isAt: (name, level) =>
      `${name} est maintenant au niveau ${level}. Les personnes concernées l’apprennent aussitôt.`,
    isAtAndOnItsWay: (name, level, department) =>
      `${name} est maintenant au niveau ${level} et en route vers ${department}. Les personnes concernées l’apprennent aussitôt.`,
    takenUp: (who, at, more) => [who, ' l’a déjà fait remonter (', at, `). ${more}`],
    writeLevel:
      'Écrivez L2 ou L3 après le dossier : L2, ce sont ses responsables d’équipe et un service ; L3, la direction.',
    atTheTop: 'Il est déjà à la direction, au niveau L3 : on ne peut pas monter plus haut.',
    title: 'Faire remonter',
    submit: 'Faire remonter',
    howFar: 'Jusqu’où',
    why: 'Pourquoi',
    whyHint: 'Pour les responsables d’équipe, les services et la direction. Le membre ne le voit pas.',
    alsoTo: 'Aussi à ce service',
    none: 'Aucun',
  },
};
