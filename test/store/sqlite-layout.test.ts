import { constants, DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { prepareTable } from '../../src/store/adapters/sqlite-layout.ts';

const collection = { name: 'things', indexes: ['colour'] };

it('leaves nothing half-made when creating a table breaks off, so that the next start can do it', () => {
  const database = new DatabaseSync(':memory:');
  database.setAuthorizer((action, name) =>
    action === constants.SQLITE_CREATE_INDEX && name?.startsWith('within-by-') === true
      ? constants.SQLITE_DENY
      : constants.SQLITE_OK,
  );
  expect(() => prepareTable(database, collection)).toThrow(/not authorized/);

  database.setAuthorizer(null);
  prepareTable(database, collection);

  const indexes = database.prepare("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name").all();
  expect(indexes.map(({ name }) => name)).toContain('within-by-colour-things');
  database.close();
});
