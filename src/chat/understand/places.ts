import type { Commune } from '../../domain/commune.ts';
import type { Filter } from '../../domain/filters.ts';
import type { CommuneId } from '../../domain/ids.ts';
import { toPhrase } from './message-words.ts';
import type { Reading, Word } from './message-words.ts';

/** Names that are ordinary words too: they count as a place only behind "in", "Stadt", "Gemeinde" and the like. */
const ordinaryWords = new Set(['wenden', 'essen', 'halle', 'singen', 'werben', 'ense']);

const before =
  '(?:in|im|aus|bei|beim|von|vom|fuer|rund um|der|dem|den|des|die|und|oder|auch|nur|ausser|ausserhalb|ohne|nicht|of|district)';
const titles =
  '(?:stadt|hansestadt|gemeinde|kommune|stadtverwaltung|gemeindeverwaltung|kreis|landkreis|kreises|kreisverwaltung|district of)';
const exclusion = /(?:^| )(?:ausser|ausserhalb|ohne|nicht)(?: |$)/;
/** The whole region, or the asker's own: says where everybody is, and narrows nothing. */
const everywhere = new RegExp(
  '(?:(?:in|im|aus|bei|fuer|der|die|dem|den|ganz|unserer|unsere|meiner|dieser|hier) )*' +
    '(?:suedwestfalen|sauerland|siegerland|westfalen|nrw|nordrhein westfalen|deutschland|region|naehe|nachbarschaft|umgebung|gegend|bei uns)',
);

/** Takes the places that a message names: "im Kreis Olpe", "in Menden", "außer Siegen", "HSK". */
export function readPlaces(reading: Reading, communes: ReadonlyMap<CommuneId, Commune>): readonly Filter[] {
  const names = namesOf(communes);
  const found: Filter[] = [];
  let excluding = false;
  if (names.pattern !== '') {
    const pattern = new RegExp(`(?:${before} ){0,4}(?:${titles} )?(?:${names.pattern})(?: kreis)?`);
    reading.take(pattern, (match, { words }) => {
      const phrase = match[0];
      const lead = leadOf(phrase, names.byName);
      const commune = names.byName.get(lead.name);
      if (commune === undefined || !isPlace(lead, words, reading)) {
        return false;
      }
      const onlyPartly = /(?:^| )nicht nur(?: |$)/.test(lead.words);
      excluding = !onlyPartly && (exclusion.test(lead.words) || (excluding && /^(und|oder) /.test(phrase)));
      found.push(...(onlyPartly ? [] : [toFilter(commune, lead, names, excluding)]));
      return true;
    });
  }
  reading.take(everywhere, () => true);
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

/** "Menden (Sauerland)" is also "Menden", "Bad Berleburg" "Berleburg", "Märkischer Kreis" "Märkischen Kreis", "Kreis Olpe" "Olper Kreis". */
function spellings(commune: Commune): readonly string[] {
  const whole = toPhrase(commune.name);
  const short = toPhrase(commune.name.replace(/\(.*\)/, ''));
  const names = [whole, short, short.replace(/^bad /, ''), ...commune.aliases.map(toPhrase)];
  if (commune.kind === 'kreis') {
    const district = toPhrase(commune.districtName);
    names.push(district, `${district}es`, short.replace(/^(.*)er kreis$/, '$1en kreis'));
    names.push(short.replace(/^(.*)er kreis$/, '$1em kreis'));
    names.push(`${district.replace(/e$/, '')}er kreis`);
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

const numberPlate = /^\p{Lu}{2,3}$/u;

/** Number plates count in capitals alone ("so" is a word), ordinary words only behind "in", or as the whole message. */
function isPlace(lead: Lead, words: readonly Word[], reading: Reading): boolean {
  const written = words.at(-1)?.raw ?? '';
  if (lead.name.length <= 3) {
    return numberPlate.test(written);
  }
  if (!ordinaryWords.has(lead.name)) {
    return true;
  }
  const alone = reading.words.length === words.length;
  return (lead.words !== '' || alone) && /^\p{Lu}/u.test(written);
}

/** "Kreis Olpe" is the district, "Olpe" the town of the same name; "Kreis Siegen" is the district that begins so. */
function toFilter(commune: Commune, lead: Lead, names: Names, excluding: boolean): Filter {
  const district = /(?:kreis|landkreis|kreises|kreisverwaltung|district of)$/.test(lead.words)
    ? findDistrict(lead.name, names)
    : undefined;
  const meant = district ?? commune;
  if (excluding) {
    return { kind: 'without', communeId: meant.id };
  }
  return meant.kind === 'kreis'
    ? { kind: 'district', districtKey: meant.districtKey }
    : { kind: 'commune', communeId: meant.id };
}

function findDistrict(name: string, { districts }: Names): Commune | undefined {
  const beginning = [...districts].find(([other]) => other.startsWith(`${name} `));
  return districts.get(name) ?? beginning?.[1];
}
