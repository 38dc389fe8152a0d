import { formatNumber } from './format.ts';

/** Whom to ask about a use case. */
export const contactTexts = {
  button: 'Ansprechperson',
  title: 'Ansprechperson',
  heading: (n: number) => (n === 1 ? 'Hier können Sie nachfragen' : `Hier können Sie nachfragen (${n})`),
  /** Where no commune stands beside it. */
  ofUseCase: 'für diesen Anwendungsfall',
  phone: (phone: string) => `Telefon: ${phone}`,
  member: 'Ein Mitglied der KI-Community',
  withoutAddress: 'Eine Adresse ist nicht angegeben.',
  chat: 'Im Chat schreiben',
  chatWith: (name: string) => `Chat mit ${name} öffnen`,
  /** Stands in the compose box of the chat, to be continued. */
  firstSentence: (title: string) => `Guten Tag, ich habe eine Frage zu „${title}“: `,
  more: (n: number) => `Weitere (${formatNumber(n)})`,
  hidden: {
    overheard:
      'Namen nenne ich nur im Einzelchat, denn hier lesen alle mit. Öffnen Sie dort denselben Anwendungsfall.',
    guest: 'Namen nenne ich nur Mitgliedern. Als Gast wenden Sie sich bitte an die genannte Kommune.',
    anonymous: 'Namen nenne ich nur, wenn Sie angemeldet sind.',
  },
};
