import type { Card } from '../../src/cards/card.ts';
import { feedbackFormCard } from '../../src/cards/feedback-form-card.ts';

export const feedbackCardNames = ['what helped', 'what did not help'] as const;

/** What opens when a thumb below an answer is pressed. */
export function drawFeedbackCards(): Readonly<Record<(typeof feedbackCardNames)[number], Card>> {
  return {
    'what helped': feedbackFormCard({ helpful: true, retentionDays: 90 }),
    'what did not help': feedbackFormCard({ helpful: false, retentionDays: 90 }),
  };
}
