import { describe, expect, it } from 'vitest';
import { proposeFilters } from '../../src/domain/facets.ts';
import { toFilterKey } from '../../src/domain/filter-keys.ts';
import type { Filter } from '../../src/domain/filters.ts';
import type { CommuneId } from '../../src/domain/ids.ts';
import type { Stage } from '../../src/domain/stage.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { adopterAt, aUseCase, hemer, menden, olpe, siegen } from '../support/builders.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

function useCaseAt(commune: CommuneId, stage: Stage, more: Partial<UseCase> = {}): UseCase {
  return aUseCase({ adopters: [adopterAt(commune, stage)], ...more });
}

function proposed(useCases: readonly UseCase[], chosen: readonly Filter[] = []): readonly string[] {
  return proposeFilters(useCases, chosen, shippedCommunes).map(toFilterKey);
}

describe('the filters that an answer proposes', () => {
  it('are stages, the most useful first, then districts and topics, those with the most use cases first', () => {
    const useCases = [
      useCaseAt(menden, 'pilot', { themes: ['Straßen'], technologies: ['nlp'] }),
      useCaseAt(hemer, 'pilot', { themes: ['Straßen'], technologies: ['nlp'] }),
      useCaseAt(menden, 'pilot', { themes: ['Wald'], technologies: ['nlp'] }),
      useCaseAt(olpe, 'in_use', { themes: ['Wald'] }),
      useCaseAt(olpe, 'in_use'),
      useCaseAt(siegen, 'idea'),
    ];

    expect(proposed(useCases)).toEqual([
      'stage:in_use',
      'stage:pilot',
      'district:05962',
      'district:05966',
      'technology:nlp',
      'theme:Straßen',
    ]);
  });

  it('leave more than one use case and not all of them', () => {
    const useCases = [
      useCaseAt(menden, 'in_use', { themes: ['Wald'] }),
      useCaseAt(hemer, 'in_use', { technologies: ['rpa'] }),
      useCaseAt(menden, 'in_use', { technologies: ['rpa'] }),
    ];

    expect(proposed(useCases)).toEqual(['technology:rpa']);
  });

  it('are of kinds of which none was chosen, since another would widen or replace it', () => {
    const useCases = [
      useCaseAt(menden, 'in_use', { themes: ['Wald'], technologies: ['nlp'] }),
      useCaseAt(hemer, 'in_use', { themes: ['Wald'], technologies: ['nlp'] }),
      useCaseAt(olpe, 'pilot'),
      useCaseAt(olpe, 'pilot'),
    ];

    expect(proposed(useCases, [{ kind: 'stage', stage: 'in_use' }])).not.toContain('stage:pilot');
    expect(proposed(useCases, [{ kind: 'district', districtKey: '05962' }])).not.toContain('district:05966');
    expect(proposed(useCases, [{ kind: 'commune', communeId: menden }])).not.toContain('district:05962');
    expect(proposed(useCases, [{ kind: 'theme', theme: 'Auto' }])).not.toContain('theme:Wald');
    expect(proposed(useCases, [{ kind: 'technology', technology: 'rpa' }])).not.toContain('technology:nlp');
  });

  it('count stages of those adopters alone who fit what was chosen', () => {
    const both = aUseCase({ adopters: [adopterAt(menden, 'pilot'), adopterAt(olpe, 'in_use')] });
    const useCases = [both, both, useCaseAt(menden, 'idea')];

    expect(proposed(useCases, [{ kind: 'district', districtKey: '05962' }])).toEqual(['stage:pilot']);
  });

  it('take themes for the same in whatever case they are written, and leave out those too long for a button', () => {
    const long = 'Digitale Daseinsvorsorge';
    const useCases = ['Wald', 'wald', 'Auto'].map((theme) =>
      useCaseAt(menden, 'idea', { themes: [theme, long] }),
    );

    expect(proposed([...useCases, useCaseAt(menden, 'idea')])).toEqual(['theme:Wald']);
  });

  it('count what sources report without names, but never propose what nobody knows', () => {
    const reported = aUseCase({ reportedAdopters: { atLeast: 40, stage: 'in_use', source: 'x' } });
    const unknown = useCaseAt(menden, 'unknown');

    expect(proposed([reported, reported, unknown, unknown])).toContain('stage:in_use');
    expect(proposed([reported, reported, unknown, unknown])).not.toContain('stage:unknown');
  });

  it('are none when no further filter fits', () => {
    const chosen = Array.from({ length: 10 }, (_, index) => ({
      kind: 'theme' as const,
      theme: String(index),
    }));
    const useCases = [useCaseAt(menden, 'idea'), useCaseAt(menden, 'pilot'), useCaseAt(hemer, 'pilot')];

    expect(proposed(useCases)).not.toEqual([]);
    expect(proposed(useCases, chosen)).toEqual([]);
  });
});
