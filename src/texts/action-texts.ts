/** Words in the dialogs that open below the compose box and in the menu of a message. */
export const actionTexts = {
  notUnderstood:
    'Diesen Befehl kenne ich nicht. Schreiben Sie mir im Einzelchat „Anwendungsfall eintragen“, oder fragen Sie mich dort.',
  /** In a chat that the bot is not in, Teams does not say whether somebody is a guest. */
  notMetYet:
    'Wir haben noch nicht miteinander geschrieben. Bitte öffnen Sie den Einzelchat mit KI-Community, schreiben Sie dort „Hallo“, und versuchen Sie es dann noch einmal.',
};
