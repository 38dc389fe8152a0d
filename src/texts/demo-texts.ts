/** What `npm run demo` says at the terminal: one line each. */
export const demoTexts = {
  running: (url: string) => `Die Demo läuft. Öffnen Sie ${url} im Browser. Strg+C beendet sie.`,
  portTaken: (port: number, variable: string) =>
    `Port ${port} ist belegt. Beenden Sie das andere Programm, oder wählen Sie einen anderen Port: ${variable}=… npm run demo`,
  portWrong: (variable: string, value: string) =>
    `${variable} muss eine Zahl von 1 bis 65535 sein und ist „${value}“.`,
  notWritable: (folder: string) =>
    `Im Ordner „${folder}“ darf nicht geschrieben werden. Bitte die Rechte ändern.`,
  notAFolder: (folder: string) => `„${folder}“ ist kein Ordner. Bitte umbenennen oder entfernen.`,
  missing: (file: string) => `„${file}“ fehlt. Bitte zuerst „npm ci“ ausführen.`,
  ended: (name: string) => `${name} hat sich unerwartet beendet. Die Demo ist zu Ende.`,
  neverReady: (name: string) => `${name} antwortet nicht. Die Demo ist zu Ende.`,
  bot: 'Der Bot',
  playground: 'Der Agents Playground',
};
