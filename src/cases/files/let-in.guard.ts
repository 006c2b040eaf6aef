import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Response } from 'express';
import { CONFIG, type Config } from '../../core/config.js';
import { EvidenceStore } from '../../core/evidence/store.js';
import { fileTable } from '../../core/files/file-table.js';
import { awaitFilm } from '../../core/http/server-limits.js';
import type { LetIn } from '../../core/http/takes-stream.js';
import { Problem } from '../../core/problem/problem.js';
import { AddFile } from './add-file.use-case.js';

/** what a form has beside its file */
const BESIDE = 100_000;

/** Asks before the first byte of a file whether it could be taken, and lets no more in at a time than the house can carry. */
@Injectable()
export class LetInGuard implements CanActivate {
  /** whose files come in at this moment */
  private readonly coming: string[] = [];
  constructor(
    private readonly adding: AddFile,
    private readonly store: EvidenceStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<LetIn>();
    const { id } = request.params as { id: string };
    if (!isUUID(id)) return true; // which the route refuses
    const { fileBytes: most } = this.config.limits;
    if (Number(request.headers['content-length'] ?? 0) > most + BESIDE) throw new Problem('too-large', { limit: most });
    const { staffId } = request.actor!;
    const response = context.switchToHttp().getResponse<Response>();
    const leave = this.enter(staffId);
    response.once('close', leave); // before anything is waited for: it comes once
    try {
      await this.adding.refuse({ staffId }, id);
      if (response.closed) throw new Problem('busy', { detail: 'Whoever sends has gone' });
    } catch (error) {
      leave();
      throw error;
    }
    awaitFilm(request);
    request.letIn = { store: this.store, most };
    return true;
  }

  /** Takes a place; gives it back once, however often that is asked. */
  private enter(staffId: string): () => void {
    const own = this.coming.filter((one) => one === staffId).length;
    if (own >= fileTable.at_once_each || this.coming.length >= fileTable.at_once) throw new Problem('too-many', { retryAfterSeconds: 10 });
    this.coming.push(staffId);
    let here = true;
    return () => {
      if (here) this.coming.splice(this.coming.indexOf(staffId), 1);
      here = false;
    };
  }
}
