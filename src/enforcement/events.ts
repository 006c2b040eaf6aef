import type { Reply } from './item.flow.js';
import type { TakedownKind } from './takedown.flow.js';

interface About {
  kind: TakedownKind;
  platform: string;
}
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
    /** ordered to leave; it does so a little later, unless it is called back */
    'takedown.queued': { v: 1; public: About; office: Ids & { attempt: number } };
    'takedown.called-back': { v: 1; public: About; office: Ids & { attempt: number } };
    'takedown.delayed': { v: 1; public: About; office: Ids & { attempt: number } };
    'takedown.held': { v: 1; public: About; office: Ids & { attempt: number; lacks: string[] } };
    'takedown.sent': {
      v: 1;
      public: About & { way: string; basis: string | null; items: number };
      office: Ids & { deliveryId: string; contentSha256: string; rawSha256: string };
    };
    'takedown.undeliverable': { v: 1; public: About & { way: string }; office: Ids & { deliveryId: string } };
    'takedown.withdrawn': { v: 1; public: About; office: Ids };
    /** custody: somebody read what left, to the byte */
    'takedown.delivery-read': { v: 1; public: Record<string, never>; office: Ids & { deliveryId: string } };
    'item.replied': { v: 1; public: { platform: string; reply: Reply }; office: ItemIds & { replyId: string } };
    'item.verified-removed': { v: 1; public: { platform: string }; office: ItemIds & { captures: string[] } };
    'item.reappeared': { v: 1; public: { platform: string }; office: ItemIds & { captures: string[] } };
    'item.overdue': { v: 1; public: { platform: string }; office: ItemIds };
    'item.withdrawn': { v: 1; public: { platform: string }; office: ItemIds };
  }
}
