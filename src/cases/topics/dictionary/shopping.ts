/** Orders, parcels, payments, plans and returns. A line a thing, as in things.ts. */
export const SHOPPING = `
order* | orders, my purchase | ordrer, bestilt, bestilte, købt, købte | commandes | pedidos, comprei
parcel | parcels, packages | pakker, pakken | paquet, envoi | pacotes, encomenda
parcel | deliver, deliveries, shipping, shipped, dispatched | levere, afsendt | livrer, expédié | entregar, entregas, envio, despachado, frete
courier | couriers, delivery driver, delivery man, mailman | budet, leveringsmand, chaufføren | livreurs, coursier, transporteur | estafeta, transportadora
tracking | track, tracking page, in transit | spore, undervejs | suivre mon colis, en transit | rastrear, em trânsito
pickup | pickup point, pick-up, parcel locker, locker, collection | pakkeboks | retrait, consigne, casier | retirar, armário de encomendas
cart | shopping cart, shopping basket | kurven |  | cesto, carrinho de compras
checkout | checkout, till, cashier, cash register, self-checkout | kassen, betalingssiden, kassedame, selvbetjeningskasse | caisse, caissier, paiement en ligne, page de paiement | caixa, finalizar a compra, finalizar compra, operador de caixa, checkout
payment* | payments, paid, paying | betalinger, betalt, betalte | paiements, payé, règlement | pagamentos, pago, paguei
payment* | debit card, card details, card expired, new card, bank card, visa, mastercard | kreditkort, dankort, kortoplysninger, nyt kort, visa, mastercard | carte de crédit, carte bleue, nouvelle carte, visa, mastercard | cartão de crédito, cartão de débito, cartão novo, novo cartão, visa, mastercard
directdebit | direct debit, standing order, sepa, automatic payment, auto-pay | betalingsservice, automatisk betaling, pbs, sepa | prélèvement automatique, prélèvement, sepa, virement permanent | débito automático, débito direto, pagamento automático, sepa
refund | refunds, refunded, reimbursed | refundering, refunderet, penge tilbage, tilbagebetalt | rendre l'argent | reembolsado, devolver o dinheiro
invoice | invoices, bill, bills, billing | fakturaer, regninger | factures, facturation | faturas, conta a pagar
invoice | receipts, proof of purchase, order confirmation | kvitteringer, bon, ordrebekræftelse | reçu, reçus, ticket de caisse, preuve d'achat, confirmation de commande | recibos, comprovante de compra, confirmação do pedido
tax | taxes, customs, customs fee, duty, vat number | skat, toldgebyr, cvr, momsnummer | taxes, frais de douane, numéro de tva | iva, impostos, taxa, alfândega, cnpj, nif
fee | fee, fees, surcharge, extra charge, hidden fee, hidden fees, booking fee, service fee, handling fee | gebyr, gebyrer, ekstra betaling, skjulte gebyrer, billetgebyr, servicegebyr | frais, frais cachés, supplément, frais de service, frais de réservation, frais de dossier | taxa, taxas, taxa escondida, taxa de serviço, taxa extra, taxa de conveniência, cobrança extra
currency | currencies, dollars, euros, in dollars, in euros | dollar, euro, vekselkurs, i dollar, i euro | devises, dollars, euros, taux de change | moedas, dólar, dólares, euro
deposit | deposit, prepaid, prepayment, down payment | depositum, indskud, forudbetaling, pant | caution, acompte, arrhes, dépôt de garantie, consigne | depósito, caução, sinal, pagamento antecipado
bank | credit, credits, store credit, wallet, top up, top-up | tilgodehavende, kredit, optanke, tank op, tilgodebevis | crédit, crédits, avoir, recharger mon compte, porte-monnaie électronique | crédito, créditos, carteira digital, recarga
plan* | subscriptions, subscriber, subscribed, plans, monthly plan, yearly plan, annual plan | abonnementer, abonnent, månedsabonnement, årsabonnement | abonnements, formule, forfait, abonnement annuel | assinaturas, planos, plano mensal, plano anual, subscrição
cancelling | cancelling, terminate, end my subscription | afmelding, melde mig ud | me désabonner, désabonnement, annulation | desinscrever, encerrar assinatura, rescindir
renewal | auto-renewal, renews | forny, fornyes, automatisk fornyelse | renouvelé, reconduit | renovou, renovação automática
trial | free month | prøvemåned, gratis måned, gratis prøveperiode | essai, mois gratuit | mês grátis, avaliação gratuita
familyplan | family plan, shared plan, household, family sharing, student discount, student plan, student price | familieabonnement, familiedeling, husstand, studierabat, studiepris | forfait famille, abonnement famille, partage familial, foyer, tarif étudiant, réduction étudiante | plano família, plano familiar, compartilhamento familiar, desconto de estudante, preço de estudante, meia-entrada
price | prices, costs, priced | priser, prisen, koster | tarifs, coûte | preços, custo, custa
coupon | discounts, sale, black friday, offer, deal, promotion, voucher code | rabatter, udsalg, black friday, kampagne | réductions, soldes, black friday, promotion, offre | descontos, black friday, oferta, liquidação, saldos
giftcard | voucher, vouchers | gavekortet, værdibevis | cartes cadeaux, bon cadeau, bon d'achat | cartão-presente, vale
gift | wrapped, gift message, greeting card, gift note | indpakket, hilsen, gavekortet med | papier cadeau, emballé, mot doux, carte de vœux | embrulhado, papel de presente, cartão de mensagem, dedicatória
points | loyalty, loyalty card, bonus | kundeklub, klippekort, stempelkort, fordelskort | carte de fidélité, bonus, tampons | fidelidade, cartão fidelidade, bônus, recompensa
stock | stock, out of stock, sold out, back in stock, unavailable | udsolgt, ikke på lager, igen på lager | stock, rupture, épuisé, réassort, indisponible | estoque, esgotado, sem estoque, reposição, indisponível
preorder | preorders, pre-orders, back order, restock date, release date | forudbestille, restordre, udgivelsesdato | précommandes, date de sortie | pré-encomenda, data de lançamento
product | products, items, product page, product description, description | varer, varen, produkter, produktside, beskrivelse | produits, articles, fiche produit, description | produtos, itens, página do produto, descrição, artigo
size | size chart, sizes, fits | størrelser, størrelsesguide, størrelsesskema | tailles | tamanhos, tabela de medidas, guia de tamanhos, numeração
extralarge | plus size, large sizes, small sizes, bigger sizes, xl, xxl, women's sizes, women's fit | store størrelser, små størrelser, større størrelser, xl, xxl, dametrøje, damestørrelser | grandes tailles, petites tailles, xl, xxl, coupe femme, tailles femme | tamanhos grandes, tamanhos maiores, tamanhos pequenos, xl, gg, plus size, modelo feminino, baby look
fabric | material, materials, quality of the fabric, cloth, polyester | materiale, materialer, stoffet, polyester | matière, matériau, matériaux, polyester | material, materiais, poliéster
colour | colours, colors, shade of, red, blue, green, yellow, purple, pink | farver, farven, rød, blå, grøn, gul, lilla, lyserød | couleurs, teinte, rouge, bleu, vert, jaune, violet, rose | tonalidade, vermelho, azul, verde, amarelo, roxo, cor-de-rosa
packaging | packed, bubble wrap, cardboard box, boxes, padding | pakket ind, bobleplast, papkasse, kasse, kasser | emballé, papier bulle, cartons, boîte, boîtes | embalado, plástico bolha, caixa, caixas
missingpart | missing part, missing parts, piece missing, pieces missing, spare part, spare parts, replacement part | manglende del, manglende dele, mangler en del, reservedel, reservedele | pièce manquante, pièces manquantes, manque une pièce, pièce de rechange, pièces de rechange | peça faltando, peças faltando, falta uma peça, peça de reposição, peças de reposição
returning | return, returned, return policy | sende tilbage, sendt tilbage, returlabel | retours, renvoyer, renvoyé, étiquette de retour | devolvi, etiqueta de devolução, política de devolução
exchange | replacement, replace, replaced | ombytte, erstatning, erstatte | remplacement, remplacer | substituição, substituir
warranty | under warranty | reklamation, reklamationsret | sous garantie | na garantia
repair | repairs, fix, mend | udbedre | réparations | reparação, reparar
store | shops, stores, web shop, online shop, webshop | butikken, butikker, webshop, netbutik | magasins, boutique en ligne | lojas, loja virtual, loja online
selling* | sellers, vendor, dealer, second-hand, used goods, marketplace | sælgere, forhandler, brugt, genbrugt, markedsplads | vendeurs, revendeur, occasion, seconde main, place de marché | vendedores, revendedor, usado, segunda mão, marketplace
scalper | scalper, scalpers, resale, resell, resold, resellers, touts, bots bought | billethaj, billethajer, videresalg, videresælge, videresolgt | revente, revendu, revendre, revendeurs à la sauvette, scalpeurs | cambista, cambistas, revenda, revender, revendido
prize | prize draw, lottery, winners | vindere, lotteri | loterie, gagnants, lot gagné | rifa, ganhador, vencedores
sample | fan shop | fanbutik | merch, produits dérivés, boutique officielle | merch, produtos oficiais, loja oficial, brindes
donation | kickstarter, crowdfunding, backer, backers, pledge, patreon, donations | kickstarter, crowdfunding, støtter, bidragyder, patreon, indsamling | kickstarter, financement participatif, contributeur, contributeurs, patreon, dons, cagnotte | kickstarter, financiamento coletivo, vaquinha, apoiadores, patreon, doações
sponsor | sponsor, sponsors, sponsored, partner, affiliate, affiliate link | sponsor, sponsorer, sponsoreret, partner | sponsor, sponsors, sponsorisé, partenaire, affilié | patrocinador, patrocinadores, patrocinado, parceiro, afiliado
ad | adverts, advertisement, commercials | annoncer | publicités | comercial
newsletter | newsletters, mailing list, mailing, marketing mail, marketing emails, promotional | nyhedsbreve, mailingliste, reklamemail, markedsføring | lettre d'information, mails publicitaires, liste de diffusion | e-mails promocionais, lista de e-mails, e-mail marketing
salarylike | invoice me, reimbursement, expenses, expense report, travel expenses | udlæg, refusion af, rejseafregning, bilag for | note de frais, notes de frais, frais de déplacement | despesas, reembolso de despesas, ajuda de custo, prestação de contas
consent | without asking, without permission, without my permission, without my consent, didn't agree, no permission | uden at spørge, uden tilladelse, uden min tilladelse, uden samtykke | sans demander, sans autorisation, sans mon accord, sans ma permission | sem pedir, sem permissão, sem minha permissão, sem autorização, sem consentimento
credit | credit, credited, credits given, attribution, uncredited, copyright, licence, license | kreditering, krediteret, ophavsret, licens, nævnt som | crédité, attribution, droit d'auteur, licence, crédits de | crédito pelo, creditado, créditos, direitos autorais, licença, atribuição
`;
