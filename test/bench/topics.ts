import { officeTopics } from './office-topics.ts';
import type { Topic } from './topic.ts';
import { townTopics } from './town-topics.ts';

export const topics: readonly Topic[] = [...officeTopics, ...townTopics];
