/** How a decision reaches whom it concerns. */
export const SERVICE_WAYS = ['in-person', 'secured-post', 'electronic', 'posted-up'] as const;
export type ServiceWay = (typeof SERVICE_WAYS)[number];
