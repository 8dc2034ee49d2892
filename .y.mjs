import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
const go=(md)=>fromMarkdown(md,{extensions:[gfmStrikethrough({singleTilde:false}),{disable:{null:['htmlText','htmlFlow','codeIndented','setextUnderline','definition']}}],mdastExtensions:[gfmStrikethroughFromMarkdown()]});
const N=40000;
const f=(u)=>u.repeat(Math.ceil(N/u.length)).slice(0,N);
const nest=(k,unit)=>Array.from({length:k},(_,i)=>' '.repeat(i*2)+unit).join('\n')+'\n';
for (const [n,s] of Object.entries({q19:f('> '.repeat(19)+'a\n'),l19:f('1. '.repeat(19)+'a\n'),m19:f('> - '.repeat(9)+'a\n'),q7:f('> '.repeat(7)+'a\n'),l7:f('1. '.repeat(7)+'a\n'),d7:f('- '.repeat(7)+'a\n'),nest20:f(nest(20,'- a')),nest100:f(nest(100,'- a')),nest200:f(nest(200,'- a')),li:f('- a\n'),nested280:f(nest(280,'- a')),nq:f(nest(100,'> a')), tick:f('`a``b'), fence:f('```\na\n'), emptyli:f('-\n'), ol:f('1. a\n'), mix:f('- a\n\n  b\n'), q:f('> a\n'), lazy:'> a\n'+f('b\n'), lilazy:'- a\n'+f('b\n'), star:f('* '), plus:f('+ '),dash1:f('- a '), spaces:' '.repeat(N), tabs:'\t'.repeat(N), nlsp:f(' \n'), esc:f('\\*'), ent:f('&amp;'), hard:f('a\\\n'),auto:f('<http://a.b> '), autobad:f('<http://a'), img:f('![a](b'), bang:f('!'), link2:f('[a](b)'),code:f('`a` ')})) { const t=performance.now(); let r='ok'; try{go(s)}catch(e){r=e.message.slice(0,40)} console.log(n.padEnd(16),Math.round(performance.now()-t)+'ms',r) }
