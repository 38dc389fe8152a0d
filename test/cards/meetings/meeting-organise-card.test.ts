import { describe, expect, it } from 'vitest';
import { meetingOrganiseCard } from '../../../src/cards/meetings/meeting-organise-card.ts';
import { communeId } from '../../../src/domain/ids.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { hemer, menden, olpe } from '../../support/builders.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../../support/conversation.ts';
import { aShownMeeting, cardsNow, endsAt, seatsOf, startsAt } from '../../support/meeting-details-cards.ts';

const personal = { shared: false, dialogs: true };
const from = { view: 'next', page: 2 } as const;
const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);

function draw(fields: Partial<Meeting> = {}, now = cardsNow, hasCafe = false) {
  return meetingOrganiseCard(aShownMeeting(fields, { now }), personal, from, hasCafe);
}

describe('what organisers see of a meeting', () => {
  it('is how many answered what', () => {
    const seats = seatsOf(31, { accepted: 46, taken: 50, tentative: 8, declined: 5, waiting: 2 });

    const words = wordsOf(draw({ seats }));

    expect(words).toContain(
      '46\nZusagen aus 31 Kommunen, mit vier Gästen\n22\nfreie Plätze von 72\n8\nvielleicht\n5\nAbsagen\n2\nauf der Warteliste',
    );
  });

  it('is the ten communes with the most seats, by name where they have as many', () => {
    const takenByCommune = { [communeId(olpe)]: 3, [communeId(menden)]: 1, [communeId(hemer)]: 1 };
    const seats = { ...seatsOf(0), takenByCommune };

    expect(wordsOf(draw({ seats }))).toContain(
      'Plätze nach Kommunen\nOlpe 3 · Hemer 1 · Menden (Sauerland) 1',
    );
    expect(wordsOf(draw({ seats: seatsOf(11) }))).toContain('und eine weitere');
    expect(wordsOf(draw({ seats: seatsOf(10) }))).not.toContain('weitere');
    expect(wordsOf(draw({ seats: seatsOf(0) }))).not.toContain('nach Kommunen');
  });

  it.each<readonly [string, Partial<Meeting>, number, readonly string[]]>([
    ['to come', {}, cardsNow, ['Ändern', 'Teilnehmende', 'World Café', 'Ausfallen lassen']],
    ['begun', {}, startsAt, ['Ändern', 'Teilnehmende', 'World Café', 'Ergebnisse', 'Ausfallen lassen']],
    ['over', {}, endsAt, ['Teilnehmende', 'Ergebnisse', 'Feedback']],
    ['cancelled', { state: { kind: 'cancelled', at: 0 } }, cardsNow, ['Teilnehmende']],
    [
      'repeated',
      { repetition: 'weekly' },
      cardsNow,
      ['Ändern', 'Teilnehmende', 'World Café', 'Ausfallen lassen', 'Serie beenden'],
    ],
    [
      'not repeated any more',
      { repetition: 'weekly', repeated: true },
      cardsNow,
      ['Ändern', 'Teilnehmende', 'World Café', 'Ausfallen lassen'],
    ],
    ['a draft', { state: { kind: 'draft' } }, cardsNow, ['Entwurf ansehen']],
  ])('offers of one that is %s what can be done with it', (_, fields, now, titles) => {
    const offered = titlesOf(draw(fields, now));

    expect(offered.toSorted()).toEqual([...titles, 'Zurück'].toSorted());
  });

  it('is the World Café afterwards where there was one, and not its settings', () => {
    const card = draw({}, endsAt, true);

    expect(buttonNamed(card, 'World Café')).toMatchObject({
      verb: 'cafe.showPlan',
      data: { meetingId: 'm1', from },
    });
    expect(titlesOf(draw({ state: { kind: 'cancelled', at: 0 } }, endsAt, true))).not.toContain('World Café');
  });

  it('leads back to the meeting, and from there to the list', () => {
    expect(buttonNamed(draw(), 'Zurück')).toMatchObject({
      verb: 'meeting.show',
      data: { meetingId: 'm1', from },
    });
    expect(buttonNamed(draw(), 'Teilnehmende').data).toMatchObject({ meetingId: 'm1', from, page: 1 });
  });
});
