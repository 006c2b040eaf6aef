import {
  Body,
  Catch,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Post,
  Req,
  Res,
  UploadedFile,
  UseFilters,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { CONFIG, type Config } from '../core/config.js';
import { asProblem } from '../core/http/problem.filter.js';
import type { Upload } from '../core/http/takes-file.js';
import { Open } from '../core/identity/index.js';
import { languageOf } from '../core/pages/language.js';
import { reportFormPage } from './pages/report-form.page.js';
import { ReceiveReport } from './receive-report.use-case.js';
import { ReportFormDto } from './report.dto.js';
import { ReportsLimit } from './reports-limit.guard.js';
import { isSubmissionKey } from './submission-key.js';
import { readPicture, TakesPicture } from './upload.adapter.js';

const megabytes = (config: Config) => Math.floor(config.limits.uploadBytes / 1_048_576);

const textsOf = (fields: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries((fields ?? {}) as object).filter(([, value]) => typeof value === 'string'));

/** What is wrong, above the form as it was filled in. */
@Catch()
class FormFaultFilter implements ExceptionFilter {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const [request, response] = [host.switchToHttp().getRequest<Request>(), host.switchToHttp().getResponse<Response>()];
    const problem = asProblem(error);
    const body = (request.body ?? {}) as { contact?: unknown };
    const typed: Partial<ReportFormDto> = { ...textsOf(body), contact: textsOf(body.contact) };
    const language = typed.lang === 'vi' || typed.lang === 'en' ? typed.lang : languageOf(request, response, this.config.language);
    const fault = problem.code === 'bad-link' ? String(problem.details.reason) : problem.code === 'internal' ? 'busy' : problem.code;
    response
      .status(problem.kind.status)
      .type('html')
      .send(
        reportFormPage({
          language,
          key: typed.key && isSubmissionKey(typed.key) ? typed.key : randomUUID(),
          megabytes: megabytes(this.config),
          typed,
          fault,
        }),
      );
  }
}

/** The public form, for a browser without scripts. */
@Controller()
export class ReportFormController {
  constructor(
    private readonly receive: ReceiveReport,
    private readonly limit: ReportsLimit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The public form. */
  @Get()
  @Open()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  form(@Req() request: Request, @Res({ passthrough: true }) response: Response): string {
    return reportFormPage({
      language: languageOf(request, response, this.config.language),
      key: randomUUID(),
      megabytes: megabytes(this.config),
    });
  }

  /** Takes a report from the public form; whoever sent too many gets back what was typed. */
  @Post('report')
  @HttpCode(303)
  @Open()
  @TakesPicture()
  @UseFilters(FormFaultFilter)
  async send(
    @Body() form: ReportFormDto,
    @Req() request: Request,
    @Res() response: Response,
    @UploadedFile() file?: Upload,
  ): Promise<void> {
    this.limit.demand(request);
    const { receipt } = await this.receive.run({ ...form, picture: await readPicture(file), submissionKey: form.key });
    response.redirect(303, `/receipt/${receipt}`);
  }
}
