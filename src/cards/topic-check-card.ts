import type { SimilarTopic } from '../features/topics/find-similar-topics.ts';
import type { TopicForm } from '../features/topics/offer-topic.ts';
import { topicFormTexts } from '../texts/topic-form-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import { act, look, noUserGroup, press } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, section, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { drawToFit } from './fit-card.ts';
import { groupElements, toTopicPayload } from './topic-form-card.ts';

const { check: words, form } = topicFormTexts;

/** "Gibt es das schon?" after the form: nothing is stored yet, and the last button carries what was typed. */
export function similarTopicsCard(
  { topicRequestId, fields }: TopicForm,
  similar: readonly SimilarTopic[],
  surface: Surface,
): Card {
  const { question, ...typed } = toTopicPayload(fields);
  const data = { topicRequestId, ...toTopicPayload(fields), checked: true };
  const change = { userGroup: noUserGroup, ...typed, ...(question !== undefined && { text: question }) };
  return card({
    fallbackText: `${words.exists} ${similar.map(({ request }) => request.title).join('; ')}`,
    body: [
      heading(words.exists),
      smallText(words.existsMore, { spacing: 'None' }),
      ...similar.map((one) => similarRow(one, surface)),
      section([
        smallText(words.yours),
        literal([{ text: fields.title, weight: 'Bolder' }], { spacing: 'Small' }),
        ...buttonRows([look(surface, words.change, 'topic.offerForm', change)]),
      ]),
    ],
    actions: [act(surface, words.anyway, 'topic.propose', data)],
  });
}

/** User groups to choose from; fewer where the card would be too big. */
const amounts: readonly [number, ...number[]] = [60, 25, 8];

/** What was understood of a topic that somebody wrote in one line: nothing is stored yet. */
export function typedTopicCard(typed: TopicForm, similar: readonly SimilarTopic[], surface: Surface): Card {
  const { topicRequestId, fields } = typed;
  const { title } = fields;
  const isKnown = similar.length > 0;
  const data = { topicRequestId, title, ...(isKnown && { checked: true }) };
  const more = look(surface, words.complete, 'topic.offerForm', { title });
  return drawToFit(amounts, (groups) =>
    card({
      fallbackText: `${form.heading}: ${title}`,
      body: [
        heading(form.heading),
        smallText(words.understood, { spacing: 'None' }),
        literal([{ text: title, weight: 'Bolder', size: 'Medium' }], { spacing: 'Small' }),
        ...groupElements(typed, groups),
        ...(isKnown
          ? [
              ...buttonRows([more]),
              section([text(words.exists, { weight: 'Bolder' }), smallText(words.existsMore)]),
              ...similar.map((one) => similarRow(one, surface)),
            ]
          : []),
      ],
      actions: isKnown
        ? [act(surface, words.anyway, 'topic.propose', data)]
        : [act(surface, form.submit, 'topic.propose', data, { style: 'positive' }), more],
    }),
  );
}

/** A request, how it stands, and what one can do instead of proposing it again. */
function similarRow({ request, userGroup, voted }: SimilarTopic, surface: Surface): Element {
  const facts = [
    topicTexts.votes(request.votes),
    topicTexts.stateLine(request),
    userGroup?.name ?? topicTexts.wholeCommunity,
    ...(voted ? [words.voted] : []),
  ];
  return section([
    literal([{ text: request.title, weight: 'Bolder' }]),
    literal([{ text: facts.join(' · '), isSubtle: true, size: 'Small' }], { spacing: 'None' }),
    ...buttonRows(similarButtons(request, voted, surface)),
  ]);
}

function similarButtons(
  { id, title, state }: SimilarTopic['request'],
  voted: boolean,
  surface: Surface,
): readonly Button[] {
  const data = { topicRequestId: id };
  if (state.kind === 'treated') {
    return [showButton(surface, words.result, words.resultOf(title), data)];
  }
  const show = showButton(surface, words.show, words.showOf(title), data);
  const vote = act(surface, topicTexts.vote, 'topic.vote', data, { tooltip: words.votedFor(title) });
  return state.kind === 'open' && !voted ? [vote, show] : [show];
}

/** In the 1:1 chat below this card, which stays: what was typed stands on it alone. */
function showButton(surface: Surface, title: string, tooltip: string, data: object): Button {
  const isOwnChat = !surface.shared && surface.inDialog !== true;
  return isOwnChat
    ? press(title, 'topic.showNews', { ...data }, { tooltip })
    : { ...look(surface, title, 'topic.show', { ...data }), tooltip };
}
