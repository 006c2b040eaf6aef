import type { S3Settings } from './s3-store.js';

/** As the settings give it, each by its own name. */
export interface S3Given {
  evidenceS3Endpoint: string | null;
  evidenceS3Region: string;
  evidenceS3Bucket: string | null;
  evidenceS3AccessKey: string | null;
  evidenceS3SecretKey: string | null;
  evidenceS3Lock: 'GOVERNANCE' | 'COMPLIANCE' | null;
  evidenceS3LockDays: number;
}

/** The bucket that is meant, null where evidence lies in the data folder, or what is missing. */
export function s3Settings(given: S3Given): { is: S3Settings | null; faults: string[] } {
  const { evidenceS3Endpoint: endpoint, evidenceS3Bucket: bucket, evidenceS3AccessKey: accessKey, evidenceS3SecretKey: secretKey } = given;
  if (!endpoint) {
    const idle = bucket ?? accessKey ?? secretKey ?? given.evidenceS3Lock;
    return { is: null, faults: idle ? ['EVIDENCE_S3_ENDPOINT is not set, and other settings of EVIDENCE_S3_… are'] : [] };
  }
  const faults = Object.entries({ BUCKET: bucket, ACCESS_KEY: accessKey, SECRET_KEY: secretKey })
    .filter(([, value]) => !value)
    .map(([name]) => `EVIDENCE_S3_${name} is needed beside EVIDENCE_S3_ENDPOINT`);
  if (bucket && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) faults.push('EVIDENCE_S3_BUCKET is no name of a bucket');
  if (new URL(endpoint).pathname !== '/') faults.push('EVIDENCE_S3_ENDPOINT must be an address without a path');
  if (faults.length > 0 || !bucket || !accessKey || !secretKey) return { is: null, faults };
  const { evidenceS3Region: region, evidenceS3Lock: lock, evidenceS3LockDays: lockDays } = given;
  return { is: { endpoint, region, bucket, accessKey, secretKey, lock, lockDays }, faults };
}
