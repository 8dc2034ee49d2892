/** What people do with things: it says little by itself. A line a thing, as in things.ts. */
export const DOING = `
order* | buying, purchased | køber, købt, købte | achetés | comprei, comprou, comprado
booking | reserved, reservations | booke, booket, reserveret, bestille tid | réservé, réservations | reservei, reservas, agendar, marcar
cancelled* | cancelled, canceled, cancelling, calls off | aflyst, aflyse, aflyses, aflyser, aflysning, aflysninger | annulé, annulée, annulation, annulations, annulent | cancelado, cancelada, cancelaram, cancelamento, cancelamentos, desmarcado
change* | change, changed, changes, changing | ændre, ændret, ændrer, ændring, ændringer | changer, changé, changement, changements, modifier, modifié | mudar, mudou, mudança, mudanças, mudaram, alterar, alterado, alteração
remove* | remove, removed, delete, deleted, erased, take away | fjerne, fjernet, fjerner, slette, slettet, sletter | retirer, retiré, supprimer, supprimé, enlevé, effacer, effacé | remover, removido, excluir, excluído, apagar, apagado, eliminado, tiraram
opening* |  | åbent | ouverture | abertura
close* | close, closes, closed, closing | lukke, lukker, lukket, lukning | fermer, ferme, fermeture | fechar, fecha, fechado, fechamento, encerrado
find* | find, finding, found | finde, finder, fundet | trouver, trouve, retrouver | encontrar, achar, encontro, encontrei, achei
showing* | appear, appears | vises, fremgår | s'affiche, apparaît, apparaître | aparecer, exibido
typing* | write, writing, written, wrote | skriver, skrevet, skrev | écrit, écris | escrevi, escrito
reading* | reading |  | lecture | leitura
sending* |  | sendte |  | envio
answer* | answering, answers the phone, picks up, pick up the phone | tager telefonen, tager den, svarer på | décroche, décrocher, répond au | atende, atender, atendem
listening* | hear, heard, hearing | høre, hører, hørt | entendre, entend, entendu | ouve, ouvi
see* | see, seeing, visible, invisible | se, ser, synlig, usynlig | voir, voit, visible, invisible | ver, vê, visível, invisível
game* | played, plays | spiller, spillede | joue | joguei, jogando
watching* |  | se med, kigger, ser film |  | assisto
pay* | paying, pays, paid for | betaler, betalte, betalt for | payait, payons, payé pour | pagando, pagamos, paguei por
moving* | relocated | flyttet, rykket | déplacé, déménager | movido, mudar de lugar, deslocado
adding* |  | lægge til | rajouter | adicionado
saving* |  |  | sauver | salvei, gravar
share | shares | deler |  | partilhar
joining* | take part, participate | deltager, komme ind, melde sig ind | participation, adhérer | entrar no, ingressar, juntar-se
leaving* | left, quit, quitting | forlod, gå fra, smuttede | parti | sair, saiu, saíram, deixar
meet* | meet, meeting people, met | mødes, møde folk, mødtes | se retrouver, rencontrer, retrouver des | conhecer, encontrar pessoas, se reunir
learning* | learnt, teach, teaching, taught | lærer, undervise, undervisning | apprentissage, enseigner, enseignement | aprendizagem, ensinar, ensino
sit* | sit, sitting, stand, standing, stood | sidde, sidder, stå, stående, stod op | assis, asseoir, debout | sentar, sentado, em pé, de pé
sleeping* | slept, wake, woken, wakes | sover, vække, vækket | dort, réveil | dorme, acordar, acorda, acordado
driving* |  |  | conduit, rouler | dirige, conduzir
cleaning* | cleaners, wiped | rengøre, gjort rent, rene, vasket af | nettoyage, propre | limpos, faxina
food | eating, ate, meals, hungry | spiser, spist, måltider, sulten | mange, faim | comer, comi, refeições, fome
drinks* | drink, drinks, drinking, thirsty, bar, bartender | drikke, drikker, tørstig, bar, bartender, drikkevarer | boire, boisson, boissons, soif, bar, barman | beber, bebida, bebidas, sede de água, bar, barman
library | lend, rent, rented, rental | lånt, lånte, leje, lejet, udlejning | emprunté, prêter, louer, loué, location | pegar emprestado, emprestado, alugar, alugado, aluguel
measure* | measure, measured, measurement, measurements, centimetres, cm | måle, målt, mål i cm, centimeter, cm | mesurer, mesure, mesures, centimètres, cm | medir, medida, medidas, centímetros, cm
count* | counted, counting, counts | tælle, tæller, talt | compter, compte | contar, contou, contado, conta como
translation | translations | oversættelser | traductions | traduções
subscribe* | follow-up, followed up, update on, status, status update, progress on | opfølgning, følge op, status, status på | suivi de, statut, état d'avancement, point sur | acompanhamento, status, andamento, situação do
`;
