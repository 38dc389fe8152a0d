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
export function lossAfter(failure: SendFailure): LossSign | undefined {
  const code = namedCode(failure);
  return code === undefined ? undefined : losses[`${failure.status} ${code}`];
}

/** Statuses that mean different things by their code. */
const tellingStatuses: ReadonlySet<number> = new Set([401, 403, 404]);
const longestCode = 60;

/**
 * A short and stable name of a refusal, for documents and reports: `413`, `403 BotDisabledByAdmin`. Of a code that we do not
 * know only letters and digits are kept, for it is somebody else's text.
 */
export function rejectionCode(failure: SendFailure): string {
  const code = tellingStatuses.has(failure.status) ? (namedCode(failure) ?? '') : '';
  const clean = String(code)
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, longestCode);
  return clean === '' ? String(failure.status) : `${failure.status} ${clean}`;
}

/** With error code 209 the reason stands in JSON inside the text of the message. */
function namedCode({ code, message = '' }: SendFailure): string | number | undefined {
  return code === 209 || code === '209' ? (subCodeOf(message) ?? code) : code;
}

function subCodeOf(message: string): string | undefined {
  return /"subCode"\s*:\s*"(\w+)"/.exec(message)?.[1];
}
