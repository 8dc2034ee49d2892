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
sound | sound, audio, microphone, mic | lyd, mikrofon | le son, sans son, du son, plus de son, pas de son, audio, micro | som, áudio, microfone
upload | upload, uploading | uploade, vedhæfte | téléverser, téléversement, envoi de fichier | upload, carregar arquivo
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
price | price, cost, expensive, pricing | pris, dyr, koste | prix, tarif, cher, coûter | preço, caro, valor, tarifa
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
clothes | dress, shirt, sweater, socks | kjole, trøje | robe, pull | vestido, camisa, bota
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
match | match, ranked, matches | kamp | match, partie, classée | partida, partidas, ranqueada
team* | team, teams | hold | équipe | time, times, equipe
savegame | save game, saves, save file, progress, savegame | gemt spil, fremskridt | sauvegarde, progression | jogo salvo, progresso
achievement | achievement, trophy, trophies | trofæ, bedrift, præstation | succès, trophée | conquista, troféu
cheating | cheat, cheater, hackers, aimbot, wallhack | snyd, snyder | tricheur, triche, hacker | trapaça, trapaceiro, aimbot
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
train | train, metro, tram, railway | tog, metro, togvogn, letbane | train, métro, tram, rer | trem, metrô, comboio
car | car, vehicle | bil, køretøj | voiture, véhicule | carro, veículo
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
map | location, gps | kort i, placering, gps | plan du, carte gps, localisation | localização, gps
wheelchair | wheelchair, step-free, pram | kørestol, barnevogn | fauteuil roulant, poussette | cadeira de rodas
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
comment | comment, reply, replies | kommentar, svar i tråden | commentaire, fil de discussion | comentário, resposta
language | language | sprog | langue | idioma, língua
survey | survey, poll, vote | afstemning, undersøgelse | sondage, vote | enquete, votação
job | application form, hiring | ansøgning | poste, candidature | vaga, candidatura
username | username, user name, display name, nickname, handle | brugernavn, kaldenavn | pseudo, nom d'utilisateur | nome de usuário, apelido, nick
settings | settings, preferences, options page | indstillinger | paramètres, réglages, préférences | configurações, definições
layout | layout, redesign, new design, interface, ui | layout, nyt design, brugerflade | interface, nouvelle présentation, refonte | layout, interface, visual novo
font | font, letter size, text size, tiny text | skrift, skriftstørrelse | police, taille du texte | fonte, letra
avatar | avatar, profile picture | avatar, profilbillede | avatar, photo de profil | avatar, foto de perfil
controller | controller, gamepad, joystick | controller, joystick | manette | controle, manete
fps | fps, frame rate, frames, frame drops | fps, billedhastighed | fps, images par seconde | fps, quadros por segundo
disconnecting | disconnected, disconnect, disconnects, kicked from the server, dropped connection | smidt af serveren, mister forbindelsen | déconnecté du serveur, perte de connexion | desconectado do servidor, me desconecta, caio do servidor
quest | quest, mission, level marker | mission, opgave | quête, mission | missão, quest
season | season pass, battle pass, season | sæson, battle pass | saison, passe de combat | temporada, passe de batalha
inventory | inventory, items | inventar, genstande | inventaire, objets | inventário, itens
ranking | leaderboard, ranking, elo, rank | rangliste, rang | classement, rang | ranking, classificação
graphics | graphics, texture, textures, rendering | grafik, teksturer | graphismes, textures | gráficos, texturas
api | api, endpoint, webhook, sdk | api, webhook, sdk | api, webhook, sdk | api, webhook, sdk
ratelimit | rate limit, 429, throttled, limits of the api | grænse for kald, kvote | limite de requêtes | limite de requisições
timeout | timeout, time out, timing out, times out | timeout | délai dépassé, timeout | tempo esgotado, timeout
google | google, sso, single sign-on, google login | google, sso | google, sso | google, sso
paypal | paypal | paypal | paypal | paypal
mobilepay | mobilepay, apple pay, google pay, ideal | mobilepay, apple pay | apple pay, google pay | pix, apple pay, multibanco
trial | free trial, trial, trial period | prøveperiode, gratis prøve | essai gratuit, période d'essai | teste grátis, período de teste, período de avaliação
giftcard | gift card, gift cards | gavekort | carte cadeau | cartão presente, vale-presente
tax | tax, vat, customs duty, import duty | moms, told, afgift | tva, douane, taxe | imposto, taxa alfandegária
currency | currency, exchange rate | valuta, kurs | devise, change | moeda, câmbio
tracking | tracking, tracking number, marked as delivered, track and trace | sporing, track and trace, sporingsnummer | suivi, numéro de suivi | rastreamento, rastreio, código de rastreio
courier | courier, driver, postman | bud, chauffør, postbud | livreur, facteur | entregador, carteiro, motoboy
stock | in stock, restock, availability | på lager, lager | en stock, disponibilité | em estoque, disponibilidade
exchange | exchange, swap | bytte, ombytning | échanger, échange | trocar, troca
returncost | pay for the return, cost of returning, return fee | returgebyr, betale for retur | retours payants, frais de retour, retour payant | devolução paga, frete da devolução
packaging | packaging, wrapping, box | emballage, indpakning, æske | emballage, carton | embalagem, caixa de papelão
product | product, item, goods | vare, produkt | article, produit | produto, item
store | shop, store | butik, forretning | magasin, boutique | loja
mattress | furniture | møbler | meuble | móvel
cable | cable, cord, plug | kabel, ledning, stik | câble, prise | cabo, tomada
bluetooth | bluetooth, pairing | bluetooth, parring | bluetooth, appairage | bluetooth, parear
wifi | wifi, wi-fi, internet, broadband, internet connection | wifi, internet | wifi, internet | wifi, wi-fi, internet
printer | printer, printing, print | printer, udskrift, udskrive | imprimante, imprimer | impressora, imprimir
motif | logo, motif, pattern, print on | tryk på, logo | logo, motif, impression du | estampa, logo, estampado
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
volume | volume, loudness, too loud | lydstyrke, for højt | volume sonore, volume | volume, alto demais
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
documentation | documentation, docs, guide, manual | dokumentation, guide | documentation, mode d'emploi | documentação, manual
customer | customer, client, loyal customers, existing customers | kunde, stamkunde | client, clientèle | cliente, freguês
person* | person, people, human, everyone else | menneske, folk, person | gens, monde, humain | pessoa, gente, humano
friend | friend, buddy, mate | ven, venner, veninde | ami, amie, copain | amigo, amiga
child | child, children, kid, baby, toddler | barn, børn, baby | enfant, bébé, gamin | criança, filho, filha, bebê
family | family, parents, husband, wife | familie, forældre, mand og kone | famille, parents, conjoint | família, pais, marido, esposa
woman | women, girls, female players | kvinder, piger | femmes, filles | mulheres, meninas
neighbour | neighbour, neighbor | nabo | voisin, voisine | vizinho, vizinha
street | street, pavement, sidewalk, corner | gade, fortov, vej | rue, trottoir | rua, calçada
number | phone number, customer number | telefonnummer, kundenummer | numéro de téléphone, numéro client | número de telefone, número de cliente
country | country, region, region lock | land, region | pays, région | país, região
room | room, bedroom, hotel room | værelse, rum | chambre, pièce | quarto, cômodo
hotel | hotel, hostel, check-in, guest house | hotel, vandrerhjem, indtjekning | hôtel, auberge, réception | hotel, pousada, recepção
bed | bed, bunk, pillow, sheets | seng, pude, sengetøj | lit, oreiller, draps, literie | cama, travesseiro, lençol
flight | flight, plane, airport, boarding | fly, lufthavn, flyvning | vol, avion, aéroport | voo, avião, aeroporto
luggage | luggage, baggage, suitcase, bag | bagage, kuffert, taske | bagage, valise, sac | bagagem, mala, bolsa
doctor | doctor, clinic, hospital | læge, klinik, hospital | médecin, clinique, hôpital | médico, clínica, hospital
medicine | medicine, prescription, pharmacy, pills | medicin, recept, apotek, piller | médicament, ordonnance, pharmacie | remédio, receita, farmácia, medicamento
insurance | insurance, claim, coverage | forsikring, skade, dækning | assurance, sinistre, couverture | seguro, sinistro, cobertura
contract | contract, terms, small print, notice period | kontrakt, vilkår, binding, opsigelsesvarsel | contrat, conditions, préavis | contrato, termos, fidelidade
school | school, class teacher, pupils | skole, elever | école, élèves | escola, alunos
library | library, loan, borrowed, borrow | bibliotek, udlån, låne, reservation af bøger | bibliothèque, prêt, emprunt, emprunter | biblioteca, empréstimo, emprestar
bookread | books, book, ebook, novel, audiobook, chapter | bog, bøger, lydbog, kapitel | livre, bouquin, livre audio, chapitre | livro, audiolivro, capítulo
magazine | magazine, newspaper, journal | magasin, avis | magazine, journal, article de presse | revista, jornal
house | house, flat, apartment, building, home | hus, lejlighed, bygning | maison, appartement, immeuble | casa, apartamento, prédio
rent | rent, landlord, tenant | husleje, udlejer, lejer | loyer, propriétaire, locataire | aluguel, proprietário, inquilino
electricity | electricity, power, power cut, meter, energy | strøm, elektricitet, elmåler, strømafbrydelse | électricité, courant, compteur, coupure de courant | luz, eletricidade, energia, medidor, apagão
heating | heating, radiator, boiler | varme, radiator, fyr | chauffage, radiateur, chaudière | aquecimento, aquecedor
aircon | air conditioning, aircon, ventilation, fan | aircondition, ventilation, udluftning | climatisation, clim, ventilation, aération | ar-condicionado, ar condicionado, ventilação, ventilador
noise | noise, noisy | støj, larm, støjende, larmende | bruit, bruyant, vacarme | barulho, barulhento, ruído
lightlamp | lamp, lights, lighting, bulb, street light | lampe, lys, belysning, pære | lampe, éclairage, lumière, ampoule | lâmpada, luz da, iluminação
rubbish | rubbish, trash, garbage, bin, bins, waste, recycling | affald, skrald, skraldespand, genbrug | poubelle, déchets, ordures, recyclage | lixo, lixeira, reciclagem
smell | smell, smells, stink, stinks, odour | lugt, lugter, stinker, stank | odeur, pue, puanteur | cheiro, fede, fedor, mau cheiro
garden | garden, grass, park bench | haven, græs | jardin | jardim
playground | playground, swing, slide | legeplads, gynge, rutsjebane | aire de jeux, balançoire, toboggan | parquinho, balanço, escorregador
pool | pool, swimming, swimming pool, lane | svømmehal, bassin, svømning, pool | piscine, bassin, nager, natation | piscina, natação, raia
sauna | sauna, spa, jacuzzi | sauna, spa | sauna, spa | sauna, spa
locker | locker, lockers, changing room | skab, skabe, omklædning, omklædningsrum | casier | armário, vestiário
dog | dog, dogs, pet, animal | hund, kæledyr, dyr | chien, chat domestique, animal | cachorro, cão, animal
drink | beer, beers | øl, øller, fadøl, ølpriser, drik | bière, buvette | cerveja, chope
restaurant | restaurant, waiter, table reservation, menu card | restaurant, tjener, bord i restauranten | restaurant, serveur de salle, table | restaurante, garçom, mesa
meat | meat, chicken, fish, pork, beef | kød, kylling, fisk, svin, okse | viande, poulet, poisson, porc, boeuf | carne, frango, peixe, porco
bread | bread, cake, pastry, bakery | brød, kage, bageri | pain, gâteau, boulangerie | pão, bolo, padaria
fruit | fruit, vegetables, salad | frugt, grøntsager, salat | fruits, légumes, salade | fruta, legumes, verduras, salada
allergy | allergy, allergens, nuts, gluten, ingredients, lactose | allergi, allergener, nødder, gluten, ingredienser, laktose | allergie, allergènes, noix, gluten, ingrédients | alergia, alérgenos, glúten, ingredientes, lactose
portion | portion, portions, serving | portion, portioner | portion, ration | porção, porções
taste | taste, tastes, flavour, flavor | smag, smager | goût, saveur | gosto, sabor
expiry | best before, expiry date, use by, expiration, sell-by | udløbsdato, sidste salgsdato, holdbarhed, udløbet | date de péremption, date limite, dlc | validade, data de validade, vencido
weather | rain, weather, storm, wind | regn, vejr, storm, blæst | pluie, météo, orage | chuva, tempo ruim, tempestade
bus | bus, bus stop, bus driver, the driver | bus, stoppested, buschauffør, chauffør | bus, arrêt de bus, chauffeur de bus, chauffeur | ônibus, ponto de ônibus, motorista, autocarro
station | train station, platform, the station | station, perron, stationen | gare, quai | estação, plataforma da estação
ride | ride, taxi, cab, carpool | taxa, taxi, kørsel | course en taxi, trajet, taxi, covoiturage | corrida, táxi, carona
toll | toll, fuel, petrol, charger station, charging station | ladestander, benzin, brændstof | péage, essence, borne, borne de recharge | pedágio, gasolina, combustível, posto de recarga
tyre | tyre, tire, puncture, wheel, flat tyre | dæk, hjul, punkteret, punktering | pneu, roue, crevaison, crevé | pneu, roda, furado
helmet | helmet, child seat | hjelm, barnesæde | casque de vélo, siège enfant | capacete, cadeirinha
coverage | coverage, signal, reception, roaming, data allowance | dækning, signal, roaming | réseau, signal, couverture réseau, itinérance, capte, capter | sinal, cobertura, roaming, franquia
router | router, modem, fibre, broadband | router, modem, fiber, fibernet, bredbånd | box, routeur, modem, fibre | roteador, modem, fibra, banda larga
simcard | sim, sim card, esim, number porting | simkort, sim, esim, nummerflytning | carte sim, esim, portabilité | chip, esim, portabilidade
technician | technician, engineer visit, fitter, installer | tekniker, montør, håndværker | technicien, installateur, artisan | técnico, instalador
repair | repair, repaired, fix it yourself | reparation, reparere, repareret | réparation, réparer, réparé, pièce détachée, pièces détachées | conserto, consertar, reparo, assistência técnica
remote | remote, remote control | fjernbetjening | télécommande | controle remoto
tv | tv, television, smart tv, chromecast, cast, airplay | tv, fjernsyn, chromecast, caste | télé, télévision, chromecast, caster | tv, televisão, chromecast, transmitir para
tablet | tablet, ipad | tablet, ipad | tablette, ipad | tablet, ipad
computer | computer, laptop, pc, mac, desktop | computer, bærbar, pc, mac | ordinateur, portable pc, pc, mac | computador, notebook, pc, mac
mouse | mouse, trackpad, cursor | mus, markør, pegefelt | souris, curseur, pavé tactile | mouse, cursor
fingerprint | fingerprint, face id, biometric, touch id | fingeraftryk, ansigtsgenkendelse, face id | empreinte, face id, biométrie, reconnaissance faciale | digital, impressão digital, biometria, reconhecimento facial
bankid | mitid, nemid, national id, id card, passport, identity check | mitid, nemid, pas, kørekort, legitimation | carte d'identité, passeport, france connect, pièce d'identité | cpf, rg, identidade, passaporte, gov br
statement | statement, bank statement, balance sheet, transaction list | kontoudtog, posteringer | relevé, relevé de compte | extrato, extrato bancário
loan | loan, mortgage, credit, interest | lån, boliglån, kredit, rente | prêt immobilier, crédit, emprunt, intérêts | empréstimo bancário, crédito, juros, financiamento
cash | cash, atm, cash machine, withdraw, withdrawal, payout, payouts | kontanter, hæveautomat, hæve penge, udbetaling | espèces, distributeur, retrait, retirer de l'argent, versement | dinheiro vivo, caixa eletrônico, saque, sacar, repasse
money* | money, funds, euro, euros, dollars | penge, kroner | argent, euros, sous | dinheiro, grana, reais
points | points, loyalty points, bonus points, rewards, cashback, stamps | point, bonuspoint, bonus, stempler | points de fidélité, points, fidélité, cashback, cagnotte | pontos, pontos de fidelidade, cashback, recompensas
preorder | pre-order, preorder, pre-ordered, presale | forudbestilling, forudbestilt, forsalg | précommande, précommandé, prévente | pré-venda, encomenda antecipada
instalment | instalments, installments, pay later, klarna | rater, afdrag, delbetaling, klarna | plusieurs fois, mensualités, trois fois sans frais | parcelas, parcelado, parcelamento, parcelar
gift | gift, present, gift wrap, free gift | gave, gaveindpakning | cadeau, emballage cadeau | presente, brinde, embrulho
sample | sample, freebie, swag, merch, merchandise | vareprøve, merchandise, merch | échantillon, goodies | amostra grátis, loja de produtos
review | review, reviews, rating, stars | anmeldelser, bedømmelse, stjerner | avis client, avis, note, étoiles | avaliação, resenha, estrelas
pickup | pick up, pickup, click and collect, collection point, parcel shop, pakkeshop | afhentning, pakkeshop, afhente, hente pakken, udleveringssted | point relais, retrait en magasin, click and collect | retirada, ponto de retirada, retirar na loja, retirar na agência
deliveryslot | delivery slot, time slot, time window | leveringstid, tidsrum | créneau, créneau de livraison | janela de entrega, horário de entrega
mealkit | groceries, grocery, meal box, meal kit | dagligvarer, måltidskasse | courses, panier repas | mercado, supermercado, compras do mês
glass | glass, bottle, jar, plate | glas, flaske, tallerken | verre, bouteille, bocal, assiette | vidro, xícara, garrafa, prato
washing | wash, washing, laundry, washing machine | vask, vaske, vasketøj, vaskemaskine | lavage, lave-linge, laver | lavagem, lavar, roupa suja, máquina de lavar
fabric | fabric, cotton, seam, zip, zipper, sole, button fell off | stof, bomuld, syning, lynlås, sål | tissu, coton, couture, fermeture éclair, semelle | tecido, algodão, costura, zíper, sola
instructions | instructions, assembly, assemble | samlevejledning, samle møblet, brugsanvisning | notice de montage, notice, montage | instruções, montagem
weapon | weapon, gun, sword, rifle, sniper, bow, shotgun | våben, sværd, gevær, bue | arme, épée, fusil, arc | arma, espada, rifle, sniper
boss | boss, final boss, raid, dungeon | boss, raid | boss, raid, donjon | chefe, chefão, raid, masmorra
hero | hero, heroes, character, champion | helte, heltinde, spilfigur | héros, personnage, champion | herói, personagem, campeão
balance | nerf, nerfed, buff, overpowered, op, underpowered, balance | nerf, nerfet, overpowered, balance | nerf, nerfé, trop puissant, surpuissant, équilibrage, cheaté | nerf, nerfado, apelão, roubado demais, balanceamento
tournament | tournament, league, cup, bracket, finals, prize money | turnering, liga, finale, præmiepenge | tournoi, ligue, finale, cashprize | torneio, campeonato, liga, premiação
prize | prize, prizes, contest, competition, winner, raffle, giveaway | præmie, præmier, konkurrence, vinder, lodtrækning | prix gagné, lot, concours, gagnant, tirage au sort, tombola | prêmio, concurso, vencedor, sorteio
coins | coins, gems, in-game credits, gold, in-game currency, v-bucks, robux | mønter, guld, ædelsten, credits | pièces, gemmes, or du jeu, crédits, jetons | moedas, gemas, ouro, créditos do jogo, fichas
xp | xp, experience points, exp, level up | xp, erfaringspoint, stige i niveau | xp, points d'expérience | xp, experiência, pontos de experiência
score | score, scores, stats, standings | stilling, score | score, statistiques | placar, pontuação
map2 | map rotation, maps, level design, spawn, spawn point, respawn | baner, bane, spawn, respawn | cartes du jeu, spawn, point d'apparition, réapparition | mapas, mapa do jogo, spawn, respawn
crossplay | crossplay, cross-play, cross platform | crossplay, på tværs af platforme | crossplay, multiplateforme | crossplay, multiplataforma
console | xbox, playstation, ps5, ps4, switch, nintendo, steam deck, console | xbox, playstation, ps5, switch, nintendo, konsol | xbox, playstation, ps5, switch, console | xbox, playstation, ps5, switch, console
launcher | launcher, steam, epic, client update | launcher, steam | launcher, steam, lanceur | launcher, steam, inicializador
loadingscreen | black screen, white screen, blank page, infinite loading | indlæsning, indlæsningsskærm, sort skærm, hvid skærm, blank side | chargement, écran noir, écran blanc, page blanche | carregamento, tela preta, tela branca, página em branco
guild | guild, clan, squad, party, lobby | guild, klan, gruppe, lobby | guilde, clan, groupe, salon de jeu | guilda, clã, esquadrão, lobby
trade | trade, trading, auction house, marketplace, market | handel, bytte genstande, auktionshus, markedsplads | échange d'objets, hôtel des ventes, hdv, marché | troca de itens, leilão, mercado do jogo
wipe | wipe, rollback, reset of, server wipe | nulstilling, nulstillet, rollback | réinitialisation, rollback, remise à zéro | reset, resetaram, rollback
afk | afk, leaver, leavers, quitters, griefing, griefer, teamkilling, throwing games | afk, forlader kampen, saboterer | afk, quitteurs, abandons de partie, griefing | afk, abandonam a partida, sabotando, troll
smurf | smurf, smurfs, smurfing, boosted | smurf, smurfer | smurf, smurfs | smurf, smurfs
dlc | dlc, expansion, season content, add-on | dlc, udvidelse | dlc, extension | dlc, expansão
paywall | pay to win, p2w, paywall, microtransactions, cash grab | pay to win, mikrotransaktioner, betalingsmur | pay to win, microtransactions, pay-to-win | pay to win, microtransações, p2w
grind | grind, grinding, grindy, daily quests, dailies | grind, grinde, daglige opgaver | grind, farmer, quêtes journalières | grind, farmar, missões diárias
tutorial | tutorial, onboarding, beginner, beginners, new players | introduktion, begynder, begyndere, nye spillere | tutoriel, débutant, débutants, nouveaux joueurs | tutorial do jogo, iniciante, novatos, novos jogadores
animation | animation, animations, cutscene, cutscenes | animation, animationer, mellemsekvens | animation, cinématique | animação, cutscene, cinemática
physics | hitbox, hitboxes, hit registration, hitreg, collision | hitbox, rammer ikke, kollision | hitbox, collision | hitbox, registro de tiros, colisão
aim | aim, sensitivity, aim assist, dead zone | sigte, følsomhed, sigtehjælp | visée, sensibilité, aide à la visée | mira, sensibilidade, assistência de mira
story | story, ending, plot, campaign, quest line | historie, slutning, handling, kampagne | histoire, scénario, fin du jeu, campagne | história, final do jogo, enredo, campanha
music | music, soundtrack, song, songs | musik, soundtrack, sang | musique, bande-son, chanson | música, trilha sonora
musicbot | music bot, queue songs | musikbot | bot musique, bot musical | bot de música
emoji | emoji, emojis, emote, emotes, sticker, stickers | emoji, emojis, klistermærker | emoji, émojis, autocollant, stickers | emoji, figurinhas, stickers
announcement | announcement, announcements, news, patch notes, changelog, release notes | annoncering, meddelelse, nyheder, opslagstavle | annonce officielle, annonces, actualités, notes de version | anúncio oficial, comunicado, novidades, notas da atualização
invitation | invite, invitation, invite link, invites | invitation, invitationer, invitere, invitationslink | invitation, inviter, lien d'invitation | convite, convidar, link de convite
mention | ping everyone, pings everyone, pinging everyone, everyone pings, tagging the whole, tagging everyone, tagged | nævner alle, tagge alle, tagger alle, pinger alle, pinge alle | mentionner tout le monde | marca todo mundo, marcando todos
mute | mute, muted, timeout from mods, silenced, slow mode | mutet, muted, gjort tavs, langsom tilstand | mute, muet, réduit au silence, mode lent | mutado, silenciado, mute, modo lento
warning | warning, strike, warned, penalised | advarsel, advaret, straf, straffet | avertissement, averti, sanction, sanctionné | advertência, punição, punido, suspensão
politics | politics, political, religion | politik, politisk, religion | politique, religion | política, religião
nsfw | nsfw, porn, adult content, gore, inappropriate | porno, voksenindhold, upassende | nsfw, porno, contenu adulte, inapproprié | nsfw, pornografia, conteúdo adulto, impróprio
leakinfo | doxx, doxxed, leaked, personal information, my real name | doxxet, lækket, personlige oplysninger | doxé, fuite de données, informations personnelles | doxx, vazou, vazaram, informações pessoais
minority | favouritism, favoritism, favourites, double standard, biased, bias | favorisering, forskelsbehandling, forudindtaget | favoritisme, deux poids deux mesures, partial, copinage | favoritismo, panelinha, dois pesos, parcial, protegem
feedback | feedback, suggestions, suggestion box, ideas, feature requests | feedback, forslag, ideer | retours utilisateurs, suggestions, idées | sugestões, ideias, feedback
answerfrom | reply from, answer from, response from, heard back, hear back, get back to me | hørt fra, tilbagemelding, vende tilbage | réponse de, retour de votre part, nouvelles de vous | resposta de, retorno de vocês, retornaram
callcentre | hotline, phone line, call centre, call center, on hold, hold music | hotline, telefonsupport, telefonkø | standard téléphonique, hotline, au téléphone | central, telefone de atendimento, sac, ligação
ticketcase | support ticket, my ticket, case number, ticket number, request closed | supportsag, min sag, sagsnummer | mon ticket, ticket d'assistance, ma demande, numéro de dossier | chamado, protocolo, meu ticket
cookies | cookie banner, cookies, consent | cookies, cookie, samtykke | cookies, bandeau, consentement | cookies, aviso de cookies, consentimento
link* | dead link, broken link, url, 404, page not found | dødt link, link, url, 404, siden findes ikke | lien mort, url, 404, page introuvable | link quebrado, url, 404, página não encontrada
homepage | home page, homepage, landing page, start page | forside, startside | page d'accueil, accueil | página inicial, tela inicial
table | table, column, columns, spreadsheet, cell, cells | tabel, kolonne, kolonner, regneark, celle | tableau, colonne, colonnes, tableur, cellule | tabela, coluna, colunas, planilha do, célula
template | template, templates | skabelon, skabeloner | modèle, modèles, gabarit | modelo, modelos, template
folder | folder, folders, directory | mappe, mapper | dossier, dossiers, répertoire | pasta, pastas, diretório
tag | tag, tags, label colours, category, categories | mærkat, kategori, kategorier | étiquette, tags, catégorie, catégories | etiqueta, tags, categoria, categorias
share | share, sharing, shared, share link | dele, deling, delt, delelink | partager, partage, partagé, lien de partage | compartilhar, compartilhamento, compartilhado
workspace | workspace, organisation, organization, tenant, project space | arbejdsområde, organisation | espace de travail, organisation | espaço de trabalho, organização, workspace
licence | seats, licences, activation, product key, serial | licenser, aktivering, licensnøgle | clé de licence, activation, clé produit | chave, ativação, serial
integration | integration, integrations, plugin, plug-in, extension, add-in, connector, zapier | integration, integrationer, plugin, udvidelse til | intégration, plugin, extension, connecteur | integração, plugin, extensão, conector
slackapp | slack, teams integration, discord integration | slack, teams | slack, teams | slack, teams
token | token, tokens, api key, api keys, secret key | token, api-nøgle, nøgle | jeton, token, clé api | token, chave de api
pagination | scroll, scrolling, pagination, infinite scroll | rulle, scroller, scrolle, bladre | défilement, défiler, scroll, scroller | rolagem, rolar, scroll
undo | undo, redo, ctrl z, revert | fortryd, fortryde, annuller handling | annuler l'action, rétablir, ctrl z | desfazer, refazer, ctrl z
trash | trash folder, archive, archived | arkiv, arkiveret | archive, archivé | lixeira do, arquivo morto, arquivado
history | version history, history, log, audit log | historik, versionshistorik, log | historique, journal, historique des versions | histórico, histórico de versões, log
task | task, tasks, to-do, todo, board, kanban, ticket board | opgave, opgaver, tavle | tâche, tâches, tableau kanban | tarefa, tarefas, quadro
reminder | reminder, reminders, remind | påmindelse, påmindelser, rykker | rappel, rappels, relance | lembrete, lembretes, avisar antes
timetracking | time tracking, timesheet, hours logged | tidsregistrering, timeseddel | suivi du temps, feuille de temps | apontamento de horas, folha de horas
signature | signature, sign the document, e-signature | underskrift, signatur, underskrive | signature, signer | assinatura do documento, assinar o, assinatura eletrônica
drag | drag, drag and drop, dragging | trække, træk og slip | glisser, glisser-déposer | arrastar, arrasta
zoom | zoom, zooming, pinch | zoom, zoome | zoom, zoomer | zoom, ampliar
copy | copy, paste, clipboard, copying | kopiere, indsætte, udklipsholder | copier, coller, presse-papiers | copiar, colar, área de transferência
editor | editor, formatting, text editor, markdown, bold | editor, formatering, teksteditor | éditeur, mise en forme, formatage | editor, formatação
formula | formula, calculation, total, totals, sum | formel, beregning, total, sum | formule, calcul, total, totaux, somme | fórmula, cálculo, total, soma
autocomplete | autocorrect, autocomplete, spell check, suggestions when typing | autokorrektur, autofuldførelse, stavekontrol | autocorrection, correcteur, saisie semi-automatique, correction automatique | corretor, autocorretor, autocompletar, preenchimento automático
aifeature | ai, ai assistant, ai summary, ai generated, chatgpt | ai, kunstig intelligens, ai-assistent | ia, intelligence artificielle, assistant ia | ia, inteligência artificial, assistente de ia
deploy | deploy, deployment, release, docker, container, kubernetes, image tag | udrulning, deploy, docker, container | déploiement, déployer, docker, conteneur | deploy, implantação, docker, contêiner
database | database, migration, query, queries, sql | database, forespørgsel | base de données, requête | banco de dados, consulta
typescript | typings, typescript, type definitions | typescript, typedefinitioner | typages, typescript | tipagem, typescript
tests | test suite, unit tests, ci, flaky | testsuite, enhedstest, ci | tests unitaires, ci, intégration continue | testes unitários, ci, suíte de testes
pullrequest | pull request, merge request, contribution, contributors, maintainers, issue tracker | pull request, bidrag, vedligeholdere | pull request, contribution, mainteneurs | pull request, contribuição, mantenedores
changeplan | upgrade, downgrade, switch plan | opgradere, opgradering, nedgradere | passer à l'offre, changer de formule, changer d'offre | upgrade, downgrade, mudar de plano, trocar de plano
premium | premium, vip, premium benefits, perks, nitro | premium, vip, fordele | premium, vip, avantages | premium, vip, benefícios, vantagens
dateofbirth | birthday, date of birth, age check | fødselsdag, fødselsdato, alderskontrol | date de naissance, anniversaire, vérification d'âge | data de nascimento, aniversário
membershipcard | membership card, member card, card number, qr code, qr, barcode, wristband | medlemskort, qr-kode, qr, stregkode, armbånd | carte de membre, qr code, qr, code-barres, bracelet | carteirinha, qr code, qr, código de barras, pulseira
security | security, guards, bouncer, security staff | vagt, vagter, sikkerhedsvagt | sécurité, vigile, agents de sécurité | segurança, seguranças, vigilante
stage | stage, lineup, band, concert, headliner | scene, koncert, band, program for koncerter | scène, concert, groupe de musique, tête d'affiche | palco, show, banda, atração
workshop | workshop, breakout, panel | workshop, oplæg i | atelier, table ronde | oficina, workshop, painel de debate
slides | slides, presentation, recording, recordings, replay | slides, præsentation, optagelse, optagelser | diapositives, présentation, enregistrement, replay | slides, apresentação, gravação, gravações, replay
registration | registration, register, sign up, signup, signing up, waiting list, waitlist | tilmelding, tilmelde, venteliste, oprette | inscription, inscrire, liste d'attente | inscrição, inscrever, cadastro, cadastrar, lista de espera
meeting | call, video call, zoom call | opkald, videomøde | appel, visio, visioconférence | chamada, videochamada, ligação de vídeo
exercise | exercise, exercises, assignment, assignments, homework, essay | øvelse, øvelser, aflevering, afleveringer, opgaveaflevering, lektier | exercice, exercices, devoir, devoirs, rendu | exercício, exercícios, lição de casa, trabalho da disciplina, tarefa enviada
grading | grading, graded, grade, grades, marks, marked, results, exam results | karakter, karakterer, rettet, rette opgaver | corrigé, correction, notes d'examen, notation | nota, notas, correção, corrigiu, corrigido, resultado da prova
tutor | mentor, tutor, study group | mentor, vejleder, studiegruppe | mentor, tuteur, groupe d'étude | mentor, tutor, grupo de estudos
streak | streak, streaks, daily streak, login streak | streak, stime | série de jours, streak, flamme | ofensiva, sequência de dias, streak
lesson | practised, practice, practise, vocabulary | øvede, øve, øvelsen, ordforråd | pratiqué, s'entraîner, vocabulaire | pratiquei, praticar, vocabulário
opponent | enemies, enemy, opponent, opponents | fjender, modstander, modstandere | ennemis, ennemi, adversaire, adversaires | inimigo, inimigos, adversário, oponente
timezones | timezones, in the middle of the night, 4 am, 3 am, for europeans | tidszoner, midt om natten | fuseaux, en pleine nuit | fuso, de madrugada
feed | feed, timeline, chronological, chronological order | feed, tidslinje, kronologisk | fil, fil d'actualité, chronologique, ordre chronologique | feed, linha do tempo, cronológico, ordem cronológica
group | group, groups, private group | gruppe, grupper | groupe, groupes | grupo, grupos
approval | approve, approves, approval, approved, request to join, let into | godkende, godkender, godkendelse, anmodning | approuver, approbation, demande d'adhésion, valider ma demande | aprovar, aprovação, pedido para entrar, aprovam
construction | construction, building site, renovation, roadworks | byggeri, byggeplads, ombygning, vejarbejde | travaux, chantier, rénovation | obra, obras, construção, reforma
bathroom | bathroom, towels | badeværelse, håndklæder | salle de bain, serviettes, cheveux | banheiro do quarto, toalhas, cabelo
camping | camping, campsite, camp, tent, tents | camping, campingplads, telt, telte | camping, tente, tentes, campement | camping, acampamento, barraca
colleague | colleagues, coworkers, team members, teammates | kollega, kollegaer, kolleger | collègues, collègue | colegas, colega de trabalho
board | whiteboard, the board, canvas | tavlen, whiteboard | le tableau, tableau blanc | quadro, quadro branco, lousa
summary | summary, summaries, meeting notes, minutes of | referat, resumé, opsummering | résumé, compte rendu, synthèse | resumo, resumos, ata
removedusers | deactivated users, removed users, former employees, seats we, users we removed | deaktiverede brugere, tidligere ansatte | utilisateurs désactivés, anciens employés | usuários desativados, ex-funcionários
bill | bill, bills, phone bill | regning, regninger, telefonregning | note de, facture de téléphone | conta de telefone, conta de luz, boleto
device | device, devices, trusted device | enhed, enheder | appareil, appareils, terminal | aparelho, dispositivo, dispositivos
pin | pin, pin code | pin, pinkode | code pin | pin, código pin
busstop | drove past, drives past, drives right past, did not stop, didn't stop, without stopping | kørte forbi, standsede ikke, stoppede ikke, kører forbi | ne s'est pas arrêté, passé sans s'arrêter, sans s'arrêter | passou direto, não parou, passa direto
lampost | street lamp, street lights, streetlight, lamp post | gadelampe, gadelys, lygtepæl | lampadaire, éclairage public, réverbère | poste, iluminação da rua, lâmpadas da rua, iluminação pública
emptying | overflowing, empty the bins, emptied the bins, emptying | overfyldte, tømmer, tømning, bliver ikke tømt | débordent, débordé, ramassage, vidées | transbordando, coleta de lixo, recolhem
edition | edition, version i ordered, variant, model | udgave, variant, model | édition, variante, modèle | edição, variante, modelo
suitcase | lost luggage, lost baggage | forsvundet bagage | bagage perdu, valise perdue | mala perdida, extraviaram, bagagem extraviada
athome | no internet at home, at home | derhjemme, hjemme hos mig | chez moi, à la maison | em casa, na minha casa
abroad | inside the eu, in the eu, abroad | i eu, udlandet | à l'étranger, dans l'ue | no exterior, fora do país
opening* | open, opens, opening, opened | åbne, åbner, åbnet | ouvrir, ouvre, ouvert, ouvrent | abrir, abre, abriu, aberto
joining* | join, joining, joined | deltage, komme med, være med | rejoindre, rejoint, participer | participar, entrar em, juntar
leaving* | leave, leaves, leaving, left early | forlade, forlader, gå ud | quitter, quitte, partir | deixar o, abandonar, ir embora
choosing* | choose, select, selected, pick, chose | vælge, vælger, valgt | choisir, sélectionner, choix | escolher, selecionar, escolha
adding* | add, adding, added | tilføje, tilføjer, tilføjet | ajouter, ajoute | adicionar, acrescentar, incluir
moving* | move, moves, moved, moving | flytte, flytter, rykke | déplacer, bouger | mover, arrastar o, deslocar
sending* | send, sends, sent, sending | sende, sender, sendt | envoyer, envoie, envoyé, envoi | enviar, mandar, enviado, enviei, mandei
receiving* | receive, received, receiving | modtage, modtaget, modtog | recevoir, reçu, reçois, reçue | receber, recebi, recebido
asking* | ask, asked, asks, question, questions | spørge, spurgt, spørgsmål | demander, demande, question, questions | perguntar, pergunta, perguntas, pedir
calling* | call, called, calls, phoned, rang | ringe, ringede, ringer, opkald | appeler, appelé, appels | ligar, liguei, ligam, chamada telefônica
reading* | read, reads | læse, læser, læst | lire, lu, lis | ler, leio, li
watching* | watch, watching, watched | se film, kigge, ser på | regarder, regarde | assistir, assistindo
listening* | listen, listening | lytte, lytter | écouter, écoute | escutar, ouvir
speaking* | speak, speaks, talk, talks, talking | tale, taler, snakke, snakker | parler, parle | falar, conversar
showing* | show, shows, shown, display, displays, displayed | vise, viser, vist | afficher, affiche, affiché, montre que | mostrar, mostra, aparece, exibe
hiding* | hide, hidden, hides | skjule, skjult, gemme væk | cacher, caché, masquer | esconder, escondido, ocultar
sorting* | sort, sorted, order of, sorting | sortere, sorteret, rækkefølge | trier, trié, ordre des | ordenar, ordem das, ordem dos
saving* | save, saved, saves, saving | gemme, gemmer, gemt | enregistrer, enregistré, sauvegarder, sauvegardé | salvar, salva, salvo, guardar
loading* | load, loads, loading, loaded | indlæse, indlæser, loade | charger, charge, chargement | carregar, carrega
scanning* | scan, scanned, scanner, scanning | scanne, scanner, scannet | scanner, scanné | escanear, leitor, ler o código
clicking* | click, clicking, clicked, tap, press | klikke, klikker, trykke, trykker | cliquer, clique, appuyer | clicar, clico, apertar
typing* | type, typing, typed, enter | skrive, taste, indtaste | taper, saisir, écrire | digitar, digito, escrever
turningoff* | turn off, turned off, switch off, disable, disabled | slå fra, slukke, slukket | désactiver, éteindre, éteint | desligar, desativar, desligado
turningon* | turn on, turned on, switch on, start up, enable | slå til, tænde, tændt | activer, allumer, démarrer | ligar o, ativar, iniciar
restarting* | restart, restarted, reboot, reinstall, reinstalled | genstarte, genstartet, geninstallere | redémarrer, redémarré, réinstaller | reiniciar, reiniciei, reinstalar
selling* | sell, sells, sold, selling, seller | sælge, sælger, solgt | vendre, vendu, vend, vendeur | vender, vende, vendido, vendedor
driving* | drive, drives, drove, driving, driver | køre, kører, kørte | conduire, roule, conducteur | dirigir, dirigindo, condutor
walking* | walk, walking, on foot, walked | gå, gå til fods, gående | marcher, à pied, piéton | andar, a pé, caminhar, pedestre
waiting* | wait, waiting, waited, waits | vente, venter, ventet, ventede | attendre, attends, attente, attendu | esperar, espero, esperei, esperando
sleeping* | sleep, asleep, sleeping, woke | sove, sov, vågnede, vækker | dormir, dors, réveillé | dormir, dormi, acordei
cleaning* | clean, cleaned, cleaning, cleaner | gøre rent, rengøring, rengjort | nettoyer, nettoyé, ménage | limpar, limpeza, limpo
fixing* | fix, fixed, fixing, solve, solved | rette, løse, løst, ordne, fikse | réparer le bug, corriger, résoudre, résolu | consertar o, resolver, resolvido, corrigir o
losing* | lose, losing, loses | miste, mister, taber | perdre, perd, perds | perder, perde, perco
winning* | win, won, wins, winning | vinde, vandt, vinder | gagner, gagné, gagne | ganhar, ganhei, ganhou, vencer
dying* | die, died, kill, killed, kills, death | dø, død, dræbt, dræber | mourir, meurs, tué, tuer, mort | morrer, morri, morto, matar, matou
stopping* | stop, stops, stopped, stopping | stoppe, stopper, stoppet, standse | arrêter, arrête, arrêté | parar, para de, parou
learning* | learn, learning, learned, study | lære, lærer noget, studere | apprendre, étudier, appris | aprender, aprendo, estudar
voting* | vote, voting, voted | stemme på, stemte, afstemning | voter, voté | votar, votação, votei
following* | follow, following, follower, followers | følge, følger, følgere | suivre, abonnés, suit | seguir, seguidores, sigo
blocking* | block, blocks, blocking | blokere, blokerer | bloquer quelqu'un, bloquer | bloquear, bloqueio
welcome* | welcome, welcomed, newbie | velkommen, velkomst | bienvenue, accueil des nouveaux, accueilli | bem-vindo, boas-vindas
tone* | tone, language used, swearing, swear words | tone, bandeord, sprogbrug | ton, gros mots, propos | tom, palavrões, linguagem
sun | sun, shade, sunny, heat outside | sol, skygge | soleil, ombre | sol, sombra
queueing | in line, the line, the queue | køen, i køen | la queue, la file | na fila, a fila
brightness | bright, brightness, too bright, glare, flashing, flicker, flickers, flickering | lysstyrke, blændende, blinker, flimrer | luminosité, éblouissant, clignote, scintille | brilho, claro demais, piscando, pisca
heavy | heavy, weight, weighs | tung, vægt, vejer | lourd, poids, pèse | pesado, peso, pesa
salt | salt, salty, sugar, sweet, spicy | salt, sukker, sød, stærkt krydret | sel, salé, sucre, sucré, épicé | sal, salgado, açúcar, doce, apimentado
vehicle* | van, truck, lorry, motorbike | varevogn, lastbil, motorcykel | camion, camionnette, moto | caminhão, van, moto
road | road, motorway, lane, pothole, crossing, traffic light | vejen, motorvej, hul i vejen, fodgængerfelt, lyskryds | route, autoroute, nid-de-poule, passage piéton, circulation, feu rouge | estrada, rodovia, buraco, faixa de pedestres, semáforo
park | park, parks, lake, beach, forest | park, parken, sø, strand, skov | parc, lac, plage, forêt | parque, lago, praia, floresta
council | council, mayor, city hall, municipality | kommune, borgmester, rådhus | mairie, maire, commune | prefeitura, prefeito, câmara
election | board of, committee, general assembly, annual meeting | bestyrelse, generalforsamling, udvalg | conseil d'administration, assemblée générale, comité | diretoria, assembleia, comitê, conselho
application | application for, applied, apply, applicants | ansøgning, ansøge, søgt om | candidature, candidater, postulé | candidatura, candidatar, processo seletivo
salary | salary, pay slip, wage, wages, overtime, payroll | løn, lønseddel, overarbejde | salaire, fiche de paie, heures supplémentaires | salário, holerite, hora extra
holiday | holiday, holidays, vacation, day off, leave request | ferie, feriedage, fridag, orlov | vacances, congé, congés | férias, folga, feriado
shift | shift, shifts, rota, roster | vagt, vagter, vagtplan | planning, service de nuit, horaires de travail | turno, escala, plantão
office | office, desk, meeting room, coworking | kontor, skrivebord, mødelokale | bureau, salle de réunion, open space | escritório, mesa de trabalho, sala de reunião
onboardingjob | manager, boss at work, hr, human resources | leder, chef, hr | responsable, chef de service, rh, ressources humaines | gestor, gerente, rh, recursos humanos
training | training, safety training, e-learning | træning, oplæring, e-læring | formation interne, e-learning | treinamento, capacitação
`;
