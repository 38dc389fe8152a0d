import type { Dialogues } from '../../store/dialogues.ts';
import type { Members } from '../../store/members.ts';
import { toFilterKey } from '../../domain/filter-keys.ts';
import type { PersonalDataSource } from './personal-data.ts';

/** The member's profile. */
export function profileSource(members: Members): PersonalDataSource {
  return {
    kind: 'profile',
    async read(id) {
      const stored = await members.find(id);
      return stored === undefined ? [] : [{ ...stored.value }];
    },
    async erase(id) {
      for (;;) {
        const stored = await members.find(id);
        if (stored === undefined) {
          return 0;
        }
        if ((await members.remove(id, stored.etag)) === 'removed') {
          return 1;
        }
      }
    },
  };
}

/** The last question of each conversation. */
export function lastQuestionsSource(dialogues: Dialogues): PersonalDataSource {
  return {
    kind: 'last-questions',
    async read(id) {
      const kept = await dialogues.ofMember(id);
      return kept.map(({ conversationId, question, page, askedAt }) => ({
        conversationId,
        sought: question.sought,
        filters: question.filters.map(toFilterKey),
        page,
        askedAt,
      }));
    },
    erase: (id) => dialogues.eraseOf(id),
  };
}
