import type { Commune } from '../../domain/commune.ts';
import { communeId } from '../../domain/ids.ts';
import type { OperatorData, OperatorSnapshot } from '../../ports/operator-data.ts';

/** A fictional commune as the demo's data states it. */
export interface ExampleCommune extends Omit<Commune, 'id'> {
  readonly id: string;
}

/** The operator's data with the demo's fictional communes beside the real ones. */
export function withExamples(operator: OperatorData, examples: readonly ExampleCommune[]): OperatorData {
  const added = new WeakMap<OperatorSnapshot, OperatorSnapshot>();
  const communes = examples.map((example): Commune => ({ ...example, id: communeId(example.id) }));
  return {
    current() {
      const real = operator.current();
      const known = added.get(real);
      if (known !== undefined) {
        return known;
      }
      const all = new Map([...real.communes, ...communes.map((commune) => [commune.id, commune] as const)]);
      const snapshot = { ...real, communes: all };
      added.set(real, snapshot);
      return snapshot;
    },
  };
}
