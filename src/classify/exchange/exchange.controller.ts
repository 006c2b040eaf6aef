import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile, UploadedFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { AskedInBody } from '../../core/http/asked-in-body.js';
import { PageDto } from '../../core/http/page.dto.js';
import { TakesFile, type Upload } from '../../core/http/takes-file.js';
import { By, Needs, type Actor } from '../../core/identity/index.js';
import { ApproveVersions } from './approve-versions.use-case.js';
import {
  ApproveVersionsDto,
  ExportClaimsDto,
  ImportChecksDto,
  ImportClaimsDto,
  ImportDefaultsDto,
  SearchChecksDto,
} from './exchange.dto.js';
import { ExportClaims } from './export-claims.view.js';
import { ImportChecks } from './import-checks.use-case.js';
import { ImportClaims } from './import-claims.use-case.js';
import { ImportsView } from './imports.view.js';
import type { Form } from './record.js';

const TYPES: Record<Form, [type: string, name: string]> = {
  claimreview: ['application/ld+json', 'claims.jsonld'],
  csv: ['text/csv; charset=utf-8', 'claims.csv'],
  jsonl: ['application/jsonl; charset=utf-8', 'claims.jsonl'],
};
const TakesClaims = () => TakesFile('file', 'ClaimReview (JSON-LD), CSV or JSONL');

/** Claims that leave the registry, and drafts that come into it. */
@Controller('api')
export class ExchangeController {
  constructor(
    private readonly exporting: ExportClaims,
    private readonly importing: ImportClaims,
    private readonly checks: ImportChecks,
    private readonly imports: ImportsView,
    private readonly approving: ApproveVersions,
  ) {}

  /** The registry as a file: ClaimReview of what is in force, or all as CSV or JSONL. */
  @Post('claims/export')
  @AskedInBody()
  @Needs('claim.read')
  leave(@Body() { form, ...filter }: ExportClaimsDto): StreamableFile {
    const [type, name] = TYPES[form];
    return new StreamableFile(Readable.from(this.exporting.file(filter, form)), { type, disposition: `attachment; filename="${name}"` });
  }

  /** What an import of this file would do, line by line; nothing is written. */
  @Post('claim-imports/preview')
  @AskedInBody()
  @Needs('claim.draft')
  @TakesClaims()
  preview(@Body() defaults: ImportDefaultsDto, @UploadedFile() file?: Upload) {
    return this.importing.preview(file?.buffer, defaults);
  }

  /** Drafts what is new in a file that was previewed; sent again it drafts nothing twice. */
  @Post('claim-imports')
  @Needs('claim.draft')
  @TakesClaims()
  come(@By() { staffId }: Actor, @Body() { sha256, leave, ...defaults }: ImportClaimsDto, @UploadedFile() file?: Upload) {
    return this.importing.file({ staffId }, file?.buffer, { sha256, leave: new Set(leave?.split(',').map(Number)), defaults });
  }

  /** What a fact-checking service knows, and what an import would make of each. */
  @Post('fact-checks/search')
  @AskedInBody()
  @Needs('claim.draft')
  search(@Body() asked: SearchChecksDto) {
    return this.checks.search(asked);
  }

  /** Drafts claims from checks of others that were found and chosen. */
  @Post('claim-imports/checks')
  @Needs('claim.draft')
  choose(@By() { staffId }: Actor, @Body() { checks, ...defaults }: ImportChecksDto) {
    return this.checks.run({ staffId }, checks, defaults);
  }

  /** The imports that there were, the newest first. */
  @Get('claim-imports')
  @Needs('claim.read')
  list(@Query() page: PageDto) {
    return this.imports.list(page);
  }

  /** Puts versions in force that somebody else wrote, and tells of each whether it could. */
  @Post('claim-versions/approve')
  @HttpCode(200)
  @Needs('claim.approve')
  approve(@By() actor: Actor, @Body() { versionIds }: ApproveVersionsDto) {
    return this.approving.run(actor, versionIds);
  }
}
