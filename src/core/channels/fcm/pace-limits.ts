/** The largest burst of collapsible messages that can be set. */
export const BURST_MAX = 100;
/** The largest number of urgent messages without effect that can be set. */
export const WATCHED_MAX = 100;
