import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { OrderedCapture } from './capture-answers.js';
import type { OrderCaptureDto } from './captures.dto.js';
import { Problem } from '../core/problem/problem.js';
import { PostsDoor } from '../intake/index.js';
import { UseProfile } from './profiles/use-profile.use-case.js';
import { Routes } from './routes.use-case.js';
import { RequestCapture } from './request-capture.use-case.js';
import './problems.js';
import { Bars } from '../core/identity/bars.js';

/** A staff member asks for another capture of a post: of one of its links, or of the first. */
@Injectable()
export class OrderCapture {
  constructor(
    private readonly db: Db,
    private readonly posts: PostsDoor,
    private readonly bars: Bars,
    private readonly routes: Routes,
    private readonly profiles: UseProfile,
    private readonly request: RequestCapture,
  ) {}

  run(by: { staffId: string }, postId: string, { addressId, visitor, route }: OrderCaptureDto): Promise<OrderedCapture> {
    if (route !== undefined && !this.routes.named(route)) throw new Problem('no-such-route');
    return this.db.tx(async (tx) => {
      if (!(await this.posts.find(tx, postId))) throw new Problem('missing');
      await this.bars.refuse(tx, by, postId);
      const links = (await this.posts.addresses(tx, postId)).filter((a) => a.url !== null);
      const link = addressId ? links.find((a) => a.addressId === addressId) : links[0];
      if (!link) throw new Problem('no-link-to-capture');
      if (visitor !== undefined) await this.profiles.check(tx, visitor, link.url!);
      return {
        captureId: await this.request.run(tx, {
          postId,
          addressId: link.addressId,
          url: link.url!,
          reason: 'inspector',
          orderedBy: by.staffId,
          visitor,
          route,
        }),
      };
    });
  }
}
