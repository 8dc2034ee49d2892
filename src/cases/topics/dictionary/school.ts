/** Schools, courses and libraries. A line a thing, as in things.ts. */
export const SCHOOL = `
school | pupil, student, students | elev, studerende | élève, étudiant, étudiants | aluno, aluna, estudante, estudantes
university | university, college, campus, faculty, degree, semester, term | universitet, campus, fakultet, uddannelse, semester | université, fac, campus, faculté, licence universitaire, semestre | universidade, faculdade, campus, semestre, graduação
kindergarten | kindergarten, nursery, daycare, childcare, after-school | børnehave, vuggestue, dagpleje, sfo, pasning, fritidshjem | crèche, maternelle, garderie, périscolaire, garde d'enfants | creche, jardim de infância, berçário, escolinha, contraturno
classroom | classroom, classrooms, lecture hall, auditorium, lab, laboratory | klasseværelse, klasselokale, undervisningslokale, auditorium, laboratorium | salle de classe, amphi, amphithéâtre, laboratoire, labo | sala de aula, auditório, anfiteatro, laboratório
deadline | deadline, deadlines, due date, cut-off date | frist, frister, deadline, afleveringsfrist | date limite, échéance, délai, deadline | prazo, prazos, data limite, data de entrega
enrolment | enrol, enrolment, enrollment, enroll, enrolled, intake, admission | indskrivning, indskrevet, optagelse på, optaget | inscription scolaire, admission, admissions | matrícula, matricular, matriculado, admissão
timetable | timetable, time table, schedule of classes, class schedule | skema, skemaet, timeplan, køreplan | emploi du temps, fiche horaire | grade horária, quadro de horários, horários das aulas
textbook | textbook, textbooks, course material, reading list, handout, handouts, syllabus, course materials | lærebog, lærebøger, undervisningsmateriale, pensum, kopiark, materialer | manuel, manuels, supports de cours, polycopié, programme du cours, bibliographie | livro didático, apostila, material do curso, material didático, ementa, bibliografia
scholarship | scholarship, grant, grants, funding, student loan | stipendium, legat, su, tilskud, støtte fra | bourse, bourses, subvention, aide financière | bolsa, bolsas, subsídio, auxílio financeiro, verba
cheatingexam | plagiarism, plagiarised, copied my work, copied from | plagiat, skrev af, kopierede mit | plagiat, plagié, recopié | plágio, plagiou, copiou meu trabalho
groupwork | group work, group project, team project | gruppearbejde, gruppeopgave, projektgruppe | travail de groupe, projet de groupe | trabalho em grupo, projeto em grupo
attendance | attendance, present or absent, marked absent, absence, absences | fremmøde, fravær, registreret fraværende | présence, absence, absences, feuille de présence, noté absent | presença, frequência, falta, faltas, lista de presença
explaining | explains, explain, explained | forklarer, forklare, forklarede | explique, expliquer | explica, explicar, explicou
maths | maths, math, physics class, chemistry, biology, science | matematik, fysik, kemi, biologi, naturfag | maths, mathématiques, physique, chimie, biologie, sciences | matemática, física, química, biologia, ciências
grammar | grammar, spelling, pronunciation, typo, typos, spelling mistake, spelling mistakes | grammatik, stavning, udtale, stavefejl, tastefejl, slåfejl | grammaire, orthographe, prononciation, faute d'orthographe, fautes, faute de frappe, coquille | gramática, ortografia, pronúncia, erro de digitação, erros de português, erro de ortografia
dictionary | dictionary, flashcard, flashcards, glossary | ordbog, flashcards, ordliste | dictionnaire, cartes mémoire, glossaire | dicionário, flashcards, glossário
librarian | librarian, librarians, library card, lending | bibliotekar, bibliotekarer, lånerkort, biblioteket | bibliothécaire, carte de bibliothèque, médiathèque | bibliotecário, bibliotecária, carteirinha da biblioteca
returnbook | overdue book, returned books, book return, returned the book | afleveret bogen, boglån, bogaflevering | livre en retard, rendu le livre, livres rendus | devolvi o livro, livro atrasado, devolução de livro
studyroom | study room, reading room, quiet room, quiet area, study space | læsesal, læseplads, stillerum, studieplads | salle d'étude, salle de lecture, espace calme, place de travail | sala de estudo, sala de leitura, espaço silencioso
`;
