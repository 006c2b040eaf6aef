import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { By, Needs, SignedIn, type Actor } from '../core/identity/index.js';
import { MoveClock } from './move-clock.use-case.js';
import { MoveClockDto } from './office.dto.js';

@Controller('api/demo/clock')
export class DemoClockController {
  constructor(private readonly clock: MoveClock) {}

  @Get()
  @SignedIn()
  now() {
    return this.clock.now();
  }

  @Post()
  @HttpCode(200)
  @Needs('demo.clock')
  move(@By() actor: Actor, @Body() body: MoveClockDto) {
    return this.clock.run(actor, body.hours);
  }
}
