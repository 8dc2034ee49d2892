/** Why a text cannot be written from its templates, with what to change; the file is as it is called below the folder of Hearback. */
export const templates = {
  missing: (names: string, file: string) =>
    `There is no template called ${names}; add ${file} or correct the steps in hearback.yaml.`,
  /** No language has all of them. */
  scattered: (languages: string, names: string) =>
    `No language of ${languages} has all of the templates ${names}. Translate those that are missing into one of them.`,
  noSteps: 'There are no steps to write it from. Name some in hearback.yaml.',
  nothingToSay: (names: string) =>
    `None of the steps (${names}) has anything to say here. Name another one in hearback.yaml.`,
  noValue: (file: string, name: string) =>
    `${file} needs ${name}, and nothing is known of it here. Choose another text, or have it taken out of this one.`,
  /** @param place file, line and column */
  noVariable: (place: string, name: string) =>
    `${place}: there is no variable ${name}. Have it taken out, or one that docs/templates.md names written there.`,
  endless: (place: string) =>
    `${place}: what stands here takes far too long to fill in. Have it made shorter.`,
  broken: (place: string) =>
    `${place}: what stands here cannot be filled in. Have it compared with docs/templates.md.`,
};
