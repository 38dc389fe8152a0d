/** The part of a terminal that a bar needs. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const width = 30;
/** Fewer are done before anybody could read a bar. */
const worthwhile = 500;

/** Draws a bar on terminals, for long work only; elsewhere nothing, so that logs stay lines. */
export function createProgressBar(terminal: Terminal): {
  show(label: string, done: number, total: number): void;
  clear(): void;
} {
  let drawn = false;
  return {
    show(label, done, total) {
      if (terminal.isTTY !== true || total < worthwhile) {
        return;
      }
      const filled = Math.round((width * done) / total);
      const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
      const percent = String(Math.floor((100 * done) / total)).padStart(3);
      terminal.write(`\r\u001b[2K${label} ${bar} ${percent} %`);
      drawn = true;
    },
    clear() {
      if (drawn) {
        terminal.write('\r\u001b[2K');
        drawn = false;
      }
    },
  };
}
