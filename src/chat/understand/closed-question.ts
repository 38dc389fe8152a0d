import type { Question } from '../../domain/question.ts';
import { understand } from './intents.ts';
import type { Vocabulary } from './intents.ts';

const everything: Question = { sought: '', filters: [] };

/**
 * Understands the words in a search box: a question that stands for itself. Nothing said before is meant, commands and
 * small talk are words to look for, and a question that has only begun ("Wer macht schon") asks for everything.
 */
export function toClosedQuestion(text: string, vocabulary: Vocabulary): Question {
  const words: Question = { sought: text.trim(), filters: [] };
  if (words.sought === '') {
    return everything;
  }
  const intent = understand(text, vocabulary);
  switch (intent.kind) {
    case 'question':
      return intent.question;
    case 'instead':
      return { sought: intent.sought, filters: intent.filters };
    case 'narrow':
    case 'also':
      return intent.filters.length > 0 ? { sought: '', filters: intent.filters } : words;
    case 'widen':
    case 'unclear':
      return everything;
    case 'more':
    case 'back':
    case 'help':
    case 'privacy':
    case 'my-data':
    case 'erase-my-data':
    case 'choose-commune':
    case 'figures':
    case 'user-groups':
    case 'new-user-group':
    case 'set-up-channel':
    case 'new-inquiry':
    case 'own-inquiries':
    case 'inquiries':
    case 'propose-topic':
    case 'topics':
    case 'demand':
    case 'plan-meeting':
    case 'meetings':
    case 'calendar':
    case 'register-use-case':
    case 'use-case-drafts':
    case 'reviews':
    case 'own-submissions':
    case 'announcements':
    case 'new-announcement':
    case 'announcement-templates':
    case 'subscriptions':
    case 'followed':
    case 'keep-question':
    case 'stop':
    case 'greeting':
    case 'thanks':
    case 'farewell':
    case 'insult':
    case 'nonsense':
    case 'identity':
      return words;
  }
}
