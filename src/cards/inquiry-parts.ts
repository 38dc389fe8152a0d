import type { Commune } from '../domain/commune.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { Inquiry, InquiryAnswer, InquiryThread } from '../domain/inquiry.ts';
import { inquiryTexts } from '../texts/inquiry-texts.ts';
import { heading, literal, section, smallText } from './card.ts';
import type { Element } from './card.ts';
import { problemText } from './inputs.ts';
import { shortenText } from './shorten-text.ts';
import { descriptionLines } from './user-group-card.ts';

const { posted, problems: problemWords } = inquiryTexts;

export type Communes = ReadonlyMap<CommuneId, Commune>;

export function fromWords({ communeId }: Pick<Inquiry, 'communeId'>, communes: Communes): string {
  return posted.from(communeId === undefined ? undefined : communes.get(communeId)?.name);
}

/** Who answers how: "Hemer: Wir machen das · im Einsatz". */
export function answerWords({ communeId, kind, stage }: InquiryAnswer, communes: Communes): string {
  return posted.answer(communeId === undefined ? undefined : communes.get(communeId)?.name, kind, stage);
}

/** The question, and whose it is. Every card that shows an inquiry begins with it. */
export function questionElements(inquiry: Inquiry, communes: Communes): readonly Element[] {
  const { question, more } = inquiry;
  return [
    heading(fromWords(inquiry, communes)),
    literal([{ text: question, weight: 'Bolder' }], { spacing: 'Small' }),
    ...(more === undefined ? [] : descriptionLines(more)),
  ];
}

/** How it stands: open, answered so and so often, or closed. */
export function stateLine({ state }: Inquiry, answers: number): string {
  return state.kind === 'closed'
    ? posted.closed(state.because, state.at, answers)
    : `${inquiryTexts.answers(answers)}.`;
}

/** Characters of an answer among others; the asker and the list of all have more. */
export const answerExcerpt = { among: 200, all: 1000 } as const;

export function answerElements(
  answer: InquiryAnswer,
  communes: Communes,
  excerpt: number,
): readonly Element[] {
  return [
    literal([{ text: answerWords(answer, communes), weight: 'Bolder', size: 'Small' }]),
    ...descriptionLines(shortenText(answer.text, excerpt)),
  ];
}

/** Answers that a card in a channel shows. */
const mostLatest = 3;

/** Everything that everybody may see, and nothing that depends on who looks: the very same in the preview and in each channel. */
export function inquiryElements(
  { inquiry, answers }: InquiryThread,
  communes: Communes,
  { short = false }: { readonly short?: boolean } = {},
): readonly Element[] {
  const latest = short ? [] : answers.slice(-mostLatest).toReversed();
  const count = answers.length;
  const isClosed = inquiry.state.kind === 'closed';
  const { more: _, ...withoutMore } = inquiry;
  return [
    ...questionElements(short ? withoutMore : inquiry, communes),
    ...(short ? [smallText(posted.short)] : []),
    smallText(
      isClosed || latest.length === 0 ? stateLine(inquiry, count) : posted.latest(latest.length, count),
      { spacing: 'Medium' },
    ),
    ...(isClosed ? [smallText(posted.noMore, { spacing: 'None' })] : []),
    ...latest.map((answer) => section(answerElements(answer, communes, answerExcerpt.among))),
  ];
}

type Problem = keyof typeof problemWords;

/** What is wrong with the field above, of whose problems these are; `typed` is what stands in it. */
export function problemElements(
  ofField: readonly Problem[],
  problems: readonly Problem[],
  typed: string,
): readonly Element[] {
  return problems
    .filter((problem) => ofField.includes(problem))
    .map((problem) => {
      const words = problemWords[problem];
      return problemText(typeof words === 'string' ? words : words(typed.length));
    });
}
