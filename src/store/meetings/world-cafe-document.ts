import { z } from 'zod';
import { meetingId, storedMemberId, topicRequestId } from '../../domain/ids.ts';
import type {
  CafePlan,
  CafeSettings,
  CafeWish,
  WorldCafe,
} from '../../domain/meetings/world-cafe/world-cafe.ts';
import type { JsonObject, StoredDocument } from '../../ports/document-store.ts';
import { defineDocument } from '../document.ts';
import { toMemberKey } from '../member-key.ts';

const time = z.number().int();
const count = z.number().int().nonnegative();
const number = z.number().int().positive();
const meeting = z.string().transform(meetingId);
const member = z.string().transform(storedMemberId);
const topics = z.array(z.string().transform(topicRequestId));

const settings = z.object({ topics, seatsPerTable: number, rounds: number, minutes: number });

const plan = z.object({
  number,
  at: time,
  settings,
  seats: z.array(z.object({ person: z.string(), persons: number, tables: z.array(number) })),
});

const cafeDocument = defineDocument({
  name: 'world-cafe',
  version: 1,
  schema: z.object({
    document: z.literal('cafe'),
    meetingId: meeting,
    settings,
    plans: count,
    plan: plan.exactOptional(),
    told: plan.exactOptional(),
    isTelling: z.literal(true).exactOptional(),
    runs: count,
    timer: z
      .object({
        run: number,
        round: number,
        rounds: number,
        minutes: number,
        startedAt: time,
        by: member.exactOptional(),
        dueAt: time.exactOptional(),
        isStopped: z.literal(true).exactOptional(),
      })
      .exactOptional(),
    /** Of the timer, for the index. */
    dueAt: time.exactOptional(),
  }),
  upgrades: {},
});

const wishDocument = defineDocument({
  name: 'cafe-wish',
  version: 1,
  schema: z.object({
    document: z.literal('wish'),
    meetingId: meeting,
    memberId: member,
    topics,
    at: time,
    /** The hash under which everything of a member is found. */
    memberKey: z.string(),
  }),
  upgrades: {},
});

const linkDocument = defineDocument({
  name: 'cafe-link',
  version: 1,
  schema: z.object({ document: z.literal('link'), keyHash: z.string(), plan: number }),
  upgrades: {},
});

export function toCafeBody(cafe: WorldCafe): JsonObject {
  const { plan: latest, told, settings: chosen, timer, ...rest } = cafe;
  return cafeDocument.toBody({
    ...rest,
    document: 'cafe',
    settings: toSettingsBody(chosen),
    ...(latest !== undefined && { plan: toPlanBody(latest) }),
    ...(told !== undefined && { told: toPlanBody(told) }),
    ...(timer !== undefined && { timer }),
    ...(timer?.dueAt !== undefined && { dueAt: timer.dueAt }),
  });
}

function toPlanBody(one: CafePlan) {
  const seats = one.seats.map((seat) => ({ ...seat, tables: [...seat.tables] }));
  return { ...one, settings: toSettingsBody(one.settings), seats };
}

function toSettingsBody(one: CafeSettings) {
  return { ...one, topics: [...one.topics] };
}

export function toCafe({ body }: Pick<StoredDocument, 'body'>): WorldCafe {
  const { document: _d, dueAt: _a, ...cafe } = cafeDocument.parse(body);
  return cafe;
}

export function toWishBody(wish: CafeWish): JsonObject {
  const { id: memberKey } = toMemberKey(wish.memberId);
  return wishDocument.toBody({ ...wish, document: 'wish', topics: [...wish.topics], memberKey });
}

export function toWish({ body }: Pick<StoredDocument, 'body'>): CafeWish {
  const { document: _d, memberKey: _m, ...wish } = wishDocument.parse(body);
  return wish;
}

export function isWish({ body }: Pick<StoredDocument, 'body'>): boolean {
  return body['document'] === 'wish';
}

/** Which plan a key opens. */
export interface CafeLink {
  readonly keyHash: string;
  readonly plan: number;
}

export function toLinkBody(link: CafeLink): JsonObject {
  return linkDocument.toBody({ ...link, document: 'link' });
}

export function isLink({ body }: Pick<StoredDocument, 'body'>): boolean {
  return body['document'] === 'link';
}

export function toLink({ body }: Pick<StoredDocument, 'body'>): CafeLink {
  const { document: _, ...link } = linkDocument.parse(body);
  return link;
}
