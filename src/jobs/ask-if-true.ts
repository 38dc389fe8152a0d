import type { Deps } from '../deps.ts';
import { askedSince, confirmedAt, freshnessOf, personToAsk } from '../domain/freshness.ts';
import type { MemberId } from '../domain/ids.ts';
import { dayMs } from '../domain/instant.ts';
import type { UseCase } from '../domain/use-case.ts';
import { askContact, sendQuestion } from '../features/freshness/ask-contact.ts';

/** Nobody is asked about more than so many use cases within a day; the others wait for the next one. */
const mostADay = 3;
/** At one time; the next run goes on. */
const mostAtOnce = 100;

/**
 * "Ist das noch aktuell?": asks the contacts of use cases that nobody has confirmed for long, the oldest first. What was noted as asked
 * and is not on its way, because the program ended between the two, is sent now. Several instances of the app may do it at once: each question
 * is noted once, and together they keep to `mostADay`.
 */
export async function askIfTrue(
  deps: Pick<Deps, 'broadcasts' | 'catalogue' | 'clock' | 'logger' | 'rules' | 'useCases'>,
): Promise<void> {
  const now = deps.clock.now();
  const due: UseCase[] = [];
  const asked: UseCase[] = [];
  const today = new Map<MemberId, number>();
  for (const useCase of deps.catalogue.all()) {
    const freshness = freshnessOf(useCase, now, deps.rules.freshnessDays);
    const member = personToAsk(useCase);
    if (member === undefined) {
      continue;
    }
    if (freshness === 'due') {
      due.push(useCase);
    } else if (freshness === 'asked') {
      asked.push(useCase);
    }
    if (wasTheirTurn(useCase, now)) {
      today.set(member, (today.get(member) ?? 0) + 1);
    }
  }
  let sent = 0;
  for (const useCase of asked) {
    sent += Number((await sendQuestion(deps, useCase)) === 'started');
  }
  // Every instance of the app goes the same way.
  due.sort((one, other) => confirmedAt(one) - confirmedAt(other) || (one.id < other.id ? -1 : 1));
  for (const useCase of due) {
    const member = personToAsk(useCase);
    const before = member === undefined ? mostADay : (today.get(member) ?? 0);
    if (member === undefined || before >= mostADay) {
      continue;
    }
    if (sent >= mostAtOnce) {
      break;
    }
    // Where it is not due any more, another instance has just asked, and the catalogue does not know yet.
    today.set(member, before + 1);
    sent += Number((await askContact(deps, useCase.id)) === 'asked');
  }
  if (sent > 0) {
    deps.logger.info('freshness.asked', { useCases: sent });
  }
}

/** Asked within a day, or answered within one: whoever answers at once is not asked about the next three for that. */
function wasTheirTurn(useCase: UseCase, now: number): boolean {
  const { lastConfirmedAt } = useCase.provenance;
  const askedAt = askedSince(useCase)?.lastAt;
  return [askedAt, lastConfirmedAt].some((at) => at !== undefined && now - at < dayMs);
}
