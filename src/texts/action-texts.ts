/** Words in the dialogs that open below the compose box and in the menu of a message. */
export const actionTexts = {
  /** In a chat that the bot is not in, Teams does not say whether somebody is a guest. */
  notMetYet:
    'Wir haben noch nicht miteinander geschrieben. Bitte öffnen Sie den Einzelchat mit KI-Community, schreiben Sie dort „Hallo“, und versuchen Sie es dann noch einmal.',
};
