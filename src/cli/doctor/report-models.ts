import type { EmbeddingProgress } from '../../features/ask/embedding-progress.ts';
import { modelDoctorTexts as texts } from '../../texts/model-doctor-texts.ts';
import type { Workbench } from '../../workbench.ts';

type Report = Awaited<ReturnType<NonNullable<Workbench['probeModels']>>>;
type Trial = Report extends { languageModel?: { chat: infer Chat } } ? Chat : never;

/** One line, and what it begins with. */
export interface DoctorLine {
  readonly sign: 'good' | 'bad' | 'hint';
  readonly words: string;
}

/** What the endpoint of the models can do, ability by ability, and how far the vectors are. */
export function reportModels(
  { languageModel, embeddingModel }: Report,
  { done, total }: EmbeddingProgress,
): readonly DoctorLine[] {
  const { abilities } = texts;
  const lines: DoctorLine[] = [];
  if (languageModel !== undefined) {
    const { name, chat, stream, json } = languageModel;
    const firstPiece = stream.kind === 'works' ? texts.firstPiece(stream.firstMs) : undefined;
    const form = json.kind === 'works' ? texts.jsonForms[json.form] : undefined;
    lines.push(
      toLine(name, abilities.chat, chat),
      toLine(name, abilities.stream, stream, firstPiece),
      toLine(name, abilities.json, json, form),
    );
  }
  if (embeddingModel !== undefined) {
    const { name, embeddings } = embeddingModel;
    const dimensions = embeddings.kind === 'works' ? texts.dimensions(embeddings.dimensions) : undefined;
    lines.push(toLine(name, abilities.embeddings, embeddings, dimensions));
    lines.push({ sign: 'good', words: texts.vectors(done, total) });
    if (done < total) {
      lines.push({ sign: 'hint', words: texts.vectorsMissing });
    }
  }
  return lines;
}

function toLine(model: string, ability: string, trial: Trial, more?: string): DoctorLine {
  return trial.kind === 'works'
    ? { sign: 'good', words: texts.works(model, ability, trial.ms, more) }
    : { sign: 'bad', words: texts.fails(model, ability, trial.because, trial.status) };
}
