import { memberId, tenantId, useCaseId } from '../../../src/domain/ids.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { hemer, menden } from './import-fixture.ts';

export const canary = {
  member: memberId(tenantId('11111111-1111-4111-8111-111111111111'), 'canary-member'),
  name: 'Kanaria Vogelsang',
  email: 'kanaria.vogelsang@example.org',
  phone: '02373 4711000',
} as const;

const person = { name: canary.name, email: canary.email, phone: canary.phone, memberId: canary.member };

/** Says something in every field, and has the person wherever a person can be. */
export function aFullUseCase(): UseCase {
  return {
    id: useCaseId('u1'),
    title: 'Chatbot im Bürgerservice',
    summary: 'Ein Chatbot beantwortet Fragen.',
    description: 'Er steht auf der Startseite.',
    category: 'impactful',
    language: 'de',
    visibility: 'public',
    adopters: [
      {
        body: { kind: 'commune', communeId: menden },
        stage: 'in_use',
        since: '2024-03',
        contact: person,
        note: 'Läuft gut.',
        enteredBy: canary.member,
      },
      {
        body: { kind: 'commune', communeId: hemer },
        stage: 'retired',
        since: '2025',
        contact: { email: 'digital@hemer.example.org' },
      },
      { body: { kind: 'organisation', name: 'Zweckverband Süd' }, stage: 'rejected' },
    ],
    reportedAdopters: { atLeast: 40, stage: 'in_use', asOf: '2026', source: 'Presse' },
    problem: 'Viele Anrufe.',
    goal: 'Weniger Anrufe.',
    howItWorks: 'Ein Sprachmodell antwortet aus der Website.',
    benefitExpected: 'Zeit.',
    effectMeasured: { value: -30, unit: 'Anrufe am Tag', date: '2025' },
    themes: ['Bürgerservice'],
    technologies: ['generative', 'rpa'],
    tags: ['Chat'],
    sourcing: 'purchased',
    supplier: 'Beispiel GmbH',
    product: 'Bot 3',
    hosting: 'Rechenzentrum',
    costs: [
      { kind: 'Lizenz', euros: 1200, basis: 'im Jahr', asOf: '2025', visibility: 'public' },
      { kind: 'Geheimer Rabatt', euros: 99, visibility: 'organisation' },
      { kind: 'Einführung für die Community', visibility: 'community' },
    ],
    effortDays: 12,
    lessons: { worked: 'Klein anfangen.', failed: 'Alles auf einmal.', advice: 'Früh fragen.' },
    legalBasis: ['DSGVO Art. 6'],
    assessments: ['DSFA'],
    personalData: 'yes',
    aiActClass: 'begrenztes Risiko',
    humanOversight: 'Antworten werden stichprobenweise geprüft.',
    reuse: 'open',
    codeUrl: 'https://example.org/code',
    cooperationWanted: ['exchange'],
    interests: [
      {
        communeId: hemer,
        cooperations: ['exchange'],
        named: true,
        since: 1_700_000_000_000,
        by: canary.member,
      },
    ],
    interestsReported: ['exchange'],
    links: ['https://example.org/chatbot'],
    contact: person,
    note: 'Bitte vor 12 Uhr.',
    example: false,
    provenance: {
      source: 'Presse',
      externalIds: ['k1', 'PSTW-12'],
      createdBy: canary.member,
      createdAt: 1_600_000_000_000,
      reviewedBy: canary.member,
      lastConfirmedAt: 1_700_000_000_000,
      reviewDueAt: 1_800_000_000_000,
      asked: { times: 1, lastAt: 1_750_000_000_000 },
      version: 3,
    },
  };
}
