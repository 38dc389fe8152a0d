import type { Activity } from 'botbuilder';

import type { Card } from '../cards/card.ts';
import type { Citation } from '../chat/reply.ts';
import { withEntities } from './keep-entities.ts';
import { adaptiveCardType, thumbs } from './to-activity.ts';

/** What Teams takes: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content */
const most = { citations: 20, title: 80, abstract: 160 } as const;

/** Where a message stands in its stream: https://learn.microsoft.com/microsoftteams/platform/bots/streaming-ux */
type StreamInfo =
  | {
      readonly streamType: 'informative' | 'streaming';
      readonly streamSequence: number;
      readonly streamId?: string;
    }
  | { readonly streamType: 'final'; readonly streamId: string };

/** A message of which more is to come: all of its words so far. */
export function unfinishedActivity(text: string, info: StreamInfo): Partial<Activity> {
  return withEntities({ type: 'typing', text }, [{ type: 'streaminfo', ...info }], info);
}

export interface ComposedMessage {
  readonly text: string;
  /** Numbers of the citations that the text has; without any it is no model's. */
  readonly cited: readonly number[];
  readonly citations: readonly Citation[];
  readonly card: Card;
  readonly sensitivityLabel?: string;
  readonly rateable: boolean;
}

/** The whole message with its card: marked as a model's, and with what it cites. `streamId`: of the stream that it ends. */
export function composedActivity(message: ComposedMessage, streamId?: string): Partial<Activity> {
  const info: StreamInfo | undefined = streamId === undefined ? undefined : { streamType: 'final', streamId };
  const place = info === undefined ? [] : [{ type: 'streaminfo', ...info }];
  const label = message.cited.length === 0 ? [] : [toLabel(message)];
  const attachments = [{ contentType: adaptiveCardType, content: message.card }];
  const channelData = { ...info, ...(message.rateable && thumbs) };
  return withEntities(
    { type: 'message', text: message.text, attachments },
    [...place, ...label],
    channelData,
  );
}

function toLabel({ cited, citations, sensitivityLabel }: ComposedMessage) {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    additionalType: ['AIGeneratedContent'],
    ...(sensitivityLabel !== undefined && { usageInfo: toUsage(sensitivityLabel) }),
    citation: [...new Set(cited)]
      .toSorted((one, other) => one - other)
      .flatMap((position) => toClaim(position, citations[position - 1]))
      .slice(0, most.citations),
  };
}

function toUsage(name: string) {
  return { type: 'https://schema.org/Message', '@type': 'CreativeWork', name };
}

function toClaim(position: number, citation: Citation | undefined) {
  return citation === undefined
    ? []
    : [
        {
          '@type': 'Claim',
          position,
          appearance: {
            '@type': 'DigitalDocument',
            name: cut(citation.title, most.title),
            abstract: cut(citation.abstract, most.abstract),
          },
        },
      ];
}

/** Teams counts UTF-16 units; a character of two is not cut in half. */
function cut(text: string, atMost: number): string {
  return text.length <= atMost
    ? text
    : `${text
        .slice(0, atMost - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`;
}
