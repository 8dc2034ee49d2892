/** What is wrong with a thing, in the same form. Two complaints about one thing with different troubles are not the same complaint. */
export const TROUBLES = `
crash | crash, crashes, crashing, crashed, closes itself, just closes, force close, kills the app, kills | går ned, gik ned, crasher, lukker ned, lukker selv | plante, planter, plantage, se ferme, crash | fecha sozinho, crash, crashando, fecha sozinha
freeze | freeze, freezes, frozen, hangs, stuck | fryser, hænger, går i stå | fige, figé, bloque, gèle | trava, travando, congela, congelado
slow | slow, sluggish, takes forever, a minute to open, takes minutes | langsom, sløv, tager evigheder | lent, lente, lenteur, met dix minutes, une minute pour ouvrir | lento, lenta, lentidão, demora, demorado
lag | lag, laggy, latency, ping | lag, lagger, ping | lag, latence, ping | lag, ping, latência
down* | down, outage, offline, unreachable, can't connect, cannot connect | nede, nedbrud, utilgængelig | hors service, panne, inaccessible, en panne | fora do ar, caiu, offline, caído, não conecta
blurry | blurry, blurred, low quality, grainy | sløret, uskarp, pixeleret, kornet | flou, floue, pixelisé | borrado, embaçado, pixelado, desfocado
unreadable | unreadable, illegible, can't read, contrast, cannot read | ulæselig, kontrast, kan ikke læse | illisible, contraste | ilegível, não dá para ler
garbled | garbled, mangled, weird symbols, strange symbols | mærkelige tegn, volapyk | symboles bizarres, abîme, caractères bizarres | símbolos estranhos, caracteres estranhos
broken* | broke, broken, dead, defective, stopped working, stops working, doesn't work, not working, does not work, faulty, bugged, died | virker ikke, defekt, død, i udu, gået i udu | ne marche pas, ne fonctionne pas, ne fonctionne plus, ne marche plus, défectueux, mort, hs | não funciona, parou de funcionar, quebrado, quebrou, defeito, bugado
damaged | damaged, smashed, scratched, cracked, shattered, dented | ødelagt, knust, ridse, ridset, mast, gået i stykker, i stykker, beskadiget | abîmé, cassé, brisé, rayé, endommagé | danificado, amassado, riscado, rachado
late | late, delayed, overdue, still waiting, still not arrived, hasn't arrived, behind schedule | forsinket, forsinkelse, stadig ikke kommet, ikke kommet, kommer for sent, venter stadig, har ventet, hvor bliver, stadig ikke leveret, skulle være kommet | en retard, retard, toujours pas arrivé, toujours pas reçu, j'attends, toujours pas de, depuis trois semaines, jamais arrivé | atrasado, atraso, ainda não chegou, não chegou, demorando, esperando
absent* | never arrives, doesn't arrive, does not arrive, never reaches, nothing comes, never came, doesn't come, did not arrive, never received, don't get any, no longer get, never notified, not receiving, don't receive | kommer aldrig, dukker ikke op, ikke modtaget, får ikke, aldrig modtaget, kommer ikke, modtager ikke | ne reçois pas, jamais reçu, n'arrive jamais, aucun mail reçu, ne reçois plus, rien reçu | não recebo, nunca chega, não recebi, nunca recebi
missing* | missing, disappeared, gone, lost, vanished, wiped, deleted, don't show up, removed, not there, took away, doesn't show | mangler, forsvundet, forsvandt, væk, slettet, dukker ikke længere op, ikke længere | manque, disparu, disparaît, introuvable, perdu, supprimé, retiré, manquant, n'est plus | sumiu, perdi, perdido, apagou, sumiram, tiraram, não tem mais, faltando, removido, desapareceu
wrong* | wrong, incorrect, mistake, error, false, doesn't match | forkert, fejl, fejlagtig, passer ikke, stemmer ikke | faux, fausse, erreur, incorrect, erroné, ne correspond pas, ne correspondent pas, n'importe quoi | errado, errada, erro, incorreto, não corresponde
offset | out of sync, delayed subtitles, seconds behind | forskudt, forskudte, sekunder bagud, ude af takt | décalé, décalage, désynchronisé | dessincronizado, fora de sincronia
twice | twice, double, two times, duplicate, duplicated, two payments | to gange, dobbelt, dobbelte | deux fois, double, en double, deux prélèvements | duas vezes, dobro, duplicado, em dobro
toomany* | too many, way too many, far too many, drowning, too often, all day | alt for mange, for mange, druknet, drukner, hele dagen, hvert minut | trop de, beaucoup trop de, sans arrêt, noyé, submergé | demais, muitos, toda hora, o dia todo, cheio de, excesso
toofew* | not enough, too few, no choice | for få, ikke nok | pas assez, trop peu | poucos, pouca, insuficiente
tooexpensive | too expensive, price increase, went up, more expensive, overpriced, increase, raised | for dyr, prisstigning, steget, hævet prisen, alt for dyr, dyrere | trop cher, augmentation, hausse, plus cher | caro demais, aumento, subiu, mais caro, aumentou
tooshort | too small, small, tight, too short | for lille, for stram, lille | trop petit, trop petite, petit, serré, rétréci | pequeno demais, pequeno, apertado, muito pequeno
toostrict | too strict, strict, requirements, ridiculous rules, rejects everything, must have | for streng, krav, strenge | trop strict, exigences, trop de règles | rigoroso, exigências, exigente demais
refused | rejected, refused, invalid, declined, not accepted, won't accept, not valid, denied | afvist, ugyldig, afviser, ikke godkendt | refusé, invalide, rejeté, non valable, refusée | recusado, inválido, rejeitado, não aceita
loggedout | logged out, logs me out, logging me out, signed out, log in again, sign in again, kicks me out | logget ud, logger mig ud, smidt af, logge ind igen | déconnecté, me déconnecte, déconnexion, reconnecter | desconectado, me desconecta, deslogado, deslogando
buffering | buffering, buffers, loading all the time, stops to load, keeps loading | buffering, loader, hakker, loade, bufrer | mise en mémoire, saccade, charge sans arrêt | carregando, engasgando, buffering, travando o vídeo
crackle | crackling, crackle, noise, distorted, cut out, muffled | skrattede, skratter, støj, faldt ud, hakkede | grésille, grésillement, coupé, saturé | chiado, ruído, chiando, cortando
drain | drain, drains, drained, battery usage, overnight | tømmer, dræner, afladet, flad | vide, décharge, se décharge, consomme | descarrega, gasta, consome, drena
impossible* | impossible, no way to, no option, there is no button, can't find where, cannot find where | umuligt, ingen mulighed, ingen knap | impossible, aucun moyen, pas de bouton, impossible de | impossível, não existe, não consigo, de jeito nenhum, procurei em todo lugar
notfound | can't find, cannot find, no results, nothing found, useless results | finder intet, ingen resultater, kan ikke finde | ne trouve rien, aucun résultat, retrouver, ne trouve pas | não encontra, não acha, resultados errados, nada encontrado, não encontro
unfair | unfair, unbalanced, rigged, unjust, not fair | uretfærdig, unfair, ubalanceret, snydt, urimelig | injuste, déséquilibré, pas juste, réservées | injusto, injustiça, desbalanceado, desbalanceadas, injusta, equilibrados
rude | rude, insulted, insulting, talked down, disrespectful, toxic | uhøflig, grov, nedladende, respektløs, ubehagelig | impoli, insulté, grossier, irrespectueux, méprisant | grosseiro, mal educado, tóxico, desrespeitoso, ofendeu
ignored | ignored, nobody answers, no answer, no reply, never respond, nobody replies, does nothing, nothing happens | ignoreret, ingen svarer, intet svar, svarer ikke, får ikke svar | ignoré, personne ne répond, aucune réponse, sans réponse | ignoradas, ignorado, ninguém responde, não faz nada, nada acontece, nunca agem, sem resposta
waitingline | queue, queued, waiting time, line to get in, waited hours, endless line | kø, køen, ventetid, ventetiden, i kø, venter i timevis | file d'attente, la file, attente, queue | fila, tempo de espera, esperei horas
useless* | useless, pointless, understands nothing, doesn't understand, talk to a human | ubrugelig, forstår ikke, dum, dumme, tale med et menneske, håbløs | inutile, inutilisable, ne comprend rien, nul, parler à un humain | inútil, não entende, não serve, falar com humano
silently | without notice, without a word, without warning, without asking, no warning, without telling | uden besked, uden varsel, uden at sige, uden at spørge | sans prévenir, sans avertissement, sans préavis, sans mon accord | sem aviso, sem avisar, sem perguntar, sem autorizar, nenhum aviso
noreason | without explanation, no reason, for nothing, no explanation | uden forklaring, uden grund, ingen begrundelse | sans explication, sans raison, aucune explication | sem explicação, nenhuma explicação, do nada, sem motivo, ninguém explica, ninguém diz
moved | rescheduled, changed the time, was moved, earlier than | ændret, flyttet, flyttede, aflyst, en time før | déplacé, reporté, changé l'heure, avancé | remarcado, adiado, mudou o horário, antecipado
locked | didn't unlock, not unlock, doesn't unlock, nothing unlocks, no trophy, no achievement, didn't pop | låste ikke op, ikke låst op | pas débloqué, ne se débloque pas | não desbloqueou, não desbloqueia
incomplete* | incomplete, only half, half of, every other line, skips | ufuldstændig, kun halvdelen, mangler halvdelen | incomplet, la moitié, ignore une ligne, seulement | incompleto, só metade, pela metade
badquality* | bad quality, terrible quality, awful, poor, terrible, horrible | dårlig, elendig, ringe, under al kritik | mauvais, mauvaise qualité, horrible, nul | péssimo, ruim, horrível, má qualidade
badtranslation | machine translated, not translated, makes no sense | ikke oversat, af en maskine, giver ingen mening | mal traduit, pas traduit, traduit par une machine | mal traduzido, não traduzido, não faz sentido
dirty | dirty, filthy, disgusting, smelly | beskidt, beskidte, ulækker, ulækre, klam | sale, sales, dégoûtant, dégueulasse | sujo, sujos, nojento, imundo
crowded | crowded, packed, overcrowded, fully booked, always full | overfyldt, proppet, fuld, sild i en tønde, ikke plads | bondé, plein, complet, surpeuplé | lotado, cheio, superlotado
emptied | none left, empty, sold out, out of stock | tom, tomt, udsolgt, ingen ledige, ingen cykler | vide, rupture de stock, épuisé | esgotado, sem estoque, vazio
cold | cold, ice cold, freezing cold | kold, iskold | froid, froide, glacé | frio, fria, gelado
blocked | blocked, suspended, frozen account | blokeret, spærret | bloqué, bloquée, suspendu | bloqueado, bloqueada, suspenso
pending | pending, on hold since | afventer, under behandling | en attente, bloqué depuis | pendente, travada, em análise
notheld | cancelled again, did not show up, faltered, no-show | aflyst igen, dukkede ikke op | annulé encore, absent | cancelada de novo, aula cancelada, faltou, não tinha professor
outdated | outdated, out of date, old version, obsolete, still describes | forældet, gammel version | obsolète, périmé, pas à jour | desatualizado, desatualizada, obsoleto
failing | fails, failed, failing, errors out, won't compile, fail | fejler, mislykkes | échoue, échec | falha, falhou, falhando
breaking | breaking change, breaking changes, renamed, format changed | inkompatibel | rupture de compatibilité | quebra de compatibilidade
stale | stale, not fresh, expired, mouldy | gammelt, ikke frisk, udløbet | pas frais, périmé, rassis, vieux et secs | velho, vencido, mofado
noise | noisy, noise, loud, off topic, impossible to follow | larm, støjende, højt | bruyant, bruit | barulho, barulhento
dangerous | dangerous, unsafe, hazard | farlig, farligt, usikker | dangereux, danger | perigoso, perigosa
tooeasy | too easy, boring level, too low | for let, for nemt | trop facile, trop simple | fácil demais, muito baixo, iniciantes
toohard | too hard, too difficult | for svær, for svært | trop difficile, trop dur | difícil demais, impossível de passar
inaccessible | not accessible, no lift, no elevator, no ramp | ikke tilgængelig for | pas accessible, aucun ascenseur | sem acessibilidade, não é acessível
closed | closed, closing, shut | lukket, lukker | fermé, fermée, fermez | fechado, fechada, fechou
stuck | stuck at, never finishes, keeps spinning, forever loading, never goes away | bliver ved med at, står stille, aldrig færdig | ne finit jamais, tourne en boucle | nunca termina, não sai do lugar, fica carregando
silent | no sound, without sound, audio is missing, no audio | uden lyd, ingen lyd | sans le son, plus de son, pas de son | sem som, sem áudio
notstopping | still get, still receive, keep getting, keeps coming, can't turn off, cannot turn off | får stadig, bliver ved, kan ikke slå fra | reçois toujours, reçois encore, impossible de désactiver | continuo recebendo, ainda recebo, não consigo desativar
cantchange | can't change, cannot change, can't edit, unable to change, where do I change | kan ikke ændre, kan ikke skifte, hvor skifter | impossible de changer, impossible de modifier, ne peux pas changer | não consigo mudar, não consigo alterar, como mudo
cantdelete | can't delete, cannot delete, does nothing, button does nothing | kan ikke slette, knappen gør intet | impossible de supprimer, ne fait rien, rien ne se passe | não consigo excluir, não consigo apagar, nada acontece quando
notrecognised | not recognised, not recognized, not detected, ignores my | genkendes ikke, ikke fundet | non reconnu, pas détecté | não reconhece, não é reconhecido, não detecta
dropped | dropped by half, halved, drops | halveret, faldet | chuté, divisé par deux | caiu pela metade, queda
toolow | too low, far too low, limits are low | for lav, alt for lav | trop bas, trop faible, limité | baixo demais, muito baixo
tooloud | much louder, too loud, louder than | meget højere, alt for høje, højere end | beaucoup plus fort, trop fort | muito mais alto, alto demais
unclear | confusing, unclear, not clear, don't understand | forvirrende, uklart | confus, pas clair, incompréhensible | confuso, não está claro
outside | left outside, in the rain, in front of the door, wet | foran døren, i regnen, udenfor, vådt | devant la porte, sous la pluie, trempé | na chuva, na porta, molhado
misdelivered | says delivered, marked as delivered, delivered but | siger leveret, viser leveret | indiqué livré, marqué livré | consta como entregue, diz que foi entregue
charged | charged anyway, charged although, billed although, charged for | trukket alligevel, trukket selvom | quand même débité, prélevé avant, débité malgré | cobrado mesmo, cobraram mesmo
removed | was deleted, deleted my, was removed, removed my | blev slettet, sletter mine, fjernet | a été supprimé, supprimé sans | foi apagado, foi removido, removeram
tooearly | closes too early, too early | lukker for tidligt, for tidligt | ferme trop tôt, trop tôt | fecha cedo demais, cedo demais
unreachable | unreachable, nobody there, no one available | kan ikke fås fat i, ingen hjemme | injoignable, personne au | ninguém atende, inacessível
toosmallroom | too little space, standing, not enough chairs, too many people | for lille lokale, stod op, ikke stole nok, for mange mennesker | debout, pas assez de chaises | sem lugar, em pé, lotação
hacked | hacked, stolen account, compromised | hacket, stjålet konto | piraté, volé | hackeada, hackeado, roubada
wish | please add, would love, feature request, would be nice, i'd love, integration | kunne godt tænke mig, ønsker mig, tilføj | j'aimerais, ajoutez, ce serait bien, ne propose pas | gostaria de, adicionem, seria bom
praise | thank you, thanks, great job, really love, love the, amazing, well done, beautiful, lovely, so kind, very kind, so fast now | tak for, tusind tak, fantastisk, dejligt, super godt, venligt, smukt | merci, superbe, bravo, ravie, génial, très belle | parabéns, obrigado, gostei muito, adorei, linda, lindo, obrigada, ótimo
`;
