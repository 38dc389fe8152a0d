import type { CommuneId } from './ids.ts';

export type CommuneKind = 'stadt' | 'gemeinde' | 'kreis';

/** A city, municipality or district of the operator's list. */
export interface Commune {
  readonly id: CommuneId;
  readonly name: string;
  readonly kind: CommuneKind;
  /** Five digits: the first five of every AGS in the district. */
  readonly districtKey: string;
  /** The district's name without "Kreis" where it has one before it: "Olpe", "Märkischer Kreis". */
  readonly districtName: string;
  readonly inhabitants: number;
  /** Square kilometres. */
  readonly areaKm2: number;
  /** WGS 84 degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** Other names people use: number plates, short forms. */
  readonly aliases: readonly string[];
}
