import type { Fact } from '../../chat/card.ts';
import { link, person, text, time, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import { departmentName } from '../../policy/lookup.ts';
import type { DepartmentWork } from '../case.ts';
import { departmentWords } from '../department-words.ts';
import { textsFor, type View } from './view.ts';
import type { Texts } from '../../texts/index.ts';

/** So much of a department's words is shown (characters); the record has all of them. */
const WORDS_MAX = 200;

/**
 * How the case stands with each of its departments: state, by whom, since when, and why. A fact each, since a long one is cut, and the
 * words of one department must not cut off the state of the next.
 */
export function departmentFacts(view: View): Fact[] {
  const { file, workspace } = view;
  return file.departmentWork.map((work) => ({
    label: departmentName(workspace, work.department, textsFor(view).common.code),
    value: stateOf(work, textsFor(view)),
  }));
}

/** `taken by @mia since 10:30: words`. What is cut first stands last. */
export function stateOf(work: DepartmentWork, texts: Texts): Inline[] {
  const { by, at, words, link: address } = work;
  return [
    text(departmentWords(work, texts)),
    ...(by === null ? [] : [text(texts.cards.facts.departments.by), person(by)]),
    ...(address === null ? [] : [text(', '), link(texts.cards.facts.departments.where, address)]),
    ...(at === null ? [] : [text(', '), time(at)]),
    ...(words ? [text(`: ${shorten(words, WORDS_MAX)}`)] : []),
  ];
}
