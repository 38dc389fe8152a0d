/** What `npm run package` says to an administrator: one line for each problem. */
export const packageTexts = {
  written: (file: string, version: string, url: string) =>
    `${file} geschrieben: Version ${version}, ${url}. Laden Sie die Datei im Teams Admin Center hoch.`,
  missingSetting: (name: string, example: string) =>
    `${name} fehlt. Setzen Sie die Umgebungsvariable, zum Beispiel ${name}=${example}`,
  botIdWrong: 'BOT_ID muss die Anwendungs-ID des Bots sein, eine GUID aus 32 Ziffern und Buchstaben (a–f).',
  botIdSample: 'BOT_ID ist noch das Beispiel aus env.sample. Tragen Sie die Anwendungs-ID des Bots ein.',
  publicUrlWrong:
    'PUBLIC_URL muss eine Adresse mit https:// und ohne Pfad sein, zum Beispiel https://bot.example.org',
  versionWrong: (version: string) =>
    `Die Version „${version}“ in package.json nimmt Teams nicht an. Nötig sind drei Zahlen, zum Beispiel 1.0.0`,
  fileMissing: (file: string) => `${file} fehlt oder lässt sich nicht lesen.`,
  notJson: (file: string) => `${file} ist kein gültiges JSON.`,
  notWritable: (file: string) => `${file} lässt sich nicht schreiben. Bitte die Rechte des Ordners prüfen.`,
  unknownPlaceholder: (name: string) => `manifest.json: Der Platzhalter „${name}“ ist nicht bekannt.`,
  unknownSchema: (version: string) =>
    `manifest.json: Für „manifestVersion“ ${version} liegt kein Schema vor. Bitte „npm ci“ ausführen oder die Version berichtigen.`,
  fieldMissing: (path: string, field: string) => `manifest.json: In „${path}“ fehlt „${field}“.`,
  fieldUnknown: (path: string, field: string) => `manifest.json: „${field}“ ist in „${path}“ nicht erlaubt.`,
  tooLong: (path: string, limit: string) => `manifest.json: „${path}“ ist länger als ${limit} Zeichen.`,
  tooMany: (path: string, limit: string) => `manifest.json: „${path}“ hat mehr als ${limit} Einträge.`,
  breaksSchema: (path: string, rule: string) =>
    `manifest.json: „${path}“ entspricht nicht dem Schema (${rule}).`,
  tooManyCommands: (scope: string, limit: number) =>
    `manifest.json: Für „${scope}“ gibt es mehr als ${limit} Befehle; Teams zeigt höchstens ${limit}.`,
  channelFeaturesMissing:
    'manifest.json: „supportsChannelFeatures“ fehlt. Ab Manifest 1.25 lehnt Teams eine App mit dem Bereich „team“ ohne dieses Feld ab.',
  notPng: (file: string) => `${file} ist kein PNG-Bild.`,
  wrongSize: (file: string, side: number, width: number, height: number) =>
    `${file} muss ${side} × ${side} Pixel groß sein und ist ${width} × ${height} Pixel groß.`,
  notTransparent: (file: string) => `${file} braucht einen durchsichtigen Hintergrund.`,
};
