import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OpenPenalties } from '../../cases/index.js';
import { OpenPenaltiesView } from './open-penalties.view.js';

/** Tells the room of the cases what of a case has not come to its end here. */
@Injectable()
export class TellOpenPenalties implements OnModuleInit {
  constructor(
    private readonly open: OpenPenalties,
    private readonly view: OpenPenaltiesView,
  ) {}

  onModuleInit(): void {
    this.open.askBy((tx, caseId) => this.view.run(tx, caseId));
  }
}
