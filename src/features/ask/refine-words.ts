import type { Filter } from '../../domain/filters.ts';
import type { Stage } from '../../domain/stage.ts';
import type { Technology } from '../../domain/use-case.ts';

/** By which folded words somebody may mean a value; without one of them nobody asked for it. */
export interface ValueWords<Value> {
  readonly value: Value;
  readonly words: RegExp;
}

export const stageWords: readonly ValueWords<Stage>[] = [
  { value: 'idea', words: /^(?:ideen?|ueberleg(?:t|en|ung|ungen))$/ },
  { value: 'planned', words: /^(?:ge)?plan(?:t|en|te|ten|ung|ungen)?$|^vorhaben$/ },
  { value: 'in_development', words: /^(?:ent|weiterent)wick(?:el|elt|eln|lung|lungen)$|^gebaut$/ },
  {
    value: 'pilot',
    words:
      /^pilot|^(?:test|tests|testen|testet|getestet|testbetrieb|testphase|probiert|ausprobiert|ausprobieren|probeweise|erproben|erprobt|erprobung|versuchsweise)$/,
  },
  {
    value: 'in_use',
    words:
      /^(?:im|produktiv|echt|regel|wirk|normal|voll)?(?:einsatz|betrieb)$|^produktiv|^(?:live|laufend|laufende[mnrs]?|eingesetzt|eingefuehrt)$/,
  },
  {
    value: 'retired',
    words: /^(?:eingestellt|abgeschaltet|stillgelegt|abgeschafft|aufgegeben|beendet|aufgehoert|abbestellt)$/,
  },
  {
    value: 'rejected',
    words: /^(?:verworfen|verwarf|abgelehnt|gescheitert|scheiterte|abgebrochen|dagegen)$/,
  },
];

export const technologyWords: readonly ValueWords<Technology>[] = [
  { value: 'generative', words: /^generativ|^sprachmodell|^(?:llms?|gpt|chatgpt|copilot)$/ },
  { value: 'nlp', words: /^sprachverarbeitung|^textanalyse|^nlp$/ },
  {
    value: 'computer_vision',
    words: /^(?:bild|objekt)(?:erkennung|verarbeitung|analyse)|^(?:vision|kameras?)$/,
  },
  { value: 'predictive', words: /^(?:prognosen?|prognostizier\w*|vorhersagen?|vorhersag\w*|predictive)$/ },
  { value: 'reinforcement', words: /^(?:bestaerkend\w*|reinforcement)$/ },
  { value: 'agentic', words: /^(?:agenten|agentisch\w*|agentic)$/ },
  { value: 'rules', words: /^(?:regelwerke?n?|regelbasiert\w*)$/ },
  { value: 'rpa', words: /^(?:rpa|softwareroboter\w*)$/ },
];

type Size = Filter & { kind: 'size' };

/** The town classes of the Bundesinstitut für Bau-, Stadt- und Raumforschung. */
export const sizeWords: readonly (ValueWords<Size> & { readonly key: string })[] = [
  {
    key: 'small',
    value: { kind: 'size', atMost: 19_999 },
    words:
      /^(?:klein|winzig)(?:e[mnrs]?|ere[mnrs]?|ste[mnrs]?)?$|^klein(?:stadt|staedten?|gemeinden?|kommunen?)$|^(?:dorf|doerfern?)$/,
  },
  {
    key: 'middle',
    value: { kind: 'size', atLeast: 20_000, atMost: 99_999 },
    words: /^mittler(?:e[mnrs]?)$|^mittel(?:gross(?:e[mnrs]?)?|stadt|staedten?)$/,
  },
  {
    key: 'large',
    value: { kind: 'size', atLeast: 100_000 },
    words: /^(?:gross|groesser)(?:e[mnrs]?)?$|^groesste[mnrs]?$|^grossst(?:adt|aedten?)$/,
  },
];
