import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { hourMs } from '../../../src/domain/instant.ts';
import { listPlaces } from '../../../src/features/reach/find-way.ts';
import { noteFailedSend } from '../../../src/features/reach/note-failed-send.ts';
import { annasAddress, channelAddress, groupAddress } from '../../support/reach.ts';
import { aReachScene, places, start } from './reach-scene.ts';

const addresses = { personal: annasAddress, group: groupAddress, channel: channelAddress };
const names = ['personal', 'group', 'channel'] as const;
const blocked = { status: 403, code: 'ConversationBlockedByUser' };
const disabled = { status: 403, code: 'BotDisabledByAdmin' };

const Event = fc.record({
  place: fc.constantFrom(...names),
  what: fc.constantFrom('installed', 'wrote', 'restored', 'removed', 'deleted', 'blocked', 'disabled'),
  wholeTeam: fc.boolean(),
  /** Close together or hours apart; a removal that is told more than a day before what it ended is taken as new. */
  at: fc.oneof(fc.nat(1000), fc.nat(23 * hourMs)).map((ms) => start - 23 * hourMs + ms),
});
type Event = typeof Event extends fc.Arbitrary<infer Value> ? Value : never;

/** Every place after these events came in this order. */
async function stateAfter(events: readonly Event[]) {
  const { deps, remember, forget } = await aReachScene();
  for (const { place, what, wholeTeam, at } of events) {
    const reference = { ...addresses[place], seenAt: at };
    switch (what) {
      case 'installed':
      case 'wrote':
      case 'restored':
        await remember(places[place], what, at, wholeTeam && what !== 'wrote');
        break;
      case 'removed':
      case 'deleted':
        await forget(places[place], what, at, wholeTeam);
        break;
      case 'blocked':
      case 'disabled':
        await noteFailedSend(deps, {
          reference,
          failure: what === 'blocked' ? blocked : disabled,
          sentAt: at,
        });
        break;
    }
  }
  const found = await Array.fromAsync(listPlaces(deps));
  return found.map(({ conversationId, serviceUrl, lost }) => ({ conversationId, serviceUrl, lost }));
}

it('fault 20: the final state is right in whatever order the events arrive, and however often', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Event, { maxLength: 14 }), fc.func(fc.integer()), async (events, order) => {
      const late = [...events, ...events].toSorted((one, other) => order(one) - order(other));

      expect(await stateAfter(late)).toEqual(
        await stateAfter(events.toSorted((one, other) => one.at - other.at)),
      );
    }),
    { numRuns: 200 },
  );
});
