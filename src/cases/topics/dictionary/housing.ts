/** Homes, neighbours, weather, clothes and what is at an event. A line a thing, as in things.ts. */
export const HOUSING = `
tenantboard | housing association, tenants, residents, resident, caretaker, janitor, landlord | boligforening, beboer, beboere, vicevært, ejendomsfunktionær, andelsforening | copropriété, résidents, locataires, syndic, concierge, gardien, bailleur | condomínio, moradores, morador, zelador, síndico, porteiro
moveout | move in, move out, moving in, moving out, inspection of the flat | indflytning, fraflytning, flytte ind, flytte ud, flyttesyn | emménagement, déménagement, emménager, état des lieux | mudança, vistoria, entrar no imóvel, sair do imóvel
laundryroom | laundry room, laundrette, dryer, tumble dryer | vaskekælder, vaskeri, vasketid, tørretumbler | buanderie, laverie, sèche-linge | lavanderia, secadora
courtyard | courtyard, back yard, yard, common room, common area, shared room, party room | gårdhave, gårdmiljø, fælleslokale, fællesrum, selskabslokale, festlokale | cour intérieure, salle commune, parties communes, salle des fêtes | pátio, área comum, salão de festas, espaço comum
barbecue | barbecue, bbq, grill, bonfire | grill, grillplads, grille, bål | barbecue, grillades, feu de camp | churrasqueira, churrasco, fogueira
waterbill | water bill, heating bill, utility bill, service charge | vandregning, varmeregning, aconto, forbrugsregning | facture d'eau, charges, charges locatives | conta de água, taxa de condomínio, conta de gás
party | party, parties, birthday party, celebration | fest, fester, fødselsdagsfest, fejring | fête, fêtes, soirée, anniversaire | festa, festas, comemoração, aniversário
quiettime | loud music, party noise, quiet hours, after midnight | høj musik, støj om natten, festlarm | musique forte, musique à fond, tapage nocturne | som alto, música alta, barulho de festa
smoking | smoking, smoke, smokes, cigarette, cigarettes, vaping, cigarette butts | rygning, ryge, ryger, røg, cigaret, cigaretter, cigaretskod, vape | fumer, fumée, fume, cigarette, cigarettes, mégots, vapoter | fumar, fumaça, fumo, cigarro, cigarros, bitucas, vape
mailbox | mailbox, letter box, letterbox, post office, letter, letters, envelope, stamp | postkasse, postkassen, posthus, brev, breve, kuvert, frimærke | boîte aux lettres, bureau de poste, la poste, lettre, lettres, enveloppe, timbre | caixa de correio, correios, carta, cartas, envelope, selo
key | locked out, key broke, lost my key | låst ude, mistet nøglen, nøglen knækkede | enfermé dehors, perdu ma clé, clé cassée | trancado para fora, perdi a chave, chave quebrou
flood | flood, flooded, water damage | oversvømmelse, oversvømmet, vandskade | inondation, inondé, dégât des eaux | inundação, alagado, alagou, enchente
graffiti | graffiti, vandalism, vandalised, litter, littering | graffiti, hærværk, henkastet affald | graffiti, vandalisme, tags sur, dégradations, détritus | pichação, vandalismo, depredado, sujeira na rua
theft | theft, stolen, stole, thief, thieves, burglary, robbed, pickpocket | tyveri, stjålet, stjal, tyv, tyve, indbrud, lommetyv | vol, volé, voleur, voleurs, cambriolage, pickpocket | roubo, furto, roubaram, furtaram, ladrão, ladrões, assalto
police | police, officer, lawyer, court case, legal, lawsuit | politi, politiet, betjent, advokat, retssag, juridisk | police, policier, avocat, tribunal, juridique, procès | polícia, policial, advogado, tribunal, jurídico, processo judicial
lostproperty | lost property, lost and found, forgot my, left behind | hittegods, glemte min, glemte mit, glemte sager | objets trouvés, objet perdu, oublié mon, oublié ma | achados e perdidos, esqueci meu, esqueci minha, objeto perdido
umbrella | umbrella, raincoat, gloves, hat, cap, scarf | paraply, regnjakke, handsker, hue, kasket, tørklæde | parapluie, imperméable, gants, chapeau, casquette, écharpe, bonnet | guarda-chuva, capa de chuva, luvas, chapéu, boné, cachecol, gorro
backpack | backpack, rucksack, tote, tote bag, purse, wallet | rygsæk, stofpose, mulepose, pung, tegnebog | sac à dos, tote bag, portefeuille, porte-monnaie | mochila, sacola, ecobag, carteira, bolsa de pano
mug | mug, mugs, cup, cups, tumbler | krus, kop, kopper | mug, mugs, tasse, tasses, gobelet, gobelets | caneca, canecas, copo, copos
lanyard | lanyard, name tag, name tags, badge holder | nøglesnor, navneskilt, navneskilte | cordon, tour de cou, badge nominatif, badges | crachá, crachás, cordão
fire | fire, flame, fireplace, spark, sparks, smoke came out | brand, ild, pejs, gnister, flamme | feu, incendie, flamme, cheminée, étincelles | fogo, incêndio, chama, lareira, faíscas
ice | ice, snow, slippery, icy, slipped | is, sne, glat, glatte, glatføre, gled | glace, neige, verglas, glissant, glissé | gelo, neve, escorregadio, escorreguei, liso
wet | wet, soaked, puddle, rain got in, dripping, drips | våd, vådt, gennemblødt, vandpyt, drypper | mouillé, trempé, flaque, goutte, il pleut dans | molhado, encharcado, poça, pingando, goteira
dust | dust, dusty, dirt, mud, muddy, sand, grease, stain, stains | støv, støvet, snavs, mudder, mudret, sand, fedt, plet, pletter | poussière, poussiéreux, saleté, boue, boueux, sable, tache, taches | poeira, empoeirado, sujeira, lama, areia, mancha, manchas
clean | toilet paper, soap dispenser, paper towels, hand sanitiser, hand sanitizer | toiletpapir, sæbedispenser, papirhåndklæder, håndsprit | papier toilette, papier wc, savon, gel hydroalcoolique, essuie-mains | papel higiênico, sabonete, papel toalha, álcool gel
hot | too hot, heat wave, sweating, stuffy, no air, boiling in there, suffocating | for varmt, kvælende, indelukket, dårlig luft, sveder, hedebølge | trop chaud, étouffant, on étouffe, canicule, fournaise, pas d'air | calor, abafado, quente demais, sufocante, calorão, sem ar
cold | freezing, chilly, draught, drafty, too cold | fryser i, for koldt, træk, trækker, kulde | trop froid, gelé, on gèle, courant d'air, caille | muito frio, congelando, frio demais, corrente de ar, gelada
dark | dark, unlit, pitch dark, badly lit, poorly lit | mørkt, bælgmørkt, dårligt oplyst, mørke | sombre, mal éclairé, dans le noir, pas éclairé, obscurité | escuro, escura, mal iluminado, sem iluminação, escuridão
lightlamp | light | lyset, lamper, belysningen | lumières | luz, luzes
sign | sign, signs, signposting, signage, signpost, directions | skilt, skilte, skiltning, vejvisning | panneau, panneaux, signalétique, signalisation, fléchage | placa, placas, sinalização, indicação
gate | fence, gate, barrier, turnstile | hegn, låge, port, bom, tælleapparat | clôture, portail, barrière, tourniquet, portillon | cerca, portão, cancela, catraca, barreira
entrance | doors | døre, døren | portes | portas
entrance | entry, admission, let in | adgang, lukket ind | accès, laissé entrer | acesso, deixaram entrar
tent | marquee, stand, stands, booth, booths, stall, stalls | stand, stande, bod, boder, festtelt | stand, stands, chapiteau, étal | estande, estandes, barraca, barracas, tenda
crowdcontrol | crowd, crowds, crush, pushing | menneskemængde, mængden, trængsel, mast sammen, skubbede | foule, bousculade, poussé, cohue | multidão, empurra-empurra, aglomeração, tumulto
speakerevent | speaker, speakers, panelist, lecturer, presenter | taler, talere, oplægsholder, foredragsholder | orateur, orateurs, intervenants, conférencier, présentateur | palestrantes, orador, apresentador, conferencista
sound | mics, microphones, megaphone, pa system | mikrofoner, højttaleranlæg | microphone, micros, sono, sonorisation | microfones, sistema de som
projector | projector, beamer, screen on stage, big screen | projektor, storskærm, lærred | projecteur, vidéoprojecteur, grand écran | projetor, telão
interpreter | interpreter, interpreting, simultaneous translation | tolk, tolkning, simultantolkning | interprète, interprétation, traduction simultanée | intérprete, interpretação, tradução simultânea
networking | networking, icebreaker, small talk, mingle | netværk med, netværksmøde, ryste sammen, mingle | réseautage, brise-glace, faire connaissance | networking, quebra-gelo, se conhecer, entrosar
cloakroom | cloakroom, coat check, wardrobe check, bag drop | garderobe, garderoben, tasker i garderoben | vestiaire, vestiaires, consigne | guarda-volumes, chapelaria
tshirt | t-shirt, t-shirts, tshirt, hoodie, hoodies | t-shirt, t-shirts, hættetrøje, hættetrøjer | t-shirt, t-shirts, sweat, sweats, hoodie | camiseta, camisetas, moletom, t-shirt, camisola
shoes | shoes, shoe, boots, trainers, sneakers, sandals | sko, støvler, kondisko, sneakers, sandaler | chaussures, chaussure, bottes, baskets, sandales | sapato, sapatos, tênis, botas, sandália, sapatilhas
trousers | trousers, pants, jeans, shorts, leggings | bukser, jeans, shorts, leggings | pantalon, pantalons, jean, short, leggings | calça, calças, jeans, bermuda, shorts, legging
jacket | jacket, jackets, coat, coats | jakke, jakker, frakke | veste, vestes, manteau, manteaux, blouson | jaqueta, jaquetas, casaco, casacos, blusão
`;
