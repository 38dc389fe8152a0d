import { stages as all } from '../../../domain/stage.ts';
import type { Stage } from '../../../domain/stage.ts';

/** Words that say how far somebody has come with something. */
interface StageWords {
  readonly pattern: RegExp;
  /** What they may be said of. */
  readonly stages: readonly Stage[];
}

/** In folded words between blanks. */
const stageWords: readonly StageWords[] = [
  {
    pattern:
      / (?:im|in) (?:[a-z]+en )?(?:einsatz|(?:regel|wirk|echt|live|produktiv|normal|voll)?betrieb) | produktiv[a-z]* | live /,
    stages: ['in_use'],
  },
  {
    pattern: / (?:eingefuehrt[a-z]*|ausgerollt[a-z]*|fuehrten? (?:\S+ ){0,6}ein) /,
    stages: ['in_use'],
  },
  {
    pattern:
      / (?:pilot[a-z]*|(?:test|probe)(?:betrieb|phase|lauf)[a-z]*|teste[nt]|testweise|getestet|erprob[a-z]*|probieren|probiert|ausprobiert|probeweise|versuchsweise) /,
    stages: ['pilot'],
  },
  {
    pattern:
      / (?:wird|werden|will|wollen|moechten?) (?:\S+ ){0,8}(?:einfuehren|einsetzen|nutzen|testen|erproben|starten) /,
    stages: ['idea', 'planned', 'in_development'],
  },
  { pattern: / (?:abschaffen|abschalten|stilllegen|wieder einstellen) /, stages: ['retired'] },
  { pattern: / (?:in entwicklung|im aufbau) /, stages: ['in_development'] },
  { pattern: / entwickel[nt] | entwickelte[nt]? /, stages: ['in_development', 'pilot', 'in_use', 'retired'] },
  {
    pattern:
      / (?:geplant[a-z]*|plan(?:t|en)|planungen|(?:in|der) planung|beabsichtig[a-z]*|vorgesehen[a-z]*) /,
    stages: ['planned'],
  },
  { pattern: / (?:ideen?|ueberleg(?:t|en|ung|ungen)|erwaeg(?:t|en)|angedacht) /, stages: ['idea'] },
  {
    pattern:
      / (?:eingestellt[a-z]*|abgeschaltet[a-z]*|stillgelegt[a-z]*|abgeschafft[a-z]*|aufgegeben[a-z]*|beendet[a-z]*|stellten? (?:\S+ ){0,6}ein) /,
    stages: ['retired'],
  },
  { pattern: / (?:abgebrochen[a-z]*|gescheitert[a-z]*|scheiterte[a-z]*) /, stages: ['retired', 'rejected'] },
  {
    pattern:
      / (?:verworfen[a-z]*|verwarf|verwirft|abgelehnt[a-z]*|dagegen entschieden|(?:ist|sind|war|waren|sprach|sprachen) gegen|leh(?:nt|nen|nte|nten) (?:\S+ ){0,6}ab) /,
    stages: ['rejected'],
  },
];

/** Said of what is there already, unless it is said of the future. */
const use =
  / (?:nutz(?:t|en)|genutzt|verwende(?:t|n)|betreib(?:t|en)|betrieben|eingesetzt[a-z]*|einsetz(?:t|en)|setz(?:t|en) (?:\S+ ){0,8}ein|laeuft|laufen|arbeite(?:t|n) mit) /;
const future =
  / (?:soll(?:en|te|ten)?|will|wollen|moechten?|koennten?|kuenftig|demnaechst|spaeter|werde[nt]? (?:\S+ ){0,8}(?:nutzen|einsetzen|verwenden)) /;
const used: readonly Stage[] = ['in_use', 'pilot'];
/** Somebody has to do with it in one way or another. */
const vague =
  / (?:soll(?:en|te|ten)?|will|wollen|moechten?|kuenftig|vor(?:haben|bereit[a-z]*)|bereite[nt]?|befass[a-z]*|beschaeftig[a-z]*|interess[a-z]*|prueft|pruefen|geprueft|bekannt|erfahrung(?:en)?|eintraegen?|eintrag|verzeichnet|genannt) /;

/** What is said of a stage. */
export interface SaidStage {
  readonly pattern: RegExp;
  readonly stages: readonly Stage[];
  /** Said of use alone, which need not be about how far somebody has come. */
  readonly isWeak: boolean;
  /** "nicht im Einsatz": the stages are the others. */
  readonly isNegated: boolean;
}

const negation = 'nicht|kein(?:e[mnrs]?)?|nie|niemals';
const denied = new RegExp(` (?:${negation}) (?:\\S+ ){0,2}$`);
const noMore = new RegExp(` (?:${negation}) mehr (?:\\S+ ){0,3}$`);
/** The verb comes first: "nutzt den Assistenten nicht mehr". */
const deniedBehind = new RegExp(` (?:${negation}) (?!nur )`);
const noMoreBehind = new RegExp(` (?:${negation}) mehr `);
const ended: readonly Stage[] = ['retired', 'rejected'];

/** What folded words between blanks say of stages. */
export function saidStages(words: string): readonly SaidStage[] {
  const said = stageWords.flatMap(({ pattern, stages }) => {
    const found = pattern.exec(words);
    const before = words.slice(0, (found?.index ?? 0) + 1);
    const turned = noMore.test(before) ? ended : denied.test(before) ? others(stages) : undefined;
    return found === null
      ? []
      : [{ pattern, stages: turned ?? stages, isWeak: false, isNegated: turned !== undefined }];
  });
  if (said.length > 0 || !use.test(words) || future.test(words)) {
    return said;
  }
  const turned = noMoreBehind.test(words) ? ended : deniedBehind.test(words) ? others(used) : undefined;
  return [{ pattern: use, stages: turned ?? used, isWeak: true, isNegated: turned !== undefined }];
}

function others(stages: readonly Stage[]): readonly Stage[] {
  return all.filter((stage) => !stages.includes(stage));
}

/** Whether words that say nothing of a stage leave open how far somebody has come. */
export function isOpen(words: string): boolean {
  return vague.test(words);
}

const labels: readonly (readonly [RegExp, Stage])[] = [
  [/^im einsatz\b/, 'in_use'],
  [/^pilot/, 'pilot'],
  [/^in entwicklung\b/, 'in_development'],
  [/^geplant\b/, 'planned'],
  [/^idee\b/, 'idea'],
  [/^eingestellt\b/, 'retired'],
  [/^geprueft und verworfen\b/, 'rejected'],
  [/^stand nicht bekannt\b/, 'unknown'],
];

/** The stage that a record states: "im Einsatz seit März 2024". Undefined: these words are no such statement. */
export function statedStage(folded: string): Stage | undefined {
  return labels.find(([pattern]) => pattern.test(folded))?.[1];
}

/** Nouns that say how far somebody has come, and nothing else. */
export const stageNoun =
  /^(?:einsatz(?:es)?|pilot(?:phase|betrieb|projekt)?(?:e?s|en)?|(?:test|probe)(?:phase|betrieb)s?|(?:regel|wirk|echt)betriebs?)$/;
