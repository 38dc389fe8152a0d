/** Said around an answer that a language model has composed. */
export const composedTexts = {
  /** While it reads; Teams shows it as a bar. */
  waiting: 'Ich lese die gefundenen Anwendungsfälle …',
  /** Nothing that it said could be proven. */
  plain: 'Diese Anwendungsfälle passen zu Ihrer Frage.',
  /** It was stopped at something that could not be proven. */
  notMore:
    'Mehr lässt sich aus den Einträgen nicht belegen. Alle gefundenen Anwendungsfälle stehen darunter.',
  /** It did not answer, or not in time. */
  silent: 'Die KI antwortet gerade nicht; hier sind Ergebnisse aus der Suche.',
  /** It broke off. */
  brokenOff: 'Hier brach die Antwort ab. Alle gefundenen Anwendungsfälle stehen darunter.',
};
