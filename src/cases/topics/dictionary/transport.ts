/** Getting about. A line a thing, as in things.ts. */
export const TRANSPORT = `
bicycle | bike share, rental bike, docking station, e-bike, electric bike | lejecykel, bycykel, elcykel, cykelstation | vélo en libre-service, borne de vélos, vélo électrique | bicicleta compartilhada, bicicleta elétrica, estação de bicicletas
driverlicence | driving licence, driving lesson, driving school | kørekort, køretime, køreskole | permis de conduire, leçon de conduite, auto-école | carteira de motorista, cnh, autoescola, aula de direção
traffic | traffic, traffic jam, congestion, rush hour | trafik, trafikprop, myldretid | embouteillage, embouteillages, bouchon, heure de pointe | trânsito, engarrafamento, congestionamento, hora do rush
carpark | parking space, parking spaces, parking spot, parking ticket, parking fine, parking lot | parkeringsplads, parkeringspladser, p-bøde, parkeringsbøde | place de parking, places de parking, stationner, pv de stationnement | vaga de estacionamento, vagas, vaga para carro, estacionar, multa de estacionamento
shuttle | shuttle, shuttle bus, coach bus, transfer bus, night bus | shuttlebus, pendulbus, natbus, rutebil | navette, navettes, bus de nuit, car | ônibus fretado, translado, traslado, ônibus noturno, van fretada
ferry | ferry, ship, cruise, boat trip | færge, skib, krydstogt | ferry, bac, navire, croisière | balsa, ferry, navio, cruzeiro
ticketmachine | ticket machine, ticket inspector, conductor, travel card, season ticket, fare | billetautomat, kontrollør, rejsekort, pendlerkort, takst | distributeur de billets, contrôleur, carte de transport, abonnement de transport, tarif du trajet | bilheteria, cobrador, bilhete único, cartão de transporte, passe, tarifa
connectionmissed | missed connection, missed my connection, connecting train, change trains | mistede forbindelsen, skiftetid, tilslutningstog | correspondance, raté ma correspondance | conexão perdida, perdi a conexão, baldeação
delaytransport | replacement bus, rail replacement, cancelled trains | togbus, erstatningsbus | bus de remplacement, bus de substitution | ônibus substituto
driver | taxi driver, rider, uber, drivers | taxachauffør, chauffører, uber | chauffeur de taxi, vtc, chauffeurs, uber | taxista, uber, motoristas
bike | scooters, e-scooter, moped | elløbehjul, knallert, scooter | trottinettes, scooter, mobylette | patinetes, lambreta, ciclomotor
sidewalk | crosswalk, zebra crossing, speed bump, speeding cars, speed limit | fodgængerovergang, fartbump, fartgrænse, kører for stærkt | ralentisseur, limitation de vitesse, roulent trop vite, passage clouté | lombada, limite de velocidade, alta velocidade, faixa de segurança
airbag | seat belt, luggage rack, aisle, window seat, legroom | sikkerhedssele, bagagehylde, midtergang, vinduesplads, benplads | ceinture de sécurité, porte-bagages, couloir du train, place côté fenêtre | cinto de segurança, bagageiro, corredor do avião, assento na janela
visa | visa application, customs, border, embassy, residence permit | visum, told, grænsen, ambassade, opholdstilladelse | visa, douane, frontière, ambassade, titre de séjour | visto, alfândega, fronteira, embaixada, autorização de residência
tourist | tourist, tourists, guide on tour, sightseeing, tour guide, guided tour | turist, turister, rundvisning, guiden | touriste, touristes, guide touristique, visite guidée | turista, turistas, guia turístico, visita guiada
`;
