import { anyOf } from './any-of.ts';

const s = String.raw;

/** The thing a person holds, its system, or the browser: a product's name, never just "my phone". */
export const DEVICE = anyOf(
  s`i ?phone(?: ?\w+)?|i ?pad(?: ?\w+)?|ipados|ios(?: ?\d[\d.]*)?|macbook(?: \w+)?|imac|mac ?os|os ?x|mac (?:mini|studio|pro)`,
  s`(?:my|a|on|the|with|pa|min|en|sur|mon|avec|no|num|meu|um) mac`,
  s`android|samsung|galaxy (?:s|a|z|note|tab) ?\d*|pixel \d\w*|huawei|xiaomi|redmi|oneplus|motorola|xperia|nokia|fairphone`,
  s`windows ?(?:7|8(?:\.1)?|10|11|xp|vista|pc|laptop|phone|computer)|windows-(?:pc|computer|maskine)`,
  s`(?:on|using|use|with|running|pa|bruger|med|sur|sous|avec|utilise|no|em|com|uso) windows`,
  s`linux|ubuntu|debian|fedora|arch linux|chrome ?os|chromebook|raspberry pi|thinkpad|lenovo|surface (?:pro|go|laptop)`,
  s`(?:on|pa|sur|no|em|num) (?:my |a |the |min |en |mon |un |o |meu )?pc`,
  s`playstation(?: ?\d)?|ps ?[345]|xbox(?: \w+)?|nintendo switch|steam ?deck|(?:meta )?quest [23]|oculus`,
  s`chrome|chromium|firefox|safari|internet explorer|opera gx|(?:opera|brave|vivaldi|edge)[- ](?:browser|\d+)|(?:microsoft|ms) edge`,
  s`(?:in|via|using|dans|sur|no|navegador) edge`,
);

/** What the member thought would happen. "As expected" and "unexpected" say nothing of it. */
export const EXPECTED = anyOf(
  s`(?:i|we|i'd|i was|we were|i had|would have|i would|i'd have) (?:expect(?:ed|ing)?)|(?<!as |than |not )expected(?: (?:behaviou?r|result|to|it|that|outcome))|expected ?:`,
  s`(?<!you )(?<!you guys )should(?:n't| not)? (?:have (?!told|known|listened|asked)|be (?!ashamed|fired|sorry|banned)|show|say|open|load|save|work|do|go|stay|send|get)|(?:was|were|is|are) supposed to|(?:was|is) meant to`,
  s`instead of|i thought (?:it|that|i) (?:would|could|should)`,
  s`(?:jeg|vi) (?:havde )?forvente(?:r|de|t)|forventet ?:|(?<!du )(?<!i )burde(?: (?:have|vaere|kunne|vise|virke))|(?:det|den|der|appen|siden) (?:skulle|burde)|i stedet for|(?:jeg|vi) (?:troede|regnede med)`,
  s`(?:je|nous) (?:m'|nous )?attend(?:ais|ions|s)|j'esperais|(?:ca|cela|il|elle|on|qui|ce) (?:aurait|aurais) du|(?<!vous )(?:devrait|devraient|aurait du|auraient du|etait cense(?:e)?|est cense(?:e)?)|resultat attendu|au lieu d(?:e|')|je pensais (?:que|pouvoir)`,
  s`(?:eu )?(?:esperava|estava a espera|contava)|(?<!voce )(?<!voces )(?:deveria|deveriam|devia|deviam)|era suposto|comportamento esperado|resultado esperado|em vez de|pensei que|achava que`,
);

/** What the member did. */
export const HAPPENED_BY = anyOf(
  s`(?:when(?:ever)?|after|every time|each time|as soon as|once|if|while) (?:i|we|you)(?:'m|'re)?|i (?:tried|clicked|pressed|tapped|opened|selected|chose|uploaded|typed|ordered|logged|installed|updated|wanted|exported|saved)|(?:by|when|after|while) (?:clicking|pressing|tapping|opening|saving|exporting|uploading|logging|signing|updating|installing|switching|starting|trying|loading|playing)`,
  s`(?:nar|da|efter|hver gang|sa snart|hvis) (?:jeg|vi|man)|jeg (?:provede|prøvede|klikkede|trykkede|abnede|valgte|uploadede|skrev|bestilte|loggede|installerede|opdaterede|gemte|ville|har (?:prøvet|klikket|trykket|abnet))`,
  s`(?:quand|lorsque|lorsqu'|chaque fois que|des que|apres que|si) ?(?:j'|je|on|nous)|j'ai (?:essaye|clique|appuye|ouvert|choisi|envoye|tape|commande|installe|enregistre|voulu|lance)|en (?:cliquant|appuyant|ouvrant|enregistrant|exportant|essayant|lancant)`,
  s`(?:quando|sempre que|cada vez que|depois de|ao|assim que|se) (?:eu |nos )?(?:clico|clicar|cliquei|carrego|carregar|carreguei|abro|abrir|abri|tento|tentar|tentei|guardo|guardar|guardei|exporto|exportar|envio|enviar|entro|entrar|faco|fazer|inicio|iniciar|seleciono|selecionar)|(?:tentei|cliquei|carreguei|abri|instalei|atualizei|selecionei|escolhi|enviei)`,
);

/** What came of it. */
export const HAPPENED_WHAT = anyOf(
  s`crash(?:es|ed|ing)?|freez(?:es|ing|e)|froze|hangs?|error|nothing (?:happens|happened)|(?:does|did|do)(?:n't| not) (?:work|load|open|save|start|respond|show|appear|send|do anything)|(?:won't|wouldn't|will not|can't|cannot|could not|couldn't) \w+|(?:blank|black|white|empty) (?:screen|page|window)|stuck|disappear(?:s|ed)?|vanish(?:es|ed)?|keeps? \w+ing|stops?(?: working)?|stopped|closes|closed|fails?|failed|gone|missing|broken|got nothing|only (?:shows|showed|get|got)`,
  s`gar (?:\w+ )?ned|crasher|crashede|fryser|frøs|gik i sta|gar i sta|hænger|fejl(?:en|besked|meddelelse)?|(?:der )?sker (?:der )?(?:intet|ikke noget|ingenting)|skete der (?:intet|ikke noget|ingenting)|virker (?:det |den |der )?ikke|virkede (?:det |den )?ikke|(?:abner|loader|gemmer|starter|viser|svarer|kommer) (?:den |det |der )?ikke|(?:hvid|sort|tom|blank) (?:skærm|side)|forsvinder|forsvandt|lukker(?: ned)?|lukkede|mangler|stopper|stoppede`,
  s`plante|plantait|crashe|se ferme|bloque(?:e)?|fige(?:e)?|gele|erreur|rien ne se passe|il ne se passe rien|ne (?:marche|fonctionne|s'ouvre|charge|repond|s'affiche|demarre) (?:pas|plus)|(?:marche|fonctionne|charge|repond) (?:pas|plus)|(?:ecran|page) (?:blanc|blanche|noir|noire|vide)|disparait|a disparu|s'arrete|echoue`,
  s`bloqueia|bloqueou|crasha|crashou|congela|congelou|trava|travou|encrava|encravou|erro|nao acontece nada|nada acontece|nao (?:funciona|funcionou|abre|abriu|carrega|carregou|responde|aparece|guarda|guardou|grava|inicia|faz nada)|(?:ecra|tela|pagina) (?:branco|branca|preto|preta|vazio|vazia|em branco)|desaparece(?:u)?|fecha(?:-se)?|fechou|falha|falhou`,
);

/** A page, screen or level, by name or number and as a place: "a white screen" is none. */
export const WHERE = anyOf(
  s`(?:on|in|at|from|to|under|open|opens|opened|opening) (?:the |your |my |our )?(?:[\w'-]+ ){0,3}(?:page|tab|menu|settings|dialog|form|editor|dashboard|checkout|basket|cart|screen|section|level|lobby|inbox|profile|library|sidebar|toolbar|channel|app|store|shop)`,
  s`(?:at|during|in) (?:checkout|login|sign-?in|sign-?up|startup|level \d+|chapter \d+)`,
  s`(?:level|chapter|page|mission|stage|bane|kapitel|niveau|chapitre|nivel|capitulo|pagina|missao) \d+`,
  s`(?:pa|i|under|fra|inde i) (?:min |din |jeres |vores |den |det |selve )?(?:[\wæø-]+ )?[\wæø-]*(?:siden|fanen|menuen|indstillinger(?:ne)?|dialogen|formularen|editoren|kurven|kassen|skærmen|profilen|indbakken|biblioteket|banen|appen|butikken)|ved (?:kassen|betaling(?:en)?|login|opstart)`,
  s`(?:sur|dans|depuis|a|au|de) (?:la |le |les |l'|ma |mon |votre |vos )?(?:page|onglet|menu|parametres|reglages|formulaire|editeur|tableau de bord|panier|caisse|ecran d[e']|profil|boite de reception|bibliotheque|appli|application|boutique|rubrique|section)|(?:au|lors du|pendant le) (?:paiement|demarrage|niveau \d+)|a la connexion`,
  s`(?:na|no|nas|nos|da|do|em) (?:minha |meu |vossa |vosso |sua |seu )?(?:pagina|separador|aba|menu|definicoes|configuracoes|formulario|editor|painel|carrinho|caixa de entrada|ecra d[eao]|tela d[eao]|perfil|biblioteca|app|aplicacao|aplicativo|loja|seccao|secao|nivel \d+)|(?:no|ao) (?:pagamento|checkout|login|arranque)`,
);

/** "#10234", "order no. 4711", "commande n° A-4711". */
export const ORDER = anyOf(
  s`#(?:\d{4,12})`,
  s`(?:order|ordre|bestilling(?:en)?|købs?|purchase|receipt|invoice|faktura|kvittering|commande|facture|encomenda|pedido|fatura|compra)(?: ?(?:n°|n\.?o|nr|num|number|nummer|numero|id|ref|reference|code)\.?|nummer(?:et)?|nr\.?)(?: (?:is|er|est|e|was|var))?[ :.=#]{0,3}[a-z]{0,6}-?\d[\da-z-]{2,}`,
  s`(?:order|ordre|bestilling|receipt|invoice|faktura|kvittering|commande|facture|encomenda|pedido|fatura)(?: ?[:#])? ?#?(?:[a-z]{1,6}-?\d[\d-]{3,}|\d[\d-]{3,})(?! (?:of|af|de|pieces|stk|units|unidades))`,
);

/** What was bought. Together with a time it answers "what, and when". */
export const PURCHASED = anyOf(
  s`(?:i|we)(?:'ve| have)? (?:just |only )?(?:bought|purchased|ordered|subscribed|paid for|renewed) (?!(?:it|this|that|from|here|something|yesterday|today|last)\b)\w+`,
  s`(?:jeg|vi) (?:har )?(?:lige )?(?:købte?|køber|bestilt|bestilte|abonnerede|betalte for) (?!(?:det|den|noget|her|i)\b)\w+`,
  s`(?:j'ai|nous avons|on a) (?:juste |bien )?(?:achete|commande|souscrit|paye|renouvele) (?!(?:ca|cela|ici|hier)\b)\w+`,
  s`(?:comprei|comprou-se|compramos|encomendei|encomendamos|adquiri|subscrevi|assinei|paguei (?:por|pel[oa]|o|a|um|uma)) (?!(?:isto|isso|aqui|ontem|hoje)\b)\w+`,
);

/** What would put it right. */
export const REMEDY = anyOf(
  s`refund(?:ed|s)?|money back|reimburse(?:d|ment)?|replacement|replace (?:it|this|them)|exchange (?:it|this|them)|store credit|cancel (?:my|the|our) (?:order|subscription|account)|(?:send|ship) (?:me|us) (?:a|another) new`,
  s`pengene tilbage|penge tilbage|refusion|refundere(?:t|r)?|refunderes|tilbagebetal(?:t|ing|e)|ombytte?(?:t|r)?|ombytning|erstatning|(?:en|et) ny(?:t)? i stedet|annullere? (?:min|ordren|bestillingen|abonnementet)|opsige? (?:mit|abonnementet)`,
  s`rembours(?:e|er|ee|ement|ez)?|(?:etre|me faire) rembourse(?:e)?|remplacement|remplacer|echange(?:r)?|un avoir|annuler (?:ma|mon|la) (?:commande|abonnement)`,
  s`reembols(?:o|ar|ado|em)|dinheiro de volta|devolucao|devolv(?:am|er) (?:o |me )?(?:o )?dinheiro|troca(?:r)? (?:por|d)|substituicao|cancelar (?:a minha|a|o|o meu) (?:encomenda|subscricao|pedido|assinatura|conta)`,
);

/** Whether, and how often, it has happened before. */
export const BEFORE = anyOf(
  s`(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)) time|(?:happened|happens|said|told|written|wrote|reported|complained|contacted|asked)(?: \w+){0,4} (?:before|already|again|twice|(?:\d+|two|three|four|five|several|many) times)|(?:never|not) (?:happened |had this )?before|(?:once|twice|three times|several times|many times) (?:already|before)|once again|yet again|every (?:day|week|time)|already (?:wrote|told|reported|contacted|asked|complained)`,
  s`(?:første|anden|tredje|fjerde|femte|\d+\.) gang|(?:sket|skete|skrevet|meldt|klaget|spurgt)(?: \w+){0,4} (?:før|tidligere|igen|allerede)|aldrig (?:\w+ )?før|flere gange|hver (?:dag|gang|uge)|allerede (?:skrevet|meldt|klaget|spurgt)`,
  s`(?:premiere|deuxieme|seconde|troisieme|quatrieme|\d+(?:e|eme)) fois|deja (?:\w+ ){0,3}(?:arrive|ecrit|signale|contacte|dit|demande|plaint|plainte|passe)|jamais (?:arrive|vu|eu)|plusieurs fois|a chaque fois|chaque (?:jour|semaine)|encore une fois`,
  s`(?:primeira|segunda|terceira|quarta|quinta|\d+a) vez|ja (?:\w+ ){0,3}(?:aconteceu|escrevi|reportei|contactei|disse|pedi|reclamei|tinha|enviei)|nunca (?:\w+ )?(?:aconteceu|antes)|varias vezes|muitas vezes|todos os dias|(?:todas as|cada) (?:vez(?:es)?|semanas?)|outra vez|de novo|mais uma vez`,
);

/** A message in Slack or Discord. */
export const MESSAGE_LINK =
  /\b(?:slack\.com\/archives\/|(?:ptb\.|canary\.)?discord(?:app)?\.com\/channels\/\d)/;
/** A picture or film somebody has put somewhere. */
export const PICTURE_LINK =
  /\.(?:png|jpe?g|webp|gif|heic|mp4|mov|webm)(?:[?#].*)?$|\b(?:imgur|gyazo|prnt|streamable|loom|youtube|vimeo)\.(?:com|sc)\/|\byoutu\.be\//;
/** The page of an order. */
export const ORDER_LINK =
  /(?:orders?|ordrer?|commandes?|encomendas?|pedidos?|invoices?|receipts?)(?:\/|=|\?id=)#?[a-z]{0,6}-?\d[\da-z-]{2,}/;
