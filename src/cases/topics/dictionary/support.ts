/** Who answers, and how. A line a thing, as in things.ts. */
export const SUPPORT = `
support* | help desk, customer support, service desk | kundesupport, brugerservice | sav | atendimento ao cliente, apoio ao cliente, sac
callcentre | put on hold, transferred, passed around | viderestillet, sat på hold, ventemusik, stillet om | mis en attente, musique d'attente, transféré, baladé | central telefônica, em espera, musiquinha, transferido, jogado de um
ticketcase | my request, my case, inquiry | sag, sagen, henvendelse, forespørgsel | demande, ticket | minha solicitação, solicitação, ocorrência
cannedreply | copy-paste answer, canned, canned response, standard answer, automatic reply, template answer, copy and paste, automated | standardsvar, autosvar, automatisk svar, kopieret svar, skabelonsvar | réponse automatique, réponse toute faite, copier-coller, réponse type | resposta automática, resposta pronta, resposta padrão, copia e cola, copiar e colar
hours | business hours, opening times, weekend, weekends, open on | weekend, weekender, telefontid | horaires d'ouverture, week-end, weekend | horário de atendimento, fim de semana, finais de semana
feedback | suggestion, complaint, complaints, complain, complained, idea | klage, klager, klagede, idé | retour, retours d'expérience, suggestion, plainte, plaintes, réclamation, idée | sugestão, reclamação, reclamações, reclamei, ideia, queixa
reply | reply, replies, replied, answer, answered, response, responded | svar, svare, svaret, svarede | réponse, répondre, répondu | resposta, responder, respondeu, responderam
person* | real person, real human, actual person, humans | rigtigt menneske, rigtig person | vraie personne, être humain | pessoa de verdade, pessoa real, ser humano
bot | bots, ai assistant, assistant | botten, assistent | bots | bots
staff* | employees, salesperson, personnel | personalet, medarbejdere, ansatte, ekspedient | employés, vendeuse, équipe | funcionários, equipe, vendedora
onboardingjob | boss, management, leadership, leader, leaders | ledelse, ledelsen, ledere | manager, patron, direction, responsables | chefe, direção, gestão, liderança, líder
developers | developers, devs, developer, dev team, company, publisher, studio | udviklere, udviklerne, udvikler, firma, udgiver, studie | développeurs, devs, développeur, entreprise, éditeur, studio | desenvolvedores, devs, desenvolvedor, empresa, estúdio, produtora
promise | promise, promised, promises, roadmap, announced for, next week for | lovet, lovede, løfte, løfter, køreplanen | promis, promesse, promesses, feuille de route, annoncé pour | promessa, prometido, prometeram, promessas, roteiro, anunciado para
survey | surveys, polls, questionnaire, votes, voting | spørgeskema, afstemninger, stemme, stemmer | sondages, enquête, questionnaire, votes, voter | pesquisa, enquetes, questionário, votações, voto, votar
electionlike | election, elections, candidate, candidates, elected | valg, valget, kandidat, kandidater, valgt ind, opstille | élection, élections, candidat, candidats, élu | eleição, eleições, candidato, candidatos, eleito
decision | decision, decisions, decided, consulted, transparency, transparent, behind closed doors | beslutning, beslutninger, besluttet, inddraget, gennemsigtighed, bag lukkede døre | décision, décisions, décidé, consulté, transparence, transparent, huis clos | decisão, decisões, decidiram, consultado, consultados, transparência, portas fechadas
`;
