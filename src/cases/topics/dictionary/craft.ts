/** Crafts, tools, materials, food and drink, animals, plants and the home. A line a thing, as in things.ts. */
export const CRAFT = `
knitting | knitting, knit, crochet, yarn, wool, needles | strikke, strik, hækle, garn, uld, strikkepind | tricot, tricoter, crochet, laine, aiguilles | tricô, crochê, lã, agulhas
sewing | sewing, sew, stitch, stitches, thread for sewing, needle | sy, symaskine, sting, sytråd, nål | coudre, machine à coudre, fil à coudre, aiguille, point de couture | costurar, máquina de costura, ponto, linha de costura, agulha
pattern | pattern, patterns, template to cut | mønster, mønstre, opskrift | patron, motif, patrons | molde, padrão, moldes
recipe | recipe, recipes, cookbook | opskrift, opskrifter, kogebog | recette, recettes, livre de cuisine | receita, receitas, livro de receitas
oven | oven, stove, cooker, hob, microwave | ovn, komfur, kogeplade, mikroovn | four, cuisinière, plaque, micro-ondes | forno, fogão, micro-ondas
kitchen | kitchen, fridge, freezer, refrigerator, dishwasher, sink | køkken, køleskab, fryser, opvaskemaskine, håndvask | cuisine, frigo, réfrigérateur, congélateur, lave-vaisselle, évier | cozinha, geladeira, frigorífico, congelador, lava-louças, pia
knife | knife, knives, blade, fork, spoon, cutlery | kniv, knive, klinge, gaffel, ske, bestik | couteau, lame, fourchette, cuillère, couverts | faca, lâmina, garfo, colher, talheres
pan | pan, pot, pots, kettle | pande, gryde, kedel, elkedel | poêle, casserole, bouilloire | panela, frigideira, chaleira
screw | screw, screws, bolt, bolts, nut and bolt, nails, screwdriver | skrue, skruer, bolt, søm, skruetrækker, møtrik | vis, boulon, clou, tournevis, écrou | parafuso, parafusos, prego, chave de fenda, porca
drill | drill, saw, hammer, tool, tools, toolbox, pliers | bor, boremaskine, sav, hammer, værktøj, tang | perceuse, scie, marteau, outil, outils, pince | furadeira, serra, martelo, ferramenta, ferramentas, alicate
lasercutter | laser cutter, laser, cnc, engraver | laserskærer, laser, cnc, fræser | découpeuse laser, laser, cnc, fraiseuse | cortadora a laser, laser, cnc, fresadora
threedprinter | 3d printer, filament, nozzle, extruder, resin, spool | filament, dyse, harpiks, spole | filament, buse, résine, bobine | impressora de filamento, filamento, bico, resina, bobina
soldering | soldering, solder, circuit, circuit board, chip, resistor, arduino, electronics | lodde, loddekolbe, kredsløb, printplade, elektronik, modstand | souder, fer à souder, circuit imprimé, électronique, résistance | soldar, solda, placa, circuito, eletrônica, resistor
glue | glue, adhesive, sticky, tape, glued | lim, klister, tape, limet, klistret | colle, adhésif, scotch, collant | cola, adesivo, fita adesiva, colado
paint | paint, painted, painting, brush, varnish, pigment | maling, malet, male, pensel, lak, pigment | peinture, peindre, pinceau, vernis, pigment | tinta, pintar, pintura, pincel, verniz
wood | wood, wooden, timber, plank, plywood, board of wood | træ, træplade, brædde, krydsfiner, tømmer | bois, planche, contreplaqué, en bois | madeira, tábua, compensado
metal | metal, steel, iron, rust, rusty, aluminium | metal, stål, jern, rust, rusten, rustet | métal, acier, fer, rouille | metal, aço, ferro, ferrugem, enferrujado
plastic | plastic, plastics, rubber | plastik, plast, gummi | plastique, caoutchouc | plástico, borracha
leather | leather, suede | læder, skind, ruskind | cuir, daim | couro, camurça
paper | paper, cardboard, sheet of paper, notebook paper | papir, karton, ark papir | papier, carton, feuille | papel, papelão, folha
ink | ink, pen, pencil, marker, toner, cartridge | blæk, kuglepen, blyant, tusch, toner, patron | encre, stylo, crayon, feutre, cartouche | tinta de caneta, caneta, lápis, cartucho, toner
clay | clay, ceramic, pottery, kiln | ler, keramik, ovn til keramik, drejebænk | argile, céramique, poterie | argila, cerâmica, barro
candle | candle, candles, wax, soap | stearinlys, lys i glas, voks, sæbe | bougie, bougies, cire, savon | vela, velas, cera, sabonete, sabão
jewellery | jewellery, jewelry, ring, necklace, earring, bracelet, bead, beads | smykke, smykker, halskæde, ørering, armbånd, perler | bijou, bijoux, collier, boucle d'oreille, perles, bague | joia, joias, colar, brinco, pulseira, miçanga, anel
kit | kit, kits, starter kit, set | sæt, byggesæt, startsæt, startkit | kit, coffret, kit de démarrage | kit, conjunto, estojo
model | model kit, miniature, miniatures, figure, figurine | modelbyggesæt, miniature, miniaturer, figur | maquette, miniature, figurine | miniatura, miniaturas, boneco, estatueta
lens | lens, tripod, shutter, aperture | objektiv, stativ, lukker, blænde | objectif, trépied, obturateur | lente, tripé, obturador
drone | drone, drones, propeller | drone, droner, propel | drone, hélice | drone, hélice
motor | motor, engine, gear, gearbox, chain | motor, gear, gearkasse, kæde | moteur, engrenage, boîte de vitesses, chaîne | motor, engrenagem, câmbio, corrente
saddle | saddle, pedal, pedals, handlebar | sadel, pedal, pedaler, styr | selle, pédale, guidon | selim, pedal, guidão
wire | wire, wires, wiring, socket, outlet, adapter, extension lead | ledninger, stikkontakt, adapter, forlængerledning | fils électriques, prise électrique, adaptateur, rallonge | fio, fios, fiação, tomada elétrica, adaptador, extensão elétrica
sensor | sensor, sensors, detector | sensor, sensorer, føler, detektor | capteur, capteurs, détecteur | sensor, sensores, detector
switchknob | switch, knob, lever, dial | kontakt, drejeknap, håndtag | interrupteur, molette, levier | interruptor, alavanca, botão giratório
handle | handle, grip, strap, hinge, lid, cover | håndtag, greb, rem, hængsel, låg, dæksel | poignée, sangle, charnière, couvercle | alça, puxador, dobradiça, tampa
pocket | pocket, sleeve, collar, hood | lomme, ærme, krave, hætte | poche, manche, col, capuche | bolso, manga, gola, capuz
shrinking | shrank, shrunk, shrinks, shrink | krympet, krymper, krøb, skrumpet | rétrécit, a rétréci, rétrécissent | encolheu, encolhe, encolhido
fading | faded, fades, washed out, bleeds colour, bleed | falmet, falmer, bleget, smitter af | délavé, déteint, se décolore | desbotou, desbotado, desbota, soltou tinta
peeling | peeling, peels, peeled, flaking, comes off | skaller af, løsner sig, falder af, afskalning | s'écaille, se décolle, pèle, décollé | descascando, descascou, descola, descolou, soltando
loose | loose, wobbly, wobbles, unstable, rattles, rattle | løs, vakler, vakkelvorn, ustabil, rasler | desserré, bancal, instable, branlant, du jeu dans | solto, frouxo, bambo, instável, balança
pulling | itchy, itches, scratchy, rough | klør, kradser, ru | gratte, qui gratte, rêche, démange | coça, pinica, áspero
bracket | shelf, shelves, rack for, cupboard, wardrobe, drawer | hylde, hylder, reol, skuffe, garderobeskab | étagère, étagères, placard, tiroir, armoire | prateleira, prateleiras, estante, gaveta, guarda-roupa
tables | table, tables, desk, bench | bord, borde, bænk, skrivebord | table, tables, banc | mesa, mesas, bancada, banco de sentar
chair | chair, chairs, stool, armchair | stol, stole, skammel, lænestol | chaise, chaises, tabouret, fauteuil | cadeira, cadeiras, banqueta, poltrona
sofa | sofa, couch | sofa, sofaen | canapé | sofá
bedmattress | mattress, duvet, blanket | madras, dyne, tæppe | matelas, couette, couverture | colchão, edredom, cobertor, manta
carpet | carpet, rug, floor, floors, tile, tiles | gulv, gulvet, gulvtæppe, flise, fliser | tapis, sol, parquet, moquette, carrelage | tapete, chão, piso, azulejo
wall | wall, walls, ceiling, roof, plaster | væg, væggen, loft, tag, puds | mur, murs, plafond, toit | parede, muro, teto, telhado
window | window, windows of the, curtain, curtains, blind, blinds | vindue, vinduer, gardin, gardiner, persienne | fenêtre, fenêtres, rideau, rideaux, store | janela, janelas, cortina, cortinas, persiana
balcony | balcony, terrace, patio | altan, terrasse, gård | balcon, terrasse, cour | varanda, sacada, terraço, quintal
stairs | stairs, staircase, stairwell, steps, stairway | trappe, trapper, opgang, trappeopgang | escalier, escaliers, cage d'escalier, marches | escada, escadas, escadaria, degraus
lift | lift, elevator | elevator, elevatoren | ascenseur | elevador
basement | basement, cellar, attic, storage room | kælder, kælderrum, loftsrum, pulterrum | cave, sous-sol, grenier | porão, cave, sótão, depósito
doorbell | doorbell, intercom, entry phone | dørklokke, dørtelefon | sonnette, interphone | campainha, interfone
keyphysical | key card, keycard, key fob, spare key, keys to, door code | nøgle, nøgler, nøglekort, adgangskort, dørkode, nøglebrik | clé, clés, badge d'accès, carte d'accès, digicode | chave, chaves, cartão de acesso, tag de acesso
pipe | pipe, pipes, drain, tap, faucet, plumbing, plumber | rør, afløb, vandhane, hane, vvs, blikkenslager | tuyau, canalisation, robinet, plomberie, plombier, évacuation | cano, canos, encanamento, torneira, ralo, encanador
mould | mould, mold, mouldy, damp, humidity | skimmel, skimmelsvamp, fugt, fugtig, mug | moisissure, moisi, humidité, humide | mofo, bolor, umidade, úmido
insect | insect, insects, bugs in the, cockroach, ants, wasp, mosquito, moth, rats, mice, mouse in the, vermin | insekter, kakerlak, myrer, hveps, myg, rotter, mus i, skadedyr | insecte, insectes, cafard, cafards, fourmis, guêpe, moustique, rats, nuisibles | inseto, insetos, barata, baratas, formigas, vespa, mosquito, ratos, pragas
hair | hair, hairs, beard, haircut, hairdresser | hår, skæg, klipning, frisør | cheveux, cheveu, barbe, coupe, coiffeur | cabelo, cabelos, barba, corte de cabelo, cabeleireiro
skinlike | rash, irritation, cream, lotion, sunscreen, make-up, makeup, cosmetics | udslæt, creme, lotion, solcreme, makeup | éruption, irritation, crème, crème solaire, maquillage | irritação na pele, creme, loção, protetor solar, maquiagem
perfume | perfume, deodorant, scent, fragrance | parfume, deodorant, duft | parfum, déodorant, senteur | perfume, desodorante, fragrância, aroma
toy | toy, toys, doll, puzzle, lego | legetøj, dukke, puslespil, lego | jouet, jouets, poupée, puzzle, lego | brinquedo, brinquedos, boneca, quebra-cabeça, lego
boardgame | board game, board games, dice, die rolls, meeple, tokens and cards | brætspil, terning, terninger, spillebrik | jeu de société, jeux de société, dé, dés, plateau de jeu | jogo de tabuleiro, jogos de tabuleiro, dado de jogo, dados de jogo, tabuleiro
cards | deck, decks, playing cards, trading cards, booster, booster pack | kortspil, spillekort, samlekort, boosterpakke, dæk kort | cartes à jouer, cartes à collectionner, booster, paquet de cartes, deck | baralho, cartas, deck, booster, figurinha
rulebook | rulebook, rule book, errata, rules booklet | regelbog, regelhæfte, regelsæt, rettelsesblad | livret de règles, livre de règles, errata | livro de regras, manual de regras, errata
chess | chess, checkmate, pawn, chess club | skak, skakklub, skakmat | échecs, pion, club d'échecs | xadrez, peão, clube de xadrez
dungeonmaster | dungeon master, game master, gm, roleplay, role-playing, character sheet, larp | spilleder, rollespil, karakterark, live-rollespil | maître du jeu, mj, jeu de rôle, fiche de personnage, gn | mestre, rpg, ficha de personagem, interpretação
cosplay | cosplay, costume, costumes, wig, props | cosplay, kostume, kostumer, paryk, udklædning | cosplay, costume, costumes, perruque, déguisement | cosplay, fantasia, fantasias, peruca, figurino
comic | comic, comics, manga, anime | tegneserie, tegneserier, manga, anime | bande dessinée, bd, manga, anime | quadrinhos, gibi, mangá, anime, banda desenhada
drawing | drawing, drawings, sketch, art, artwork, illustration, artist | tegning, tegninger, skitse, kunst, kunstværk, illustration, kunstner | dessin, dessins, croquis, art, œuvre, illustration, artiste | desenho, desenhos, esboço, arte, obra de arte, ilustração, artista
poster | poster, posters, leaflet, flyer, flyers, sticker sheet, banner | plakat, plakater, folder om, flyer, løbeseddel, banner | affiche, affiches, dépliant, flyer, prospectus, bannière | cartaz, cartazes, pôster, panfleto, folheto, banner
guitar | guitar, piano, instrument, instruments, drum, drums, violin, amplifier, amp | guitar, klaver, instrument, instrumenter, trommer, violin, forstærker | guitare, piano, instrument, batterie musicale, violon, ampli | guitarra, violão, piano, instrumento, instrumentos, violino, amplificador
choir | choir, orchestra, rehearsal, rehearsals, sheet music, singing | kor, orkester, øveaften, generalprøve, noder, synge | chorale, chœur, orchestre, répétition, répétitions, partition, chanter | coral, coro, orquestra, ensaio, ensaios, partitura, cantar
theatre | theatre, theater, play on stage, cinema, screening, movie theatre | teater, forestilling, biograf, filmvisning | théâtre, spectacle, cinéma, projection | teatro, espetáculo, cinema, sessão de cinema
dance | dance, dancing, dancer, ballet | dans, danse, danser, ballet | danse, danser, danseur, ballet | dança, dançar, dançarino, balé
vinyl | vinyl, record player, album, albums, cd, dvd | vinyl, plade, pladespiller, album, cd, dvd | vinyle, disque, platine, album, cd, dvd | vinil, disco, toca-discos, álbum, cd, dvd
telescope | telescope, microscope, binoculars, stars at night | teleskop, mikroskop, kikkert | télescope, microscope, jumelles | telescópio, microscópio, binóculo
plant | plant, plants, seedling, houseplant, cactus, leaves | plante, planter, stueplante, stikling, kaktus, blade | plante, plantes, semis, cactus, feuilles mortes | planta, plantas, muda, mudas, cacto, folhas
seeds | seed, seeds, bulbs to plant, soil, compost, fertiliser, fertilizer | frø, jord, kompost, gødning, løg til haven | graine, graines, terreau, compost, engrais, semences | semente, sementes, terra, adubo, compostagem, fertilizante
flower | flower, flowers, bouquet, roses | blomst, blomster, buket, roser | fleur, fleurs, bouquet, roses | flor, flores, buquê, rosas, ramo de flores
grasslawn | grass, lawn, lawnmower, hedge, weeds | græs, græsplæne, plæneklipper, hæk, ukrudt | pelouse, herbe, tondeuse, haie, mauvaises herbes | grama, gramado, relva, cortador de grama, mato
tree | tree, trees, branch, branches, roots | træer, trætop, gren, grene, rødder | arbre, arbres, racines | árvore, árvores, galho, raízes
allotment | allotment, plot, community garden, greenhouse, raised bed | kolonihave, nyttehave, fælleshave, drivhus, højbed | jardin partagé, parcelle, serre, potager | horta, horta comunitária, canteiro, estufa
bees | bee, bees, beehive, honey | bi, bier, bistade, honning | abeille, abeilles, ruche, miel | abelha, abelhas, colmeia, mel
aquarium | aquarium, fish tank | akvarium, akvariet | aquarium, bocal à poisson | aquário
cat | cat, cats, kitten, litter | kat, katte, killing, kattebakke, kattegrus | chat noir, chats, chaton, litière | gato, gatos, gatinho, areia do gato
horse | horse, horses, pony, stable, riding | hest, heste, pony, stald, ridning | cheval, chevaux, poney, écurie, équitation | cavalo, cavalos, pônei, estábulo, equitação
petfood | leash, collar for dog, dog food, vet, kibble | snor, hundesnor, hundefoder, dyrlæge, foder | laisse, croquettes, vétérinaire | coleira, ração, veterinário
bird | bird, birds, pigeon, seagull | fugl, fugle, due, måge | oiseau, oiseaux, pigeon, mouette | pássaro, pássaros, ave, pombo, gaivota
fishing | fishing, angling, boat, boats, kayak, canoe, sail, sailing, harbour, rowing | fiskeri, fisketur, båd, både, kajak, kano, sejle, havn, roning | pêche, bateau, bateaux, kayak, canoë, voile, port de plaisance, aviron | pesca, barco, barcos, caiaque, canoa, vela de barco, veleiro, porto, remo
wine | wine, wines, bottle of wine, tasting | vin, vine, vinsmagning | vin, vins, dégustation | vinho, vinhos, degustação
brewing | brewing, brew, homebrew, fermentation, yeast, hops | brygge, brygning, hjemmebryg, gæring, gær, humle | brassage, brasser, fermentation, levure, houblon | cerveja artesanal, fermentação, levedura, fermento, lúpulo
drink | pint, lager beer |  | bières, pinte | cervejas
tea | tea, teapot, herbal tea | te, tepose, urtete | thé, tisane, théière | chá, chás, bule
milk | milk, oat milk, cream in, cheese, yoghurt, butter, egg, eggs | mælk, havremælk, fløde, ost, yoghurt, smør, æg | lait, lait d'avoine, fromage, yaourt, beurre, œuf, œufs | leite, leite de aveia, queijo, iogurte, manteiga, ovo, ovos
chocolate | chocolate, sweets, candy, biscuit, biscuits, cookie jar, snack, snacks | chokolade, slik, kiks, småkager, snack, snacks | chocolat, bonbons, biscuit, biscuits, goûter, en-cas | chocolate, doces, balas, bolacha, biscoito, lanche, petisco
pizza | pizza, burger, burgers, fries, sandwich, sandwiches, kebab, hot dog | pizza, burger, pomfritter, sandwich, kebab, pølse | pizza, burger, frites, sandwich, kebab, hot-dog | pizza, hambúrguer, batata frita, sanduíche, cachorro-quente
pasta | pasta, rice, noodles, potato, potatoes, soup, sauce | pasta, ris, nudler, kartofler, suppe, sovs | pâtes, riz, nouilles, pommes de terre, soupe, sauce | massa de macarrão, macarrão, arroz, batata, sopa, molho
breakfast | breakfast, brunch | morgenmad, brunch | petit-déjeuner, petit déjeuner, brunch | café da manhã, pequeno-almoço, brunch
lunch | lunch, packed lunch, dinner, supper, buffet, catering | frokost, madpakke, aftensmad, middag, buffet, forplejning | déjeuner, dîner, souper, buffet, traiteur | almoço, jantar, marmita, bufê, buffet
kiosk | canteen, cafeteria, kiosk, snack bar, vending machine, food truck | kantine, kiosk, automat, madvogn, salgsautomat | cantine, cafétéria, kiosque, distributeur automatique, food truck | cantina, refeitório, quiosque, máquina de vendas, máquina automática, food truck
halal | halal, kosher, pork-free | halal, kosher, uden svinekød | halal, casher, sans porc | halal, kosher, sem porco
waterlike | drinking water, water fountain, water bottle, tap water | drikkevand, vandpost, drikkedunk, vanddunk | eau potable, fontaine à eau, gourde, eau du robinet | água potável, bebedouro, garrafa de água, garrafinha, água da torneira
undercooked | undercooked, raw, uncooked, overcooked, burnt | rå, ikke gennemstegt, brændt på, brankede | pas cuit, cru, trop cuit, brûlé au four | cru, mal passado, queimado, passou do ponto
`;
