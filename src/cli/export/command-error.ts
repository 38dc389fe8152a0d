/** What the person at the terminal can solve; the message is one sentence for them. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
