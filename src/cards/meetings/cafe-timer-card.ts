import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { CafeSignal } from '../../domain/meetings/world-cafe/cafe-timer.ts';
import type { CafeTopic } from '../../features/meetings/world-cafe/cafe-results.ts';
import { cafeTexts } from '../../texts/meetings/cafe-texts.ts';
import type { RoundTimes } from '../../texts/meetings/cafe-texts.ts';
import { look } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, heading, literal, section } from '../card.ts';
import type { Card } from '../card.ts';

export interface TimerMessage {
  readonly meeting: Meeting;
  readonly signal: CafeSignal;
  readonly times: RoundTimes;
  /** Of the tables. */
  readonly topics: readonly CafeTopic[];
  /** People were told their tables. */
  readonly isTold: boolean;
}

/** What the timer of the rounds says. At the beginning of a round and when people change, it says which topic is where. */
export function cafeTimerCard(message: TimerMessage, surface: Surface): Card {
  const { meeting, signal, topics, isTold } = message;
  const sentence = timerSentence(message);
  const isWalking = signal === 'start' || signal === 'change';
  const data = { meetingId: meeting.id };
  return card({
    fallbackText: cafeTexts.timerSummary(meeting.title, sentence),
    body: [
      heading(sentence),
      literal([{ text: meeting.title }], { spacing: 'Small' }),
      ...(isWalking ? [section(topics.map((topic, index) => topicLine(topic, index + 1)))] : []),
    ],
    actions: isWalking && isTold ? [look(surface, cafeTexts.myTables, 'cafe.showPlan', data)] : [],
  });
}

export function timerSentence({ signal, times }: Pick<TimerMessage, 'signal' | 'times'>): string {
  return cafeTexts.signals[signal](times);
}

function topicLine({ title }: CafeTopic, table: number) {
  const words = cafeTexts.tableTopic(table, title ?? cafeTexts.goneTopic);
  return literal([{ text: words }], { spacing: 'Small' });
}
