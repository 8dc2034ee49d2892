/** The community that is measured has 6 of 10 cases; two others share the rest. */
export const COMMUNITY = 'slack:TGROWN';
export const OTHERS = ['slack:TSECOND', 'discord:3'];
/** Everything happened before this moment, in two years. */
export const NOW = new Date('2026-11-23T12:00:00Z');
/** So many texts say something else; each case, question and answer has one of them. */
export const TEXTS = 5_000;
