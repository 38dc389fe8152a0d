/** Said where a model read what was typed. */
export const refinedTexts = {
  understoodAs: 'Von der KI verstanden als: ',
  asTyped: 'Nur nach den eigenen Worten suchen',
};
