/**
 * How good composed answers are: what the checker lets pass, whether they name what they must, and whether what the records do not answer
 * is left unanswered. Each case goes the bot's own way from the found records to the sentences that people see.
 *
 *   npm run answers:eval -- --cases FILE    by the model of LLM_BASE_URL, LLM_API_KEY and LLM_MODEL; without --cases those in cases.jsonl
 *                       … --stand-in        by a stand-in over HTTP that copies lines of the records: what a model must beat
 *                       … --answers         by a stand-in that says the answer which stands with each case: what the checker makes of good ones
 *                       … --only ID         this case alone; several times for several
 *                       … --repeat 5        each case so many times
 *                       … --as-understood   the model gets what the bot understands to be sought, as in a conversation, not the question as it stands
 *                       … --store           records may also be named by their ids in the bot's store, as in feedback:export
 *                       … --show            the sentences too, and those that were not shown
 *                       … --markdown        tables for a README
 *
 * A file of cases is JSON Lines or one JSON list. A case has a `question`, the `records` that are found (ids of the demo's records, or whole
 * records as in an export to JSON), `mustName` (each may have alternatives: "Bürgerbüro|Bürgerservice") and `mustNotName` (words, communes,
 * numbers, in any case and ending), or `refuse: true` where the records do not answer it; and it may have an `id` and a good `answer`.
 *
 * Poor answers are figures and no failure: the exit code is 0. It is 1 when an answer named what it must not, or nothing could be measured,
 * and 2 when the file of cases is wrong.
 */
import { ConfigError } from '../../../src/config.ts';
import { CommandError } from '../search/command-error.ts';
import { drawTable } from '../search/table.ts';
import type { AnswerCase } from './answer-case.ts';
import { openModel } from './answering-model.ts';
import { judgeRun, type JudgedRun } from './judge-run.ts';
import { recordsOfStore, shippedRecords } from './known-records.ts';
import { CasesError, readCases } from './read-cases.ts';
import { readCommand, type Command } from './read-command.ts';
import { toAnswerTable, toLine, toProblemTable, toSentenceLines, toTimeTable } from './report-runs.ts';
import { runCase } from './run-case.ts';

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isExplained =
    error instanceof CommandError || error instanceof CasesError || error instanceof ConfigError;
  console.error(isExplained ? error.message : error);
  process.exitCode = error instanceof CasesError ? 2 : 1;
}

async function main(args: readonly string[]): Promise<number> {
  // npm changes into the project's folder; the path was typed elsewhere.
  const command = readCommand(args, process.env['INIT_CWD'] ?? '.');
  const known = command.store ? await recordsOfStore(process.env) : shippedRecords();
  const cases = choose(await readCases(command.cases, known), command);
  const answering = await openModel(command, process.env);
  const settings = { model: answering.model, communes: known.communes, asUnderstood: command.asUnderstood };
  const runs: JudgedRun[] = [];
  try {
    for (const answerCase of cases) {
      for (let time = 0; time < command.repeat; time += 1) {
        answering.expect(answerCase);
        const run = judgeRun(await runCase(answerCase, settings));
        console.log([toLine(run), ...(command.show ? toSentenceLines(run) : [])].join('\n'));
        runs.push(run);
      }
    }
  } finally {
    await answering.close();
  }
  for (const table of [toAnswerTable(runs), toTimeTable(runs), toProblemTable(runs)]) {
    if (table !== undefined) {
      console.log(`\n${drawTable(table, command.markdown)}`);
    }
  }
  return runs.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
}

function choose(cases: readonly AnswerCase[], { only }: Command): readonly AnswerCase[] {
  const unknown = only.find((id) => !cases.some((one) => one.id === id));
  if (unknown !== undefined) {
    throw new CommandError(`--only: there is no case ${unknown}`);
  }
  return only.length === 0 ? cases : cases.filter(({ id }) => only.includes(id));
}
