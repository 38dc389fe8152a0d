import { onTestFinished } from 'vitest';

import type { ModelEndpoint } from '../../src/config-models.ts';
import { openModels } from '../../src/llm/open-models.ts';
import type { ModelParts } from '../../src/llm/open-models.ts';
import type {
  EmbeddingModel,
  LanguageModel,
  ModelPiece,
  ModelRequest,
} from '../../src/ports/language-model.ts';
import { systemClock } from '../../src/system/clock.ts';
import { systemTimer } from '../../src/system/timer.ts';
import { ModelServer } from '../support/model-server.ts';

interface LogLine {
  readonly event: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What is logged, line by line. */
export function createRecordingLogger() {
  const lines: LogLine[] = [];
  const note = (event: string, facts: Readonly<Record<string, unknown>> = {}): void => {
    lines.push({ event, facts });
  };
  return { lines, info: note, warn: note, error: note };
}

export interface RunningModels {
  readonly server: ModelServer;
  readonly languageModel: LanguageModel;
  readonly embeddingModel: EmbeddingModel;
  readonly log: readonly LogLine[];
  close(): void;
}

/** The real client, without breaker and limit, and the stand-in it asks, until the test is over. */
export async function startModels(
  endpoint: (server: ModelServer) => Partial<ModelEndpoint> = () => ({}),
  parts: Partial<ModelParts> = {},
): Promise<RunningModels> {
  const server = await startServer();
  const logger = createRecordingLogger();
  const { languageModel, embeddingModel, close } = openModels(
    { ...endpointOf(server), ...endpoint(server) },
    { clock: systemClock, timer: systemTimer, logger, ...parts },
  );
  onTestFinished(close);
  if (languageModel === undefined || embeddingModel === undefined) {
    throw new Error('The test wants both');
  }
  return { server, languageModel, embeddingModel, log: logger.lines, close };
}

export async function startServer(): Promise<ModelServer> {
  const server = await ModelServer.start();
  onTestFinished(() => server.close());
  return server;
}

export function endpointOf(server: ModelServer): ModelEndpoint {
  return {
    baseUrl: server.baseUrl,
    auth: { kind: 'key', key: 'sk-test' },
    languageModel: 'wort-1',
    embeddingModel: 'vektor-1',
  };
}

/** Enough for everything that answers at once. */
const generousMs = 10_000;

export function aRequest(given: Partial<ModelRequest> = {}): ModelRequest {
  return {
    instructions: 'Answer in German.',
    material: 'Wer macht schon KI-Telefonassistenz?',
    mostTokens: 200,
    deadlineMs: generousMs,
    ...given,
  };
}

export const schema = {
  type: 'object',
  properties: { sought: { type: 'string' } },
  required: ['sought'],
  additionalProperties: false,
};

export function aJsonRequest(given: Partial<ModelRequest> = {}) {
  return { ...aRequest(given), schema };
}

export async function readPieces(stream: AsyncIterable<ModelPiece>): Promise<ModelPiece[]> {
  return Array.fromAsync(stream);
}

/** The words that came, and the last piece. */
export async function readText(
  stream: AsyncIterable<ModelPiece>,
): Promise<{ readonly text: string; readonly last: ModelPiece | undefined }> {
  const pieces = await readPieces(stream);
  return {
    text: pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join(''),
    last: pieces.at(-1),
  };
}
