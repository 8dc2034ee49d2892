/** Life in a community and its events. A line a thing, as in things.ts. */
export const COMMUNITY = `
rules | rule, guideline, policy | regel, reglerne, adfærdskodeks, politik for | règle, règlement, code de conduite | regra, regulamento, código de conduta
moderation | moderators, admin, admins | moderatorerne, admin, administrator | modérateurs, modo, modos, admin, administrateur | mod, admin, administrador
ban | bans, unban, unbanned, permaban, suspended | udelukkelse, karantæne | bannie, exclu, exclusion, suspendu | suspenso, expulso
mute | timed out, timeout, gagged | timeout, dæmpet | muette, exclu temporairement | mutada, castigo, silenciada
automod | automod, word filter, swear filter, profanity filter, bad word filter, censors, censored, filter deletes, blocked word | automod, ordfilter, bandefilter, censurerer, censureret | automod, filtre de mots, filtre d'insultes, censure | automod, filtro de palavras, filtro de palavrões, censura, censurado
report | report, flag, flagged | anmeldt, rapporteret | signalements, signalé | denunciado, reportar, reporte
insult | harass, harassed, bully, stalking, threats, threatened, creep | chikanere, mobber, trusler, truer, forfulgt | harcelé, harceler, intimidation, menaces, menacé | assediado, bullying, perseguição, ameaças, ameaçado
sexism | sexism, sexist, racism, racist, homophobia, homophobic, transphobic, slur, slurs, hate | sexisme, sexistisk, racisme, racistisk, homofobi, had, hadefuld | sexisme, sexiste, racisme, raciste, homophobie, homophobe, haine | sexismo, machista, machismo, racismo, racista, homofobia, homofóbico, ódio
gossip | drama, gossip, clique, cliques, infighting, argument, arguments, quarrel, fight in chat, fights | drama, sladder, klike, kliker, skænderi, skænderier, mudderkastning | drame, dramas, ragots, clan, disputes, dispute, embrouilles | treta, tretas, fofoca, panelinha, panelinhas, briga, brigas, discussão
welcome* | newcomer, newcomers, newbies, new people, new members, beginners | nytilkommen, nybegynder, nybegyndere, nye folk, nye medlemmer | nouveau venu, nouveaux venus, nouveaux, débutant, débutants, nouveaux membres | novato, novatos, iniciante, iniciantes, novos membros, recém-chegado
spam | spammer, spammers, spamming, scams, scammers, scammed, crypto | spammer, spammere, svindlere, snyd, krypto | spammeur, spammeurs, arnaques, escroc, escrocs, crypto | spammer, spammers, golpes, golpistas, cripto, burla
promotion | self promo, promoting, promote, shilling, plugging | promovere, reklamere for | promouvoir, promo perso, faire sa pub | divulgar, jabá
offtopic | off-topic, off topic, derailed, unrelated, on topic | off-topic, ved siden af emnet, uden for emnet, irrelevant | hors sujet, hors-sujet, dévie | fora do assunto, fora do tópico, off-topic, desvia
spoiler | spoiler, spoilers, spoiled, spoiling, spoiler tag | spoiler, spoilere, spoilet, afslører, afsløret slutningen | spoiler, spoilers, spoil, spoilé, divulgâcher, divulgâché | spoiler, spoilers, revelaram o final
channel | room, subchannel | kanalen | salons, canaux, chaîne | sala
role | badge, badges, ranks, title of | rollen, rang, emblem | rôles, grades, badge | cargos, papel, emblema, patente
minority | mod team, leaders, double standards, special treatment | dobbeltmoral, vennetjeneste, særbehandling | traitement de faveur, passe-droit | dois pesos e duas medidas, tratamento especial, puxa-saco, privilégio, protegidos
voicechannel | voice channel, voice chat, voice room, voice call, push to talk, open mic | talekanal, stemmechat, talechat, voice, tal og tryk | vocal, salon vocal, chat vocal, appuyer pour parler | canal de voz, chat de voz, call, sala de voz, apertar para falar
everyone | everyone, at everyone, ping, pings, pinged, mention, mentions, mentioned, tagging | everyone, pinge, pinget, nævne, nævnt, tagge, tagget | everyone, mention, mentions, mentionner, ping, pings, taguer | everyone, marcar todos, marcação, mencionar, menção, menções, pingar
notification | digest, push notification | pushbesked, besked på mobilen | notifications, alertes | notificado, alertas, aviso
emoji | gif, gifs | klistermærke, gif, gifs | autocollants, gif, gifs | emojis, figurinha, gif, gifs
button* | links, url, hyperlink | links, linket | liens, hyperlien | links
link* | dead links, broken links, leads nowhere | døde links, linket virker ikke | liens morts, lien cassé, lien ne marche | links quebrados, link morto
invitation | invitations, invited | inviteret | invitations, invité | convites, convidado
event* | events, meetups, gathering, get-together | arrangementer, begivenhed, møde op, sammenkomst, træf | événements, rencontre, rencontres, rassemblement | eventos, encontro, encontros, confraternização
event* | con, fair, expo, hackathon | messe, kongres, hackathon | convention, salon du, foire, hackathon | convenção, feira, congresso, hackathon
programme | programme, program, agenda, schedule, line-up, timetable of | program, programmet, dagsorden, tidsplan | programme, agenda, planning, ordre du jour | programa, programação, agenda, cronograma
ticket | e-ticket, presale, ticket sale | billetter, billetten, billetsalg, forsalg | billets, billetterie, place de concert, prévente | ingressos, bilhetes, bilheteria, pré-venda
queue | queue, queues, queueing, queuing, line, lines, waited in line | kø, køer, køen, ventetid | file, file d'attente, queue, files | fila, filas
seat | seating, reserved seat, row, front row | sæder, plads, pladser, siddepladser, række | siège, place, places assises, rang, rangée | assentos, lugar, cadeira marcada, fileira
venue | location of the event, halls, rooms | lokaler, lokalet, salen, sted, hal | salles, local | local do evento, salão, salas, espaço
toilet | restrooms, loo, wc, bathrooms | toilettet | toilette | banheiros, sanitários, wc
volunteer | volunteering, helper, helpers | hjælper, hjælpere | bénévolat, volontaire | voluntariado, ajudante
organiser | organiser, organisers, organizer, organizers, host, hosts, hosted | arrangør, arrangører, vært, værter | organisateur, organisateurs, hôte, organisation | organizador, organizadores, organização, anfitrião
photographer | photographer, photographed, took pictures of, photos of me, pictures of me, filmed me, filmed | fotograf, fotograferet, billeder af mig, filmet, tog billeder af | photographe, photographié, photos de moi, filmé, pris en photo | fotógrafo, fotografado, fotos minhas, me filmaram, filmado, tiraram fotos
workshop | workshops, session, sessions, talk, talks | workshops, session, sessioner, foredrag | ateliers, session, sessions, conférence, conférences | oficinas, sessão, sessões, palestra, palestras
stream | streams, streaming, live stream | streamen, streaming | streams, diffusion en direct, retransmission | streams, lives, transmissão ao vivo
streamer | streamer, streamers, influencer, youtuber, content creator, creators | streamer, streamere, influencer, youtuber | streamer, streamers, influenceur, youtubeur, créateur de contenu | streamer, streamers, influenciador, youtuber, criador de conteúdo
tutor | mentors, buddy, pair, pairing, partner up | mentorer, makker, makkerpar | mentors, binôme, parrain, parrainage | mentores, dupla, padrinho, apadrinhamento
speakup | shy, introvert, speak up, dominated, always the same people, interrupts, interrupted | genert, introvert, afbryder, afbrudt, de samme der taler, dominerer | timide, introverti, coupe la parole, monopolise, toujours les mêmes | tímido, introvertido, interrompe, monopoliza, sempre os mesmos, domina a conversa
kids | children, kids, underage, minors, child-friendly, family-friendly, teenagers | børn, børnene, mindreårige, børnevenlig, teenagere, unge | enfants, mineurs, ados, adolescents, jeunes | crianças, menores, adolescentes, jovens, infantil
age | age, age limit, age group, years old, older than, adults only, eighteen | alder, aldersgrænse, aldersgruppe, voksne, attenårige | âge, limite d'âge, tranche d'âge, adultes, majeur | idade, limite de idade, faixa etária, adultos, maior de idade
local | local, local group, local chapter, my city, my town, only in the capital, small towns, big cities, other cities | lokal, lokalgruppe, min by, i provinsen, kun i hovedstaden, andre byer, jylland | local, groupe local, ma ville, en province, que dans la capitale, autres villes | local, grupo local, minha cidade, no interior, só na capital, outras cidades
translationapp | danish | dansk, portugisisk, spansk | français, danois, portugais | francês, dinamarquês, português
trash | archives, old messages, old posts, history of the channel, message history | arkivet, gamle beskeder, gamle opslag, beskedhistorik | archives, anciens messages, historique des messages | arquivo do canal, arquivada, mensagens antigas, histórico de mensagens
chain | bridge, bridged, matrix, irc, telegram, whatsapp, facebook, instagram, twitter, social media | bro til, matrix, irc, telegram, whatsapp, facebook, instagram, sociale medier | passerelle, matrix, irc, telegram, whatsapp, facebook, instagram, réseaux sociaux | ponte com, matrix, irc, telegram, whatsapp, facebook, instagram, redes sociais
`;
