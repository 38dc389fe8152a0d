import type { CommuneId, MemberId, UseCaseId } from './ids.ts';
import type { Instant, PartialDate } from './instant.ts';
import type { Stage } from './stage.ts';

export const technologies = [
  'generative',
  'nlp',
  'computer_vision',
  'predictive',
  'reinforcement',
  'agentic',
  'rules',
  'rpa',
  'other_digital',
  'method',
] as const;
export type Technology = (typeof technologies)[number];

export const categories = ['high_risk', 'impactful', 'other'] as const;
export type Category = (typeof categories)[number];

export const visibilities = ['organisation', 'community', 'public'] as const;
export type Visibility = (typeof visibilities)[number];

export const sourcings = ['purchased', 'in_house', 'mixed', 'joint', 'via_provider'] as const;
export type Sourcing = (typeof sourcings)[number];

export const reuses = ['none', 'on_request', 'open'] as const;
export type Reuse = (typeof reuses)[number];

export const cooperations = ['exchange', 'pilot_partner', 'co_development', 'joint_procurement'] as const;
export type Cooperation = (typeof cooperations)[number];

/** A functional mailbox, a page or a member; whatever is given, at least one of them is. */
export interface Contact {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  /** A member who wants to be asked; named to signed-in members alone, like everybody with a name. */
  readonly memberId?: MemberId;
}

/** Who does it: a commune of the operator's list, another body (association, provider), or somebody the source does not name. */
export type AdopterBody =
  | { readonly kind: 'commune'; readonly communeId: CommuneId }
  | { readonly kind: 'organisation'; readonly name: string }
  | { readonly kind: 'unnamed' };

export interface Adopter {
  readonly body: AdopterBody;
  readonly stage: Stage;
  readonly since?: PartialDate;
  readonly contact?: Contact;
  /** Of one that is `rejected`: the reason. */
  readonly note?: string;
  /** Who entered it last; absent for imports and after their data was erased. */
  readonly enteredBy?: MemberId;
}

/** A number of adopters that a source reports without naming them. */
export interface ReportedAdopters {
  readonly atLeast: number;
  readonly stage: Stage;
  readonly asOf?: PartialDate;
  readonly source: string;
}

export interface Cost {
  readonly kind: string;
  readonly euros?: number;
  readonly basis?: string;
  readonly asOf?: PartialDate;
  readonly visibility: Visibility;
}

export interface MeasuredEffect {
  readonly value: number;
  readonly unit: string;
  readonly date?: PartialDate;
}

export interface Lessons {
  readonly worked?: string;
  readonly failed?: string;
  readonly advice?: string;
}

/** What a commune would like to do here together with others; one per commune. */
export interface Interest {
  readonly communeId: CommuneId;
  readonly cooperations: readonly Cooperation[];
  /** Whether the commune is named on the card; organisers see it in any case. */
  readonly named: boolean;
  readonly since: Instant;
  readonly by?: MemberId;
}

export interface Provenance {
  /** Where the record comes from in words for people: "Südwestfalen-IT, Januar 2026". */
  readonly source?: string;
  /** Keys under which other systems and import files know the record. */
  readonly externalIds: readonly string[];
  readonly createdBy?: MemberId;
  readonly createdAt: Instant;
  readonly reviewedBy?: MemberId;
  readonly lastConfirmedAt?: Instant;
  readonly reviewDueAt?: Instant;
  /** How often the contact was asked since then whether the record is still true, and when for the last time. */
  readonly asked?: { readonly times: number; readonly lastAt: Instant };
  /** 1 for the first publication, then one more with each change that the history tells. */
  readonly version: number;
}

/** One thing communes do, with everybody who does it. */
export interface UseCase {
  readonly id: UseCaseId;
  readonly title: string;
  readonly summary: string;
  readonly description?: string;
  readonly category: Category;
  readonly language: string;
  readonly visibility: Visibility;
  readonly adopters: readonly Adopter[];
  readonly reportedAdopters?: ReportedAdopters;
  readonly problem?: string;
  readonly goal?: string;
  readonly howItWorks?: string;
  readonly benefitExpected?: string;
  readonly effectMeasured?: MeasuredEffect;
  readonly themes: readonly string[];
  readonly technologies: readonly Technology[];
  readonly tags: readonly string[];
  readonly sourcing?: Sourcing;
  readonly supplier?: string;
  readonly product?: string;
  readonly hosting?: string;
  readonly costs: readonly Cost[];
  readonly effortDays?: number;
  readonly lessons?: Lessons;
  readonly legalBasis: readonly string[];
  readonly assessments: readonly string[];
  readonly personalData?: 'yes' | 'no' | 'unknown';
  readonly aiActClass?: string;
  readonly humanOversight?: string;
  readonly reuse?: Reuse;
  readonly codeUrl?: string;
  readonly cooperationWanted: readonly Cooperation[];
  readonly interests: readonly Interest[];
  /** The kinds of cooperation that organisers were told about because enough communes want them. */
  readonly interestsReported: readonly Cooperation[];
  readonly links: readonly string[];
  readonly contact?: Contact;
  readonly note?: string;
  /** A fictional record of the demo; shown as "Beispiel". */
  readonly example: boolean;
  /** No longer found or counted; whoever may change it can restore it. */
  readonly archived?: { readonly at: Instant; readonly reason?: string };
  readonly provenance: Provenance;
}

/** A record with nothing but what it is called; the defaults are those of an import. */
export function newUseCase(named: Pick<UseCase, 'id' | 'title' | 'summary'>, createdAt: Instant): UseCase {
  return {
    ...named,
    category: 'other',
    language: 'de',
    visibility: 'community',
    adopters: [],
    themes: [],
    technologies: [],
    tags: [],
    costs: [],
    legalBasis: [],
    assessments: [],
    cooperationWanted: [],
    interests: [],
    interestsReported: [],
    links: [],
    example: false,
    provenance: { externalIds: [], createdAt, version: 1 },
  };
}

export const titleLimit = 100;
export const summaryLimit = 400;

/** Which communes and bodies adopted it, each once per stage, in the order of the record. */
export function adoptersAt(useCase: UseCase, stage: Stage): readonly Adopter[] {
  return useCase.adopters.filter((adopter) => adopter.stage === stage);
}
