import { describe, expect, it } from '@jest/globals';
import { isEmoji, normaliseEmoji } from '../../src/policy/emoji.ts';

describe('normaliseEmoji', () => {
  it.each([
    ['🚩', '🚩'],
    [' 🚩 ', '🚩'],
    ['❤️', '❤'],
    ['👍🏿', '👍'],
    ['🧑🏽‍💼', '🧑‍💼'],
    ['1️⃣', '1⃣'],
    [':triangular_flag_on_post:', '🚩'],
    [':+1:', '👍'],
    [':thumbsup:', '👍'],
    [':wave::skin-tone-2:', '👋'],
    [':heart:', '❤'],
    [':our_own:', ':our_own:'],
    [':Our_Own:', ':Our_Own:'],
    [':constructor:', ':constructor:'],
    ['🏽', '🏽'],
  ])('makes %s the same as %s', (written, expected) => {
    expect(normaliseEmoji(written)).toBe(expected);
  });
});

describe('isEmoji', () => {
  it.each(['🚩', '❤️', '🧑🏽‍💼', '1️⃣', '🇩🇰', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', ':bug:', ':our_own:', '👨‍👩‍👧'])('takes %s', (written) => {
    expect(isEmoji(written)).toBe(true);
  });

  it.each(['', 'flag', ':', '::', ':a b:', '🚩🐛', '🚩x', '7', 'a🚩'])('refuses "%s"', (written) => {
    expect(isEmoji(written)).toBe(false);
  });
});
