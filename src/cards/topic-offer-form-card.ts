import { topicLimits } from '../domain/topic-request.ts';
import type { OfferForm } from '../features/topics/offer-report.ts';
import { topicContributionTexts } from '../texts/topic-contribution-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal } from './card.ts';
import type { Card } from './card.ts';
import { problemText, textInput } from './inputs.ts';
import { toFromPayload } from './topic-actions.ts';
import type { TopicList } from './topic-actions.ts';

const { form: words } = topicContributionTexts;
const withoutInputs = { associatedInputs: 'none' };

/** "Ich kann dazu berichten": what about, and that the commune will be named. Where others see it, it knows nothing of who opened it. */
export function topicOfferFormCard(form: OfferForm, surface: Surface, from?: TopicList): Card {
  const { shown, text, problem, commune } = form;
  const { id: topicRequestId, title } = shown.request;
  const isPrivate = !surface.shared || surface.inDialog === true;
  const isKnown = isPrivate && form.isKnown;
  const one = { topicRequestId, ...toFromPayload(from) };
  return card({
    fallbackText: `${words.heading}: ${title}`,
    body: [
      heading(words.heading),
      literal([{ text: title }]),
      textInput('text', isPrivate || problem !== undefined ? text : undefined, {
        label: words.text,
        maxLength: topicLimits.offer,
        placeholder: words.placeholder,
        isMultiline: true,
        errorMessage: words.error,
      }),
      ...(problem === undefined ? [] : [problemText(words.tooLong(text?.length ?? 0))]),
      literal([{ text: isPrivate ? words.who(commune) : words.forAll, isSubtle: true, size: 'Small' }]),
      // Three of them are too long to stand beside each other on a phone.
      ...buttonRows([
        act(surface, isKnown ? words.save : words.send, 'topic.report', one, { style: 'positive' }),
        ...(isKnown ? [act(surface, words.stop, 'topic.stopReporting', one, withoutInputs)] : []),
        ...(surface.shared ? [] : [act(surface, words.cancel, 'topic.show', one, withoutInputs)]),
      ]),
    ],
  });
}
