/** Words that say how strongly, when and for how long, and nothing of what a complaint is about. */
export const FILLERS = {
  en: `again always never still already yet every each all today yesterday tonight morning evening week month day days hour hours
    minute minutes year years time times last next since after before even really very much many just please thing things get got
    getting make made want wanted need try tried trying way also ever anyone anybody somebody someone everything nothing something
    cannot cant dont doesnt didnt wont isnt im ive id its there here now new old whole half one two three four five why how what
    when who which please hi hello monday tuesday wednesday thursday friday saturday sunday january february march april say says said saying keep keeps kept
    let lets go goes went gone come comes came although though even like else put take took seem seems look looks happen happens people`,
  da: `igen altid aldrig stadig allerede hver alle alt i dag går aften morgen uge uger måned måneder dage dag time timer minut minutter
    år gang gange sidst siden efter før meget mange bare venligst ting få får fået fik gøre gjort vil gerne kan kunne skal skulle må
    måtte prøvet prøver også nogensinde nogen noget intet ingen nyt ny nye gammel hele hel halv en to tre fire fem hvorfor hvordan
    hvad hvornår hvem hej mandag tirsdag onsdag torsdag fredag lørdag søndag marts flere steder slet helt så jeres kom kommet
    kommer gik stod står ved sig siger sagde selvom mere mest nu bare lige endnu blev bliver bruge bruger sådan altså faktisk`,
  fr: `encore toujours jamais déjà chaque tout tous toute toutes aujourd hui hier soir matin semaine semaines mois jour jours heure
    heures minute minutes an ans année fois dernier dernière prochain depuis après avant même vraiment très beaucoup trop juste merci
    chose choses faire fait veux veut besoin essayé aussi quelqu quelque rien aucun aucune personne pourquoi comment quand qui quoi où
    bonjour salut lundi mardi mercredi jeudi vendredi samedi dimanche mars un une deux trois quatre cinq nouveau nouvelle vieux cela
    ça votre vos notre nos est être peu plus moins dix vingt sur sans le la les
    na ny ci là il ils elle elles alors pendant avoir peux peut peuvent dit dire va vont mettre voir vois`,
  pt: `de novo sempre nunca ainda já cada todo toda todos todas tudo hoje ontem noite manhã tarde semana semanas mês meses dia dias hora
    horas minuto minutos ano anos vez vezes último última próximo desde depois antes mesmo muito muita muitos muitas só apenas por favor
    coisa coisas fazer fiz faz quero queria preciso tentei também alguém algum alguma nada nenhum nenhuma ninguém porque por quê como
    quando quem onde oi olá segunda terça quarta quinta sexta sábado domingo um uma dois duas três quatro cinco novo nova velho
    vocês você meu minha meus minhas seu sua cara gente tão tanto
    da ter fica ficou ficar dar deu dá dão diz dizer fala fazendo agora então assim aqui lá tem vai vão pode posso sai saiu vem`,
} as const;
