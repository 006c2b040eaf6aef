import { Controller, Get, Header, Inject, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../core/config.js';
import { Open } from '../core/identity/index.js';
import { languageOf } from '../core/pages/language.js';
import { csv } from '../core/text/csv.js';
import { KeptPages } from './kept-pages.js';
import { WORD_COLUMNS } from './open-data-table.js';
import { openDataPage } from './pages/open-data.page.js';
import { statisticsPage } from './pages/statistics.page.js';
import { cachedByLanguage } from './public-caching.js';
import { publicationTable } from './publication-table.js';
import { LanguageDto, StatisticsPageDto } from './register.dto.js';
import { statisticsTable } from './statistics-table.js';
import { StatisticsView, type Statistics } from './statistics.view.js';

const HTML = 'text/html; charset=utf-8';
const SHORT = `public, max-age=${publicationTable.cache_seconds}`;

/** The public figures, for people, for table programs and for machines. */
@Controller()
export class StatisticsController {
  private readonly pages = new KeptPages(statisticsTable.kept_pages);
  constructor(
    private readonly view: StatisticsView,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Every public figure, and until when it was counted. */
  @Get('api/statistics')
  @Open()
  @Header('cache-control', SHORT)
  all(): Promise<Statistics> {
    return this.view.run();
  }

  /** Every public figure as CSV. */
  @Get('statistics.csv')
  @Open()
  @Header('cache-control', SHORT)
  async table(): Promise<StreamableFile> {
    const { lines } = await this.view.run();
    const text = csv(
      ['figure', 'month', ...WORD_COLUMNS, 'count', 'sum', 'median'],
      lines.map((line) => [
        line.figure,
        line.month,
        ...WORD_COLUMNS.map((field) => line.by[field] ?? ''),
        line.count,
        line.sum,
        line.median,
      ]),
    );
    return new StreamableFile(Buffer.from(text), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="statistics.csv"' });
  }

  /** The page of public figures, of one month or of all. */
  @Get('statistics')
  @Open()
  @Header('content-type', HTML)
  async page(
    @Query() { month }: StatisticsPageDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const asOf = await this.view.asOf();
    const setting = this.setting(request, response);
    cachedByLanguage(request, response, publicationTable.cache_seconds);
    return this.pages.get(['statistics', asOf.seq, asOf.revision, setting.language, month], async () =>
      statisticsPage(await this.view.run(), month, setting),
    );
  }

  /** The page of open data: what there is, what it means, how to verify it. */
  @Get('open-data')
  @Open()
  @Header('content-type', HTML)
  async openData(@Query() _query: LanguageDto, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    const asOf = await this.view.asOf();
    const setting = this.setting(request, response);
    cachedByLanguage(request, response, publicationTable.cache_seconds);
    return this.pages.get(['open-data', asOf.seq, asOf.revision, setting.language], () =>
      openDataPage(asOf, statisticsTable.lines_per_file, setting),
    );
  }

  private setting(request: Request, response: Response) {
    const { language, timeZone, publicUrl } = this.config;
    return { language: languageOf(request, response, language), timeZone, publicUrl };
  }
}
