import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { describeDocumentStore } from '../contract/document-store.ts';
import { temporaryFile } from './sqlite-scene.ts';

describeDocumentStore('sqlite', (clock) => createSqliteStore({ path: temporaryFile(), clock }));
