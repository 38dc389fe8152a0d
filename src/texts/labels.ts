import type { Stage } from '../domain/stage.ts';
import type { Category, Cooperation, Reuse, Sourcing, Technology, Visibility } from '../domain/use-case.ts';

/** The German names of everything that has a key; the import understands them too. */
export const stageLabels: Readonly<Record<Stage, string>> = {
  idea: 'Idee',
  planned: 'geplant',
  in_development: 'in Entwicklung',
  pilot: 'Pilot',
  in_use: 'im Einsatz',
  retired: 'eingestellt',
  rejected: 'geprüft und verworfen',
  unknown: 'Stand nicht bekannt',
};

export const technologyLabels: Readonly<Record<Technology, string>> = {
  generative: 'generative KI',
  nlp: 'Sprachverarbeitung',
  computer_vision: 'Bilderkennung',
  predictive: 'Vorhersage',
  reinforcement: 'bestärkendes Lernen',
  agentic: 'KI-Agenten',
  rules: 'Regelwerk',
  rpa: 'RPA',
  other_digital: 'andere digitale Technik',
  method: 'Methode',
};

export const categoryLabels: Readonly<Record<Category, string>> = {
  high_risk: 'hohes Risiko',
  impactful: 'spürbare Wirkung',
  other: 'sonstige',
};

export const visibilityLabels: Readonly<Record<Visibility, string>> = {
  organisation: 'nur eigene Organisation',
  community: 'Community',
  public: 'öffentlich',
};

export const sourcingLabels: Readonly<Record<Sourcing, string>> = {
  purchased: 'gekauft',
  in_house: 'selbst entwickelt',
  mixed: 'gekauft und selbst entwickelt',
  joint: 'gemeinsam beschafft',
  via_provider: 'über den IT-Dienstleister',
};

export const reuseLabels: Readonly<Record<Reuse, string>> = {
  none: 'keine Nachnutzung',
  on_request: 'Nachnutzung auf Anfrage',
  open: 'frei nachnutzbar',
};

export const cooperationLabels: Readonly<Record<Cooperation, string>> = {
  exchange: 'Austausch',
  pilot_partner: 'Pilotpartner gesucht',
  co_development: 'gemeinsame Entwicklung',
  joint_procurement: 'gemeinsame Beschaffung',
};

/** The names that an import file may use instead of keys. */
export const importLabels = {
  stages: stageLabels,
  technologies: technologyLabels,
  categories: categoryLabels,
  visibilities: visibilityLabels,
};
