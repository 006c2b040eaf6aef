import { Controller, Get, Header, Inject, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { CONFIG, type Config } from '../../core/config.js';
import { FORMAT } from '../../core/events/seal.js';
import { Open } from '../../core/identity/index.js';
import { Problem } from '../../core/problem/problem.js';
import { publicationTable } from '../publication-table.js';
import { statisticsTable } from '../statistics-table.js';
import { PublicHeads } from './heads.adapter.js';
import { PublicPackageKeys } from './package-keys.adapter.js';
import { countOf, logFile, nameOf, numberOf } from './log-files.js';
import { HeadsAfterDto } from './public-log.dto.js';
import { PublicLogView } from './public-log.view.js';

const LINES = 'application/jsonl; charset=utf-8';
const FOR_EVER = 'public, max-age=31536000, immutable';
const SHORT = `public, max-age=${publicationTable.cache_seconds}`;

/** What the published log is, and how far it goes. */
export interface AboutPublicLog {
  format: 'lachan-public-log/1';
  events: string;
  timeZone: string;
  /** the last event that is published, and its head; 0 while there is none */
  sealedTo: number;
  head: string | null;
  signedAt: string | null;
  linesPerFile: number;
  files: number;
  lastFile: string | null;
  key: string | null;
}

/** The keys by which packages of evidence are signed, the newest first. */
export interface PublishedPackageKeys {
  keys: {
    /** SHA-256 over the DER bytes of the public key */
    fingerprint: string;
    /** when it began to sign, and when another followed; null while it signs */
    from: string;
    to: string | null;
    /** the file that holds it, beside this one */
    file: string;
  }[];
}

/** The public parts of the log, whole, with what lets anybody compute the chain anew. */
@Controller('public-log')
export class PublicLogController {
  constructor(
    private readonly view: PublicLogView,
    private readonly heads: PublicHeads,
    private readonly packageKeys: PublicPackageKeys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** How far the published log goes, and how it is cut into files. */
  @Get('about.json')
  @Open()
  @Header('cache-control', SHORT)
  async about(): Promise<AboutPublicLog> {
    const newest = await this.view.newest();
    const sealedTo = Number(newest?.seq ?? 0);
    const { lines_per_file: linesPerFile } = statisticsTable;
    const files = countOf(sealedTo, linesPerFile);
    return {
      format: 'lachan-public-log/1',
      events: FORMAT,
      timeZone: this.config.timeZone,
      sealedTo,
      head: newest?.head ?? null,
      signedAt: newest?.at ?? null,
      linesPerFile,
      files,
      lastFile: files > 0 ? nameOf(files) : null,
      key: newest ? `public-${newest.key}.pem` : null,
    };
  }

  /** Signed heads of the published log after an event, a page at a time. */
  @Get('heads.jsonl')
  @Open()
  @Header('cache-control', SHORT)
  async signed(@Query() { after = 0 }: HeadsAfterDto): Promise<StreamableFile> {
    const to = Number((await this.view.newest())?.seq ?? 0);
    const heads = await this.heads.after(after, to, statisticsTable.heads_per_page);
    return new StreamableFile(Buffer.from(heads.map((head) => `${JSON.stringify(head)}\n`).join('')), { type: LINES });
  }

  /** The public keys by which packages of evidence are signed, and from when to when. */
  @Get('package-keys.json')
  @Open()
  @Header('cache-control', SHORT)
  keysOfPackages(): PublishedPackageKeys {
    const keys = this.packageKeys.list();
    return { keys: keys.map(({ fingerprint, from, to }) => ({ fingerprint, from, to, file: `package-key-${fingerprint}.pem` })) };
  }

  /** One file of the published log, or a public key by which heads or packages are signed. */
  @Get(':file')
  @Open()
  async file(@Param('file') name: string, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    const id = /^public-([0-9a-f]{16})\.pem$/.exec(name)?.[1];
    if (id) return this.key(await this.heads.key(id), response);
    const fingerprint = /^package-key-([0-9a-f]{64})\.pem$/.exec(name)?.[1];
    if (fingerprint) return this.key(this.packageKeys.pem(fingerprint), response);
    const number = numberOf(name);
    const sealedTo = Number((await this.view.newest())?.seq ?? 0);
    if (number === null || number > countOf(sealedTo, statisticsTable.lines_per_file)) throw new Problem('missing');
    const { first, last } = logFile(number, statisticsTable.lines_per_file);
    response.setHeader('cache-control', last <= sealedTo ? FOR_EVER : SHORT);
    return new StreamableFile(Readable.from(this.view.lines(first, Math.min(last, sealedTo))), { type: LINES });
  }

  private key(pem: string | null, response: Response): StreamableFile {
    if (!pem) throw new Problem('missing');
    response.setHeader('cache-control', FOR_EVER);
    return new StreamableFile(Buffer.from(pem), { type: 'application/x-pem-file' });
  }
}
