import { describe, expect, it } from 'vitest';
import { conversationId } from '../../../src/domain/ids.ts';
import { hourMs, minuteMs } from '../../../src/domain/instant.ts';
import { findWay, listPlaces } from '../../../src/features/reach/find-way.ts';
import { noteFailedSend } from '../../../src/features/reach/note-failed-send.ts';
import { countPlaces } from '../../../src/features/reach/count-places.ts';
import { ownPlaceSource } from '../../../src/features/reach/own-place.ts';
import { anna, annasAddress, channelAddress, groupAddress } from '../../support/reach.ts';
import { aReachScene, places, start } from './reach-scene.ts';

const annasPlace = { memberId: anna };
const group = { conversationId: groupAddress.conversationId };
const channel = { conversationId: channelAddress.conversationId };

describe('a place', () => {
  it('is kept when somebody writes there', async () => {
    const { deps, remember } = await aReachScene();

    await remember(places.personal, 'wrote', start);
    await remember(places.group, 'wrote', start);
    await remember(places.channel, 'wrote', start, false);

    expect(await findWay(deps, annasPlace)).toEqual({
      kind: 'open',
      reference: { ...annasAddress, seenAt: start },
    });
    expect(await findWay(deps, group)).toMatchObject({ kind: 'open', reference: groupAddress });
    expect(await findWay(deps, channel)).toMatchObject({ kind: 'open', reference: channelAddress });
    expect(await countPlaces(deps)).toEqual({ people: 1, channels: 1, groups: 1, unreachable: 0 });
  });

  it('was never met before', async () => {
    const { deps } = await aReachScene();

    expect(await findWay(deps, annasPlace)).toEqual({ kind: 'unreachable', because: 'never-met' });
  });

  it('of somebody without an account is not kept', async () => {
    const { remember, stored } = await aReachScene();
    const { objectId: _, ...sender } = places.personal.sender;

    expect(await remember({ ...places.personal, sender }, 'wrote', start)).toEqual({
      kind: 'ignored',
      because: 'anonymous',
    });
    expect(await stored()).toEqual([]);
  });

  it('of a foreign tenant leaves no trace, come or gone (fault 43)', async () => {
    const { remember, forget, stored } = await aReachScene({ allowedTenants: ['another'] });

    await remember(places.personal, 'installed', start);
    await forget(places.personal, 'removed', start);

    expect(await stored()).toEqual([]);
  });

  it('cannot be told from the future to stand against everything that follows', async () => {
    const { deps, clock, forget, remember } = await aReachScene();
    await forget(places.personal, 'removed', Date.UTC(2999, 0));

    clock.advance(6 * minuteMs);
    await remember(places.personal, 'installed', clock.now());

    expect(await findWay(deps, annasPlace)).toMatchObject({ kind: 'open' });
  });

  it.each([
    '',
    'http://smba.trafficmanager.net/de/',
    'https://evil.trafficmanager.net/',
    'https://user@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://169.254.169.254/',
    'https://xn--smb-7na.trafficmanager.net/',
    'http://127.0.0.1:3978/',
  ])('is never kept with the service URL "%s" (fault 11)', async (serviceUrl) => {
    const { remember, stored } = await aReachScene();

    const hostile = { ...places.personal, service: { serviceUrl, botId: '28:bot' } };

    expect(await remember(hostile, 'installed', start)).toEqual({
      kind: 'ignored',
      because: 'foreign-service',
    });
    expect(await stored()).toEqual([]);
  });

  it('is not used once its host is off the list, and again when it is back (P9)', async () => {
    const { deps, hosts, remember } = await aReachScene();
    await remember(places.personal, 'wrote', start);

    hosts.delete('smba.trafficmanager.net');
    const off = await findWay(deps, annasPlace);
    const listed = await Array.fromAsync(listPlaces(deps));
    hosts.add('smba.trafficmanager.net');

    expect(off).toEqual({ kind: 'unreachable', because: 'foreign-service' });
    expect(listed).toMatchObject([{ lost: { because: 'foreign-service' } }]);
    expect(await findWay(deps, annasPlace)).toMatchObject({ kind: 'open' });
  });
});

describe('a place that was removed', () => {
  it('takes all channels of the team with it, and brings them back, whichever channel tells of it', async () => {
    const { deps, remember, forget } = await aReachScene();
    const otherId = conversationId('19:other@thread.tacv2');
    const other = {
      ...places.channel,
      conversation: { id: otherId, kind: 'channel', channelId: otherId },
    } as const;
    await remember(places.channel, 'wrote', start, false);

    await forget(other, 'removed', start + 1);
    const gone = await findWay(deps, channel);
    await remember(places.channel, 'wrote', start + 2, false);
    const written = await findWay(deps, channel);
    await remember(other, 'installed', start + 3);

    expect(gone).toEqual({ kind: 'unreachable', because: 'removed' });
    expect(written).toEqual({ kind: 'unreachable', because: 'removed' });
    expect(await findWay(deps, channel)).toMatchObject({ kind: 'open' });
    expect(await findWay(deps, { conversationId: otherId })).toMatchObject({ kind: 'open' });
  });

  it('is one channel when only that was deleted', async () => {
    const { deps, remember, forget } = await aReachScene();
    await remember(places.channel, 'installed', start);

    await forget(places.channel, 'deleted', start + 1, false);

    expect(await countPlaces(deps)).toEqual({ people: 0, channels: 1, groups: 0, unreachable: 1 });
    await remember(places.channel, 'restored', start + 2, false);
    expect(await countPlaces(deps)).toEqual({ people: 0, channels: 2, groups: 0, unreachable: 0 });
  });
});

describe('a refused send', () => {
  async function refused(code: string, status = 403) {
    const scene = await aReachScene();
    await scene.remember(places.personal, 'wrote', start);
    await scene.remember(places.group, 'wrote', start);
    scene.clock.advance(3 * hourMs);
    const way = await findWay(scene.deps, annasPlace);
    if (way.kind !== 'open') {
      throw new Error('the place is not open');
    }
    const request = { reference: way.reference, failure: { status, code }, sentAt: start + hourMs };
    const said = await noteFailedSend(scene.deps, request);
    return { ...scene, said };
  }

  it('by a person who blocked the bot stands until they write again', async () => {
    const { deps, said, remember } = await refused('ConversationBlockedByUser');

    expect(said).toBe('blocked');
    expect(await findWay(deps, annasPlace)).toEqual({ kind: 'unreachable', because: 'blocked' });
    await remember(places.personal, 'wrote', start + 2 * hourMs);
    expect(await findWay(deps, annasPlace)).toMatchObject({ kind: 'open' });
  });

  it('by a person who wrote while it was sent changes nothing', async () => {
    const { deps, remember } = await refused('ConversationBlockedByUser');

    await remember(places.personal, 'wrote', start + hourMs + 1);

    expect(await findWay(deps, annasPlace)).toMatchObject({ kind: 'open' });
  });

  it('by the administrators switches the whole tenant off, until anything comes from it', async () => {
    const { deps, said, remember } = await refused('BotDisabledByAdmin');

    expect(said).toBe('disabled-by-admin');
    expect(await findWay(deps, group)).toEqual({ kind: 'unreachable', because: 'disabled-by-admin' });
    await remember(places.channel, 'wrote', start + 2 * hourMs, false);
    expect(await findWay(deps, annasPlace)).toMatchObject({ kind: 'open' });
  });

  it.each([
    [404, 'ActivityNotFoundInConversation'],
    [429, 'Throttled'],
    [502, 'BadGateway'],
  ])('with %i %s says nothing of the place', async (status, code) => {
    const { deps, said } = await refused(code, status);

    expect(said).toBeUndefined();
    expect(await findWay(deps, annasPlace)).toMatchObject({ kind: 'open' });
  });
});

describe('what a person is told of their own place', () => {
  it('is whether they can be reached, and everything that is kept', async () => {
    const { deps, remember } = await aReachScene();
    await remember(places.personal, 'installed', start);

    expect(await ownPlaceSource(deps).read(anna)).toEqual([
      { reachable: true, ...annasAddress, seenAt: start, installedAt: start },
    ]);
  });

  it('is why they cannot be reached', async () => {
    const { deps, remember, forget } = await aReachScene();
    await remember(places.personal, 'installed', start);
    await forget(places.personal, 'removed', start + 1);

    expect(await ownPlaceSource(deps).read(anna)).toMatchObject([
      { reachable: false, because: 'removed', removedAt: start + 1 },
    ]);
  });

  it('is the time alone when they were never met', async () => {
    const { deps, forget } = await aReachScene();
    await forget(places.personal, 'removed', start);

    expect(await ownPlaceSource(deps).read(anna)).toEqual([
      { reachable: false, because: 'never-met', removedAt: start },
    ]);
  });
});
