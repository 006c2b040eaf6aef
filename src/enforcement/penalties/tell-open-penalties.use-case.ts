import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OpenPenalties } from '../../cases/index.js';
import { OpenInterestView } from './open-interest.view.js';
import { OpenPenaltiesView } from './open-penalties.view.js';

/** Tells the room of the cases what of a case has not come to its end here. */
@Injectable()
export class TellOpenPenalties implements OnModuleInit {
  constructor(
    private readonly open: OpenPenalties,
    private readonly view: OpenPenaltiesView,
    private readonly interest: OpenInterestView,
  ) {}

  onModuleInit(): void {
    this.open.askBy({
      open: async (tx, caseId) => [...(await this.view.run(tx, caseId)), ...(await this.interest.run(tx, caseId))],
      issued: (tx, caseId) => this.view.issued(tx, caseId),
    });
  }
}
