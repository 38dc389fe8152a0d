import type { Deps } from '../../deps.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';

/** When the member had answers with a language model in the last hour. */
export function ownModelTurnsSource({ modelTurns }: Pick<Deps, 'modelTurns'>): PersonalDataSource {
  return {
    kind: 'model-turns',
    async read(member) {
      return (await modelTurns.ofMember(member)).map((answeredAt) => ({ answeredAt }));
    },
    erase: (member) => modelTurns.forget(member),
  };
}
