import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { By, Needs, SignedIn, type Actor } from '../core/identity/index.js';
import { MoveClock } from './move-clock.use-case.js';
import { MoveClockDto } from './office.dto.js';

@Controller('api/demo/clock')
export class DemoClockController {
  constructor(private readonly clock: MoveClock) {}

  /** The office time. */
  @Get()
  @SignedIn()
  now() {
    return this.clock.now();
  }

  /** Moves the office time of the demo forward. */
  @Post()
  @HttpCode(200)
  @Needs('demo.clock')
  move(@By() actor: Actor, @Body() body: MoveClockDto) {
    return this.clock.run(actor, body.hours);
  }
}
