import { Injectable } from '@nestjs/common';
import type { FlowActor } from '../../core/flow/flow.js';
import { Problem } from '../../core/problem/problem.js';
import { ApproveClaim } from '../approve-claim.use-case.js';
import type { ApprovedVersion, ApprovedVersions } from './exchange-answers.js';

/** A list that somebody read is put in force version by version, each by the rule of one; a version never changes, so its id names exactly what was read. */
@Injectable()
export class ApproveVersions {
  constructor(private readonly approve: ApproveClaim) {}

  async run(actor: FlowActor & { staffId: string }, versionIds: string[]): Promise<ApprovedVersions> {
    const versions: ApprovedVersion[] = [];
    for (const versionId of versionIds) {
      const problem = await this.approve.run(actor, versionId).then(
        () => null,
        (error: unknown) => {
          if (error instanceof Problem && error.kind.status < 500) return error.code;
          throw error;
        },
      );
      versions.push({ versionId, problem });
    }
    return { versions };
  }
}
