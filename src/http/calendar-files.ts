import { createHash } from 'node:crypto';
import { openCalendarEntry } from '../features/meetings/open-calendar-entry.ts';
import { openCalendarFeed } from '../features/meetings/open-calendar-feed.ts';
import { toFeedFile, toMeetingFile } from './calendar-file.ts';
import type { FindFile } from './files.ts';
import { pageHeaders } from './page-headers.ts';

type CalendarFileDeps = Parameters<typeof openCalendarEntry>[0] &
  Parameters<typeof openCalendarFeed>[0] & {
    /** The bot's own address. */
    readonly publicUrl: string;
  };

const meetingPattern = /^(?<id>[0-9A-Za-z-]{1,64})\.ics$/;
const feedPattern = /^(?<name>[0-9A-Za-z-]{1,64})\.ics$/;
const contentType = 'text/calendar; charset=utf-8';

/** The calendars of meetings and of user groups, for whoever has a key. */
export function createCalendarFiles(deps: CalendarFileDeps): Readonly<Record<string, FindFile>> {
  const home = new URL('/', deps.publicUrl).href;
  return {
    meetings: async (file, key) => {
      const id = meetingPattern.exec(file)?.groups?.['id'];
      const entry = id === undefined ? undefined : await openCalendarEntry(deps, { id, key });
      return (
        entry && {
          contentType,
          body: toMeetingFile(entry, home),
          headers: { ...pageHeaders, 'content-disposition': 'attachment; filename="treffen.ics"' },
        }
      );
    },
    'user-groups': async (file, key) => {
      const name = feedPattern.exec(file)?.groups?.['name'];
      const feed = name === undefined ? undefined : await openCalendarFeed(deps, { name, key });
      return feed && toFeedDownload(toFeedFile(feed, home));
    },
  };
}

/** Programs ask for it every hour, and mostly have it already. */
function toFeedDownload(body: string) {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  return {
    contentType,
    body,
    headers: {
      ...pageHeaders,
      'cache-control': 'private, no-cache',
      'content-disposition': 'inline; filename="treffen.ics"',
      etag,
    },
  };
}
