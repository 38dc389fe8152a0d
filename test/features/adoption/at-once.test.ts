import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../../src/store/adapters/sqlite.ts';
import { describeUseCasesAtOnce } from '../../contract/use-cases.ts';
import { temporaryFile } from '../../store/sqlite-scene.ts';

describeUseCasesAtOnce('memory', createMemoryStore);
describeUseCasesAtOnce('sqlite', (clock) => createSqliteStore({ path: temporaryFile(), clock }));
