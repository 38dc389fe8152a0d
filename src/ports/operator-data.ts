import type { Commune } from '../domain/commune.ts';
import type { CommuneId } from '../domain/ids.ts';

/** What the operator's folder says at this moment; never changed in place, so a turn sees one state throughout. */
export interface OperatorSnapshot {
  /** Cities and municipalities; districts are in it too, with kind `kreis`. */
  readonly communes: ReadonlyMap<CommuneId, Commune>;
  /** The communes of a tenant id or a mail domain, both in lower case. */
  readonly communesOf: ReadonlyMap<string, readonly CommuneId[]>;
  /** Groups of words that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
  /** Exact hosts of service URLs that may get the bot's token. */
  readonly serviceHosts: ReadonlySet<string>;
}

export interface OperatorData {
  current(): OperatorSnapshot;
}
