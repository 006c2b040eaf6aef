import {
  Body,
  Controller,
  Get,
  Header,
  Inject,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../core/config.js';
import { AskedInBody } from '../../core/http/asked-in-body.js';
import { By, Needs, Open, type Actor } from '../../core/identity/index.js';
import { LookDto } from '../../core/identity/look.dto.js';
import { Problem } from '../../core/problem/problem.js';
import { OpenReplay } from './open-replay.use-case.js';
import { ReadReplay } from './read-replay.use-case.js';
import { pieceOf, shownAs } from './recorded-answer.js';
import { ReplayDto } from './replay.dto.js';
import { replayPage } from './replay.page.js';

const HTML = 'text/html; charset=utf-8';
const AROUND =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Captured pages, on the evidence origin: without cookies, scripts or any way out. */
@Controller()
export class ReplayController {
  constructor(
    private readonly opening: OpenReplay,
    private readonly reading: ReadReplay,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens the replay of a capture for some minutes, for a reason that is kept. */
  @Post('api/captures/:id/replays')
  @AskedInBody()
  @Needs('evidence.read')
  open(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: LookDto) {
    return this.opening.run(actor, id, reason);
  }

  /** What stands around a replay. */
  @Get('replay/:ticket')
  @Open()
  @Header('content-type', HTML)
  async around(
    @Param('ticket') ticket: string,
    @Query() { lang }: ReplayDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const opened = await this.reading.opened(ticket).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'missing') return null;
      throw error;
    });
    response.status(opened ? 200 : 404);
    response.setHeader('content-security-policy', AROUND);
    response.setHeader('cache-control', 'private, no-store');
    const replay = opened && { ...opened, page: `/replay/${ticket}/page` };
    return replayPage({ language: lang ?? this.config.language, timeZone: this.config.timeZone, replay });
  }

  /** The captured page. */
  @Get('replay/:ticket/page')
  @Open()
  @Header('content-type', HTML)
  async page(@Param('ticket') ticket: string, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    const html = await this.reading.document(ticket, 0);
    closed(request, response, ticket);
    return html;
  }

  /** The document of one of its frames. */
  @Get('replay/:ticket/frames/:number')
  @Open()
  @Header('content-type', HTML)
  async frame(
    @Param('ticket') ticket: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const html = await this.reading.document(ticket, Math.max(1, number));
    closed(request, response, ticket);
    return html;
  }

  /** An answer that the browser got while it captured. */
  @Get('replay/:ticket/kept/:number')
  @Open()
  async kept(
    @Param('ticket') ticket: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { headers, length, read } = await this.reading.answer(ticket, number);
    closed(request, response, ticket);
    response.setHeader('accept-ranges', 'bytes');
    const piece = pieceOf(request.get('range'), length);
    if (piece) response.status(206).setHeader('content-range', `bytes ${piece.start}-${piece.end}/${length}`);
    const sent = piece ? piece.end + 1 - piece.start : length;
    return new StreamableFile(read(piece ?? undefined), { type: shownAs(headers.get('content-type') ?? ''), length: sent });
  }
}

/** Nothing in it runs, and nothing is loaded but what this ticket opens. The page has no origin, so what it loads must not ask for one. */
function closed(request: Request, response: Response, ticket: string): void {
  const own = `${request.protocol}://${request.get('host')}/replay/${ticket}/`;
  response.setHeader(
    'content-security-policy',
    `sandbox; default-src 'none'; img-src ${own} data:; media-src ${own}; font-src ${own} data:; style-src ${own} 'unsafe-inline'; frame-src ${own}; base-uri 'none'; form-action 'none'`,
  );
  response.removeHeader('x-frame-options');
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'private, no-store');
}
