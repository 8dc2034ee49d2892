import { anyOf } from './any-of.ts';
import { plainWords } from './plain-words.ts';

const s = String.raw;

/** What a question asks for, by the words in it that hardly mean anything else. */
const TOPICS: ReadonlyMap<string, RegExp> = new Map([
  [
    'where',
    anyOf(
      s`where (?:does|did|do|is|was|exactly|in the)|(?:which|what) (?:page|level|screen|file)`,
      s`hvor (?:sker|skete|ser|er det|var det|praecis)|hvilken (?:side|bane|skærm|fil)`,
      s`ou (?:cela|ca|est-ce|exactement)|(?:sur |dans )?quel(?:le)? (?:page|niveau|ecran|fichier)`,
      s`onde (?:e que|acontece|aconteceu|exatamente)|(?:em )?que (?:pagina|nivel|ecra|ficheiro)|qual pagina`,
    ),
  ],
  [
    'when',
    anyOf(
      s`when (?:did|does) (?:it|this|that)|since when`,
      s`hvornar (?:skete|sker|begyndte|startede)|siden hvornar`,
      s`(?:depuis )?quand (?:est-ce|cela|ca)|depuis quand`,
      s`(?:desde )?quando (?:e que|aconteceu|comecou)|desde quando`,
    ),
  ],
  ['expected', anyOf(s`did you expect|forventede du|vous attendiez|esperava`)],
  ['version', anyOf(s`version(?:en)?|versao`)],
  [
    'device',
    anyOf(
      s`device|(?:which|what) (?:phone|browser|computer|system|os|operating system|console)|enhed|hvilken (?:telefon|browser|computer)|appareil|quel (?:telephone|navigateur|ordinateur|systeme)|dispositivo|aparelho|(?:que|qual) (?:telemovel|navegador|computador|sistema)`,
    ),
  ],
  [
    'screenshot',
    anyOf(
      s`screen ?shot|skærmbillede|skærmdump|capture d'ecran|captura d[eo] (?:ecra|tela)|print (?:da tela|do ecra)`,
    ),
  ],
  ['link', anyOf(s`(?:a|the|et|un|um|o|le) (?:link|lien)|linket`)],
  [
    'order-number',
    anyOf(
      s`order (?:number|no|id)|ordrenummer(?:et)?|(?:numero|n°) de (?:la |votre )?commande|numero d[ae] (?:sua )?(?:encomenda|compra)|numero do (?:seu )?pedido`,
    ),
  ],
  [
    'purchase',
    anyOf(
      s`what (?:did|have) you (?:buy|bought|order|ordered)|hvad (?:har du købt|købte du)|qu'avez-vous (?:achete|commande)|o que (?:e que )?(?:comprou|encomendou)`,
    ),
  ],
  ['before', anyOf(s`happened before|sket før|deja arrive|ja (?:tinha )?acontec(?:eu|ido)`)],
]);

const REQUEST =
  /^\W*(?:please|could you|can you|would you|send|vil du|kan du|kunne du|send|pourriez|pouvez|merci d|envoyez|poderia|pode|podia|envie|por favor)/;

/** The details a text that a person typed asks for, as far as its questions say so plainly. */
export function asksIn(markdown: string): string[] {
  const { words } = plainWords(markdown.replace(/\n+/g, '. '));
  const questions = words
    .split(/(?<=[?.!]) /)
    .filter((sentence) => sentence.includes('?') || REQUEST.test(sentence));
  return [...TOPICS]
    .filter(([, topic]) => questions.some((question) => topic.test(question)))
    .map(([key]) => key);
}
