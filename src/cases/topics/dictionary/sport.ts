/** Sports, clubs and trips. A line a thing, as in things.ts. */
export const SPORT = `
football | football, soccer, goalkeeper, pitch, goal posts, goals | fodbold, målmand, fodboldbane, målstolper | football, foot, gardien de but, terrain de foot | futebol, goleiro, campo de futebol, gol
basketball | basketball, volleyball, handball, hockey | basketball, basket, volleyball, håndbold, hockey | basket, basketball, volley, handball, hockey | basquete, vôlei, handebol, hóquei
tennis | tennis, badminton, padel, squash, racket, table tennis | tennis, badminton, padel, squash, ketsjer, ketcher, bordtennis | tennis, badminton, padel, squash, raquette, tennis de table | tênis de quadra, badminton, padel, squash, raquete, tênis de mesa
court | court, courts, sports hall, indoor court | banen, sportshal, idrætshal, halgulv | court, terrain, terrains, gymnase | quadra, quadras, ginásio
running | running, runner, runners, marathon, jogging, race, races | løb, løber, løbere, maraton, motionsløb | course à pied, coureur, coureurs, marathon, jogging | corrida de rua, corredor, corredores, maratona, prova de corrida
cycling | cycling, cyclist, cyclists, bike lane, cycle path, bike rack | cykling, cyklist, cyklister, cykelsti, cykelstativ | cyclisme, cycliste, cyclistes, piste cyclable, range-vélos | ciclismo, ciclista, ciclistas, ciclovia, bicicletário
climbing | climbing, climb, bouldering, boulder, holds | klatring, klatre, bouldering, klatrevæg, greb | escalade, grimper, bloc, prises, mur d'escalade | escalada, escalar, boulder, agarras
hiking | hike, hiking, trail, trails, route, routes, path | vandretur, vandre, sti, stier, rute, ruter | randonnée, sentier, sentiers, itinéraire, parcours | trilha, trilhas, caminhada, rota, rotas, percurso
swimming | swim, swimmer, swimmers, lifeguard, goggles, swimming lesson | svømme, svømmer, livredder, svømmebriller, svømmeundervisning | nager, nageur, maître-nageur, lunettes de natation | nadar, nadador, salva-vidas, óculos de natação
yoga | yoga, pilates, spinning, zumba, stretching | yoga, pilates, spinning, zumba, udstrækning | yoga, pilates, spinning, zumba, étirements | ioga, yoga, pilates, spinning, zumba, alongamento
weights | weights, dumbbell, dumbbells, barbell, treadmill, bench press | vægte, håndvægte, vægtstang, løbebånd | haltères, poids de musculation, barre de musculation, tapis de course | halteres, pesos, esteira, supino
martial | judo, karate, boxing, martial arts, fencing | judo, karate, boksning, kampsport, fægtning | judo, karaté, boxe, arts martiaux, escrime | judô, caratê, boxe, artes marciais, esgrima
skiing | ski, skiing, snowboard, skating, ice rink, skate, skatepark | ski, snowboard, skøjter, skøjtehal, skate, skatepark | ski, snowboard, patinage, patinoire, skate, skatepark | esqui, snowboard, patinação, pista de gelo, skate, pista de skate
referee | referee, referees, umpire, judge, judges, jury, judging | dommer, dommere, jury, bedømme | arbitre, arbitres, juge, juges, jury | árbitro, árbitros, juiz, juízes, júri, jurado
coachsport | coach, coaches, training session, practice session, trainings | træner, trænere, træningen, træninger | entraîneur, entraîneurs, coach, entraînement, entraînements | treinador, técnico do time, treino, treinos
jersey | jersey, jerseys, kit of the team, uniform, tracksuit | spillertrøje, holdtrøje, uniform, træningsdragt | maillot, maillots, uniforme, survêtement | uniforme, camisa do time, agasalho, equipamento do clube
ball | ball, balls, net, nets | bold, bolde, net | ballon, ballons, balle, balles, filet | bola, bolas, rede de vôlei
lineup | line-up, starting eleven, substitute, bench player, selection, picked for the team, squad list | holdopstilling, udtaget, udtagelse, udskifter, bænken | composition d'équipe, sélection, sélectionné, remplaçant | escalação, convocação, convocado, reserva do time, seleção
fixture | fixture, fixtures, match schedule, game schedule, kick-off | kampprogram, kampplan, kampstart | calendrier des matchs, coup d'envoi | tabela de jogos, calendário de jogos, início do jogo
injury | injury, injured, sprain, broken arm, first aid | skade, skadet, forstuvet, brækket, førstehjælp | blessure, blessé, entorse, premiers secours | lesão, lesionado, machucado, entorse, primeiros socorros
clubhouse | clubhouse, club room, club house | klubhus, klublokale, klubhuset | club-house, local du club | sede do clube, sede
club | club, clubs, association | klub, klubben, forening, foreningen | club, association | clube, associação
membershipfee | membership fee, annual fee, club fee, dues, subscription fee | kontingent, medlemskontingent, årskontingent | cotisation, cotisations, adhésion annuelle | mensalidade, anuidade, cota de sócio, quota
memberperson | member, members | medlem, medlemmer | membre, membres, adhérent, adhérents | membro, membros, sócio, sócios
boardclub | chairman, chairperson, president, treasurer, committee | formand, forperson, kasserer, bestyrelsen | président, présidente, trésorier, bureau de l'association | presidente, tesoureiro, diretoria
minutes | minutes of the meeting, minutes from | referatet, mødereferat | procès-verbal, compte-rendu | ata da reunião, ata
trip | trip, trips, excursion, outing, journey, tour, tours | udflugt, udflugter, rejse, rundtur, tur | sortie, sorties, excursion, voyage, visite guidée | passeio, passeios, excursão, viagem, viagens, visita guiada
camp | camp, summer camp, scouts, scout | lejr, sommerlejr, spejder, spejdere | colonie, camp, scouts, scout, camp d'été | acampamento, colônia de férias, escoteiros, escoteiro
`;
