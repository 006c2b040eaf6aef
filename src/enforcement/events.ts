import type { RemovalReply } from './item.flow.js';
import type { TakedownKind } from './takedown.flow.js';

interface About {
  kind: TakedownKind;
  platform: string;
}
/** What the public register may show of a request that left: `act` is the request's own random id, so that what follows can be joined to it. */
interface Act {
  platform: string;
  topic: string;
  act: string;
}
type ItemAct = Act & { item: string };
interface Ids {
  takedownId: string;
  caseId: string;
}
interface ItemIds extends Ids {
  itemId: string;
  postId: string;
  addressId: string;
}
declare module '../core/events/event.js' {
  interface Events {
    'takedown.drafted': { v: 1; public: About; office: Ids & { contentId: string; contentSha256: string } };
    'takedown.changed': { v: 1; public: About; office: Ids & { contentId: string; contentSha256: string; voidedApproval: boolean } };
    'takedown.approved': { v: 1; public: About; office: Ids & { contentId: string; contentSha256: string } };
    'takedown.returned': { v: 1; public: Record<string, never>; office: Ids & { contentId: string; contentSha256: string } };
    /** ordered to leave; it does so a little later, unless it is called back */
    'takedown.queued': { v: 1; public: About; office: Ids & { attempt: number } };
    'takedown.called-back': { v: 1; public: About; office: Ids & { attempt: number } };
    'takedown.delayed': { v: 1; public: About; office: Ids & { attempt: number } };
    'takedown.held': { v: 1; public: About; office: Ids & { attempt: number; lacks: string[] } };
    /** `again`: it had left before and did not arrive */
    'takedown.sent': {
      v: 2;
      public: Act & { kind: TakedownKind; way: string; basis: string | null; items: number; again: boolean };
      office: Ids & { deliveryId: string; contentSha256: string; rawSha256: string };
    };
    'takedown.undeliverable': { v: 2; public: Act & { kind: TakedownKind; way: string }; office: Ids & { deliveryId: string } };
    /** `sent`: it had left before, so its withdrawal undoes something that the public was told */
    'takedown.withdrawn': { v: 2; public: Act & { kind: TakedownKind; sent: boolean }; office: Ids };
    /** custody: somebody read what left, to the byte */
    'takedown.delivery-read': { v: 1; public: Record<string, never>; office: Ids & { deliveryId: string } };
    'item.replied': { v: 2; public: ItemAct & { reply: RemovalReply }; office: ItemIds & { replyId: string } };
    /** `hours`: whole hours from asking to the look that proved it */
    'item.verified-removed': { v: 2; public: ItemAct & { hours: number }; office: ItemIds & { captures: string[] } };
    'item.reappeared': { v: 2; public: ItemAct; office: ItemIds & { captures: string[] } };
    'item.overdue': { v: 2; public: ItemAct; office: ItemIds };
    'item.withdrawn': { v: 2; public: ItemAct; office: ItemIds };
    /** what the platform answered to a withdrawal about a link, and what was seen of it: the public is told that the request was withdrawn */
    'item.restoration-replied': { v: 1; public: Record<string, never>; office: ItemIds & { replyId: string } };
    'item.restored': { v: 1; public: Record<string, never>; office: ItemIds & { captures: string[] } };
    'item.restoration-overdue': { v: 1; public: Record<string, never>; office: ItemIds };
  }
}
