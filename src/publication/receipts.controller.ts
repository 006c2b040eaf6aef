import {
  Body,
  Catch,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Req,
  Res,
  UseFilters,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../core/config.js';
import { asProblem } from '../core/http/problem.filter.js';
import { Open } from '../core/identity/index.js';
import { languageOf } from '../core/pages/language.js';
import { receiptPage } from './pages/receipt.page.js';
import { ReceiptCodeDto } from './receipt.dto.js';
import { ReceiptView, type ReceiptStory } from './receipt.view.js';

const HTML = 'text/html; charset=utf-8';

@Catch()
class ReceiptFaultFilter implements ExceptionFilter {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const [request, response] = [host.switchToHttp().getRequest<Request>(), host.switchToHttp().getResponse<Response>()];
    const problem = asProblem(error);
    const code = (request.body as { code?: unknown } | undefined)?.code ?? request.params.code;
    const typed = typeof code === 'string' ? code.slice(0, 64) : '';
    response
      .status(problem.kind.status)
      .type('html')
      .send(
        receiptPage({
          language: languageOf(request, response, this.config.language),
          timeZone: this.config.timeZone,
          typed,
          fault: problem.kind.status >= 500 ? 'busy' : problem.code,
        }),
      );
  }
}

/** What became of a report, for whoever holds its code. */
@Controller()
export class ReceiptsController {
  constructor(
    private readonly view: ReceiptView,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What became of a report, for whoever holds its code. */
  @Get('api/receipts/:code')
  @Open()
  async one(@Param('code') code: string): Promise<ReceiptStory> {
    const { state, receivedAt, lines } = await this.view.of(code);
    return { state, receivedAt, lines };
  }

  /** The page that asks for a receipt code. */
  @Get('receipt')
  @Open()
  @Header('content-type', HTML)
  ask(@Req() request: Request, @Res({ passthrough: true }) response: Response): string {
    return receiptPage({ language: languageOf(request, response, this.config.language), timeZone: this.config.timeZone });
  }

  /** Leads to the page of a receipt code. */
  @Post('receipt')
  @Open()
  @UseFilters(ReceiptFaultFilter)
  @HttpCode(303)
  async look(@Body() { code }: ReceiptCodeDto, @Res() response: Response): Promise<void> {
    response.redirect(303, `/receipt/${(await this.view.of(code)).code}`);
  }

  /** The page of a receipt. */
  @Get('receipt/:code')
  @Open()
  @Header('content-type', HTML)
  @Header('cache-control', 'private, no-store')
  @UseFilters(ReceiptFaultFilter)
  async show(@Param('code') code: string, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    return receiptPage({
      receipt: await this.view.of(code),
      language: languageOf(request, response, this.config.language),
      timeZone: this.config.timeZone,
    });
  }
}
