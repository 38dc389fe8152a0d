import { figuresCard } from '../cards/figures-card.ts';
import { showFigures } from '../features/figures/show-figures.ts';
import { figuresTexts } from '../texts/figures-texts.ts';
import { technologyLabels } from '../texts/labels.ts';
import { memberTexts } from '../texts/member-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';

/** "Kennzahlen", in the 1:1 chat alone: they are for organisers. */
export async function toFiguresView(deps: ChatDeps, { asker, surface }: Turn): Promise<View> {
  if (surface.shared) {
    return memberTexts.personalOnly;
  }
  const result = await showFigures(deps, { asker, technologyWords: technologyLabels });
  switch (result.kind) {
    case 'figures':
      return { title: figuresTexts.title, card: figuresCard(result, surface) };
    case 'denied':
      return result.because === 'not-organiser' ? figuresTexts.notOrganiser : memberTexts[result.because];
  }
}
