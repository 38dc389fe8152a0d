import type { CommuneChoice } from '../features/members/choose-commune.ts';
import { meetingListTexts } from '../texts/meetings/meeting-list-texts.ts';
import { examples, memberTexts, privacyTexts } from '../texts/member-texts.ts';
import { noCommune, press } from './actions.ts';
import { buttonRows, card, heading, openUrl, pressableRow, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import type { UsedModels } from '../texts/model-privacy-texts.ts';

/** The first card in a conversation: what the bot does, what it keeps, and examples to tap. */
export function welcomeCard(options: { readonly shared: boolean; readonly retentionDays: number }): Card {
  const { shared, retentionDays } = options;
  const words = shared ? memberTexts.welcomeShared : memberTexts.welcome;
  return card({
    fallbackText: `${memberTexts.welcomeTitle} ${words}`,
    body: [
      heading(memberTexts.welcomeTitle),
      text(words),
      ...exampleRows(examples.slice(0, 3)),
      text(`${memberTexts.enter} ${meetingListTexts.welcome}`, { separator: true, spacing: 'Medium' }),
      smallText(memberTexts.kept(retentionDays), { separator: true, spacing: 'Medium' }),
    ],
    actions: shared
      ? [press(memberTexts.helpButton, 'help.show')]
      : [press(memberTexts.helpButton, 'help.show'), press(memberTexts.privacyButton, 'privacy.show')],
  });
}

/** What one can do here, a line and a tap each; examples and what organisers do are behind a tap. Nothing on it depends on who reads it. */
export function helpCard(): Card {
  const { help, helpHint, helpQuestions, helpOrganisers } = memberTexts;
  const helpTopics = [meetingListTexts.help, ...memberTexts.helpTopics];
  const commands = [meetingListTexts.plan, ...helpOrganisers.commands];
  return card({
    fallbackText: `${help}: ${[helpQuestions, ...helpTopics].map(({ title }) => title).join(', ')}.`,
    body: [
      heading(help),
      smallText(helpHint, { spacing: 'None' }),
      ...closedRow('examples', helpQuestions, exampleRows(examples)),
      ...helpTopics.map(({ title, line }) => topicRow({ title, line }, say(title))),
      ...closedRow('organisers', helpOrganisers, buttonRows(commands.map(say))),
    ],
  });
}

/** Does what typing the words does. */
function say(words: string): Button {
  return press(words, 'question.ask', { text: words });
}

interface Topic {
  readonly title: string;
  readonly line: string;
}

function topicRow({ title, line }: Topic, action: Button): Element {
  return pressableRow([text(title, { weight: 'Bolder' }), smallText(line, { spacing: 'None' })], action, {
    spacing: 'Small',
  });
}

/** A row that opens and closes what is below it. */
function closedRow(
  id: string,
  topic: Topic & { readonly open: string },
  items: readonly Element[],
): readonly Element[] {
  const toggle: Button = { type: 'Action.ToggleVisibility', title: topic.open, targetElements: [id] };
  return [topicRow(topic, toggle), { type: 'Container', id, isVisible: false, spacing: 'Small', items }];
}

/** One example a row, the row being the button: a question is too long for a button on a phone. */
function exampleRows(questions: readonly string[]): readonly Element[] {
  return questions.map((question) => pressableRow([text(question)], say(question), { spacing: 'Small' }));
}

export function privacyCard(retentionDays: number, used: UsedModels, privacyUrl: string | undefined): Card {
  const lines = privacyTexts.lines(retentionDays, used);
  return card({
    fallbackText: `${privacyTexts.title}: ${lines.join(' ')}`,
    body: [
      heading(privacyTexts.title),
      ...lines.map((line) => text(line, { spacing: 'Small' })),
      smallText(privacyTexts.retention),
      ...buttonRows([
        press(memberTexts.myDataButton, 'myData.show'),
        press(privacyTexts.erase, 'myData.askToErase'),
      ]),
    ],
    actions: privacyUrl === undefined ? [] : [openUrl(privacyTexts.openPage, privacyUrl)],
  });
}

/** Asks for the commune; `problem` stands where the choice is made. */
export function communeCard(choice: CommuneChoice, problem?: string): Card {
  const choices = choice.communes.map(({ id, name }) => ({ title: name, value: id }));
  const input: Element = {
    type: 'Input.ChoiceSet',
    id: 'commune',
    label: memberTexts.communeQuestion,
    style: 'filtered',
    placeholder: memberTexts.communePlaceholder,
    choices: [...choices, { title: memberTexts.communeNone, value: noCommune }],
    ...(choice.chosen !== undefined && { value: choice.chosen }),
    isRequired: true,
    errorMessage: memberTexts.communeMissing,
  };
  return card({
    fallbackText: memberTexts.communeQuestion,
    body: [
      input,
      ...(problem === undefined ? [] : [text(problem, { color: 'Attention' })]),
      smallText(memberTexts.communeWhy),
    ],
    actions: [press(memberTexts.communeSave, 'commune.choose')],
  });
}
