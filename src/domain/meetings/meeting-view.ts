/** Which meetings a list shows: the next ones, those that somebody said yes or perhaps to, and those that are over. */
export const meetingViews = ['next', 'mine', 'past', 'drafts'] as const;
export type MeetingView = (typeof meetingViews)[number];
