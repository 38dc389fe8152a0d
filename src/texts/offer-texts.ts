/** Words of the list in the compose box and of the cards that are put into messages from there. */
export const offerTexts = {
  /** On the card as well, where people of other organisations may read it: so never "your organisation". */
  ownOrganisation: 'Nur für die eigene Organisation',
  similar: 'Ähnlich',
  nearest: 'Am nächsten',
  details: 'Details',
  nothingYet: 'Bis hierhin nichts gefunden. Vielleicht hat dazu noch niemand etwas eingetragen.',
  keepTyping: 'Noch nichts gefunden. Tippen Sie weiter, zum Beispiel „Chatbot“.',
  notUnderstood:
    'Diese Suche habe ich nicht verstanden. Bitte schließen Sie die Liste und öffnen Sie sie noch einmal.',
};
