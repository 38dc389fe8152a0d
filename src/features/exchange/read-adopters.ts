import { bodyKey } from '../../domain/answer.ts';
import { findCommune, splitCommuneNames } from '../../domain/commune-names.ts';
import { fold } from '../../domain/commune-words.ts';
import type { Commune } from '../../domain/commune.ts';
import type { AdopterBody } from '../../domain/use-case.ts';
import { toShown } from './clean-text.ts';
import { splitListed } from './quoted.ts';
import type { RowReader } from './row-reader.ts';

/** Bodies that the records or this file already named, by their folded names. */
export interface KnownBodies {
  readonly communes: readonly Commune[];
  readonly organisations: Map<string, string>;
  /** Whether a name that nobody knows becomes an organisation. */
  readonly createOrganisations: boolean;
}

/** Characters. */
export const longestCell = 4000;
/** Between names of organisations, as in a character class: the names hold commas. */
export const organisationSeparators = String.raw`|\n`;
const longestName = 200;

/** The communes and organisations that a row names, each once. */
export function readAdopters(row: RowReader, known: KnownBodies): readonly AdopterBody[] {
  const bodies = [...readCommunes(row, known), ...readOrganisations(row, known)];
  return [...new Map(bodies.map((body) => [bodyKey(body), body])).values()];
}

function readCommunes(row: RowReader, known: KnownBodies): AdopterBody[] {
  const bodies: AdopterBody[] = [];
  for (const name of splitCommuneNames(row.lines('commune', longestCell) ?? '')) {
    const match = findCommune(known.communes, name);
    switch (match.kind) {
      case 'found':
        bodies.push({ kind: 'commune', communeId: match.commune.id });
        break;
      case 'ambiguous':
        row.report(
          {
            kind: 'ambiguous-commune',
            value: toShown(name),
            communes: match.communes.map((commune) => `${commune.name} (${commune.id})`),
          },
          'commune',
        );
        break;
      case 'unknown': {
        const nearest = match.nearest?.name;
        const problem = { kind: 'unknown-commune', value: toShown(name) } as const;
        row.report({ ...problem, ...(nearest !== undefined && { nearest }) }, 'commune');
      }
    }
  }
  return bodies;
}

/** A commune in this column is a commune, unless its name stands in quotes. */
function readOrganisations(row: RowReader, known: KnownBodies): AdopterBody[] {
  const bodies: AdopterBody[] = [];
  const cell = row.lines('organisation', longestCell) ?? '';
  for (const { text: name, isQuoted } of splitListed(cell, organisationSeparators)) {
    const match = findCommune(known.communes, name);
    const organisation = known.organisations.get(fold(name));
    if (match.kind === 'found' && !isQuoted) {
      bodies.push({ kind: 'commune', communeId: match.commune.id });
    } else if (organisation !== undefined) {
      bodies.push({ kind: 'organisation', name: organisation });
    } else if (name.length > longestName) {
      row.report({ kind: 'too-long', length: name.length, limit: longestName }, 'organisation');
    } else if (known.createOrganisations) {
      known.organisations.set(fold(name), name);
      bodies.push({ kind: 'organisation', name });
    } else {
      row.report({ kind: 'unknown-organisation', value: toShown(name) }, 'organisation');
    }
  }
  return bodies;
}
