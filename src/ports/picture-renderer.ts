/** Draws pictures of SVG documents. */
export interface PictureRenderer {
  /**
   * The document as PNG, `scale` times as large as it says. Words are drawn in our own font, in regular and bold, whatever fonts the machine
   * has; nothing is fetched. The same document gives the same bytes. Throws `PictureError` when it is no document, or takes too long.
   */
  render(svg: string, scale: number): Promise<Uint8Array>;
  /** Gives back what it holds; may be used again. */
  close(): Promise<void>;
}

export class PictureError extends Error {
  override readonly name = 'PictureError';
}
