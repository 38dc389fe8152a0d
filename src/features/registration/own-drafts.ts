import type { Deps } from '../../deps.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';

/** What a member has typed into the form of a use case and not registered yet. */
export function ownDraftsSource({ useCaseDrafts }: Pick<Deps, 'useCaseDrafts'>): PersonalDataSource {
  return {
    kind: 'use-case-drafts',
    async read(member) {
      const drafts = await useCaseDrafts.ofMember(member);
      return drafts.map(({ typed, origin, savedAt, state }) => ({
        draftState: state.kind,
        draftSavedAt: savedAt,
        useCaseId: origin.kind === 'change' ? origin.useCaseId : undefined,
        typed: { ...typed },
      }));
    },
    async erase(member) {
      const drafts = await useCaseDrafts.ofMember(member);
      for (const { id } of drafts) {
        await useCaseDrafts.remove(member, id);
      }
      return drafts.length;
    },
  };
}
