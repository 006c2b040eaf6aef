import { Controller, Get, Header, Inject, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../core/config.js';
import { Open } from '../core/identity/index.js';
import { languageOf } from '../core/pages/language.js';
import { csv } from '../core/text/csv.js';
import { ALL } from './figures/statistics.js';
import { monthsOf } from './figures/tables.js';
import { KeptPages } from './kept-pages.js';
import { REGISTER_COLUMNS } from './open-data-table.js';
import { registerPage } from './pages/register.page.js';
import { cachedByLanguage } from './public-caching.js';
import { publicationTable } from './publication-table.js';
import { RegisterDto, RegisterPageDto } from './register.dto.js';
import { RegisterView, type RegisterPage } from './register.view.js';
import { statisticsTable } from './statistics-table.js';
import { StatisticsView } from './statistics.view.js';

const SHORT = `public, max-age=${publicationTable.cache_seconds}`;
const LONGEST = 1_000;

/** Single public acts, without identities. */
@Controller()
export class RegisterController {
  private readonly pages = new KeptPages(statisticsTable.kept_pages);
  constructor(
    private readonly view: RegisterView,
    private readonly statistics: StatisticsView,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Single public acts, newest first, a page at a time. */
  @Get('api/register')
  @Open()
  @Header('cache-control', SHORT)
  list(@Query() filter: RegisterDto): Promise<RegisterPage> {
    return this.view.run(filter, filter.limit ?? statisticsTable.acts_per_page);
  }

  /** The same as CSV; the header `link` leads to the next page. */
  @Get('register.csv')
  @Open()
  @Header('cache-control', SHORT)
  async table(@Query() filter: RegisterDto, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    const { items, nextAfter } = await this.view.run(filter, filter.limit ?? LONGEST);
    if (nextAfter !== null) {
      const { after: _, ...kept } = filter;
      const asked = Object.entries({ ...kept, after: nextAfter }).flatMap(([k, v]) => (v === undefined ? [] : [[k, String(v)]]));
      response.setHeader('link', `</register.csv?${new URLSearchParams(asked).toString()}>; rel="next"`);
    }
    const text = csv(
      REGISTER_COLUMNS,
      items.map((item) => REGISTER_COLUMNS.map((column) => item[column])),
    );
    return new StreamableFile(Buffer.from(text), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="register.csv"' });
  }

  /** The page of the register. */
  @Get('register')
  @Open()
  @Header('content-type', 'text/html; charset=utf-8')
  async page(@Query() filter: RegisterPageDto, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    cachedByLanguage(request, response, publicationTable.cache_seconds);
    const { timeZone, publicUrl } = this.config;
    const language = languageOf(request, response, this.config.language);
    const { seq, revision } = await this.statistics.asOf();
    const { lang: _, ...asked } = filter;
    return this.pages.get([seq, revision, language, asked], async () => {
      const [page, { asOf, lines }] = await Promise.all([
        this.view.run(filter, filter.limit ?? statisticsTable.acts_per_page),
        this.statistics.run(),
      ]);
      return registerPage({ page, filter, asOf, months: monthsOf(lines, ALL) }, { language, timeZone, publicUrl });
    });
  }
}
