import type { templates as english } from '../../en/says/templates.ts';

export const templates: typeof english = {
  missing: (names, file) =>
    `Il n’y a pas de modèle nommé ${names} ; ajoutez ${file}, ou corrigez les étapes (steps) dans hearback.yaml.`,
  scattered: (languages, names) =>
    `Aucune des langues ${languages} n’a tous les modèles ${names}. Traduisez ceux qui manquent dans l’une d’elles.`,
  noSteps: 'Il n’y a aucune étape (steps) d’où l’écrire. Indiquez-en dans hearback.yaml.',
  nothingToSay: (names) =>
    `Aucune des étapes (${names}) n’a quelque chose à dire ici. Indiquez-en une autre dans hearback.yaml.`,
  noValue: (file, name) =>
    `${file} a besoin de ${name}, dont on ne sait rien ici. Choisissez un autre texte, ou faites-le retirer de celui-ci.`,
  noVariable: (place, name) =>
    `${place} : il n’y a pas de variable ${name}. Faites-la retirer, ou remplacer par une de celles que cite docs/templates.md.`,
  endless: (place) => `${place} : ce qui s’y trouve est beaucoup trop long à remplir. Faites-le raccourcir.`,
  broken: (place) =>
    `${place} : ce qui s’y trouve ne peut pas être rempli. Faites-le comparer avec docs/templates.md.`,
};
