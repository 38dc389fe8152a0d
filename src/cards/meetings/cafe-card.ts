import type { OwnTables } from '../../features/meetings/world-cafe/find-own-tables.ts';
import type { ShownCafe } from '../../features/meetings/world-cafe/show-cafe.ts';
import { cafeOrganisingTexts as texts } from '../../texts/meetings/cafe-organising-texts.ts';
import { cafeTexts } from '../../texts/meetings/cafe-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { act, look } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, heading, literal, openUrl, section, smallText, text } from '../card.ts';
import type { Button, Card, Element } from '../card.ts';
import { fillButtonRows } from '../fill-button-rows.ts';
import { drawToFit } from '../fit-card.ts';
import { planElements } from './cafe-plan-parts.ts';
import { ownTableElements } from './cafe-tables-card.ts';
import type { MeetingList } from './meeting-actions.ts';
import { meetingPayload, phaseOfShown } from './meeting-parts.ts';

/** The plan's files, as the world reaches them. */
export interface CafeUrls {
  /** As large as a card may show it. */
  readonly cardPicture: string;
  readonly picture: string;
  readonly table: string;
}

interface Options {
  /** What was just done. */
  readonly outcome?: string;
  readonly urls?: CafeUrls;
  /** Where the organiser sits. */
  readonly own?: OwnTables;
  readonly from?: MeetingList;
}

/** A World Café for its organisers: how it is set up, who sits where, and the clock of the rounds. */
export function cafeCard(shownCafe: ShownCafe, surface: Surface, options: Options = {}): Card {
  // Whoever sits where is left out when there are too many; the files have them all.
  return drawToFit([true, false], (withLists) => draw(shownCafe, surface, options, withLists));
}

function draw(shownCafe: ShownCafe, surface: Surface, options: Options, withLists: boolean): Card {
  const { shown, described } = shownCafe;
  const { outcome, urls, own, from } = options;
  const data = meetingPayload(shown, from);
  const state = toState(shownCafe);
  return card({
    fallbackText: texts.summary(shown.meeting.title),
    body: [
      heading(outcome ?? state),
      literal([{ text: shown.meeting.title }], { spacing: 'Small' }),
      ...(outcome === undefined ? [] : [text(state, { spacing: 'Small' })]),
      smallText(texts.wishing(shownCafe.wishing, shownCafe.people), { spacing: 'Small' }),
      ...(described === undefined
        ? []
        : planElements(shownCafe, described, { withLists, picture: urls?.cardPicture })),
      ...(own === undefined
        ? []
        : [section([text(cafeTexts.own.heading, { weight: 'Bolder' }), ...ownTableElements(own)])]),
      section(fillButtonRows(planButtons(shownCafe, surface, options))),
      ...timerElements(shownCafe, surface, from),
    ],
    actions: [act(surface, meetingTexts.back, 'meeting.organise', data)],
  });
}

/** In one sentence. */
function toState({ cafe: { settings }, described }: ShownCafe): string {
  const { topics, rounds, minutes } = settings;
  return described === undefined
    ? texts.setUp({ tables: topics.length, rounds, minutes })
    : texts.planned({
        number: described.plan.number,
        persons: described.persons,
        tables: described.plan.settings.topics.length,
      });
}

function planButtons(
  { shown, cafe, described }: ShownCafe,
  surface: Surface,
  { urls, from }: Options,
): readonly Button[] {
  const data = meetingPayload(shown, from);
  const phase = phaseOfShown(shown);
  const isOpen = phase !== 'cancelled' && phase !== 'over';
  const isTold = described !== undefined && cafe.told?.number === described.plan.number;
  const mayTell = isOpen && described !== undefined && !isTold;
  const positive = { style: 'positive' };
  return [
    ...(mayTell
      ? [
          act(
            surface,
            texts.tell,
            'cafe.tell',
            { ...data, plan: described.plan.number },
            { ...positive, tooltip: texts.tellMore },
          ),
        ]
      : []),
    ...(isOpen
      ? [
          described === undefined
            ? act(surface, texts.assign, 'cafe.assign', data, positive)
            : act(surface, texts.assignAgain, 'cafe.assign', data),
        ]
      : []),
    ...(urls === undefined
      ? []
      : [
          openUrl(texts.picture, urls.picture, texts.pictureMore),
          openUrl(texts.csv, urls.table, texts.csvMore),
        ]),
    ...(isOpen ? [look(surface, texts.settings, 'cafe.offer', data)] : []),
  ];
}

function timerElements(
  { shown, timer }: ShownCafe,
  surface: Surface,
  from: MeetingList | undefined,
): readonly Element[] {
  const { running, next, isHeard } = timer;
  if (running === undefined && next === undefined) {
    return [];
  }
  const data = meetingPayload(shown, from);
  const buttons = [
    ...(next === undefined
      ? []
      : [act(surface, texts.start(next), 'cafe.startTimer', { ...data, round: next })]),
    ...(running === undefined ? [] : [act(surface, texts.stop, 'cafe.stopTimer', data)]),
  ];
  return [
    section([
      ...(running === undefined
        ? []
        : [text(texts.running(running.round, cafeTexts.timeOf(running.endsAt)), { weight: 'Bolder' })]),
      smallText(isHeard ? texts.heard : texts.notHeard),
      ...fillButtonRows(buttons),
    ]),
  ];
}
