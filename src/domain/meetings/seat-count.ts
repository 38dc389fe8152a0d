import type { CommuneId } from '../ids.ts';

/** How many answered what; written together with each answer. */
export interface SeatCount {
  /** Members with a seat. */
  readonly accepted: number;
  /** Seats that are taken, those of guests too. */
  readonly taken: number;
  /** Of these, by commune; a commune without any is missing. */
  readonly takenByCommune: Readonly<Record<CommuneId, number>>;
  readonly tentative: number;
  readonly declined: number;
  /** Members on the waiting list. */
  readonly waiting: number;
}

export const noSeats: SeatCount = {
  accepted: 0,
  taken: 0,
  takenByCommune: {},
  tentative: 0,
  declined: 0,
  waiting: 0,
};
