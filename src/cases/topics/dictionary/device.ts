/** Devices, programs and those who make them. A line a thing, as in things.ts. */
export const DEVICE = `
phone* | phones, mobile, samsung | telefonen, mobilen, android, iphone | android, iphone | smartphone, android, iphone
computer | macbook | bærbare |  | portátil
tablet | kindle, e-reader | kindle, e-bogslæser | liseuse, kindle | kindle, leitor digital
screen* | monitor, screens | skærmen, skærme, monitor | écrans, moniteur | monitor, telas
battery | batteries, battery life, charge, charger, charging | batteriet, batterier, batteritid, oplader, oplade | batteries, chargeur, charge, pile, piles | baterias, pilha, pilhas, carregador, carregar a bateria
watch | fitness tracker, wristband | fitnessur, aktivitetsmåler | montre connectée, bracelet connecté | relógio inteligente, pulseira fitness
smarthome | smart home, thermostat, smart bulb, robot vacuum, hoover, vacuum, vacuum cleaner | smart home, termostat, robotstøvsuger, støvsuger, støvsuge | domotique, thermostat, aspirateur, robot aspirateur, maison connectée | casa inteligente, termostato, aspirador, robô aspirador
bluetooth | paired, pair | parre, parret | appairer | pareamento, emparelhar
wifi | network, hotspot | netværk, nettet, hotspot | réseau | rede
mobiledata | mobile data, data usage, data plan, uses data | mobildata, dataforbrug, data på mobilen | données mobiles, consommation de données, data | dados móveis, consumo de dados, pacote de dados
heat | hot to touch, gets hot, burning hot, fan noise | overophedning, bliver varm, brandvarm | chauffe, brûlant, devient chaud | superaquecimento, fica quente, pelando
memory | cpu, processor, memory usage, uses all my | cpu, processor | processeur, cpu, mémoire, ram | processador, cpu
linux | linux, ubuntu, arch, debian, flatpak, package manager | linux, ubuntu, debian, pakkehåndtering | linux, ubuntu, debian, gestionnaire de paquets | linux, ubuntu, debian, gerenciador de pacotes
windows | windows update, windows, macos, operating system | windows, macos, styresystem, operativsystem | windows, macos, système d'exploitation | windows, macos, sistema operacional
install | installed, uninstall, uninstalled, setup file | installeret, afinstallere | installé, désinstaller | instalado, desinstalar, instalador
olddevice | old phone, older phones, old computer, older devices, no longer supported, dropped support | gammel telefon, ældre telefoner, gammel computer, understøttes ikke, ikke længere understøttet | vieux téléphone, ancien téléphone, vieil ordinateur, plus pris en charge, plus compatible | celular antigo, telefone antigo, computador antigo, não é mais compatível, sem suporte para
compatible | compatible, compatibility, supported, works with, support for | kompatibel, kompatibelt, understøttet, understøtter | compatible, compatibilité, pris en charge | compatível, compatibilidade, suportado
build | code, function, library, package, dependencies, compiler | kode, funktion, bibliotek, afhængighed, afhængigheder | code source, fonction, bibliothèque, dépendance, dépendances | código-fonte, função, biblioteca, dependência, dependências
api | apis, endpoints, webhooks | endpoint, webhooks | endpoint, webhooks | endpoint, webhooks
documentation | example code, examples, code sample, readme | dokumentationen, manual, eksempler, kodeeksempel, readme | doc, manuel, exemples, exemple de code, readme | docs, exemplos, exemplo de código, readme
pullrequest | github, repo, repository, commit | github, repo, repository, commit | github, dépôt, commit | github, repositório, commit
release | release, releases, breaking change, breaking changes, migration guide, deprecated | udgivelse, udgivelser, brydende ændring, udfaset, migrering | version majeure, changement incompatible, migration, déprécié, obsolète | lançamento, mudança incompatível, migração, depreciado, descontinuado
aifeature | dataset, datasets, training data, machine learning, gpu hours, llm | datasæt, træningsdata, maskinlæring, chatgpt | jeu de données, données d'entraînement, apprentissage automatique, chatgpt | conjunto de dados, dados de treino, aprendizado de máquina, chatgpt
log | log, logs, logging, stack trace, trace, debug | log, logs, logfil, fejlfinding, stakspor | journaux, logs, trace, débogage, débug | logs, registro de eventos, rastreamento de pilha, depuração, debug
`;
