/**
 * Words by which people say that they are upset or delighted, in the four languages of the program, without accents and in small
 * letters (å, æ and ø as aa, ae and oe). A word counts in all four, so none that is harmless in another of them: `sur`, `show`.
 * What is said of a thing that is broken is no anger.
 */
export const UPSET_WORDS = `
angry furious outraged outrage outrageous disgusting disgusted disgrace disgraceful unacceptable ridiculous pathetic terrible horrible
awful appalling worst scam scammers scammed ripoff fraud liars lying shameful shameless hate hated hates useless garbage trash
clowns robbery boycott unbelievable insulting infuriating frustrated frustrating fuming livid annoyed annoying
disappointed disappointing disappointment betrayed nightmare incompetent incompetence greedy greed uninstalled uninstalling
vred vrede rasende gal forargelig uacceptabelt uacceptabel latterlig latterligt elendig elendigt skuffet skuffende skuffelse
skandale skandaloest svindel svindlere snyd loegn loegner loegnere hader haabloes haabloest ubrugelig ubrugeligt frustreret
frustrerende irriteret irriterende pinlig pinligt skammeligt frygtelig frygteligt rystende grotesk inkompetent inkompetente
mecontent mecontente furieux furieuse enerve enervee enervant honteux honteuse inacceptable scandaleux scandaleuse scandale ridicule arnaque arnaqueurs
arnaques escroquerie escrocs voleurs mensonge mensonges menteurs deteste degoute degoutee degoutant nulle pitoyable
lamentable catastrophe catastrophique horrible insupportable decu decue decevant deception incompetents incompetent foutage ras-le-bol
furioso furiosa irritado irritada irritante vergonhoso vergonhosa vergonha inaceitavel ridiculo ridicula absurdo palhacada golpe
golpistas fraude mentira mentiras mentirosos odeio odiei pessimo pessima horrivel terrivel lixo roubo ladroes decepcionado
decepcionada decepcionante decepcao frustrado frustrada frustrante nojento nojo desrespeito incompetentes pior revoltante revoltado
revoltada`;

export const PRAISE_WORDS = `
love loved loving lovely amazing awesome fantastic wonderful brilliant great excellent perfect beautiful gorgeous superb delighted
thrilled incredible outstanding stunning fabulous happy glad thanks thank thankyou congrats congratulations bravo kudos hooray yay
woohoo proud best favourite favorite impressive impressed cheers masterpiece
elsker skoen skoent skoenne fantastisk fantastiske vidunderlig vidunderligt fremragende perfekt perfekte smuk smukt dejlig dejligt
superfedt fedt sejt genialt genial tak tusindtak glad glade begejstret tillykke hurra imponerende imponeret stolt bedste yndlings
flot flotte
adore adorable genial geniale magnifique magnifiques merveilleux merveilleuse superbe superbes fantastique excellent excellente parfait
parfaite incroyable merci bravo felicitations ravi ravie heureux heureuse contente chouette impressionnant formidable
adoro adorei amei amo maravilhoso maravilhosa fantastico fantastica excelente perfeito perfeita lindo linda incrivel obrigado obrigada
parabens feliz otimo otima impressionante sensacional espetacular`;

/** They turn what follows shortly into its opposite. */
export const NOT_WORDS =
  'not never no dont doesnt didnt isnt wasnt arent cant wont nothing hardly ikke aldrig intet pas jamais rien aucun aucune nao nunca nem nada';

/** In the words of a message; skin tones and the selector for a coloured picture left out. */
export const UPSET_FACES = /[😠😡🤬😤🖕🤮🤢💩👎]/gu;
export const PRAISE_FACES = /[❤🧡💛💚💙💜🥰😍🤩🎉🥳👏🙌💖💕]/gu;
