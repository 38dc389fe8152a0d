import type { Announcement } from '../../src/domain/announcement.ts';
import {
  announcementId,
  communeId,
  memberId,
  tenantId,
  useCaseId,
  userGroupId,
} from '../../src/domain/ids.ts';
import type { CommuneId } from '../../src/domain/ids.ts';
import type { Asker } from '../../src/domain/member.ts';
import type { Stage } from '../../src/domain/stage.ts';
import { newUseCase } from '../../src/domain/use-case.ts';
import type { Adopter, UseCase } from '../../src/domain/use-case.ts';
import type { UserGroup } from '../../src/domain/user-group.ts';

export const menden = communeId('05962040');
export const hemer = communeId('05962016');
export const olpe = communeId('05966024');
export const siegen = communeId('05970040');

export function adopterAt(commune: CommuneId, stage: Stage, more: Partial<Adopter> = {}): Adopter {
  return { body: { kind: 'commune', communeId: commune }, stage, ...more };
}

export function aUseCase(fields: Partial<UseCase> = {}): UseCase {
  return {
    ...newUseCase(
      {
        id: useCaseId('u1'),
        title: 'Chatbot im Bürgerservice',
        summary: 'Ein Chatbot beantwortet Fragen von Bürgerinnen und Bürgern.',
      },
      Date.UTC(2026, 5, 1),
    ),
    ...fields,
  };
}

export function aUserGroup(fields: Partial<UserGroup> = {}): UserGroup {
  return {
    id: userGroupId('g1'),
    kind: 'user-group',
    name: 'Telefonie',
    description: 'Wer Anrufe mit KI annimmt.',
    organisers: [],
    createdAt: Date.UTC(2026, 5, 1),
    version: 1,
    ...fields,
  };
}

const tenant = tenantId('11111111-0000-4000-8000-000000000000');

export function anAsker(fields: Partial<Asker> = {}): Asker {
  return {
    memberId: memberId(tenant, 'aaaaaaaa-0000-4000-8000-000000000001'),
    tenantId: tenant,
    guest: false,
    role: 'member',
    ...fields,
  };
}

/** One that is being sent. */
export function anAnnouncement(fields: Partial<Announcement> = {}): Announcement {
  return {
    id: announcementId('a1'),
    content: {
      title: 'Einladung zum Treffen',
      text: 'Wir treffen uns am Donnerstag.',
      acknowledgement: false,
    },
    audience: [{ kind: 'all-members' }],
    createdAt: Date.UTC(2026, 10, 22),
    state: { kind: 'started', at: Date.UTC(2026, 10, 22) },
    version: 1,
    ...fields,
  };
}
