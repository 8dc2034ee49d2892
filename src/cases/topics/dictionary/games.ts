/** Games. A line a thing, as in things.ts. */
export const GAMES = `
game* | games, gaming, gameplay | spillet, spillene | jeux | jogos
playerlike | player, players, gamer, gamers | spiller, spillere, spillerne | joueur, joueurs | jogador, jogadores, gamers
match | round, rounds, lobby, ranked match | kampe, kampen, runde, runder, lobby, rangeret | matchs, parties, manche, manches, lobby, classé | rodada, rodadas, lobby
matchmaking | matchmaking, matched, matched against, matches me, paired with, skill level, skill-based | matchmaking, matchet, matchet mod, parret med, færdighedsniveau | matchmaking, appariement, jumelé, mis contre, tombe contre | matchmaking, emparelhamento, pareado, colocado contra, caio contra
ranking | leaderboards, ladder, mmr, rating, rank up, demoted | ranglisten, elo, mmr, rating, rangering, rykket ned | classements, elo, mmr, rétrogradé | elo, mmr, placar geral, rebaixado
level | levels, stage, stages, world map, chapter | niveauer, bane, baner, kapitel, bane tre | niveaux, chapitre, chapitres, stage | níveis, fase, fases, capítulo
level | hard mode, easy mode, difficulty spike, too hard, unbeatable | svær, sværere, umulig at klare | mode difficile, trop dur, trop difficile, infaisable | modo difícil, difícil demais, muito difícil, impossível de passar
boss | bosses, boss fight, miniboss | bosser, bosskamp, slutboss | combat de boss, boss final | chefes, luta de chefe
quest | quests, missions, side quest, objective, objectives | quest, missioner, sidemission, opgave i spillet, mål i missionen | quêtes, missions, objectif, objectifs | missões, objetivo, objetivos, missão secundária
npc | npc, npcs, villager, shopkeeper, merchant, follower npc, companion | npc, npc'er, landsby, købmanden i spillet, ledsager | pnj, villageois, marchand, compagnon | npc, npcs, aldeão, mercador, companheiro
hero | characters, class, classes, character creator, main character | karakter, karakterer, figur, figurer, klasse, helt | personnages, classe, avatar du jeu | personagens, classe, heróis
ability | ability, abilities, skill, skills, spell, spells, cooldown, ultimate, talent tree, skill tree | evne, evner, færdighed, færdigheder, trylleformular, nedkøling, talenttræ | compétence, compétences, sort, sorts, capacité, temps de recharge, ultime, arbre de talents | habilidade, habilidades, feitiço, magia, tempo de recarga, ultimate, árvore de talentos
weapon | weapons, guns, ammo, ammunition, grenade | våbnet, haglgevær, ammunition, granat | armes, sniper, munitions, grenade | armas, escopeta, arco, munição, granada
machine | armour, armor, shield, shields, gear, loadout, build | rustning, skjold, udrustning, loadout | armure, bouclier, stuff, build | armadura, escudo, equipamentos, build
damage | damage, health, hp, hitpoints, heal, healer, healing, tank, dps | liv, livspoint, helbrede, healer, tank, dps, skade i spillet | dégâts, points de vie, pv, soin, soigneur, healer, tank, dps | dano, vida, pontos de vida, cura, curandeiro, healer, tanque, dps
map2 | spawns, spawning, checkpoint, checkpoints | spawner, checkpoint, genopstå | réapparaître, checkpoint, point de contrôle | renascer, ponto de controle, checkpoint
lootbox | loot, drop, drops, chest, chests, treasure, rare item | loot, drop, drops, kiste, kister, skat i spillet, bytte fra | loot, coffres, trésor, drop, taux de drop | saque, loot, drops, baú, baús, tesouro, item raro
inventory | bag space, inventory space, slots, slot, stash, backpack in game | inventory, lommeplads, plads i tasken, felter | emplacements, emplacement, place dans le sac | espaços, slot, slots, mochila do jogo
crafting | crafting, craft, crafted, blueprint, resources, gathering, mining, farming | crafting, crafte, fremstille, tegning til, ressourcer, minedrift | artisanat, crafter, fabrication, plan de fabrication, ressources, minage, récolte | criação de itens, craftar, fabricar, projeto de item, recursos, mineração, coleta
base | base building, build mode, my base, house in game, building blocks | base, basen, byggetilstand, byggeklodser | base, ma base, mode construction | minha base, modo construção, construção do jogo
guild | guilds, clans, faction, factions, alliance, guild bank | guilden, klaner, fraktion, alliance, guildbank | guildes, clans, faction, alliance, banque de guilde | guildas, clãs, facção, aliança, banco da guilda
boss | raids, dungeons, instance, wipe, party finder, group finder | raids, dungeon, fangehul, instans, gruppesøger | raids, donjons, instance, recherche de groupe | raids, masmorras, dungeon, instância, busca de grupo
pvp | pvp, pve, arena, duel, duels, battleground, battlegrounds | pvp, pve, arena, duel, dueller, slagmark | jcj, pvp, pve, arène, duel, duels, champ de bataille | pvp, pve, arena, duelo, duelos, campo de batalha
afk | teammate, teammates, party member, squadmate, random teammates, quitter, quits | holdkammerat, holdkammerater, medspiller, medspillere | coéquipier, coéquipiers, quittent la partie, déserteurs, ragequit | colega de equipe, companheiro de time, aliado, abandonam, saem da partida, quitam
cheating | cheats, cheaters, cheating, exploit, exploits, exploiting, anti-cheat | snydere, snyderi, aimbot, udnytter fejl, anti-cheat | tricheurs, tricher, aimbot, exploit, anti-triche | trapaceiros, cheater, cheaters, hack, exploit, anti-cheat
balance | buffed, balancing, balanced, meta | buff, buffet, balancering, meta | buff, buffé, équilibre, méta | nerfaram, buff, buffado, equilíbrio, meta, apelona
grind | repetitive, farming, weekly quests, chores | ensformig, gentagende, pligter | farm, répétitif, quêtes quotidiennes, corvée | farm, repetitivo, diárias, obrigação
season | seasons, seasonal | sæsonpas, sæsonen | pass de combat, passe saisonnier, saisons | passe de temporada, temporadas
skin | cosmetic, outfit, outfits, costume skin | udseende, kosmetik, dragt | cosmétique, cosmétiques, tenue, tenues | cosmético, cosméticos, traje, trajes
coins | diamonds, tokens, premium currency | diamanter, poletter, valuta i spillet | or, diamants, monnaie du jeu | moedas do jogo, diamantes, moeda do jogo
trade | auction, auctions, trades, market prices | auktion, auktioner, handle med, bytte varer | enchères, commerce, échanges, troc | leilões, casa de leilões, comércio, negociar, trocas
achievement | achievements, unlock, unlocked, medal, medals | bedrifter, trofæer, låse op, oplåst, medalje, medaljer | trophées, débloquer, débloqué, médaille | conquistas, troféus, desbloquear, desbloqueado, medalha
savegame | saved game, my progress, savegames | spillet gemt, mine fremskridt, gemte spil | sauvegardes, partie sauvegardée, ma progression | save, saves, meu progresso
cloudsave | cloud save, cloud saves, cross-save, cross save, cross-progression | sky-gem, cloud save, cross-save, på tværs af enheder | sauvegarde cloud, sauvegarde en ligne, cross-save, progression croisée | salvamento na nuvem, save na nuvem, progressão cruzada, cross-save
server | realm, shard, dedicated server | serveren, serverne | serveurs, royaume | reino
country | regions, european servers, eu server, nearest server, server region | regioner, europæiske servere, serverregion | régions, serveurs européens, région du serveur | regiões, servidor brasileiro, servidores europeus, região do servidor
lag | lag, laggy, lagging, ping, high ping, latency, rubberbanding, desync, packet loss | lag, lagger, ping, høj ping, latens, forsinkelse i spillet, desync | lag, lags, laguer, ping, latence, désynchro, perte de paquets | lag, lagado, ping, ping alto, latência, dessincronia, perda de pacotes
fps | framerate, stutter, stutters, stuttering, micro-stutter | hakker, hakken, mikrohak, frames | saccades, saccade, micro-freezes, ramer | taxa de quadros, engasgos, travadinhas, stutter
graphics | shadows, render, ray tracing, graphics card, gpu, driver for the | tekstur, skygger, grafikkort, gpu | graphique du jeu, texture, ombres, rendu, carte graphique, gpu | gráficos do jogo, textura, sombras, renderização, placa de vídeo, gpu
cameralike | camera angle, camera in game, field of view, fov, motion blur, screen shake, camera shake, third person, first person | kameravinkel, synsfelt, fov, bevægelsesslør, skærmrystelser, tredjeperson | angle de caméra, champ de vision, fov, flou de mouvement, tremblement d'écran, troisième personne | ângulo da câmera, campo de visão, fov, desfoque de movimento, tremor de tela, terceira pessoa
controller | controllers, stick drift, drift, joycon | controllere, gamepad, styrepind, drift | manettes, joystick, stick, drift | controles, gamepad, joystick, analógico, drift, comando
aim | aiming, crosshair, hitbox, hitboxes, hit detection | sigtekorn, hitbox | viser, viseur, hitbox | mirar, hitbox
animation | cinematic, skip, skippable, dialogue, dialogues, unskippable | filmsekvens, springe over, dialog, dialoger | cinématiques, passer la, dialogue, dialogues | cutscenes, pular, diálogo, diálogos
tutorials | tutorial, tutorials, learn to play, guide for beginners, new player | tutorial, vejledning, introduktion, begynderguide, ny spiller | tutoriel, tutoriels, tuto, prise en main du jeu, nouveau joueur | tutorial, tutoriais, guia para iniciantes, jogador novo
mods | mod support, modpack, modded, addon, addons, workshop mods | modding, moddet, addon, addons | modding, moddé, addon, addons | modding, modpack, modado, addon, addons
multiplayer | multiplayer, co-op, coop, split screen, couch, single player, singleplayer, online play | multiplayer, co-op, samarbejde i spil, delt skærm, singleplayer, online spil | multijoueur, coop, coopération, écran partagé, solo, en ligne | multijogador, multiplayer, cooperativo, coop, tela dividida, um jogador
console |  | konsollen | consoles, nintendo | consoles, nintendo
vr | vr, virtual reality, vr headset, quest headset, motion sickness | vr, virtual reality, vr-briller, køresyge | vr, réalité virtuelle, casque vr, cinétose, mal des transports | vr, realidade virtual, óculos vr, enjoo de movimento
tournament | tournaments, leagues, brackets, championship, seeding | turneringer, mesterskab, pulje, puljer | tournois, championnat, poule, poules | torneios, final, chave, chaveamento
score | scoring, points, scoreboard, results | point, pointgivning, resultat, resultater, pointtavle | scores, points, comptage, résultats | pontos, resultado, resultados
story | lore, storyline, writing | historien | intrigue, fin | final, roteiro, trama
pet | pet, pets, mount, mounts, horse in game | kæledyr, ridedyr, mount | familier, familiers, monture, montures | mascote, mascotes, montaria, montarias, bichinho
chatgame | in-game chat, team chat, global chat, text chat, chat window | spilchat, holdchat, chatvindue, chatten i spillet | chat en jeu, chat d'équipe, chat général, tchat | chat do jogo, chat do time, chat global, bate-papo
friendlist | friends list, friend list, friend request, friend requests, add friends, block list | venneliste, venneanmodning, venneanmodninger, tilføje venner | liste d'amis, demande d'ami, demandes d'amis, ajouter un ami | lista de amigos, pedido de amizade, solicitação de amizade, adicionar amigos
streak | daily login, login bonus, daily reward, daily rewards, login reward | daglig belønning, daglige belønninger, loginbonus | série, séries de jours, récompense quotidienne, récompenses quotidiennes, bonus de connexion | sequência, recompensa diária, recompensas diárias, bônus de login
reward | reward, rewards, rewarded, bonus reward, compensation, compensated | belønning, belønninger, belønnet, kompensation, godtgørelse | récompense, récompenses, compensation, dédommagement | recompensa, recompensas, recompensado, compensação, indenização
`;
