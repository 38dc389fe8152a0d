import { writeCsv } from '../features/exchange/export/write-csv.ts';
import { writeXlsx } from '../features/exchange/export/write-xlsx.ts';
import { openParticipants } from '../features/meetings/export-participants.ts';
import { participantTexts } from '../texts/meetings/participant-texts.ts';
import type { Download, FindFile } from './files.ts';
import { pageHeaders } from './page-headers.ts';
import { toParticipantsTable } from './participants-table.ts';
import type { Table } from './participants-table.ts';

const namePattern = /^(?<id>[0-9A-Za-z-]{1,64})\.(?<format>csv|xlsx)$/;

/** The participants of meetings, for whoever has a key: the same lines as CSV and as a workbook. */
export function createParticipantFiles(deps: Parameters<typeof openParticipants>[0]): FindFile {
  return async (name, key) => {
    const { id, format } = namePattern.exec(name)?.groups ?? {};
    const list = id === undefined ? undefined : await openParticipants(deps, { id, key });
    if (list === undefined) {
      return undefined;
    }
    const table = toParticipantsTable(list);
    return format === 'csv' ? toCsv(table) : toWorkbook(table);
  };
}

async function toCsv({ headings, rows }: Table): Promise<Download> {
  const body = (await Array.fromAsync(writeCsv(headings, rows))).join('');
  return { contentType: 'text/csv; charset=utf-8', body, headers: headersOf('csv') };
}

async function toWorkbook({ headings, rows }: Table): Promise<Download> {
  const chunks = await Array.fromAsync(writeXlsx(participantTexts.file.sheet, headings, rows));
  return {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: new Uint8Array(Buffer.concat(chunks)),
    headers: headersOf('xlsx'),
  };
}

function headersOf(format: 'csv' | 'xlsx') {
  return { ...pageHeaders, 'content-disposition': `attachment; filename="teilnehmende.${format}"` };
}
