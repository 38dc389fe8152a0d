/** How requests are listed: open ones by votes or by age, planned ones, treated and declined ones, and those that somebody has to do with. */
export const topicViews = ['votes', 'new', 'planned', 'done', 'mine'] as const;
export type TopicView = (typeof topicViews)[number];
