import type { CardAction } from '../cards/actions.ts';
import { contactCard } from '../cards/contact-card.ts';
import { findContact } from '../features/use-cases/find-contact.ts';
import { contactTexts } from '../texts/contact-texts.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { toArchivedView } from './archived-view.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import type { PressAnswer } from './place-view.ts';

type ContactAction = Extract<CardAction, { verb: `contact.${string}` }>;

/** Whom to ask about a use case; where nobody may be named, the sentence that says why. */
export async function toContactView(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { useCaseId, question, page = 1 }: ContactAction,
  answer: PressAnswer,
): Promise<View> {
  const result = await findContact(deps, { asker, useCaseId, page });
  switch (result.kind) {
    case 'denied':
      return useCaseTexts.denied;
    case 'unknown-use-case':
      return useCaseTexts.unknown;
    case 'archived':
      return toArchivedView(result, { ...surface, inDialog: answer === 'dialog' }, undefined);
    case 'found': {
      const { hidden, total } = result;
      if (hidden !== undefined && total === 0) {
        return contactTexts.hidden[hidden];
      }
      const inDialog = answer === 'dialog';
      const card = contactCard(
        result,
        { ...surface, inDialog },
        {
          origin: question && !surface.shared ? { question, page: question.page } : undefined,
          withWayBack: !surface.shared || inDialog,
        },
      );
      return { title: contactTexts.title, card };
    }
  }
}
