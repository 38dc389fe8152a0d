import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { findAnswers } from '../../../src/features/ask/find-answers.ts';
import { touches } from '../../../src/features/follows/tell-keepers.ts';
import { fillStore } from '../../../src/first-start.ts';
import { createWorkbench } from '../../../src/workbench.ts';
import { anAsker } from '../../support/builders.ts';

it('no kept question passes over a use case that answers it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'touches-'));
  const workbench = createWorkbench(
    readConfig({ BOT_MODE: 'playground', STORE: 'memory', OPERATOR_DATA: folder, LOG_LEVEL: 'silent' }),
  );
  const { deps, imports } = workbench;
  await workbench.open();
  await fillStore(deps, imports, { withExamples: true });
  const useCases = (await deps.useCases.changes()).written.map(({ value, etag }) => {
    deps.catalogue.put(value, etag);
    return value;
  });
  const words = useCases
    .flatMap(({ title, summary }) => [title, summary.split(' ').slice(0, 5).join(' ')])
    .concat(useCases.flatMap(({ title }) => title.split(' ')));

  const pairs = [...new Set(words)].flatMap((sought) => {
    const question = { sought, filters: [] };
    const { answers } = findAnswers(deps, { asker: anAsker(), question });
    return answers.map(({ id }) => ({ sought, id, isTouched: touches(deps, question, new Set([id])) }));
  });
  await workbench.close();
  rmSync(folder, { recursive: true });

  expect(pairs.length).toBeGreaterThan(100);
  expect(pairs.filter(({ isTouched }) => !isTouched)).toEqual([]);
});
