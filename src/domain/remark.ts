/** Characters of what an organiser asks an author, or gives as a reason. */
export const longestRemark = 1000;

/** Characters of the reason why a use case is archived. */
export const longestArchiveReason = 400;
