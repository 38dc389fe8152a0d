import JSZip from 'jszip';

/** The earliest time that a zip can name: the same content gives the same bytes on every day and machine. */
const date = new Date(Date.UTC(1980, 0, 1));

/** Packs files at the top of a zip, in the order given. */
export function toZip(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, bytes] of files) {
    zip.file(name, bytes, { date });
  }
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  });
}
