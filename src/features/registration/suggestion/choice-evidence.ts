import type { SuggestibleField } from '../../../domain/suggested-fields.ts';

const bought =
  /^(?:ein)?(?:ge)?kauf|^(?:beschafft|beschaffung|lizenz|anbieter|hersteller|firma)|^miet|^gemietet/;
const own = /^(?:selbst|eigene[mnrs]?|eigenentwicklung|intern|inhouse)/;

type Words = Readonly<Record<string, RegExp>>;

/** By which folded words a text speaks of a choice, so that it may be suggested; where there is none, it never is. */
const evidence: Partial<Readonly<Record<SuggestibleField, Words>>> = {
  stage: {
    idea: /^(?:ideen?|ueberleg|denkbar|vorstell)/,
    planned: /^(?:ge)?plan|^(?:vorhaben|beabsichtig|kuenftig|demnaechst)/,
    in_development: /^(?:(?:weiter)?entwick|gebaut|bauen|aufbau|programmier)/,
    pilot: /^(?:pilot|test|getestet|erprob|probe|probier|ausprobier|versuch)/,
    in_use:
      /(?:einsatz|betrieb)s?$|^(?:produktiv|live|laufend|laeuft|laufen|eingesetzt|eingefuehrt|nutz|genutzt|verwend|seit)/,
    retired: /^(?:eingestellt|abgeschaltet|stillgelegt|abgeschafft|aufgegeben|beendet|abbestellt)/,
    rejected: /^(?:verworfen|verwarf|abgelehnt|gescheitert|scheiter|abgebrochen|dagegen)/,
  },
  technologies: {
    generative: /^(?:generativ|sprachmodell|llms?$|gpt|chatgpt|copilot|kigeneriert|generier)/,
    nlp: /^(?:sprach|textanalyse|nlp$|chatbot|voicebot|telefonbot|telefonassisten|transkri|uebersetz|klassifi)/,
    computer_vision: /^(?:bild|objekterkennung|kamera|drohne|video|foto|vision)/,
    predictive: /^(?:prognos|vorhersag|vorherzusag|predictive)/,
    reinforcement: /^(?:bestaerkend|reinforcement)/,
    agentic: /^(?:agenten|agentisch|agentic)/,
    rules: /^regel(?:werk|basiert)/,
    rpa: /^(?:rpa$|softwareroboter|roboter)/,
    other_digital: /^(?:digital|sensor)/,
    method: /^(?:methode|leitfaden|workshop|richtlinie|schulung)/,
  },
  sourcing: {
    purchased: bought,
    in_house: own,
    mixed: /^(?:teils|teilweise|gemischt|kombin)/,
    joint: /^(?:gemeinsam|interkommunal|verbund|kooperation)/,
    via_provider: /^(?:rechenzentrum|dienstleister|zweckverband|provider)|dienstleister/,
  },
  reuse: {
    none: /^nachnutz/,
    on_request: /^(?:nachnutz|anfrage|weitergeb|teilen|verfuegung|bereitstell)/,
    open: /^(?:nachnutz|opensource|quelloffen|opencode|github|frei)|^open$/,
  },
  cooperationWanted: {
    exchange: /austausch/,
    pilot_partner: /^(?:pilot)?partner|^mitmach/,
    co_development: /^(?:mitentwick|weiterentwick|gemeinsam)/,
    joint_procurement: /beschaff|^einkauf/,
  },
};

/** Whether one of the folded words speaks of this choice of a field. */
export function speaksOf(field: SuggestibleField, choice: string, words: readonly string[]): boolean {
  const pattern = evidence[field]?.[choice];
  return pattern !== undefined && words.some((word) => pattern.test(word));
}
