import { adoptionFormCard, askToWithdrawCard } from '../../src/cards/adoption-form-card.ts';
import type { AdoptionFormState } from '../../src/cards/adoption-form-card.ts';
import { communeChoiceCard } from '../../src/cards/commune-choice-card.ts';
import { interestFormCard } from '../../src/cards/interest-card.ts';
import { interestMessageCard } from '../../src/cards/interest-message-card.ts';
import type { Commune } from '../../src/domain/commune.ts';
import type { CommuneId } from '../../src/domain/ids.ts';
import type { Interest } from '../../src/domain/use-case.ts';
import { adopterAt, aUseCase, hemer, menden, olpe } from './builders.ts';
import { shippedCommunes } from './shipped-communes.ts';

const surface = { shared: false, dialogs: true };
const useCase = aUseCase();
const about = { useCaseId: useCase.id };

export function shippedCommune(id: CommuneId): Commune {
  const commune = shippedCommunes.get(id);
  if (commune === undefined) {
    throw new Error(`no commune ${id}`);
  }
  return commune;
}

/** The form of somebody of Menden who has filled in nothing yet. */
export function aForm(fields: Partial<AdoptionFormState> = {}): AdoptionFormState {
  return {
    useCase,
    commune: shippedCommune(menden),
    typed: {},
    mayForOthers: false,
    problems: [],
    about,
    ...fields,
  };
}

export function interested(communeId: CommuneId, more: Partial<Interest> = {}): Interest {
  return { communeId, cooperations: ['joint_procurement'], named: true, since: 1, ...more };
}

/** Every card about what a commune does, and what it would like to do with others. */
export function drawAdoptionCards() {
  const adopter = adopterAt(menden, 'pilot', {
    contact: { name: 'Frau Muster', email: 'muster@example.org' },
  });
  const choice = {
    next: { verb: 'adoption.chooseCommune', data: about },
    communes: [...shippedCommunes.values()],
    about: useCase.title,
  } as const;
  const interests = [interested(menden), interested(hemer, { named: false }), interested(olpe)];
  return {
    'adoption form': adoptionFormCard(aForm(), surface),
    'adoption form of a known commune': adoptionFormCard(
      aForm({ adopter, mayForOthers: true, typed: { stage: 'pilot', contact: 'keep', note: 'Läuft.' } }),
      surface,
    ),
    'adoption form refused': adoptionFormCard(
      aForm({
        typed: { stage: 'rejected', since: '2031', contact: 'mailbox', mailbox: '@', note: '' },
        problems: [
          { field: 'stage', because: 'missing' },
          { field: 'since', because: 'future' },
          { field: 'contact', because: 'name-unknown' },
          { field: 'mailbox', because: 'invalid' },
          { field: 'note', because: 'reason-missing' },
        ],
      }),
      surface,
    ),
    'adoption for a commune to choose': communeChoiceCard(
      { ...choice, whose: 'own', problem: 'unknown' },
      surface,
    ),
    'adoption for any commune': communeChoiceCard({ ...choice, whose: 'any', problem: 'missing' }, surface),
    'question to withdraw an adoption': askToWithdrawCard(
      { useCase, commune: shippedCommune(menden), about },
      surface,
    ),
    'interest form': interestFormCard(
      { useCase, commune: shippedCommune(menden), interest: interested(menden), about },
      surface,
    ),
    'interest of enough communes': interestMessageCard(
      {
        useCase: { ...useCase, contact: { email: 'box@example.org' } },
        cooperation: 'joint_procurement',
        interested: interests.map((interest) => ({ interest, adopter })),
        communes: shippedCommunes,
      },
      { short: false },
    ),
  };
}
