import { describe, expect, it } from 'vitest';
import { topicDetailsCard } from '../../../src/cards/topic-details-card.ts';
import { topicOrganiseCard } from '../../../src/cards/topic-organise-card.ts';
import { meetingId } from '../../../src/domain/ids.ts';
import type { TopicPlan } from '../../../src/domain/topic-request.ts';
import { topicNewsTexts } from '../../../src/texts/topic-news-texts.ts';
import { topicTexts } from '../../../src/texts/topic-texts.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../../support/conversation.ts';
import { aShownTopic } from '../../support/topic-details-cards.ts';
import { aTopicRequest } from '../../support/topics.ts';

const personal = { shared: false, dialogs: true };
const byHand: TopicPlan = { date: '2026-12-03', reference: 'Treffen in Olpe' };
const onAgenda: TopicPlan = { date: '2026-12-03', reference: 'KI im Rat', meetingId: meetingId('m1') };

function shownWith(plan: TopicPlan) {
  return aShownTopic({ request: aTopicRequest({ state: { kind: 'planned', plan } }) });
}

describe('a topic on the agenda of a meeting', () => {
  it('names the meeting by its title, and one that was planned by hand what was typed', () => {
    const line = (plan: TopicPlan) => topicTexts.stateLine({ state: { kind: 'planned', plan } });

    expect(line(onAgenda)).toBe('Geplant für Donnerstag, 3. Dezember 2026 · Treffen „KI im Rat“');
    expect(line(byHand)).toBe('Geplant für Donnerstag, 3. Dezember 2026 · Treffen in Olpe');
    expect(topicNewsTexts.plan(onAgenda)).toBe('Donnerstag, 3. Dezember 2026 · Treffen „KI im Rat“');
    expect(topicNewsTexts.plan(byHand)).toBe('Donnerstag, 3. Dezember 2026 · Treffen in Olpe');
  });

  it('leads there, everywhere else the details do', () => {
    const data = { meetingId: 'm1' };
    const own = topicDetailsCard(shownWith(onAgenda), { surface: personal });
    const shared = topicDetailsCard(shownWith(onAgenda), { surface: { shared: true, dialogs: true } });
    const organisers = topicOrganiseCard({ shown: shownWith(onAgenda), ways: [] }, personal, undefined);

    expect(buttonNamed(own, 'Treffen ansehen')).toMatchObject({ verb: 'meeting.show', data });
    expect(buttonNamed(shared, 'Treffen ansehen')).toMatchObject({
      type: 'Action.Submit',
      data: { ...data, verb: 'meeting.show', msteams: { type: 'task/fetch' } },
    });
    expect(buttonNamed(organisers, 'Treffen ansehen')).toMatchObject({ verb: 'meeting.show', data });
    const other = topicDetailsCard(shownWith(byHand), { surface: personal });
    expect(buttonsOf(other).map(({ title }) => title)).not.toContain('Treffen ansehen');
  });

  it('shows the title literally', () => {
    const plan = { ...onAgenda, reference: '[hier](https://evil.example)' };

    const card = topicDetailsCard(shownWith(plan), { surface: personal });

    expect(wordsOf(card)).toContain('Treffen „[hier](https://evil.example)“');
    expect(JSON.stringify(card)).not.toMatch(/"TextBlock","text":"[^"]*evil/);
  });
});
