import { secondMs } from '../../domain/instant.ts';

/** How an instance of the app works through what is to be sent. */
export interface OutboxSettings {
  /** Sends at once, over all tenants; at most so many are unclear after a crash. */
  readonly mostInFlight: number;
  /** How long a silent holder keeps its lease. */
  readonly leaseMs: number;
  /** How often it looks what there is to do, while there is something, and while there is nothing. */
  readonly busyMs: number;
  readonly idleMs: number;
  /** How often the counts are stored for the report. */
  readonly publishMs: number;
}

export const outboxSettings: OutboxSettings = {
  mostInFlight: 24,
  leaseMs: 12 * secondMs,
  busyMs: 500,
  idleMs: 2 * secondMs,
  publishMs: 2 * secondMs,
};
