import { invalid } from '../../engine/problem.ts'

/** Where files are kept, and how large they may be. */
export interface FileSettings {
  /** In bytes. */
  readonly largest: number
  /** A store that speaks S3; without it files lie in the data directory. */
  readonly s3: S3Place | undefined
}

export interface S3Place {
  /** With its scheme and without the bucket: `https://s3.eu-central-1.amazonaws.com`. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

export const defaultFiles: FileSettings = { largest: 25_000_000, s3: undefined }

/** Reads the environment. Throws `invalid` with the word that does not fit, or with those that are missing. */
export function fileSettingsOf(env: Readonly<Record<string, string | undefined>>): FileSettings {
  const told = (name: string): string | undefined => env[name]?.trim() || undefined
  return { largest: largestOf(told('THROUGHLINE_LARGEST_FILE_MB')), s3: s3Of(told) }
}

function largestOf(text: string | undefined): number {
  if (text === undefined) return defaultFiles.largest
  const megabytes = Number(text)
  if (!(megabytes > 0 && megabytes <= 5000))
    throw invalid(
      'THROUGHLINE_LARGEST_FILE_MB is the size of the largest file that is taken, in megabytes, from above 0 to 5000, such as 25.',
    )
  return Math.floor(megabytes * 1e6)
}

const needed = {
  endpoint: 'THROUGHLINE_S3_ENDPOINT',
  bucket: 'THROUGHLINE_S3_BUCKET',
  keyId: 'THROUGHLINE_S3_KEY_ID',
  secret: 'THROUGHLINE_S3_SECRET',
} as const

function s3Of(told: (name: string) => string | undefined): S3Place | undefined {
  const names = Object.values(needed)
  const missing = names.filter((name) => told(name) === undefined)
  if (missing.length === names.length) return undefined
  if (missing.length > 0)
    throw invalid(
      `To keep files in a store that speaks S3 takes ${missing.join(' and ')} too. Leave all of THROUGHLINE_S3_ out to keep them in the data directory.`,
    )
  const endpoint = told(needed.endpoint) ?? ''
  if (!/^https?:\/\/[^/]+\/?$/.test(endpoint))
    throw invalid(
      'THROUGHLINE_S3_ENDPOINT is the address of the store without the bucket, such as https://s3.eu-central-1.amazonaws.com.',
    )
  return {
    endpoint,
    bucket: told(needed.bucket) ?? '',
    region: told('THROUGHLINE_S3_REGION') ?? 'us-east-1',
    keyId: told(needed.keyId) ?? '',
    secret: told(needed.secret) ?? '',
  }
}
