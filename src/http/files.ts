import { openCommunesFile } from '../features/announcements/count-communes.ts';
import { toCommunesCsv } from './communes-csv.ts';
import { pageHeaders } from './page-headers.ts';

/** A file that a browser saves. */
export interface Download {
  readonly contentType: string;
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

export type FileDeps = Parameters<typeof openCommunesFile>[0];
/** Undefined: there is no such file, or the key does not open it. */
export type FindFile = (name: string, key: string) => Promise<Download | undefined>;

const namePattern = /^(?<id>[0-9a-z-]{1,60})\.csv$/;

/** The files of announcements, for whoever has a key. */
export function createAnnouncementFiles(deps: FileDeps): FindFile {
  return async (name, key) => {
    const id = namePattern.exec(name)?.groups?.['id'];
    const counted = id === undefined ? undefined : await openCommunesFile(deps, { id, key });
    return (
      counted && {
        contentType: 'text/csv; charset=utf-8',
        body: toCommunesCsv(counted),
        headers: {
          ...pageHeaders,
          'content-disposition': 'attachment; filename="ankuendigung-je-kommune.csv"',
        },
      }
    );
  };
}
