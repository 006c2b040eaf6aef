import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { PageDto } from '../core/http/page.dto.js';
import { By, Needs, type Actor } from '../core/identity/index.js';
import type { CaptureChoices } from './capture-answers.js';
import { OrderCaptureDto } from './captures.dto.js';
import { CapturesView } from './captures.view.js';
import { downloadName, typeOf, visitorTable } from './engine/index.js';
import { OrderCapture } from './order-capture.use-case.js';
import { ProfilesView } from './profiles/profiles.view.js';
import { Routes } from './routes.use-case.js';
import { ReadPart } from './read-part.use-case.js';

@Controller('api')
export class CapturesController {
  constructor(
    private readonly view: CapturesView,
    private readonly order: OrderCapture,
    private readonly routes: Routes,
    private readonly profiles: ProfilesView,
    private readonly read: ReadPart,
  ) {}

  /** The captures of a post, newest first. */
  @Get('posts/:postId/captures')
  @Needs('evidence.read')
  list(@By() actor: Actor, @Param('postId', ParseUUIDPipe) postId: string, @Query() query: PageDto) {
    return this.view.list(actor, postId, query);
  }

  /** Orders a capture of a post. */
  @Post('posts/:postId/captures')
  @Needs('capture.order')
  again(@By() actor: Actor, @Param('postId', ParseUUIDPipe) postId: string, @Body() body: OrderCaptureDto) {
    return this.order.run(actor, postId, body);
  }

  /** What whoever orders a capture may choose. */
  @Get('captures/choices')
  @Needs('capture.order')
  async choices(): Promise<CaptureChoices> {
    const { default: first, visitors } = visitorTable;
    return {
      visitors: [first, ...Object.keys(visitors).filter((name) => name !== first)],
      profiles: await this.profiles.choices(),
      routes: this.routes.names,
    };
  }

  /** One capture: what it showed, its parts, who read them. */
  @Get('captures/:id')
  @Needs('evidence.read')
  one(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.view.one(actor, id);
  }

  /** Who looked at a capture, the latest first. */
  @Get('captures/:id/custody')
  @Needs('evidence.read')
  custody(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: PageDto) {
    return this.view.custody(actor, id, query);
  }

  /** Shows a picture of a capture. What strangers wrote never runs here. */
  @Get('captures/:id/parts/:name')
  @Needs('evidence.read')
  async part(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('name') name: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { part, bytes } = await this.read.run(actor, id, name);
    const { mediaType, suffix } = typeOf(part.mediaType);
    response.setHeader('content-security-policy', "default-src 'none'; sandbox");
    response.setHeader('cache-control', 'private, no-store');
    return new StreamableFile(bytes, {
      type: mediaType,
      length: part.bytes,
      disposition: `inline; filename="${downloadName(id, part.name, suffix)}"`,
    });
  }
}
