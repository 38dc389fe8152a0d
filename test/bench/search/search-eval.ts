/**
 * How good and how fast the search is, beside two engines a town could take.
 *
 *   npm run search:eval -- --set FOLDER             a set: docs.jsonl, queries.jsonl, withheld.json; several times for several sets
 *   npm run search:eval -- --sets FOLDER            all sets in a folder, one row each
 *                          … --references           MiniSearch and SQLite FTS5 on the same sets
 *                          … --embeddings           vectors alone and fused, by the model of LLM_BASE_URL and EMBEDDING_MODEL
 *                          … --ablate               what each part of the engine is worth
 *   npm run search:eval -- --docs D.jsonl --queries Q.jsonl --out R.jsonl    any documents; the rankings go to a file
 *   npm run search:eval -- --scale 1000,10000       time and memory with so many made-up records
 *                          … --markdown             tables for a README
 *
 * Times are of questions asked for the first time, after others have been asked of another index so that the code is compiled.
 * Memory is what two forced garbage collections leave in this process (heap and typed arrays), and the pages of SQLite's database.
 */
import { writeFile } from 'node:fs/promises';
import { partByPart, withoutOnePart } from './ablations.ts';
import { CommandError } from './command-error.ts';
import { ftsReference } from './fts-reference.ts';
import { makeQuestions } from './made-up-questions.ts';
import { makeRecords } from './made-up-records.ts';
import { measureForeign } from './measure-confidence.ts';
import { measureCost } from './measure-cost.ts';
import { measureNdcg, measureSet, type SetFigures } from './measure-set.ts';
import type { EngineKind } from './measured-engine.ts';
import { miniSearchReference } from './mini-search-reference.ts';
import { ourEngine } from './our-engine.ts';
import { readCommand, type Options } from './read-command.ts';
import { embeddedEngines, embedSets } from './embedded-engines.ts';
import { findSets, readFiles, readSets, type EvaluationSet } from './read-set.ts';
import { toScaleTable } from './report-scale.ts';
import { toForeignTable, toLines, toNdcgTable, toSetTable } from './report-sets.ts';
import { drawTable, type Table } from './table.ts';

const questionsAtScale = 400;

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof CommandError ? error.message : error);
  process.exitCode = 1;
}

async function main(args: readonly string[]): Promise<void> {
  const command = readCommand(args);
  switch (command.kind) {
    case 'files':
      return evaluate([await readFiles(command.docs, command.queries)], command);
    case 'sets':
      return evaluate(await readSets(command.folders), command);
    case 'folder of sets':
      return evaluate(await readSets(await findSets(command.folder)), command);
    case 'scale':
      return evaluateAtScale(command.sizes, command);
  }
}

async function evaluate(sets: readonly EvaluationSet[], options: Options): Promise<void> {
  const engines = enginesFor(options);
  const figures = sets.flatMap((set) => engines.map((kind) => measureSet(kind, set)));
  const [first] = figures;
  if (first !== undefined && options.out !== undefined) {
    await writeRankings(options.out, first);
  }
  if (first !== undefined && figures.length === 1 && !options.markdown) {
    console.log(toLines(first).join('\n'));
  } else {
    print(tablesOf(figures, sets, engines), options);
  }
  if (options.embeddings) {
    print([await embeddingTable(sets)], options);
  }
  if (options.ablate) {
    print(ablationTables(sets), options);
  }
}

function enginesFor({ references }: Options): EngineKind[] {
  return [ourEngine(), ...(references ? [miniSearchReference, ftsReference] : [])];
}

function tablesOf(
  figures: readonly SetFigures[],
  sets: readonly EvaluationSet[],
  engines: readonly EngineKind[],
): Table[] {
  const names = sets.map(({ name }) => name);
  const rows = engines.map(({ name }) => ({
    name,
    figures: figures
      .filter(({ engine }) => engine === name)
      .map(({ quality }) => quality?.ndcgAt10 ?? Number.NaN),
  }));
  const bases = sets.filter(({ name, base }) => name === base);
  const foreign = bases.flatMap((own) =>
    bases
      .filter((other) => other !== own)
      .flatMap((other) =>
        engines.map((kind) => ({
          set: own.name,
          askedFrom: other.name,
          engine: kind.name,
          confidence: measureForeign(kind, own, other),
        })),
      ),
  );
  return [
    ...(engines.length > 1 ? [toNdcgTable('Engines', names, rows)] : []),
    toSetTable(figures),
    ...(foreign.length > 0 ? [toForeignTable(foreign)] : []),
  ];
}

/** Quality alone: what a vector costs, the model's server says. */
async function embeddingTable(sets: readonly EvaluationSet[]): Promise<Table> {
  const kinds = [ourEngine(), ...embeddedEngines(await embedSets(sets, process.env))];
  const rows = kinds.map((kind) => ({ name: kind.name, figures: measureNdcg(kind, sets) }));
  return toNdcgTable(
    'Words and vectors',
    sets.map(({ name }) => name),
    rows,
  );
}

function ablationTables(sets: readonly EvaluationSet[]): Table[] {
  const names = sets.map(({ name }) => name);
  const tables = [
    { title: 'One part switched off', ablations: withoutOnePart },
    { title: 'Part by part', ablations: partByPart },
  ];
  return tables.map(({ title, ablations }) =>
    toNdcgTable(
      title,
      names,
      ablations.map((ablation) => ({
        name: ablation.name,
        figures: measureNdcg(ourEngine(ablation.name, ablation), sets),
      })),
    ),
  );
}

function evaluateAtScale(sizes: readonly number[], options: Options): void {
  const questions = makeQuestions(questionsAtScale);
  const figures = sizes.flatMap((records) => {
    const docs = makeRecords(records);
    return enginesFor(options).map((kind) => ({
      records,
      engine: kind.name,
      cost: measureCost(
        kind,
        docs,
        questions.map(({ text }) => text),
      ),
      kinds: questions.map((question) => question.kind),
    }));
  });
  print([toScaleTable(figures)], options);
}

function print(tables: readonly Table[], { markdown }: Options): void {
  for (const table of tables) {
    console.log(`\n${drawTable(table, markdown)}`);
  }
}

async function writeRankings(path: string, { answers }: SetFigures): Promise<void> {
  const lines = answers.map(({ query, ranked, confidence }) =>
    JSON.stringify({ qid: query.id, ranked, confidence }),
  );
  await writeFile(path, `${lines.join('\n')}\n`);
}
