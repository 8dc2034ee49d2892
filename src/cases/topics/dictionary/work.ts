/** Work, offices and banks. A line a thing, as in things.ts. */
export const WORK = `
jobs | job, jobs, vacancy, vacancies, job posting, job offers, recruiter, recruiters | job, jobs, stilling, stillinger, stillingsopslag, rekruttering | emploi, offre d'emploi, offres d'emploi, recruteur, recruteurs, poste à pourvoir | emprego, vaga de emprego, vagas de emprego, recrutador, recrutadores
cv | cv, resume, cover letter, interview, interviews | cv, ansøgning, jobsamtale, samtale | cv, lettre de motivation, entretien | currículo, carta de apresentação, entrevista
salary | payslip, payday, raise | lønnen, lønforhøjelse | paie, augmentation de salaire | contracheque, aumento salarial
shift | night shift, schedule at work | vagtplanen, nattevagt | garde, gardes, planning de travail, équipe de nuit | turnos, escala de trabalho
holiday | overtime, working hours, hours worked, time off, days off, leave | overarbejde, arbejdstid, timer, fridage | heures supplémentaires, temps de travail, jours de repos | hora extra, horas extras, jornada, folgas
meetings | meeting, meetings, stand-up, standup, all-hands | møde, møder, mødet, morgenmøde | réunion, réunions, point quotidien | reunião, reuniões, reunião diária
remotework | remote, remote work, work from home, home office, hybrid | hjemmearbejde, arbejde hjemmefra, hjemmekontor | télétravail, travail à distance | teletrabalho, trabalho remoto, home office, remoto
office | desks, open office, offices, hot desk, meeting rooms | kontoret, kontorplads, mødelokaler | bureaux, poste de travail, salles de réunion | salas de reunião
task | todo list, checklist | to-do, tjekliste, huskeliste | liste de tâches, à faire | lista de tarefas, afazeres
project | project, projects, milestone, roadmap | projekt, projekter, projektet, milepæl | projet, projets, jalon | projeto, projetos, marco
contract | contracts, terms and conditions, terms of service, clause | kontrakten, betingelser, handelsbetingelser | contrats, cgu, conditions générales, clause | contratos, condições, termos de uso, cláusula
insurance | insured, insurance claim, claims | forsikret, forsikringssag, skadesag | assuré, déclaration de sinistre | segurado, indenização do seguro
transfer | bank, banking, bank account, iban, transfers | bank, banken, netbank, bankkonto, iban, overførsler | banque, compte bancaire, iban, virements | banco, conta bancária, iban, transferências
application | application, application form, applications | ansøgt, søgt, ansøgningsskema | postuler, dossier de candidature, candidatures | inscrição no processo, me candidatei
statistics | report, reports, monthly report, export of the report, analytics | rapport, rapporter, månedsrapport | rapport, rapports, rapport mensuel, statistiques mensuelles | relatório, relatórios, relatório mensal
`;
