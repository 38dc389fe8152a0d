import { describe, expect, it } from 'vitest';
import { CardAction } from '../../src/cards/actions.ts';
import { subscriptionCard } from '../../src/cards/subscription-card.ts';
import { quietHoursChoices } from '../../src/domain/quiet-hours.ts';
import { frequencies, subscriptionKinds, toPreferences } from '../../src/domain/subscription.ts';
import { subscriptionTexts } from '../../src/texts/subscription-texts.ts';
import { buttonsOf } from '../support/conversation.ts';

const usual = toPreferences(undefined, { quietHours: 'none' });

describe('the card about notifications', () => {
  it('ends everything without a look at the fields', () => {
    const card = subscriptionCard(usual);

    expect(card.actions?.find(({ title }) => title === 'Alles beenden')).toMatchObject({
      associatedInputs: 'none',
    });
  });

  it('offers to end everything only while something is on', () => {
    const stopped = subscriptionCard({ ...usual, stoppedAt: 1 });

    expect(stopped.actions?.map(({ title }) => title)).toEqual(['Einschalten']);
    expect(buttonsOf(stopped).map(({ title }) => title)).not.toContain('Alles beenden');
  });

  it('offers nothing that the bot does not understand', () => {
    const refused = subscriptionKinds.flatMap((kind) =>
      frequencies.flatMap((frequency) =>
        quietHoursChoices.filter(
          (quietHours) =>
            !CardAction.safeParse({ verb: 'subscription.choose', [kind]: frequency, quietHours }).success,
        ),
      ),
    );

    expect(refused).toEqual([]);
  });
});

describe('the sentence of what holds', () => {
  it('speaks of quiet hours only while something is sent', () => {
    const nothing = {
      'user-group': 'never',
      meetings: 'never',
      topics: 'never',
      'use-cases': 'never',
      digest: 'never',
    } as const;

    expect(subscriptionTexts.saved({ frequencies: nothing, quietHours: '20-7' })).toBe(
      'Gespeichert: User Groups und Ankündigungen, Treffen, Themen, Anwendungsfälle und Überblick nie.',
    );
    expect(subscriptionTexts.saved({ ...usual, quietHours: '18-8' })).toMatch(/, von 18 bis 8 Uhr nichts\.$/);
    expect(subscriptionTexts.saved(usual)).toMatch(/ gesammelt um 8 Uhr\.$/);
  });
});
