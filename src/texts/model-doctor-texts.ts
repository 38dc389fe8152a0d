import { formatNumber } from './format.ts';

/** Why something did not work, as the ports say it. */
type Reason = 'late' | 'refused' | 'throttled' | 'unreachable' | 'unusable' | 'paused';

const why: Readonly<Record<Reason, string>> = {
  late: 'Es kam keine Antwort in der vorgesehenen Zeit. Bitte prüfen Sie, ob der Dienst ausgelastet ist.',
  refused:
    'Der Dienst lehnt ab. Bitte prüfen Sie LLM_BASE_URL, LLM_API_KEY (oder LLM_AUTH) und den Namen des Modells.',
  throttled: 'Der Dienst wird zu oft gefragt, oder das Kontingent dort ist aufgebraucht.',
  unreachable: 'Der Dienst ist nicht erreichbar oder gestört. Bitte prüfen Sie LLM_BASE_URL und das Netz.',
  unusable: 'Der Dienst antwortet, aber nicht so, wie es die Schnittstelle vorsieht.',
  paused: 'Der Dienst wurde nicht gefragt, weil er mehrmals nacheinander nicht geantwortet hat.',
};

const seconds = (ms: number) => `${formatNumber(Math.max(0.1, Math.round(ms / 100) / 10))} s`;

/** What `npm run doctor` says of the language model; each sentence is one line. */
export const modelDoctorTexts = {
  abilities: {
    chat: 'Antworten',
    stream: 'Antworten Stück für Stück',
    json: 'Antworten als JSON',
    embeddings: 'Vektoren',
  },
  works: (model: string, ability: string, ms: number, more?: string) =>
    `Modell „${model}“: ${ability} – geht (${[seconds(ms), more].filter((part) => part !== undefined).join(', ')}).`,
  fails: (model: string, ability: string, because: Reason, status: number | undefined) =>
    `Modell „${model}“: ${ability} – geht nicht${status === undefined ? '' : ` (HTTP ${status})`}. ${why[because]}`,
  firstPiece: (ms: number) => `erstes Stück nach ${seconds(ms)}`,
  jsonForms: { schema: 'nach Schema', object: 'ohne Schema', text: 'nur als Text' },
  dimensions: (count: number) => `je ${formatNumber(count)} Werte`,
  vectors: (done: number, total: number) =>
    `Vektoren berechnet für ${formatNumber(done)} von ${formatNumber(total)} Anwendungsfällen.`,
  vectorsMissing: 'Den Rest berechnet der Bot, während er läuft; bis dahin sucht er nach Wörtern.',
};
