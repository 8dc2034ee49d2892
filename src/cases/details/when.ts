import { anyOf } from './any-of.ts';

const s = String.raw;

const NUMBER = s`(?:\d+|an?|one|two|three|four|five|six|a (?:few|couple of)|several|some|et|en|to|tre|fire|fem|seks|nogle|et par|un|une|deux|trois|quatre|cinq|six|quelques|um|uma|dois|duas|tres|quatro|cinco|seis|alguns|algumas)`;
const MONTH = s`(?:jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar)?|fev(?:rier|ereiro)?|mar(?:ch|ts|s|co)|apr(?:il)?|avril|abril|may|maj|mai|maio|jun[ei]|juin|junho|jul[yi]|juillet|julho|aug(?:ust)?|aout|agosto|sept?(?:ember|embre)?|setembro|okt(?:ober)?|oct(?:ober|obre)?|outubro|nov(?:ember|embre|embro)?|de[cz](?:ember|embre|embro)?)`;
const WEEKDAY = s`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:man|tirs|ons|tors|fre|lør|søn)dag?s?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:segunda|terca|quarta|quinta|sexta)-feira|sabado|domingo)`;
const RELEASE = s`(?:the |den |la |a |o )?(?:last |latest |new |newest |recent |seneste |nye |sidste |derniere |nouvelle |ultima |nova )?(?:update|upgrade|patch|release|opdatering(?:en)?|mise a jour|maj|atualizacao)`;

/** A date, a time of day, a day of the week, or how long ago, in English, Danish, French or Portuguese. */
export const WHEN = anyOf(
  // 2026-11-22, 22.11.2026, 22/11/26
  s`(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}`,
  s`\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d{2}`,
  s`\d{1,2}/\d{1,2}/\d{2}`,
  s`(?:on|den|d\.|le|du|dia|em|since|siden|depuis|desde) (?:the |o |le )?(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])`,
  s`(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.)? (?:of |de )?${MONTH}`,
  s`${MONTH}\.? (?:the )?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d|[.,]\d)`,
  s`${MONTH},? (?:de )?20\d{2}`,
  // 14:30, kl. 14, 2 pm, 14h30
  s`(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])`,
  s`(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)? ?[ap]\.?m\.?`,
  s`(?:kl\.?|klokken) ?(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?`,
  s`(?:[01]?\d|2[0-3])h[0-5]\d`,
  s`(?:a|as|vers|pelas|por volta das) (?:[01]?\d|2[0-3]) ?h(?:eures|oras)?`,
  WEEKDAY,
  // English
  s`yesterday|today|tonight|this (?:morning|afternoon|evening|week|weekend|month)|last (?:night|week|weekend|month|year)`,
  s`${NUMBER} (?:second|minute|hour|day|week|month|year)s? ago|just now|the other day|an hour ago`,
  s`since (?:${RELEASE}|last \w+|${MONTH}|v?\d+\.\d+)|for the (?:last|past) ${NUMBER} \w+|after (?:${RELEASE})`,
  s`(?:days|weeks|months) now`,
  // Danish
  s`i (?:gar|forgars|dag|morges|aftes|nat|formiddags|eftermiddags|weekenden)|i sidste (?:uge|maned|weekend)|sidste (?:uge|maned)|forleden`,
  s`${NUMBER} (?:minut|minutter|time|timer|dag|dage|uge|uger|maned|maneder|ar) siden|her til morgen`,
  s`siden (?:${RELEASE}|i gar|${MONTH}|sidste \w+)|efter (?:${RELEASE})|de (?:sidste|seneste) ${NUMBER} (?:dage|uger|timer)`,
  // French
  s`hier|avant-hier|aujourd'hui|ce (?:matin|midi|soir|week-end)|cet(?:te)? (?:apres-midi|nuit|semaine)|tout a l'heure`,
  s`(?:semaine|nuit|annee) derniere|(?:mois|week-end) dernier|il y a (?:environ )?${NUMBER} (?:minute|heure|jour|semaine|mois|an)s?`,
  s`depuis (?:${RELEASE}|hier|ce matin|le \d+|${MONTH}|${NUMBER} (?:jour|semaine|heure|mois|an)s?)|apres (?:${RELEASE})`,
  // Portuguese
  s`ontem|anteontem|hoje|esta (?:manha|tarde|noite|semana)|agora mesmo`,
  s`(?:semana|noite) passada|(?:mes|fim de semana|ano) passado|(?:na|desde|ultima|proxima) (?:segunda|terca|quarta|quinta|sexta)(?! (?:vez|parte|pagina|linha|opcao|tentativa|mensagem))`,
  s`ha (?:cerca de )?${NUMBER} (?:minutos?|horas?|dias?|semanas?|mes|meses|anos?)|${NUMBER} (?:minutos|horas|dias|semanas|meses) atras`,
  s`desde (?:${RELEASE}|ontem|hoje|o dia|${MONTH})|depois d(?:a|e) (?:${RELEASE})|apos (?:${RELEASE})`,
);
