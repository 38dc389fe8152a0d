import { communeId } from '../../domain/ids.ts';
import type { CommuneId } from '../../domain/ids.ts';
import { OperatorDataError, quote } from './operator-data-error.ts';
import { readRows } from './read-rows.ts';

/**
 * Reads `tenants.csv`: under `key` a tenant id or a mail domain, under `communes` their AGS, several separated by `|`. Keys
 * come back in lower case. Throws `OperatorDataError`.
 */
export function readTenants(
  file: string,
  content: string,
  communes: ReadonlyMap<CommuneId, unknown>,
): ReadonlyMap<string, readonly CommuneId[]> {
  const tenants = new Map<string, readonly CommuneId[]>();
  for (const { line, cells } of readRows(file, content, ['key', 'communes'])) {
    const { key = '', communes: listed = '' } = cells;
    if (key === '' || listed === '') {
      throw OperatorDataError.at(file, line, `${key === '' ? 'key' : 'communes'} must not be empty`);
    }
    const ids = listed.split('|').map((id) => communeId(id.trim()));
    const unknown = ids.find((id) => !communes.has(id));
    if (unknown !== undefined) {
      throw OperatorDataError.at(file, line, `${quote(unknown)} is no AGS of communes.csv`);
    }
    tenants.set(key.toLowerCase(), ids);
  }
  return tenants;
}
