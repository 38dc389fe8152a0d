/** Time that only goes on, whatever happens to the clock; tests bring their own. */
export interface Timer {
  /** Milliseconds since some moment. Never set back, and never put forward. */
  uptime(): number;
  /** Calls once after so many milliseconds, unless the returned function was called before. Does not keep the program alive. */
  after(ms: number, callback: () => void): () => void;
}
