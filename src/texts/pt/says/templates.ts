import type { templates as english } from '../../en/says/templates.ts';

export const templates: typeof english = {
  missing: (names, file) =>
    `Não há nenhum modelo chamado ${names}; acrescente ${file} ou corrija os passos (steps) em hearback.yaml.`,
  scattered: (languages, names) =>
    `Nenhuma das línguas ${languages} tem todos os modelos ${names}. Traduza para uma delas os que faltam.`,
  noSteps: 'Não há passos (steps) a partir dos quais escrever. Indique alguns em hearback.yaml.',
  nothingToSay: (names) =>
    `Nenhum dos passos (${names}) tem algo a dizer aqui. Indique outro em hearback.yaml.`,
  noValue: (file, name) =>
    `${file} precisa de ${name}, e nada se sabe disso aqui. Escolha outro texto, ou peça que o tirem deste.`,
  noVariable: (place, name) =>
    `${place}: não há nenhuma variável ${name}. Peça que a tirem, ou que escrevam uma das que docs/templates.md indica.`,
  endless: (place) => `${place}: o que ali está demora demasiado a preencher. Peça que o encurtem.`,
  broken: (place) =>
    `${place}: o que ali está não pode ser preenchido. Peça que o comparem com docs/templates.md.`,
};
