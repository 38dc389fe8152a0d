import { communeCard, helpCard, privacyCard } from '../cards/member-cards.ts';
import { askToEraseCard, personalDataCard } from '../cards/personal-data-card.ts';
import { offerCommunes } from '../features/members/choose-commune.ts';
import { showPersonalData } from '../features/members/personal-data.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { askQuestion, followUp } from './ask.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { Reply } from './reply.ts';
import { understand } from './understand/intents.ts';

/** Answers a typed message, or an example that was tapped. */
export async function answerMessage(deps: ChatDeps, turn: Turn, message: string): Promise<readonly Reply[]> {
  const { communes } = deps.operator.current();
  const intent = understand(message, { communes, themes: deps.catalogue.themes });
  switch (intent.kind) {
    case 'question': {
      const answer = await askQuestion(deps, turn, intent.question);
      return intent.negated ? [{ kind: 'text', text: memberTexts.negated }, ...answer] : answer;
    }
    case 'narrow':
    case 'also':
    case 'instead':
    case 'widen':
    case 'more':
    case 'back':
      return followUp(deps, turn, intent);
    case 'help':
      return [{ kind: 'card', card: helpCard() }];
    case 'privacy':
      return [{ kind: 'card', card: privacyCard(deps.rules.questionRetentionDays, deps.privacyUrl) }];
    case 'my-data':
    case 'erase-my-data':
    case 'choose-commune':
      return answerPersonal(deps, turn, intent.kind);
    case 'greeting':
    case 'thanks':
    case 'insult':
    case 'nonsense':
    case 'unclear':
    case 'farewell':
    case 'identity':
      return [{ kind: 'text', text: memberTexts[intent.kind] }];
  }
}

/** What concerns one person is shown in the 1:1 chat alone. */
async function answerPersonal(
  deps: ChatDeps,
  turn: Turn,
  kind: 'my-data' | 'erase-my-data' | 'choose-commune',
): Promise<readonly Reply[]> {
  if (turn.conversation.kind !== 'personal') {
    return [{ kind: 'text', text: memberTexts.personalOnly }];
  }
  switch (kind) {
    case 'my-data': {
      const result = await showPersonalData(deps, turn.asker);
      return result.kind === 'denied'
        ? [{ kind: 'text', text: memberTexts.anonymous }]
        : [{ kind: 'card', card: personalDataCard(result) }];
    }
    case 'erase-my-data':
      return turn.asker.memberId === undefined
        ? [{ kind: 'text', text: memberTexts.anonymous }]
        : [{ kind: 'card', card: askToEraseCard() }];
    case 'choose-commune': {
      const offered = offerCommunes(deps, turn.asker);
      return offered.kind === 'denied'
        ? [{ kind: 'text', text: memberTexts[offered.because] }]
        : [{ kind: 'card', card: communeCard(offered.choice) }];
    }
  }
}
