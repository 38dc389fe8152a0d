import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, beforeEach } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { topicRequestId } from '../../../src/domain/ids.ts';
import type { TopicState } from '../../../src/domain/topic-request.ts';
import { findSimilarTopics } from '../../../src/features/topics/find-similar-topics.ts';
import { createWorkbench } from '../../../src/workbench.ts';
import type { Workbench } from '../../../src/workbench.ts';
import { makeUseCases } from '../../bench/records.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';
import { aTopicRequest } from '../../support/topics.ts';
import { differentBeside, listedBeside, sameBeside } from './more-similar-pairs.ts';
import { different, listed, sameInOtherWords } from './similar-pairs.ts';
import type { Listed } from './similar-pairs.ts';

const folder = mkdtempSync(join(tmpdir(), 'similar-topics-'));
let bench: Workbench;

function config() {
  const operatorData = join(folder, 'operator');
  return readConfig({
    BOT_MODE: 'playground',
    STORE: 'memory',
    OPERATOR_DATA: operatorData,
    LOG_LEVEL: 'silent',
  });
}

/** Wired as the product wires it, with the synonyms that it ships. */
beforeAll(async () => {
  bench = createWorkbench(config());
  await bench.open();
  for (const [id, fields] of Object.entries(listed)) {
    bench.deps.topicCatalogue.put(aTopicRequest({ ...fields, id: topicRequestId(id) }));
  }
});

afterAll(async () => {
  await bench.close();
  rmSync(folder, { recursive: true });
});

const similarTo = (proposed: Parameters<typeof findSimilarTopics>[1]) =>
  findSimilarTopics(bench.deps, proposed).map(({ id }) => String(id));

describe('"Gibt es das schon?" among topic requests', () => {
  it.each(sameInOtherWords)('knows "$title" in other words', ({ same, ...proposed }) => {
    expect(similarTo(proposed)[0]).toBe(same);
  });

  it.each(different)('shows nothing for "$title"', (proposed) => {
    expect(similarTo(proposed)).toEqual([]);
  });

  it('knows every request by its own words, and by its title alone', () => {
    for (const [id, fields] of Object.entries(listed)) {
      expect(similarTo(fields)[0]).toBe(id);
      expect(similarTo({ title: fields.title })[0]).toBe(id);
    }
  });

  it('shows three at most', () => {
    const ids = [1, 2, 3, 4, 5].map((n) => topicRequestId(`same-${n}`));
    for (const id of ids) {
      bench.deps.topicCatalogue.put(aTopicRequest({ id, title: 'Bienen im Stadtpark zählen' }));
    }

    expect(similarTo({ title: 'Bienen zählen im Stadtpark' })).toHaveLength(3);

    for (const id of ids) {
      bench.deps.topicCatalogue.remove(id);
    }
  });
});

describe('what becomes of a request', () => {
  const title = 'Bienen im Stadtpark zählen';
  /** What was removed never comes back. */
  let id = topicRequestId('bees');
  let version = 1;

  function put(state: TopicState): readonly string[] {
    version += 1;
    bench.deps.topicCatalogue.put(aTopicRequest({ id, title, state, version }));
    return similarTo({ title });
  }

  beforeEach(({ task }) => {
    id = topicRequestId(`bees ${task.id}`);
  });

  afterEach(() => {
    bench.deps.topicCatalogue.remove(id);
  });

  it('keeps it on the list while it is open, planned or treated', () => {
    expect(put({ kind: 'open' })).toEqual([id]);
    expect(put({ kind: 'planned', plan: { date: '2026-12-03' } })).toEqual([id]);
    expect(put({ kind: 'treated', result: { text: 'Drei Kommunen haben berichtet.' } })).toEqual([id]);
  });

  it('takes it off when it is declined: others may propose it again', () => {
    expect(put({ kind: 'declined', reason: 'Passt nicht.' })).toEqual([]);
  });

  it('leads to where it was merged into', () => {
    expect(put({ kind: 'merged', into: topicRequestId('flood') })).toEqual(['flood']);
    expect(put({ kind: 'merged', into: topicRequestId('gone') })).toEqual([]);
    expect(put({ kind: 'merged', into: id })).toEqual([]);
  });
});

describe('"Gibt es das schon?" where there are but a few requests', () => {
  const few = async (...names: readonly Listed[]) => {
    const other = createWorkbench(config());
    await other.open();
    for (const name of names) {
      other.deps.topicCatalogue.put(aTopicRequest({ ...listed[name], id: topicRequestId(name) }));
    }
    return other;
  };
  it.each([['one', ['chatbot']] as const, ['three', ['chatbot', 'phone', 'potholes']] as const])(
    'among %s it knows the same and shows nothing else',
    async (_number, names) => {
      const other = await few(...names);
      const find = (proposed: Parameters<typeof findSimilarTopics>[1]) =>
        findSimilarTopics(other.deps, proposed).map(({ id }) => String(id));

      for (const { same, ...proposed } of sameInOtherWords.filter((one) =>
        names.some((name) => name === one.same),
      )) {
        expect([proposed.title, find(proposed)[0]]).toEqual([proposed.title, same]);
      }
      for (const proposed of different) {
        expect([proposed.title, ...find(proposed)]).toEqual([proposed.title]);
      }
      await other.close();
    },
  );

  it('knows the very same title, even one in which no word tells anything', async () => {
    const other = await few('building', 'chatbot');
    const id = topicRequestId('who');
    other.deps.topicCatalogue.put(aTopicRequest({ id, title: 'Wer macht was?' }));

    const found = findSimilarTopics(other.deps, { title: 'wer  macht was?', question: 'Zu Drohnen' });

    expect(found.map((one) => one.id)).toEqual([id]);
    await other.close();
  });
});

describe('"Gibt es das schon?" where twice as many are listed', () => {
  beforeAll(() => {
    for (const [id, fields] of Object.entries(listedBeside)) {
      bench.deps.topicCatalogue.put(aTopicRequest({ ...fields, id: topicRequestId(id) }));
    }
  });

  afterAll(() => {
    for (const id of Object.keys(listedBeside)) {
      bench.deps.topicCatalogue.remove(id);
    }
  });

  it('knows 17 of 20 in other words, and all that it knew before', () => {
    const missed = [...sameInOtherWords, ...sameBeside].filter(
      ({ same, ...proposed }) => similarTo(proposed)[0] !== same,
    );

    expect(missed.map(({ title }) => title)).toEqual([
      'Hunde online anmelden',
      'Wilder Müll',
      'Schutz vor Phishing',
    ]);
  });

  it('shows something else for 2 of 44, and what is near for 2 more', () => {
    const shown = [...different, ...differentBeside].filter((proposed) => similarTo(proposed).length > 0);

    expect(shown.map(({ title }) => title)).toEqual([
      'Personalgewinnung mit KI',
      'Gemeinsame Beschaffung: Drohnen für die Feuerwehr',
      'Schulen',
      'Verträge für Praktikanten',
    ]);
  });
});

describe('"Gibt es das schon?" among 1,000 topic requests', () => {
  beforeAll(() => {
    for (const { id, title, summary, tags } of makeUseCases(1000, [...shippedCommunes.values()])) {
      const request = aTopicRequest({ id: topicRequestId(`made-${id}`), title, question: summary, tags });
      bench.deps.topicCatalogue.put(request);
    }
  });

  it.each(sameInOtherWords)('finds something for "$title"', (proposed) => {
    expect(similarTo(proposed)).not.toEqual([]);
  });
});
