import { z } from 'zod';

import type { IncomingContent } from '../chat/incoming.ts';
import { feedbackReasons } from '../domain/answer-feedback.ts';
import type { SaidOfAnswer } from '../domain/answer-feedback.ts';

/**
 * What Teams sends when a thumb below a message is pressed. It stands in `data`
 * (https://learn.microsoft.com/python/api/microsoft-teams-api/microsoft_teams.api.messagefetchtaskinvokeactivity), or, as
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content has it, right in the value.
 */
const Pressed = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.unknown().optional() }),
});
const Wrapped = z.object({ data: Pressed }).transform(({ data }) => data);

/** Far more than fits into the form, and little enough to be read. */
const longestForm = 20_000;
const Words = z.string().max(longestForm);
const Nothing = z.literal('').transform(() => undefined);

/** The fields of our form, or the one of Teams' own. */
const Fields = z.object({
  reason: Nothing.or(z.enum(feedbackReasons)).nullish(),
  words: Words.nullish(),
  feedbackText: Words.nullish(),
});

/** Which form is asked for. */
export function toFeedbackForm(value: unknown): IncomingContent & { kind: 'feedback-form' } {
  const pressed = readPressed(value);
  return {
    kind: 'feedback-form',
    ...(pressed !== undefined && { helpful: pressed.actionValue.reaction === 'like' }),
  };
}

/**
 * What somebody said in a form. `feedback` is the JSON of its fields (`{"feedbackText":"…"}` of Teams' own form), or what was typed and nothing
 * else: so does the Agents Playground 0.2.28.
 */
export function toFeedback(value: unknown): IncomingContent & { kind: 'feedback' } {
  const pressed = readPressed(value);
  const said = pressed && readFields(pressed.actionValue.feedback);
  return {
    kind: 'feedback',
    ...(said !== undefined && { said: { helpful: pressed?.actionValue.reaction === 'like', ...said } }),
  };
}

function readPressed(value: unknown): z.output<typeof Pressed> | undefined {
  return Pressed.or(Wrapped).safeParse(value).data;
}

/** Undefined: it is broken. */
function readFields(feedback: unknown): Omit<SaidOfAnswer, 'helpful'> | undefined {
  if (feedback === undefined || feedback === null) {
    return {};
  }
  const given = typeof feedback === 'string' ? parseFields(feedback) : feedback;
  if (typeof given === 'string') {
    return given.length > longestForm ? undefined : { words: given };
  }
  const fields = Fields.safeParse(given).data;
  return (
    fields && {
      reason: fields.reason ?? undefined,
      words: fields.words ?? fields.feedbackText ?? undefined,
    }
  );
}

/** The object that the text stands for; any other text is what was typed. */
function parseFields(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : text;
  } catch {
    return text;
  }
}
