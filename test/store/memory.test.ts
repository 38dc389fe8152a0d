import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { describeDocumentStore } from '../contract/document-store.ts';

describeDocumentStore('memory', createMemoryStore);
