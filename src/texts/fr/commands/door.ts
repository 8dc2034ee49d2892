import type { door as english } from '../../en/commands/door.ts';

export const door: typeof english = {
  notSetUp:
    'Cette communauté n’est pas encore configurée dans hearback.yaml. Prévenez la personne qui s’occupe de Hearback ici.',
  unknownCommand: (name) =>
    `La commande « ${name} » n’existe pas. /feedback help montre ce que vous pouvez faire.`,
  notYours: 'Cela n’appartient à aucune de vos communautés. Utilisez /feedback dans la communauté elle-même.',
  forStaff: (community) =>
    `C’est réservé aux personnes qui s’occupent des retours dans ${community}. Si quelque chose vous gêne ou vous réjouit, écrivez-le simplement dans un canal : elles le verront.`,
  theCase: 'Le dossier, par exemple FB-12',
  notACase: (typed, example) =>
    `« ${typed} » n’est pas un dossier. Écrivez-le comme ${example} ; /feedback list montre ceux qui sont ouverts.`,
  aboutYou: (name) =>
    `${name} porte sur ce que vous avez dit vous-même, donc quelqu’un d’autre s’en occupe. Vous recevrez une réponse comme tout membre.`,
  onlyRead: (name) =>
    `Vous lisez ${name} sans pouvoir le modifier. Dites-le à la personne qui s’en occupe, sur sa carte ou directement.`,
  noCase: (name) => `Il n’y a pas de dossier ${name} ici. /feedback list montre ceux qui sont ouverts.`,
  noCaseForYou: (name) =>
    `Il n’y a pas de dossier ${name} ici. Vous voyez les dossiers transmis à votre service, et ceux où l’on vous a mis en copie.`,
};
