import { describe, expect, it } from 'vitest';
import { findCommune, splitCommuneNames } from '../../src/domain/commune-names.ts';
import type { Commune } from '../../src/domain/commune.ts';
import { communeId } from '../../src/domain/ids.ts';

/** AGS, kind, district with `_` for blanks, name: all communes of Südwestfalen. */
const list = `
05958000 kreis Hochsauerlandkreis Hochsauerlandkreis
05958004 stadt Hochsauerlandkreis Arnsberg
05958008 gemeinde Hochsauerlandkreis Bestwig
05958012 stadt Hochsauerlandkreis Brilon
05958016 gemeinde Hochsauerlandkreis Eslohe (Sauerland)
05958020 stadt Hochsauerlandkreis Hallenberg
05958024 stadt Hochsauerlandkreis Marsberg
05958028 stadt Hochsauerlandkreis Medebach
05958032 stadt Hochsauerlandkreis Meschede
05958036 stadt Hochsauerlandkreis Olsberg
05958040 stadt Hochsauerlandkreis Schmallenberg
05958044 stadt Hochsauerlandkreis Sundern (Sauerland)
05958048 stadt Hochsauerlandkreis Winterberg
05962000 kreis Märkischer_Kreis Märkischer Kreis
05962004 stadt Märkischer_Kreis Altena
05962008 stadt Märkischer_Kreis Balve
05962012 stadt Märkischer_Kreis Halver
05962016 stadt Märkischer_Kreis Hemer
05962020 gemeinde Märkischer_Kreis Herscheid
05962024 stadt Märkischer_Kreis Iserlohn
05962028 stadt Märkischer_Kreis Kierspe
05962032 stadt Märkischer_Kreis Lüdenscheid
05962036 stadt Märkischer_Kreis Meinerzhagen
05962040 stadt Märkischer_Kreis Menden (Sauerland)
05962044 gemeinde Märkischer_Kreis Nachrodt-Wiblingwerde
05962048 stadt Märkischer_Kreis Neuenrade
05962052 stadt Märkischer_Kreis Plettenberg
05962056 gemeinde Märkischer_Kreis Schalksmühle
05962060 stadt Märkischer_Kreis Werdohl
05966000 kreis Olpe Kreis Olpe
05966004 stadt Olpe Attendorn
05966008 stadt Olpe Drolshagen
05966012 gemeinde Olpe Finnentrop
05966016 gemeinde Olpe Kirchhundem
05966020 stadt Olpe Lennestadt
05966024 stadt Olpe Olpe
05966028 gemeinde Olpe Wenden
05970000 kreis Siegen-Wittgenstein Kreis Siegen-Wittgenstein
05970004 stadt Siegen-Wittgenstein Bad Berleburg
05970008 gemeinde Siegen-Wittgenstein Burbach
05970012 gemeinde Siegen-Wittgenstein Erndtebrück
05970016 stadt Siegen-Wittgenstein Freudenberg
05970020 stadt Siegen-Wittgenstein Hilchenbach
05970024 stadt Siegen-Wittgenstein Kreuztal
05970028 stadt Siegen-Wittgenstein Bad Laasphe
05970032 stadt Siegen-Wittgenstein Netphen
05970036 gemeinde Siegen-Wittgenstein Neunkirchen
05970040 stadt Siegen-Wittgenstein Siegen
05970044 gemeinde Siegen-Wittgenstein Wilnsdorf
05974000 kreis Soest Kreis Soest
05974004 gemeinde Soest Anröchte
05974008 gemeinde Soest Bad Sassendorf
05974012 gemeinde Soest Ense
05974016 stadt Soest Erwitte
05974020 stadt Soest Geseke
05974024 gemeinde Soest Lippetal
05974028 stadt Soest Lippstadt
05974032 gemeinde Soest Möhnesee
05974036 stadt Soest Rüthen
05974040 stadt Soest Soest
05974044 stadt Soest Warstein
05974048 gemeinde Soest Welver
05974052 stadt Soest Werl
05974056 gemeinde Soest Wickede (Ruhr)
`;

function toCommune(line: string): Commune {
  const [id = '', kind = '', district = '', ...name] = line.split(' ');
  return {
    id: communeId(id),
    name: name.join(' '),
    kind: kind === 'kreis' || kind === 'stadt' ? kind : 'gemeinde',
    districtKey: id.slice(0, 5),
    districtName: district.replaceAll('_', ' '),
    inhabitants: 20_000,
    areaKm2: 80,
    latitude: 51.2,
    longitude: 8,
    aliases: id === '05958000' ? ['HSK'] : [],
  };
}

const communes = list.trim().split('\n').map(toCommune);

/** The AGS of the commune found, or what else came out. */
function find(words: string, among: readonly Commune[] = communes): string {
  const match = findCommune(among, words);
  return match.kind === 'found' ? match.commune.id : match.kind;
}

function nearest(words: string): string | undefined {
  const match = findCommune(communes, words);
  return match.kind === 'unknown' ? match.nearest?.name : match.kind;
}

describe('findCommune', () => {
  it.each(communes.map(({ id, name }) => [name, id]))(
    'finds %s by its official name and its key',
    (name, id) => {
      expect(find(name)).toBe(id);
      expect(find(name.toUpperCase())).toBe(id);
      expect(find(name.replace(/ \(.*/, ''))).toBe(id);
      expect(find(id)).toBe(id);
      expect(find(id.slice(1))).toBe(id);
    },
  );

  it.each(
    communes
      .filter(({ kind }) => kind !== 'kreis')
      .map(({ id, kind, name, districtName }) => [name, id, kind, districtName]),
  )('finds %s with what it is and where it lies', (name, id, kind, district) => {
    const short = name.replace(/ \(.*/, '');
    const where = district.includes('reis') ? district : `Kreis ${district}`;
    expect(find(`${kind} ${name}`)).toBe(id);
    expect(find(`${short}, ${kind}`)).toBe(id);
    expect(find(`${short} (${where})`)).toBe(id);
    expect(find(`${short} ${where}`)).toBe(id);
    expect(find(`${short}, NRW`)).toBe(id);
  });

  it.each([
    ['Olpe', '05966024'],
    ['Kreis Olpe', '05966000'],
    ['Olpe, Kreis', '05966000'],
    ['Olpe (Kreis)', '05966000'],
    ['Kreisverwaltung Olpe', '05966000'],
    ['Kreisstadt Olpe', '05966024'],
    ['Stadt Olpe', '05966024'],
    ['Olpe, Kreis Olpe', '05966024'],
    ['Wenden (Kreis Olpe)', '05966028'],
    ['Wenden im Kreis Olpe', '05966028'],
    ['Soest', '05974040'],
    ['soest', '05974040'],
    ['Kreis Soest', '05974000'],
    ['des Kreises Soest', '05974000'],
    ['Landkreis Soest', '05974000'],
    ['Menden', '05962040'],
    ['Stadt Menden', '05962040'],
    ['Stadt Menden (Sauerland)', '05962040'],
    ['Menden (Sauerl.)', '05962040'],
    ['Menden/Sauerland', '05962040'],
    ['Menden im Sauerland', '05962040'],
    ['Mendens', '05962040'],
    ['Wickede/Ruhr', '05974056'],
    ['Bad Berleburg', '05970004'],
    ['Bad\u00a0Berleburg', '05970004'],
    ['Stadt Bad  Berleburg', '05970004'],
    ['Berleburg', '05970004'],
    ['Hansestadt Attendorn', '05966004'],
    ['Attendorn (Sauerland)', '05966004'],
    ['Kreis- und Hochschulstadt Meschede', '05958032'],
    ['Siegen-Wittgenstein', '05970000'],
    ['Kreis Siegen-Wittgenstein', '05970000'],
    ['Siegen Wittgenstein', '05970000'],
    ['Siegen', '05970040'],
    ['Siegen)(', '05970040'],
    ['Universitätsstadt Siegen', '05970040'],
    ['Siegen (Kreis Siegen-Wittgenstein)', '05970040'],
    ['Märkischer Kreis', '05962000'],
    ['im Märkischen Kreis', '05962000'],
    ['Maerkischer Kreis', '05962000'],
    ['Hochsauerlandkreis', '05958000'],
    ['Hochsauerland-Kreis', '05958000'],
    ['des Hochsauerlandkreises', '05958000'],
    ['HSK', '05958000'],
    ['im hsk', '05958000'],
    ['Luedenscheid', '05962032'],
    ['Lu\u0308denscheid', '05962032'],
    ['Moehnesee', '05974032'],
    ['Nachrodt Wiblingwerde', '05962044'],
    ['Neunkirchen (Siegerland)', '05970036'],
    ['05 962 040', '05962040'],
    ['05962', '05962000'],
  ])('understands "%s"', (words, id) => {
    expect(find(words)).toBe(id);
  });

  it.each([
    '',
    '   ',
    '()',
    '(Sauerland)',
    'Stadt',
    'Kreis',
    'Neunkirchen (Saar)',
    'Kreis Menden',
    'Menden Hemer',
    'Wenden, Olpe',
  ])('does not take "%s" for a commune', (words) => {
    expect(find(words)).toBe('unknown');
  });

  it.each([
    'Stadtwerke Menden',
    'mendigital GmbH, Menden',
    'Soest-Ost',
    '05962041',
    '99',
    '.*',
    'Stadt Menden '.repeat(10),
  ])('does not take "%s" for a commune, however near', (words) => {
    expect(find(words)).toBe('unknown');
  });

  it.each([
    ['Mendem', 'Menden (Sauerland)'],
    ['Lüdenscheit', 'Lüdenscheid'],
    ['Ludenscheid', 'Lüdenscheid'],
    ['Kreis Menden', 'Menden (Sauerland)'],
    ['Kreis Olpen', 'Kreis Olpe'],
    ['Olpen', 'Olpe'],
    ['Kreis Siegen-Witgenstein', 'Kreis Siegen-Wittgenstein'],
    ['Hamburg', undefined],
    ['', undefined],
  ])('guesses what was meant with "%s"', (words, name) => {
    expect(nearest(words)).toBe(name);
  });

  it('asks back when two communes share a name, and the district decides', () => {
    const twins = ['03450001 gemeinde Nordkreis Neuhausen', '03460001 stadt Süd Neuhausen'].map(toCommune);

    const match = findCommune(twins, 'Neuhausen');

    expect(match).toEqual({ kind: 'ambiguous', communes: twins });
    expect(find('Neuhausen (Nordkreis)', twins)).toBe('03450001');
    expect(find('Neuhausen, Kreis Süd', twins)).toBe('03460001');
    expect(find('Gemeinde Neuhausen', twins)).toBe('03450001');
    expect(find('Stadt Neuhausen', twins)).toBe('03460001');
  });
});

describe('splitCommuneNames', () => {
  it.each([
    ['Menden, Hemer', ['Menden', 'Hemer']],
    ['Menden | Hemer|Balve', ['Menden', 'Hemer', 'Balve']],
    ['Olpe, Stadt, Soest, Kreis', ['Olpe, Stadt', 'Soest, Kreis']],
    ['Menden\nHemer', ['Menden', 'Hemer']],
    [' , ', []],
  ])('splits %j', (words, expected) => {
    expect(splitCommuneNames(words)).toEqual(expected);
  });
});
