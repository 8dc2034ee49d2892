/** `npm run bench`, and the name of one: `topics`, `search`, `growth`, `queue`, `start`, `idle`, `burst`; without a name `first-answer`. */
const [name] = process.argv.slice(2);
if (name === 'topics') await import('./topics.ts');
else if (name === 'search') await import('./search.ts');
else if (name === 'queue') await import('./queue.ts');
else if (name === 'start') await import('./start.ts');
else if (name === 'idle') await import('./idle.ts');
else if (name === 'growth') await import('./growth.ts');
else if (name === 'burst') {
  process.argv.splice(2, 1);
  await import('./burst.ts');
} else await import('./first-answer.ts');
