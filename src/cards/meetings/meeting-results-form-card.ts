import { hostOf } from '../../domain/announcement-content.ts';
import { meetingLimits } from '../../domain/meetings/meeting.ts';
import type { ResultsForm } from '../../features/meetings/offer-results.ts';
import { meetingResultsTexts } from '../../texts/meetings/meeting-results-texts.ts';
import { act } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, heading, literal, smallText } from '../card.ts';
import type { Button, Card, Element } from '../card.ts';
import { choiceInput, problemText, textInput } from '../inputs.ts';
import { shortenText } from '../shorten-text.ts';
import type { MeetingList } from './meeting-actions.ts';
import { meetingPayload } from './meeting-parts.ts';

const { form: words, problems: sentences } = meetingResultsTexts;

type Problem = ResultsForm['problems'][number];

/** Of all links together. */
const longestLinks = meetingLimits.links * (meetingLimits.link + 1);
/** Characters of what somebody else has written meanwhile. */
const longestCurrent = 1500;

/** "Ergebnisse": what came of a meeting. For organisers. */
export function meetingResultsFormCard(form: ResultsForm, surface: Surface, from?: MeetingList): Card {
  const { shown, fields, problems, present, edition } = form;
  const isFirst = edition === undefined;
  return card({
    fallbackText: words.summary(shown.meeting.title),
    body: [
      heading(words.heading(isFirst)),
      literal([{ text: shown.meeting.title, weight: 'Bolder' }]),
      ...currentElements(form),
      textInput('text', fields.text, {
        label: words.text,
        maxLength: meetingLimits.results,
        placeholder: words.textPlaceholder,
        isMultiline: true,
        isRequired: true,
        errorMessage: words.textError,
      }),
      ...problemElements(problems, ['text-missing', 'text-too-long']),
      ...topicElements(form),
      textInput('links', fields.links, {
        label: words.links,
        maxLength: longestLinks,
        placeholder: words.linksPlaceholder,
        isMultiline: true,
        errorMessage: words.linksError,
      }),
      ...problemElements(problems, ['link-invalid', 'link-too-long', 'too-many-links']),
      smallText(words.present(present.communes, present.isExpected)),
      smallText(isFirst ? words.hint : words.changeHint, { spacing: 'Small' }),
    ],
    actions: buttons(form, surface, from),
  });
}

/** What somebody else has written since the form was opened. */
function currentElements({ problems, current }: ResultsForm): readonly Element[] {
  if (!problems.some(({ kind }) => kind === 'outdated')) {
    return [];
  }
  // An address may be too long for a line.
  const now = current === undefined ? '' : [current.text, ...current.links.map(hostOf)].join('\n');
  return [
    problemText(sentences.outdated),
    smallText(words.currently, { spacing: 'Small' }),
    literal([{ text: shortenText(now.replaceAll(/\n+/g, ' '), longestCurrent) }], { spacing: 'Small' }),
  ];
}

function topicElements({ shown, fields }: ResultsForm): readonly Element[] {
  if (shown.topics.length === 0) {
    return [];
  }
  const choices = shown.topics.map(({ id, title }) => ({ title, value: id }));
  return [
    choiceInput('treated', fields.treated.join(','), choices, {
      label: words.treated,
      isMultiSelect: true,
      style: 'expanded',
      wrap: true,
      errorMessage: words.treatedError,
    }),
    smallText(words.treatedHint, { spacing: 'Small' }),
  ];
}

/** What was typed stands in some of them. */
function problemElements(
  problems: readonly Problem[],
  kinds: readonly Problem['kind'][],
): readonly Element[] {
  return problems
    .filter(({ kind }) => kinds.includes(kind))
    .map((problem) => literal([{ text: toSentence(problem), color: 'Attention' }], { spacing: 'Small' }));
}

function toSentence(problem: Problem): string {
  switch (problem.kind) {
    case 'outdated':
    case 'text-missing':
      return sentences[problem.kind];
    case 'text-too-long':
      return sentences[problem.kind](problem.length);
    case 'link-invalid':
      return sentences[problem.kind](problem.link);
    case 'link-too-long':
      return sentences[problem.kind](problem.link, problem.length);
    case 'too-many-links':
      return sentences[problem.kind](problem.count);
  }
}

/** A dialog has its own way to close it. */
function buttons(
  { shown, edition }: ResultsForm,
  surface: Surface,
  from: MeetingList | undefined,
): readonly Button[] {
  const data = meetingPayload(shown, from);
  const seen = edition === undefined ? {} : { edition };
  const send = act(
    surface,
    words.send(edition === undefined),
    'meeting.publishResults',
    { ...data, ...seen },
    { style: 'positive' },
  );
  return surface.inDialog === true
    ? [send]
    : [send, act(surface, words.cancel, 'meeting.organise', data, { associatedInputs: 'none' })];
}
