/* oxlint-disable max-lines -- a list of words, a line a thing */
/**
 * What complaints are about: one line a thing, its words in English, Danish, French and Portuguese. So the same thing is
 * found whatever people call it, and in whichever language. Any form of a word will do: it is stemmed as texts are.
 */
export const THINGS = `
login | login, log in, logging in, sign in, signing in, signin, log on, logged in | login, logge ind, logge på, logget ind | connexion, connecter, identifier | login, logar, entrar na conta, fazer login
password | password, passcode, passphrase | adgangskode, kodeord, password | mot de passe, mdp | senha, palavra-passe, password
code* | code, codes, otp, 2fa, two-factor, verification | kode, engangskode, totrins | code, double authentification | código, verificação
sms | sms, text message | sms, tekstbesked | sms, texto | sms, torpedo
account* | account, profile | konto, profil, bruger | compte, profil, espace client | conta, perfil
mail* | mail, email, e-mail, inbox | mail, e-mail, indbakke | mail, e-mail, courriel, boîte de réception | email, e-mail, caixa de entrada
newsletter | newsletter | nyhedsbrev | newsletter, infolettre | newsletter, boletim
app* | app, application, mobile app | app, applikation | appli, application | app, aplicativo, aplicação
site* | site, website, web page, webpage | hjemmeside, websted | site, page web | site, página
browser | browser, firefox, chrome, safari | browser | navigateur | navegador
phone* | phone, android, iphone, smartphone | telefon, mobil | téléphone, portable, smartphone | celular, telemóvel, telefone
photo | photo, picture, image, pic, screenshot, gallery | billede, foto, skærmbillede | photo, image, capture | foto, imagem, captura
video* | video, clip, movie, film, episode | video, film, afsnit, serie | vidéo, film, épisode, série | vídeo, filme, episódio, série
subtitle | subtitle, captions, subs | undertekst, tekstning | sous-titre | legenda
sound | sound, audio, volume, microphone, mic | lyd, mikrofon, lydstyrke | son, audio, micro | som, áudio, microfone
upload | upload, attach, uploading | uploade, vedhæfte | téléverser, téléversement, joindre, envoi de fichier | upload, anexar, carregar arquivo
download | download, downloading | downloade, hente ned | télécharger, téléchargement | baixar, download
export | export, exported | eksport, eksportere | exporter, export, exporté | exportar, exportação
import | import, imported | import, importere | importer, import, importé | importar, importação
file* | file, csv, excel, pdf, document | fil, csv, excel, dokument | fichier, csv, excel, document | arquivo, ficheiro, csv, planilha
accent | accent, accented, special characters, umlaut | specialtegn | accent, accentué, caractères | acento, caracteres especiais
row | row, line, record, contact | linje, række, kontakt | ligne, contact | linha, registro, contato
payment* | payment, pay, card, credit card, paypal, checkout | betaling, betale, kort, betalingskort, kassen | paiement, payer, carte, carte bancaire | pagamento, pagar, cartão
charge* | charge, charged, billed, debited, billing | opkræve, opkrævning, trukket, hævet | débiter, débité, prélever, prélèvement, facturé | cobrar, cobrança, cobraram, debitado
refund | refund, money back, reimburse, reimbursement | refusion, refundere, pengene tilbage, tilbagebetaling | rembourser, remboursement, remboursé | reembolso, estorno, dinheiro de volta, devolução do dinheiro
invoice | invoice, receipt | faktura, kvittering, regning | facture | fatura, nota fiscal, recibo
price | price, cost, expensive, pricing, fee | pris, dyr, gebyr, koste | prix, tarif, cher, coûter, frais | preço, caro, valor, tarifa
plan* | plan, subscription, subscribe, membership | abonnement, medlemskab | abonnement, abonné, adhésion | plano, assinatura, assinante
renewal | renew, renewal, renewed, auto-renew | fornye, fornyelse, fornyet | renouveler, renouvellement, reconduction | renovar, renovação, renovado
cancelling | cancel, unsubscribe, cancellation, cancelled | opsige, opsigelse, afmelde, annullere | résilier, résiliation, annuler, désabonner | cancelar, cancelamento, cancela
coupon | coupon, voucher, promo code, discount code, discount, promo | rabat, rabatkode, tilbud | code promo, réduction, promo, coupon, bon d'achat, remise, code de réduction | cupom, desconto, promoção, código promocional
newcomer | new customers, newcomer, new users, new members | nye kunder, nye brugere | nouveaux clients, nouveaux utilisateurs | novos clientes, novos usuários
order* | order, ordered, purchase, bought, buy | ordre, bestille, bestilling, køb, købe | commande, commander, achat, acheter, acheté | pedido, compra, comprar, encomenda
parcel | parcel, package, delivery, delivered, shipment, courier | pakke, levering, leveret, forsendelse, fragt | colis, livraison, livré, expédition | pacote, entrega, entregue, remessa
shipping | shipping, postage | fragt, porto | frais de port | frete
returning | return label, sent back, send back, returns | returnere, retur, returnering | retour, retourner | devolver, devolução
size | size, sizing, size guide, fit | størrelse, pasform | taille, guide des tailles, pointure | tamanho, medidas
colour | colour, color | farve | couleur, coloris | cor, cores
clothes | dress, shirt, sweater, trousers, jacket, shoes | kjole, trøje, bukser, jakke, sko | robe, pull, pantalon, veste, chaussures | vestido, camisa, calça, casaco, sapato
keyboard | keyboard, key, keys, space bar | tastatur, tast, mellemrum | clavier, touche | teclado, tecla
headphones | headphones, headset, earbud, earbuds, earphones | høretelefoner, headset, øretelefon | casque, écouteurs | fone, fones de ouvido, headset
battery | battery, power usage | batteri, strømforbrug | batterie, autonomie | bateria
charging | recharge, charging, charger, charging case, not charge, t charge | oplade, opladning, oplader | chargeur, recharger | recarregar, carregador de
screen* | screen, display | skærm, display | écran, affichage | tela, ecrã
darkmode | dark mode, dark theme, night mode | mørk tilstand, mørkt tema | mode sombre, thème sombre, mode nuit | modo escuro, tema escuro
text* | text, font, label, letters | tekst, skrifttype, bogstaver | texte, police, caractère | texto, fonte, letra
button* | button, link, menu | knap, link, menu | bouton, lien, menu | botão, link, menu
notification | notification, notifications, notify, notified, push, alert | notifikation, notifikationer, besked på telefonen, notits | notification, alerte, notifié | notificação, notificações, alerta, aviso no celular
search | search, searching, find anything | søgning, søge, søgefunktion | recherche, rechercher, moteur de recherche | busca, buscar, pesquisa, pesquisar, procurar
translation | translation, translate, translated | oversættelse, oversætte, oversat | traduction, traduire, traduit | tradução, traduzir, traduzido
danish | danish | dansk, danske | danois | dinamarquês
server | server, servers | server, servere | serveur | servidor, servidores
connection* | connect, connection, connecting | forbinde, forbindelse | connexion au serveur, se connecter au serveur | conectar, conexão
game* | game, play, playing | spil, spille | jeu, jouer | jogo, jogar
match | match, matchmaking, ranked, matches | kamp, matchmaking | match, partie, matchmaking, classée | partida, partidas, matchmaking, ranqueada
team* | team, teams | hold | équipe | time, times, equipe
savegame | save game, saves, save file, progress, savegame | gemt spil, fremskridt | sauvegarde, progression | jogo salvo, progresso
achievement | achievement, trophy, trophies | trofæ, bedrift, præstation | succès, trophée | conquista, troféu
cheating | cheat, cheater, hacker, hackers, aimbot, wallhack | snyd, snyder, hacker | tricheur, triche, hacker | trapaça, trapaceiro, hacker, aimbot
moderation | moderator, mod, mods, moderation | moderator, moderation, moderatorer | modérateur, modération | moderador, moderação, moderadores
report | reported, reporting, reports | anmelde, anmeldelse, rapportere | signaler, signalement | denunciar, denúncia, denúncias, denunciei
ban | ban, banned, banning | ban, bannet, udelukket, bandlyst | ban, banni, bannir, bannissement | ban, banido, banir, banimento, banida
spam | spam, scam, scammer, giveaway link, phishing | spam, svindel, svindler | spam, arnaque, arnaqueur | spam, golpe, golpista
dm | dm, dms, private message, private messages, direct message, message me privately | privatbesked, dm, privat besked | message privé, mp | mensagem privada, dm, privado
ad | ad, ads, advert, advertising, commercial | reklame, reklamer, annonce | pub, publicité, pubs | anúncio, anúncios, propaganda, publicidade
support* | support, helpdesk, customer service | support, kundeservice | support, service client, assistance | suporte, atendimento
chat | chat, live chat | chat, supportchat | chat, tchat | chat
bot | chatbot, bot, robot | chatbot, robot, bot | chatbot, robot, bot | chatbot, robô, bot
event* | event, webinar, convention, conference, festival, meetup | arrangement, webinar, festival, konference, oplæg | événement, webinaire, festival, conférence | evento, webinar, festival, conferência
stream | stream, livestream, broadcast | stream, livestream, udsendelse | stream, direct, diffusion | live, transmissão, stream
entrance | entrance, door, gate, get in | indgang, dør, komme ind | entrée, porte | entrada, porta, portão
ticket | ticket, tickets | billet | billet, place | ingresso, bilhete
schedule | time zone, start time, agenda, program | tidspunkt, klokkeslæt, starttid | horaire, heure de début | horário, hora de início
calendar | calendar, appointment, appointments | kalender, aftale, aftaler | calendrier, agenda, rendez-vous | calendário, agenda, compromisso
sync | sync, synchronise, synchronize, syncing | synkronisere, synkronisering | synchroniser, synchronisation | sincronizar, sincronização
update* | update, patch, new version, latest version | opdatering, ny version, opdatere | mise à jour, nouvelle version | atualização, versão nova, nova versão, atualizar
widget | widget, widgets | widget | widget | widget
food | food, eat, meal, stall | mad, spise, bod, måltid | nourriture, repas, manger | comida, refeição
vegan | vegan, vegetarian, vegans | vegansk, veganer, vegetar | végétalien, végane, végétarien | vegano, vegetariano
toilet | toilet, toilets, restroom, bathroom | toilet, toiletter, wc | toilettes, wc, sanitaires | banheiro, sanitário, casa de banho
staff* | staff, employee, clerk | personale, medarbejder, ansat | personnel, employé, vendeur | funcionário, atendente, equipe da loja
explanation* | explanation, explain, reason, why was | forklaring, begrundelse, grund | explication, raison, motif | explicação, motivo, razão, explica
privacy | privacy, personal data, gdpr | privatliv, persondata, gdpr | vie privée, données personnelles, rgpd | privacidade, dados pessoais, lgpd
bike | bike, bicycle, scooter | cykel, lejecykel, løbehjul | vélo, trottinette | bicicleta, bike, patinete
train | train, bus, metro, tram | tog, bus, metro, togvogn | train, bus, métro, tram | trem, ônibus, metrô, comboio
car | car, vehicle, parking | bil, køretøj, parkering | voiture, véhicule, parking | carro, veículo, estacionamento
coffee | coffee, beans, roast, espresso | kaffe, bønner | café, grains | grãos, cafezinho
gym | gym, fitness, workout | fitnesscenter, træningscenter, motionscenter | salle de sport, gym | academia, ginásio
shower | shower, showers, hot water | bad, bruser, varmt vand | douche, eau chaude | chuveiro, água quente
course | course, class, lesson, lecture, curriculum | kursus, undervisning, lektion | cours, leçon, formation | curso, aula, turma, lição
teacher | teacher, instructor, trainer, coach | lærer, underviser, instruktør | professeur, formateur, enseignant | professor, instrutor
certificate | certificate, diploma | certifikat, bevis, diplom | certificat, diplôme, attestation | certificado, diploma
quiz | quiz, exam, test questions | quiz, eksamen, prøve | quiz, examen | quiz, prova, exame
booking | book, booking, reservation, reserve, booked | booking, reservation, reservere | réservation, réserver | reserva, reservar, agendamento
transfer | transfer, wire, bank transfer | overførsel | virement | transferência, pix
bank | bank, branch, balance | bank, filial, saldo | banque, agence, solde | banco, agência, saldo
install | install, installation, installer, setup | installere, installation | installer, installation | instalar, instalação, instalei
build | build, compile, pipeline, dependency | bygge, kompilere | compiler, compilation | compilar, build
memory | memory, ram | hukommelse, ram | mémoire vive | memória, ram
mods | modding, mod pack | modpakke | modpack | mod novo, mods
skin | skin, skins, cosmetics | skin, skins | skin, skins | skin, skins
lootbox | loot box, loot boxes, crate, drop rate | loot boks, kasser | coffre, butin | caixas, loot box, caixa de recompensa, drop
role | role, roles, rank | rolle, roller | rôle, grade | cargo, função
donation | donate, donated, donation, supporter, patron | donation, donere, støtte | don, donateur, soutien | doação, doar, apoiador
channel | channel, channels, off-topic | kanal, kanaler | canal, salon | canal, canais
meme | meme, memes, gif | meme, memes | mème, mèmes | meme, memes
captcha | captcha, verification bot, verify | captcha, verificering, verificere | captcha, vérification | captcha, verificação de conta
voice | voice, hear me, hear | stemme, høre mig, talechat | vocal, voix, entendre | voz, ouve, ouvir
map | map, location, gps | kort i, kortet, placering, gps | plan du, carte gps, localisation | mapa, localização, gps
wheelchair | wheelchair, lift, elevator, stairs, step-free, pram | kørestol, elevator, trapper, barnevogn | fauteuil roulant, ascenseur, escaliers, poussette | cadeira de rodas, elevador, escadas
audioguide | audio guide, audioguide | lydguide, audioguide | audioguide | audioguia
museum | museum, exhibition, gallery tour | museum, udstilling | musée, exposition | museu, exposição
lock | lock, unlock, unlocked | lås, låse op, låst op | verrou, déverrouiller, cadenas | cadeado, destravar, desbloquear
brake | brake, brakes | bremse, bremser | frein, freins | freio, freios
pause | pause, skip a month, on hold | pause, sætte på pause, springe over | pause, sauter un mois | pausar, pular um mês
level | level, difficulty | niveau, sværhedsgrad | niveau, difficulté | nível, dificuldade
machine | machine, equipment, rack | maskine, udstyr | machine, équipement | máquina, equipamento
fine | fine, penalty | bøde | amende | multa
warranty | warranty, guarantee | garanti | garantie | garantia
address | address, street | adresse, gade | adresse, rue | endereço, rua
hours | opening hours, closing time | åbningstid, åbningstider | heures d'ouverture, horaires | horário de funcionamento
draft | draft, autosave | kladde | brouillon | rascunho
comment | comment, reply, thread, replies | kommentar, svar i tråden, tråd | commentaire, fil de discussion | comentário, resposta, tópico
language | language | sprog | langue | idioma, língua
survey | survey, poll, vote | afstemning, undersøgelse | sondage, vote | enquete, votação
job | vacancy, application form, hiring | stilling, ansøgning | poste, candidature | vaga, candidatura
username | username, user name, display name, nickname, handle | brugernavn, kaldenavn | pseudo, nom d'utilisateur | nome de usuário, apelido, nick
settings | settings, preferences, options page | indstillinger | paramètres, réglages, préférences | configurações, definições
layout | layout, redesign, new design, interface, ui | layout, nyt design, brugerflade | interface, nouvelle présentation, refonte | layout, interface, visual novo
font | font, letter size, text size, tiny text | skrift, skriftstørrelse | police, taille du texte | fonte, letra
avatar | avatar, profile picture | avatar, profilbillede | avatar, photo de profil | avatar, foto de perfil
controller | controller, gamepad, joystick | controller, joystick | manette | controle, manete
fps | fps, frame rate, frames, frame drops | fps, billedhastighed | fps, images par seconde | fps, quadros
disconnecting | disconnected, disconnect, disconnects, kicked from the server, dropped connection | smidt af serveren, mister forbindelsen | déconnecté du serveur, perte de connexion | desconectado do servidor, me desconecta, caio do servidor
quest | quest, mission, level marker | mission, opgave | quête, mission | missão, quest
season | season pass, battle pass, season | sæson, battle pass | saison, passe de combat | temporada, passe de batalha
inventory | inventory, items | inventar, genstande | inventaire, objets | inventário, itens
ranking | leaderboard, ranking, elo, rank | rangliste, rang | classement, rang | ranking, classificação
graphics | graphics, texture, textures, rendering | grafik, teksturer | graphismes, textures | gráficos, texturas
api | api, endpoint, webhook, sdk | api, webhook, sdk | api, webhook, sdk | api, webhook, sdk
ratelimit | rate limit, quota, 429, throttled, limits of the api | grænse for kald, kvote | limite de requêtes, quota | limite de requisições, cota
timeout | timeout, time out, timing out, times out | timeout | délai dépassé, timeout | tempo esgotado, timeout
google | google, sso, single sign-on, google login | google, sso | google, sso | google, sso
paypal | paypal | paypal | paypal | paypal
mobilepay | mobilepay, apple pay, google pay, ideal | mobilepay, apple pay | apple pay, google pay | pix, apple pay, multibanco
trial | free trial, trial, trial period | prøveperiode, gratis prøve | essai gratuit, période d'essai | teste grátis, período de teste, período de avaliação
giftcard | gift card, gift cards | gavekort | carte cadeau | cartão presente, vale-presente
tax | tax, vat, customs | moms, told, afgift | tva, douane, taxe | imposto, taxa alfandegária
currency | currency, exchange rate | valuta, kurs | devise, change | moeda, câmbio
tracking | tracking, tracking number, marked as delivered, track and trace | sporing, track and trace, sporingsnummer | suivi, numéro de suivi | rastreamento, rastreio, código de rastreio
courier | courier, driver, postman | bud, chauffør, postbud | livreur, facteur | entregador, carteiro, motoboy
stock | in stock, restock, availability | på lager, lager | en stock, disponibilité | em estoque, disponibilidade
exchange | exchange, swap | bytte, ombytning | échanger, échange | trocar, troca
returncost | pay for the return, cost of returning, return fee | returgebyr, betale for retur | retours payants, frais de retour, retour payant | devolução paga, frete da devolução
packaging | packaging, wrapping, box | emballage, indpakning, æske | emballage, carton | embalagem, caixa de papelão
product | product, item, goods | vare, produkt | article, produit | produto, item
store | shop, store | butik, forretning | magasin, boutique | loja
mattress | furniture, chair, table, sofa | møbler, stol, bord, sofa | meuble, chaise, table, canapé | móvel, cadeira, mesa, sofá
cable | cable, cord, plug | kabel, ledning, stik | câble, prise | cabo, tomada
bluetooth | bluetooth, pairing | bluetooth, parring | bluetooth, appairage | bluetooth, parear
wifi | wifi, wi-fi, internet | wifi, internet | wifi, internet | wifi, wi-fi, internet
printer | printer, printing, print | printer, udskrift | imprimante, imprimer | impressora, imprimir
firmware | firmware | firmware | micrologiciel, firmware | firmware
camera | camera, webcam | kamera | caméra, appareil photo | câmera
speaker | speaker, loudspeaker | højttaler | haut-parleur, enceinte | alto-falante, caixa de som
watch | watch, smartwatch | ur, smartwatch | montre | relógio, smartwatch
rules | rules, guidelines, code of conduct | regler, retningslinjer | règles, charte | regras, diretrizes
post | my post, posts | opslag, indlæg | publication, message publié | postagem, publicação, meu post
promotion | self promotion, self-promotion, advertising my | selvpromovering | autopromotion | autopromoção, divulgação
appeal | appeal, ban appeal | anke, klage over udelukkelse | recours, contestation | recurso, pedido de revisão, revisão do ban
insult | insult, insults, slurs, racist, hate speech, harassment, bullying | skældsord, racistisk, chikane, mobning | insultes, racistes, harcèlement | xingamentos, insultos, racistas, assédio
unsubscribing | unsubscribe, unsubscribed, opt out of mails | afmelde nyhedsbrev, afmeldt | désinscrire, désinscription, désinscrit | descadastrar, cancelar inscrição
deleting | delete my account, delete account, remove my account | slette min konto, slette konto | supprimer mon compte, suppression du compte | excluir minha conta, apagar minha conta
offline | offline mode, offline | offlinetilstand, offline | hors ligne, sans connexion | modo offline
list | list, lists, playlist, wishlist | liste, lister, ønskeliste | liste, listes | lista, listas
cart | cart, basket | kurv, indkøbskurv | panier | carrinho
filter | filter, sorting, sort | filter, sortering | filtre, tri | filtro, ordenação
storage | storage, disk space | lagerplads, lagring | stockage, espace disque | armazenamento, espaço
backup | backup, restore | sikkerhedskopi, backup | sauvegarde automatique, restauration | cópia de segurança, backup
permission | permission, permissions, access rights | tilladelse, rettigheder | autorisation, permissions, droits | permissão, permissões
podcast | podcast | podcast | podcast | podcast
volume | volume, loudness, too loud | lydstyrke, for højt | volume, trop fort | volume, alto demais
venue | venue, hall, room | lokale, sal, mødested | salle, lieu | sala, local, espaço do evento
seat | seat, seats, chairs | sæde, stole, siddeplads | place assise, sièges, chaises | assento, cadeiras, lugares
badge | unread badge, badge, unread counter, red dot | ulæst, tæller | pastille, compteur de non lus | contador, bolinha vermelha
night | at night, quiet hours, wake me, quiet mode, midnight | om natten, midt om natten, vækket | la nuit, réveille, mode silencieux | de madrugada, me acorda, modo silencioso
processing | processing, being processed | bliver behandlet, behandles | traitement en cours | processando, em processamento
screenreader | screen reader, voiceover, accessibility, blind | skærmlæser, tilgængelighed | lecteur d'écran, accessibilité | leitor de tela, acessibilidade
keyboardshortcut | shortcut, shortcuts, hotkey | genvej, genveje | raccourci, raccourcis | atalho, atalhos
dashboard | dashboard, report page, statistics, chart | overblik, statistik, diagram | tableau de bord, statistiques | painel, estatísticas, gráfico
form | form, field, input | formular, felt | formulaire, champ | formulário, campo
date | date, dates | dato, datoer | date, dates | data, datas
name | name on, spelled, my name | navn, stavet | nom sur, mon nom | nome no, meu nome
openinghours | closes at, opens at, closing time | lukker klokken, åbner klokken | heure de fermeture | horário de fechamento
playerqueue | queue to log in, login queue, server queue | loginkø, kø til serveren | file d'attente pour se connecter | fila para entrar, fila para logar
maintenance | maintenance | vedligeholdelse | maintenance | manutenção
translationapp | german, french, portuguese, spanish, english | tysk, fransk, engelsk | allemand, anglais, espagnol | inglês, espanhol, alemão
water | water, leak, leaking | vand, lækker vand | eau, fuite | água, vazamento
heat | overheating, overheats, hot | overopheder, glohed, varm | surchauffe, chaud | superaquece, esquenta, quente
parking | parking, car park | parkering, p-plads | parking, stationnement | estacionamento
volunteer | volunteer, volunteers | frivillig, frivillige | bénévole, bénévoles | voluntário, voluntários
speech | talk, speaker, keynote | foredrag, oplægsholder | conférence, intervenant | palestra, palestrante
documentation | documentation, docs, tutorial, guide, manual | dokumentation, vejledning, guide | documentation, tutoriel, mode d'emploi | documentação, tutorial, manual
`;
