import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { missingDetails, type Said } from '../../src/cases/details.ts';

const KEYS = [
  'where',
  'what-happened',
  'expected',
  'when',
  'version',
  'device',
  'screenshot',
  'link',
  'order-number',
  'purchase',
  'remedy',
  'messages',
  'before',
];

/** The details a text already holds. */
function known(text: string, files: Said['files'] = []): string[] {
  const missing = missingDetails(KEYS, { text, files });
  return KEYS.filter((key) => !missing.includes(key));
}

const png = { name: 'Screenshot 2026-11-22.png', mime: 'image/png' };

describe('what a message already holds', () => {
  it.each<[string, string[]]>([
    // English
    ['It is broken', []],
    ['The export crashes when I click Save, since yesterday', ['what-happened', 'when']],
    [
      'Version 2.4.1 on my iPhone: when I open the settings page the screen goes blank and nothing happens. I expected a list.',
      ['where', 'what-happened', 'expected', 'version', 'device'],
    ],
    ['Build 1234 on Windows 11, Chrome 120.0.1', ['version', 'device']],
    ['It happens in v3 only', ['version']],
    ['I updated to 2.4 and it got slower', ['version']],
    ['Order #10234 never arrived. I want my money back', ['order-number', 'remedy']],
    [
      'I bought premium last week, order no. 4711, please refund me',
      ['when', 'order-number', 'purchase', 'remedy'],
    ],
    ['My order number is DK-20417', ['order-number']],
    ['See https://riverside.example/library?page=3', ['where', 'link']],
    ['he wrote https://discord.com/channels/1/2/3', ['link', 'messages']],
    ['here: https://imgur.com/a/x1y2z3', ['screenshot', 'link', 'messages']],
    ['it should have saved my work instead of closing', ['expected']],
    ['3 days ago, at 14:30, at checkout', ['where', 'when']],
    ['This is the third time it happened', ['before']],
    ['He has never happened to be rude before', ['before']],
    ['I bought items for the club today', ['when', 'purchase']],
    ['I have written to you three times', ['before']],
    // Danish
    ['Det virker ikke', []],
    ['Når jeg trykker på gem, går appen ned. Det skete i går kl. 14.30', ['what-happened', 'when']],
    [
      'Version 2.4.1 på min iPhone, det burde vise listen i stedet for en tom side',
      ['expected', 'version', 'device'],
    ],
    ['Ordrenummer 10234 er ikke kommet, jeg vil have pengene tilbage', ['order-number', 'remedy']],
    ['Jeg købte premium i mandags, ordre nr. 4711', ['when', 'order-number', 'purchase']],
    ['Siden opdateringen i tirsdags, på betalingssiden', ['where', 'when']],
    ['Det er tredje gang', ['before']],
    ['Jeg bruger Firefox på Linux', ['device']],
    ['For tre dage siden', ['when']],
    // French
    ['Ça ne marche pas', []],
    ["Quand je clique sur Enregistrer, l'application plante depuis hier", ['what-happened', 'when']],
    ['Version 2.4.1, sur mon iPhone, dans les paramètres', ['where', 'version', 'device']],
    ['Je m’attendais à voir ma liste', ['expected']],
    ['Ma commande n° 10234 n’est jamais arrivée, je voudrais un remboursement', ['order-number', 'remedy']],
    ["J'ai acheté un abonnement le 12/11, commande A-4711", ['when', 'order-number', 'purchase']],
    ['Il y a trois jours, vers 14h30', ['when']],
    ["C'est la troisième fois", ['before']],
    ['La page devrait afficher un bouton', ['expected']],
    // Portuguese
    ['Não funciona', []],
    ['Quando clico em Guardar, a aplicação bloqueia desde ontem', ['what-happened', 'when']],
    ['Versão 2.4.1 no meu Android, nas definições', ['where', 'version', 'device']],
    ['Esperava ver a lista em vez de um erro', ['expected']],
    ['A encomenda n.º 10234 não chegou, quero o reembolso', ['order-number', 'remedy']],
    ['Comprei premium na segunda-feira, pedido 47110', ['when', 'order-number', 'purchase']],
    ['Há dois dias, às 14h30', ['when']],
    ['É a terceira vez', ['before']],
    ['Atualizei para a 2.4 e deixou de abrir', ['version']],
  ])('%s', (text, expected) => {
    expect(known(text)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['version', 'It fails on iOS 17.2.1 with Safari 17.4.1'],
    ['version', 'Delivered on 22.11.2026, or 22.11.26'],
    ['version', 'I paid 1.234.567 for it'],
    ['version', 'my router is 192.168.0.1'],
    ['version', 'call 06.12.34.56.78'],
    ['version', 'I use the latest version'],
    ['version', 'https://riverside.example/api/v2/list/1.2.3'],
    ['order-number', 'You are #1, and we were 12 people'],
    ['order-number', 'I want to order 100 pieces'],
    ['order-number', 'ask mads#1234 about it'],
    ['when', 'I may order again, it is great'],
    ['when', 'since it is your fault'],
    ['when', '24/7 support, 10/10'],
    ['when', 'É a segunda vez que escrevo'],
    ['when', 'I have been a customer for 3 years'],
    ['device', 'there are too many windows open'],
    ['device', 'it does not work on my phone'],
    ['device', 'I am on edge'],
    ['expected', 'An unexpected error'],
    ['expected', 'It does not work as expected'],
    ['expected', 'You should be ashamed'],
    ['where', 'I get a white screen'],
    ['link', 'write to alma@riverside.com'],
    ['link', 'https://tenor.com/view/facepalm-gif-1234'],
    ['screenshot', 'I can send a screenshot'],
    ['messages', 'he is rude to everybody'],
    ['purchase', 'I bought it'],
    ['purchase', 'Paguei ontem'],
    ['what-happened', 'I clicked on it'],
    ['what-happened', 'An error'],
    ['before', 'as I said'],
    ['remedy', 'please do something'],
  ])('does not take for %s: %s', (key, text) => {
    expect(known(text)).not.toContain(key);
  });

  it('takes a picture or a film for a screenshot, whatever the platform calls it', () => {
    expect(known('', [png])).toEqual(['screenshot', 'messages']);
    expect(known('', [{ name: 'film.mov', mime: 'video/quicktime' }])).toContain('screenshot');
    expect(known('', [{ name: 'IMG_1.HEIC', mime: 'application/octet-stream' }])).toContain('screenshot');
    expect(known('', [{ name: 'log.txt', mime: 'text/plain' }])).toEqual([]);
  });

  it('asks for what nothing recognises: new keys and whole sentences', () => {
    const keys = ['shoe-size', 'which colour you like', 'version', 'constructor'];
    expect(missingDetails(keys, { text: 'version 2, which colour you like', files: [] })).toEqual([
      'shoe-size',
      'which colour you like',
      'constructor',
    ]);
  });

  it('reads text without accents, with typographic quotes and in capitals alike', () => {
    expect(known('VERSAO 2.4.1 ONTEM')).toEqual(['when', 'version']);
    expect(known('Aujourd’hui')).toEqual(known("aujourd'hui"));
    expect(known('i ga\u030ar')).toEqual(['when']);
  });

  it('knows every key that ships, as docs/templates.md says', () => {
    const shipped = Object.keys(parse(readFileSync('templates/en/details.yaml', 'utf8')) as object);
    const section = readFileSync('docs/templates.md', 'utf8').split('### What is not asked for')[1] ?? '';
    const documented = [...section.split('\n## ')[0]!.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, key]) => key);
    expect({ shipped, documented }).toEqual({ shipped: KEYS, documented: KEYS });
  });

  it('is quick whatever it is given', () => {
    for (const piece of [
      'a',
      '1.',
      'when i ',
      'order ',
      'http://',
      '#',
      'a.',
      'on the my ',
      '\u0301',
      '2026-',
    ])
      expect(() => known(piece.repeat(40_000 / piece.length))).not.toThrow();
  });
});
