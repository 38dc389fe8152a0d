import type { Collection } from '../ports/document-store.ts';
import { claimCollection } from './claims.ts';
import { dialogueCollection } from './dialogues.ts';
import { importMarkCollection } from './import-marks.ts';
import { importCollection } from './imports.ts';
import { memberCollection } from './members.ts';
import { openQuestionCollection } from './open-questions.ts';
import { referenceCollection } from './references.ts';
import { subscriptionCollection } from './subscriptions.ts';
import { useCaseCollection } from './use-cases.ts';
import { userGroupChannelCollection } from './user-group-channels.ts';
import { userGroupCollection } from './user-groups.ts';

/** Every collection of the product; opened together. */
export const allCollections: readonly Collection[] = [
  claimCollection,
  dialogueCollection,
  importCollection,
  importMarkCollection,
  memberCollection,
  openQuestionCollection,
  referenceCollection,
  subscriptionCollection,
  useCaseCollection,
  userGroupChannelCollection,
  userGroupCollection,
];
