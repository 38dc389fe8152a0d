import type { Filter } from '../../domain/filters.ts';
import type { Stage } from '../../domain/stage.ts';
import type { Around, Reading } from './message-words.ts';

/** Phrases that mean a stage wherever they stand. */
const phrases: readonly (readonly [string, Stage])[] = [
  ['(?:geprueft und verworfen|verwirft|verwarf|nicht weiterverfolgt)', 'rejected'],
  [
    '(?:im|in) (?:produktivem |echtem |vollem )?(?:einsatz|betrieb|produktivbetrieb|echtbetrieb|regelbetrieb|wirkbetrieb)',
    'in_use',
  ],
  ['in production', 'in_use'],
  ['(?:(?:im|als|in der|in einem) )?(?:pilot|pilotprojekte?n?|pilotbetrieb|pilotphase|pilotierung)', 'pilot'],
  ['(?:im|in der) (?:test|testbetrieb|testphase|erprobung)', 'pilot'],
  ['in (?:der )?entwicklung', 'in_development'],
  ['in (?:der )?planung', 'planned'],
  ['(?:nur|als|stand|erst eine) ideen?', 'idea'],
];

/** Participles and adverbs; before a noun or after "wir" they are about something else: "neu eingestellte Beschäftigte". */
const participles: readonly (readonly [string, readonly Stage[]])[] = [
  ['verworfen|abgelehnt', ['rejected']],
  ['gescheitert|aufgegeben', ['rejected', 'retired']],
  ['eingestellt|abgeschaltet|stillgelegt|abgeschafft', ['retired']],
  ['produktiv|live', ['in_use']],
  ['pilotiert|getestet|erprobt', ['pilot']],
  ['geplant', ['planned']],
];

/** Verbs that are a stage only right behind their subject: "Wer plant …", never "Baustellen planen". */
const verbs: readonly (readonly [string, Stage])[] = [
  ['plant|planen', 'planned'],
  ['testet|testen|erprobt|erproben|pilotiert|pilotieren', 'pilot'],
  ['entwickelt|entwickeln', 'in_development'],
];

const lead = '(?:(?:nur|auch|noch|stand|status|im|schon|bereits|die|wieder) ){0,3}';
const subjects =
  '(?:wer|jemand|irgendjemand|kommunen?|staedte|stadt|gemeinden?|verwaltungen?|kreise?|who)(?: (?:schon|bereits|gerade|noch|aktuell|derzeit|denn|auch|sonst|zurzeit)){0,3}';
const thingsAtAStage =
  'projekt|projekte|projekten|loesung|loesungen|kommune|kommunen|vorhaben|anwendungsfall|anwendungsfaelle|anwendungen|systeme|faelle|eintraege|beispiele';

/** What may follow a participle that is a stage: "… geplant haben", "… verworfen im Kreis Olpe". */
const behindParticiples = new Set(
  'worden wurde wurden wird hat haben habt ist sind war waren im in aus bei und oder schon bereits'.split(
    ' ',
  ),
);

/** Takes the words that name a stage. */
export function readStages(reading: Reading): readonly Filter[] {
  const found: Filter[] = [];
  const keep = (...stages: readonly Stage[]) => {
    found.push(...stages.map((stage): Filter => ({ kind: 'stage', stage })));
    return true;
  };
  for (const [pattern, stage] of phrases) {
    reading.take(new RegExp(lead + pattern), () => keep(stage));
  }
  for (const [pattern, stages] of participles) {
    reading.take(
      new RegExp(`${lead}(?:${pattern})(e[rsn]?)?( (?:${thingsAtAStage}))?`),
      (match, around) =>
        (match[2] !== undefined || standsAlone(around)) && !isOurs(reading, around) && keep(...stages),
    );
  }
  for (const [pattern, stage] of verbs) {
    reading.take(new RegExp(`${subjects} (?:${pattern})`), () => keep(stage));
  }
  return found;
}

/** At the end, or before words that belong to no thing sought; and no part of a hyphenated word. */
function standsAlone({ after, joinedBefore, joinedAfter }: Around): boolean {
  const ends = after === undefined || behindParticiples.has(after.folded) || after.taken;
  return ends && !joinedBefore && !joinedAfter;
}

/** "Wir haben geplant …" tells of the asker's own plans. */
function isOurs(reading: Reading, { first }: Around): boolean {
  return reading.words.slice(0, first).some(({ folded }) => folded === 'wir' || folded === 'ich');
}
