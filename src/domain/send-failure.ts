import type { LossSign } from './reach-signs.ts';

/** How the connector refused a send: the status, and the code and message of the error in its body. */
export interface SendFailure {
  readonly status: number;
  /** `error.code`, or the number `errorCode` of an older form. */
  readonly code?: string | number;
  readonly message?: string;
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis */
const losses: Readonly<Record<string, LossSign>> = {
  '403 BotDisabledByAdmin': 'disabled-by-admin',
  '403 BotNotInConversationRoster': 'removed',
  '403 ForbiddenOperationException': 'removed',
  '403 ConversationBlockedByUser': 'blocked',
  '403 MessageWritesBlocked': 'blocked',
  '404 ConversationNotFound': 'deleted',
};

/**
 * What a refused send says of the place; undefined when it says something of the message or the moment alone. A missing
 * activity is such a case: the message is gone, and the chat is still there.
 */
export function lossAfter({ status, code, message }: SendFailure): LossSign | undefined {
  const named = code === 209 || code === '209' ? subCodeOf(message) : code;
  return named === undefined ? undefined : losses[`${status} ${named}`];
}

/** With error code 209 the reason stands in JSON inside the text of the message. */
function subCodeOf(message = ''): string | undefined {
  return /"subCode"\s*:\s*"(\w+)"/.exec(message)?.[1];
}
