import { Controller, Get, Header, Inject, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../core/config.js';
import { Problem } from '../core/problem/problem.js';
import { Open } from '../core/identity/index.js';
import { languageOf } from '../core/pages/language.js';
import { publicTexts, say, type Language } from '../core/pages/texts.js';
import { worded } from './correction.js';
import { atom } from './feed.js';
import { correctionPage, PATH, type Setting } from './pages/correction.page.js';
import { correctionsPage } from './pages/corrections.page.js';
import { cachedByLanguage } from './public-caching.js';
import { publicationTable } from './publication-table.js';
import { PublicCorrectionsView, type PublicCorrection } from './public-corrections.view.js';

const HTML = 'text/html; charset=utf-8';
const missing = () => new Problem('missing');
/** Links that are shared gain words of their own on the way (`?fbclid=…`), so that only what is known here is read of an address. */
const After = () => Query('after', new ParseUUIDPipe({ optional: true, exceptionFactory: missing }));
const cached = (request: Request, response: Response): void => cachedByLanguage(request, response, publicationTable.cache_seconds);

/** What the office corrected in public, for everybody. */
@Controller()
export class PublicCorrectionsController {
  constructor(
    private readonly view: PublicCorrectionsView,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The page with all corrections, newest first. */
  @Get('dinh-chinh')
  @Open()
  @Header('content-type', HTML)
  async list(@Req() request: Request, @Res({ passthrough: true }) response: Response, @After() after?: string): Promise<string> {
    const page = await this.view.list(publicationTable.corrections_per_page, after);
    cached(request, response);
    return correctionsPage({ ...page, after }, this.setting(languageOf(request, response, this.config.language)));
  }

  /** The feed (Atom) of corrections, what changed last first. */
  @Get('dinh-chinh/feed.xml')
  @Open()
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  async feed(@Res({ passthrough: true }) response: Response, @Query('lang') asked?: string): Promise<string> {
    const lang = asked === 'vi' || asked === 'en' ? asked : this.config.language;
    const corrections = await this.view.changes(publicationTable.feed_entries);
    response.setHeader('cache-control', `public, max-age=${publicationTable.cache_seconds}`);
    return atom({
      url: this.at(`${PATH}/feed.xml?lang=${lang}`),
      home: this.at(PATH),
      title: say(publicTexts.correction.list, lang),
      office: say(publicTexts.office, lang),
      language: lang,
      entries: corrections.map((c) => this.entry(c, lang)),
    });
  }

  /** The page of one correction. */
  @Get('dinh-chinh/:id')
  @Open()
  @Header('content-type', HTML)
  async one(
    @Param('id', new ParseUUIDPipe({ exceptionFactory: missing })) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const correction = await this.view.one(id);
    cached(request, response);
    if (correction.withdrawn) response.status(410);
    return correctionPage(correction, this.setting(languageOf(request, response, this.config.language)));
  }

  private entry({ id, content, publishedAt, changedAt, withdrawn }: PublicCorrection, language: Language) {
    const text = worded(content, language);
    return {
      id,
      url: this.at(`${PATH}/${id}`),
      title: withdrawn ? say(publicTexts.correction.withdrawn_title, language, { title: text.title }) : text.title,
      summary: withdrawn ? withdrawn.reason : text.truth,
      language: text.language,
      published: publishedAt,
      updated: changedAt,
    };
  }
  private at(path: string): string {
    return new URL(path, this.config.publicUrl).href;
  }
  private setting(language: Language): Setting {
    return { language, timeZone: this.config.timeZone, publicUrl: this.config.publicUrl };
  }
}
