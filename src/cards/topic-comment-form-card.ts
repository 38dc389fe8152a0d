import { topicLimits } from '../domain/topic-request.ts';
import type { CommentForm } from '../features/topics/comment-on-topic.ts';
import { topicDetailsTexts } from '../texts/topic-details-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { card, heading, literal } from './card.ts';
import type { Card } from './card.ts';
import { problemText, textInput } from './inputs.ts';
import type { TopicList } from './topic-actions.ts';
import { isPersonal, topicPayload } from './topic-parts.ts';

const { form: words, problems } = topicDetailsTexts;

/** The form for a comment. Where others see it, it knows nothing of who opened it. */
export function topicCommentFormCard(form: CommentForm, surface: Surface, from: TopicList | undefined): Card {
  const { shown, text = '', problem } = form;
  const data = topicPayload(shown, from);
  const isOwn = isPersonal(surface);
  const cancel = act(surface, words.cancel, 'topic.show', data, { associatedInputs: 'none' });
  return card({
    fallbackText: `${words.heading}: ${shown.request.title}`,
    body: [
      heading(words.heading),
      literal([{ text: shown.request.title }]),
      textInput('text', text, {
        label: words.text,
        maxLength: topicLimits.comment,
        placeholder: words.placeholder,
        isMultiline: true,
        isRequired: true,
        errorMessage: words.error,
      }),
      ...(problem === undefined ? [] : [problemText(toSentence(problem, text))]),
      literal([{ text: isOwn ? words.who(form.commune) : words.forAll, isSubtle: true, size: 'Small' }]),
    ],
    actions: [
      act(surface, words.send, 'topic.comment', data, { style: 'positive' }),
      ...(isOwn ? [cancel] : []),
    ],
  });
}

function toSentence(problem: keyof typeof problems, typed: string): string {
  const sentence = problems[problem];
  return typeof sentence === 'string' ? sentence : sentence(typed.length);
}
