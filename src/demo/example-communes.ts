const place = (id: string, name: string, kind: 'stadt' | 'gemeinde' | 'kreis', inhabitants: number) => ({
  id,
  name: `${name} (Beispiel)`,
  kind,
  districtKey: '99001',
  districtName: 'Beispielkreis',
  inhabitants,
  areaKm2: 100,
  latitude: 51.25,
  longitude: 8,
  aliases: [],
});

/** Fictional communes of the demo. Their keys begin with 99, which no German state has. */
export const exampleCommunes = [
  place('99001000', 'Beispielkreis', 'kreis', 161_000),
  place('99001001', 'Musterstadt', 'stadt', 52_000),
  place('99001002', 'Beispielhausen', 'gemeinde', 8400),
  place('99001003', 'Neudorf am Muster', 'gemeinde', 12_300),
  place('99001004', 'Altmusterberg', 'stadt', 27_500),
  place('99001005', 'Probstadt', 'stadt', 104_000),
  place('99001006', 'Fiktivheim', 'gemeinde', 5900),
  place('99001007', 'Demotal', 'stadt', 18_200),
];
