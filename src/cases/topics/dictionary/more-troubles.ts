/** More words for what is wrong, a line a trouble, as in troubles.ts. */
export const MORE_TROUBLES = `
crash | shuts itself, closes by itself, quits | brød sammen | plantages, crashe | trava e fecha, crashou, cai
freeze | hung | frøs, sidder fast, gået i stå | se bloque | travado
broken* | broken down, breaks | i stykker, knækket, knækkede, ødelagt, dur ikke | cassé, cassée | quebrada, defeituoso, com defeito, avariado
missing* | disappears, vanishes | forsvinder, blevet væk | perdue, disparaissent | falta, some, desaparece, perdeu
wrong* | mistakes, errors |  | mauvais, erreurs, se trompe | errados, erros, equivocado
late | belated | for sent, sent på den | retardé, tardif | tarde demais
slow | slowly, ages | langsomt, træg, evigheder | une éternité, une plombe | devagar, lerdo, uma eternidade
tooloud | loud, louder, blasting, deafening, noise, noisy | højt, højere, larmer, larm, larmende, støj, for høj | fort, bruyant, bruyante, bruit, assourdissant | alto, muito alto, barulhento, barulho, ensurdecedor, barulheira
unreadable |  | ulæseligt, kan knap læse, svær at se | illisibles, on ne voit pas, on voit mal | não enxergo, difícil de ver
notfound | couldn't find, nowhere, not findable, hard to find, hidden away | ingen steder, finder den ikke, svær at finde, gemt væk | introuvable, impossible de trouver, nulle part, difficile à trouver, caché | não acho, não consigo achar, não consigo encontrar, em lugar nenhum, difícil de achar, escondido
incomplete* | half, only part of | klippet af | coupé, tronquée, moitié, une partie seulement | cortada, metade
cantchange | isn't saved, forgets, resets, reset itself | ikke gemt, glemmer, nulstiller | ne sauvegarde pas, oublie, se réinitialise | esquece, reseta, se perde
double* | double, doubled, twice, duplicate, duplicates, duplicated | dobbelt, dobbelte, to gange, dublet, dubletter, duplikeret | double, deux fois, doublon, doublons, en double | dobro, duplicado, duplicada, duplicados, duas vezes, repetido, em dobro
leaking | leak, leaks, leaking, leaked out, drips, dripping, spilled | lækker, utæt, drypper, løber ud, lækket væske | fuit, fuite, goutte, coule, renversé | vaza, vazando, vazamento, pinga, pingando, derramou
smelly | smell, smells, smelly, stinks, stink, stench, odour | lugter, lugt, stinker, stank, ildelugtende | sent mauvais, odeur, odeurs, pue, puent, puanteur | cheiro, cheira mal, fede, fedor, fedendo, mau cheiro
damaged | crack, cracks, snapped, split | revne, revner, knækket over, flækket, sprunget | fendu, craque | rachadura, rachou, trincou, partiu
damaged | hole, holes, rip, tear in | hul, huller, flænge, gået op i syningen, revet | trou, trous, troué, déchirure | furo, furos, buraco, buracos, rasgo
blurry | fuzzy, out of focus | slørede, uskarpe, utydelig | flous, pas net | embaçada, sem foco
flicker | flicker, flickers, flickering, flashing, blinking, flashes | flimrer, flimrende, blinker, blinkende | clignote, clignotant, scintille, clignotement | pisca, piscando, tremula, cintila
loggedout | disconnect, disconnected, disconnects, drops, dropped, dropping, loses connection, lost connection | mister forbindelsen, afbrudt, falder af, ryger af, smides ud, bliver smidt | perd la connexion, coupe, éjecté | desconecta, cai a conexão, perde a conexão, cai toda hora, expulso da partida
refused |  | afslag, nægtet | refus, pas accepté | recusada, não aceito
ignored | ignores, ignore, never answer | ignorerer | ignorent, ne répond | ignora, ignoram
rude | snarky | ond, spydig | sarcastique, condescendant | grosso, sarcástico, condescendente
mocked | mock, mocked, laughed at, laughed, laughing at, made fun, ridiculed, belittled, talked down | hånet, håner, grinede, grinet ad, gjort grin, latterliggjort, talt ned til | moqué, moquent, se moquer, ri de, ridiculisé, rabaissé | zombam, zombaram, zoaram, riram, tiraram sarro, ridicularizado, debocharam, humilharam
unfair | fairness, favouring | urimeligt | déloyal | 
unclear | confused, confuses, vague | uklar, uklare, forvirret, forstår ikke | flou sur, déroutant, comprends pas, perdu dans | confusa, não entendi, pouco claro, vago
crowded | full, fills up, no space left | fuldt, fyldt, optaget | pleine, complète | cheia, esgotadas, não há vaga, sem vagas
emptied | nothing in it, nothing shown | tomme, intet vises | vides, blanc | vazios
closed | closes, locked door | lukkede, aflåst | fermés, verrouillé | fechados, trancado
tooexpensive | expensive, price rise | dyr, dyre, overpris | cher, chère, chers | caro, cara, caros
tooshort | smaller | lillebitte, småt, trangt | petite, exigu | pequena
toobig2 | too big, huge, large, larger, oversized, enormous | for stor, for store, kæmpe, enorm, stor | trop grand, grand, énorme, immense | grande demais, enorme, gigante, largo
tooshort | short, shorter, too brief | kortere, for korte | trop court, court, courte, plus court | curto, curta, muito curto
toolong | long, longer, drags | langtrukken, længere | longue, s'éternise | longo, longa, demorado
toomany* | overwhelmed, drowning in, constant | for meget, for ofte | trop souvent, sans cesse | constante, sem parar
toofew* | few, lack, lacking, shortage | få | pénurie | não há, pouco, escassez
badquality* | low quality, crappy, cheap | dårlige, forfærdelig, rædsel | affreux, naze | ruins, péssima, fraco
tooeasy* | bored, dull, monotonous | kedeligt, keder, monoton | ennuie, monotone, lassant | entediante, tédio, monótono
ugly | looks awful | grimme |  | horroroso
dirty | grubby, not clean | snavsede | crade, pas propre | suja, emporcalhado
dangerous | danger, scary, afraid, risky, not safe | utrygt, fare, bange, risikabelt | insécurité, pas en sécurité | insegura, arriscado
tired | tired, exhausting, exhausted, burnt out | træt, udmattende, udmattet, udkørt | fatigué, épuisant, épuisé, crevant | cansado, cansativo, exausto, esgotado de
angry | angry, furious, upset, annoyed, annoying, frustrating, frustrated, irritating | vred, rasende, sur, ked af det, irriterende, frustrerende, træls | en colère, furieux, énervé, énervant, frustrant, agaçant, pénible | bravo, furioso, chateado, irritado, irritante, frustrante, frustrado
silently | suddenly, out of nowhere | pludselig, ud af det blå | soudain, soudainement, du jour au lendemain | de repente, do nada, de surpresa
noreason | without reason, why not | ingen forklaring | aucune raison | 
outdated | stale | forældede | vieilles infos | informação antiga
expired* | expiry, ran out | udløb | périme | vencido
random | random, randomly, sometimes, intermittent, every now and then | tilfældig, tilfældigt, sommetider, nogle gange, af og til | aléatoire, aléatoirement, parfois, de temps en temps | aleatório, aleatoriamente, às vezes, de vez em quando
useless* | no use, unhelpful | ubrugeligt, nytteløs, meningsløs, hjælper ikke | inutiles, ne sert à rien | inúteis, sem utilidade, não ajuda
inconsistent | inconsistent, contradict, contradicts, contradictory, different answers, conflicting | modstridende, modsiger, inkonsekvent, forskellige svar | contradictoire, contradictoires, se contredit, incohérent | contraditório, contraditórias, incoerente, se contradiz
unfair | uneven, one-sided, lopsided, stomped | ulige, ensidig, skæv | inégal, à sens unique | desequilibrado
excluded | excluded, left out, exclusion, cliquey, not welcome, outsider | udenfor, udelukket fra, holdt udenfor, ikke velkommen, føler mig udenfor | exclu, exclue, mis à l'écart, pas le bienvenu, à part | excluído, excluída, deixado de lado, de fora, não sou bem-vindo
notasked | forces, have to, compulsory | tvinger |  | obrigado, obriga
notheld | didn't show up, no-shows, never showed | udebliver | absents, pas présenté | furou
hacked | copied, stole my, ripped off, took credit, plagiarised | kopieret, tog æren, hugget | copié, plagié, repris sans | copiado, copiou, plagiado
overwritten | overwritten, overwrites, overwrote, replaced my, wiped | overskrevet, overskriver, overskrev | écrasé, écrasée, remplacé par | sobrescrito, sobrescreve, sobrescreveu, substituiu
jumping | jumps, jump, jumped, skips, skipped, skipping | hopper, hoppede, springer, sprunget over | saute, sautent | pula, pulam, pulou, salta
spinning | spins forever, endless loading, loading forever, never loads, won't load | loader aldrig, loader i det uendelige, indlæser aldrig | charge à l'infini, chargement infini, ne charge jamais | carrega infinitamente, carregamento infinito, nunca carrega
overlapping | overlap, overlaps, overlapping, clash, clashes, same time, at the same time | overlapper, overlap, samtidig, samme tidspunkt, falder sammen | chevauche, chevauchent, en même temps, même heure, se superposent | sobrepõe, coincide, coincidem, mesmo horário, ao mesmo tempo, choque de horário
stopped | stopped, stops, discontinued, ended, ends, ending | stoppet, stopper, ophørt, slut, ender | arrêté, s'arrête, arrêtent, terminé, fini | parou, para, descontinuado, acabou, encerrou
wish | wish there was, would be great, could you add, can we have, we need | kunne godt tænke, ønsker, kunne vi få, ville være rart, ville være fedt, det ville være | on aimerait, serait bien, serait super, pourrait-on, ce serait | gostaria, adoraria, seria ótimo, poderiam, queria que
praise | wonderful, awesome, brilliant, love it | tak, skønt, fedt, elsker | super, adore, magnifique | maravilhoso, excelente
`;
