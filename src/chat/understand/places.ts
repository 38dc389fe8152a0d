import type { Commune } from '../../domain/commune.ts';
import type { Filter } from '../../domain/filters.ts';
import type { CommuneId } from '../../domain/ids.ts';
import { foldedPhrase, toWords } from './message-words.ts';
import type { Reading, Word } from './message-words.ts';

/** Names that are ordinary words too: they count as a place only behind "in", "Stadt", "Gemeinde" and the like. */
const ordinaryWords = new Set(['wenden', 'essen', 'halle', 'singen', 'werben', 'ense']);

const before =
  '(?:in|im|aus|bei|beim|von|vom|fuer|rund um|der|dem|den|des|und|oder|auch|nur|ausser|ohne|nicht)';
const titles =
  '(?:stadt|hansestadt|gemeinde|kommune|stadtverwaltung|gemeindeverwaltung|kreis|landkreis|kreises)';
const exclusion = /(?:^| )(?:ausser|ohne|nicht)(?: |$)/;

/** Takes the places that a message names: "im Kreis Olpe", "in Menden", "außer Siegen", "HSK". */
export function readPlaces(reading: Reading, communes: ReadonlyMap<CommuneId, Commune>): readonly Filter[] {
  const names = namesOf(communes);
  if (names.byName.size === 0) {
    return [];
  }
  const found: Filter[] = [];
  let excluding = false;
  const pattern = new RegExp(`(?:${before} ){0,3}(?:${titles} )?(?:${names.pattern})`);
  reading.take(pattern, (match, words) => {
    const phrase = match[0];
    const lead = leadOf(phrase, names.byName);
    const commune = names.byName.get(lead.name);
    if (commune === undefined || !isPlace(lead, words)) {
      return false;
    }
    excluding = exclusion.test(lead.words) || (excluding && /^(und|oder) /.test(phrase));
    found.push(toFilter(commune, lead, names, excluding));
    return true;
  });
  return found;
}

interface Names {
  readonly byName: ReadonlyMap<string, Commune>;
  readonly districts: ReadonlyMap<string, Commune>;
  readonly pattern: string;
}

interface Lead {
  readonly words: string;
  readonly name: string;
}

const known = new WeakMap<ReadonlyMap<CommuneId, Commune>, Names>();

function namesOf(communes: ReadonlyMap<CommuneId, Commune>): Names {
  const cached = known.get(communes);
  if (cached !== undefined) {
    return cached;
  }
  const byName = new Map<string, Commune>();
  const districts = new Map<string, Commune>();
  for (const commune of communes.values()) {
    for (const name of spellings(commune)) {
      const target = commune.kind === 'kreis' ? districts : byName;
      target.set(name, commune);
    }
  }
  for (const [name, district] of districts) {
    if (!byName.has(name)) {
      byName.set(name, district);
    }
  }
  const longestFirst = [...byName.keys()].sort((one, other) => other.length - one.length);
  const names = { byName, districts, pattern: longestFirst.join('|') };
  known.set(communes, names);
  return names;
}

/** "Menden (Sauerland)" is also "Menden"; "Märkischer Kreis" also stands in the dative. */
function spellings(commune: Commune): readonly string[] {
  const whole = foldedPhrase(toWords(commune.name));
  const short = foldedPhrase(toWords(commune.name.replace(/\(.*\)/, '')));
  const names = [whole, short, ...commune.aliases.map((alias) => foldedPhrase(toWords(alias)))];
  if (commune.kind === 'kreis') {
    names.push(foldedPhrase(toWords(commune.districtName)));
    names.push(
      short.replace(/^(.*)er kreis$/, '$1en kreis'),
      `${foldedPhrase(toWords(commune.districtName))}es`,
    );
  }
  return names.filter((name) => name !== '');
}

function leadOf(phrase: string, byName: ReadonlyMap<string, Commune>): Lead {
  const words = phrase.split(' ');
  for (let from = 0; from < words.length; from += 1) {
    const name = words.slice(from).join(' ');
    if (byName.has(name)) {
      return { words: words.slice(0, from).join(' '), name };
    }
  }
  return { words: phrase, name: '' };
}

function isPlace(lead: Lead, words: readonly Word[]): boolean {
  if (!ordinaryWords.has(lead.name)) {
    return true;
  }
  const written = words.at(-1)?.raw ?? '';
  return lead.words !== '' && /^\p{Lu}/u.test(written);
}

/** "Kreis Olpe" is the district, "Olpe" the town of the same name. */
function toFilter(commune: Commune, lead: Lead, names: Names, excluding: boolean): Filter {
  const district = /(?:kreis|landkreis|kreises)$/.test(lead.words)
    ? names.districts.get(lead.name)
    : undefined;
  const meant = district ?? commune;
  if (meant.kind === 'kreis' && !excluding) {
    return { kind: 'district', districtKey: meant.districtKey };
  }
  return excluding ? { kind: 'without', communeId: meant.id } : { kind: 'commune', communeId: meant.id };
}
