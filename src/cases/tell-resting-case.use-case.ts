import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RestingCases } from '../classify/index.js';
import { PostLinksRepository } from './post-links.repository.js';

/** Tells the room of the judgements which case stands on one. */
@Injectable()
export class TellRestingCase implements OnModuleInit {
  constructor(
    private readonly resting: RestingCases,
    private readonly links: PostLinksRepository,
  ) {}

  onModuleInit(): void {
    this.resting.askBy((tx, postId) => this.links.resting(tx, postId));
  }
}
