import type { Announcement } from '../domain/announcement.ts';
import type { ContentFields, ContentProblem } from '../domain/announcement-content.ts';
import { announcementReportTexts } from '../texts/announcement-report-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { linkInputs, wordsInputs } from './announcement-form-card.ts';
import { buttonRows, card, heading, literal, smallText, text } from './card.ts';
import type { Card, Element } from './card.ts';
import { problemText } from './inputs.ts';
import { shortenText } from './shorten-text.ts';

const { correction, withdrawal } = announcementReportTexts;

/** Characters of what somebody else has written meanwhile. */
const longestCurrentText = 600;

export interface CorrectionState {
  readonly announcement: Announcement;
  /** What was typed, or what everybody sees now. */
  readonly fields: ContentFields;
  readonly problems?: readonly (ContentProblem | 'outdated')[];
}

/** The form with the words as they are shown; whom it goes to cannot be changed any more. */
export function announcementCorrectionCard(
  { announcement, fields, problems = [] }: CorrectionState,
  surface: Surface,
): Card {
  const { id, version } = announcement;
  const data = { announcementId: id };
  const isOutdated = problems.includes('outdated');
  const ofFields = problems.filter((problem) => problem !== 'outdated');
  return card({
    fallbackText: correction.heading,
    body: [
      heading(correction.heading),
      smallText(correction.why, { spacing: 'None' }),
      ...(isOutdated ? currentWords(announcement) : []),
      ...wordsInputs(fields, ofFields),
      ...linkInputs(fields.link, ofFields),
    ],
    actions: [
      act(surface, correction.save, 'announcement.correct', { ...data, version }, { style: 'positive' }),
      act(surface, correction.cancel, 'announcement.report', data, { associatedInputs: 'none' }),
    ],
  });
}

/** What somebody else has written meanwhile. */
function currentWords({ content }: Announcement): readonly Element[] {
  const words = shortenText(content.text.replaceAll('\n', ' '), longestCurrentText);
  return [
    problemText(correction.outdated),
    literal([{ text: content.title, weight: 'Bolder' }], { spacing: 'Small' }),
    literal([{ text: words }], { spacing: 'Small' }),
  ];
}

/** Asks whether an announcement is to be taken back, and says what that means. */
export function askToWithdrawCard({ id, content }: Announcement, surface: Surface): Card {
  const data = { announcementId: id };
  return card({
    fallbackText: `${withdrawal.question} ${content.title}`,
    body: [
      heading(withdrawal.question),
      literal([{ text: content.title, weight: 'Bolder' }]),
      text(withdrawal.more),
      ...buttonRows([
        act(surface, withdrawal.confirm, 'announcement.withdraw', data),
        act(surface, withdrawal.keep, 'announcement.report', data),
      ]),
    ],
  });
}
