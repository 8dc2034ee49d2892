/** `npm run bench`, and the name of one: `topics`, `search`, `burst`; without a name `first-answer`. */
const [name] = process.argv.slice(2);
if (name === 'topics') await import('./topics.ts');
else if (name === 'search') await import('./search.ts');
else if (name === 'burst') {
  process.argv.splice(2, 1);
  await import('./burst.ts');
} else await import('./first-answer.ts');
