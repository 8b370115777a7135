import { problems } from './problem.ts'
import type { Operation } from './openapi.ts'
import type { Schema } from './schemas.ts'

/** The refusals that operations share, by their name among the components. */
export const refusals: Readonly<
  Record<string, { readonly status: string; readonly means: string }>
> = {
  Unreadable: { status: '400', means: 'the body could not be read as JSON' },
  Unauthorised: { status: '401', means: 'nobody is signed in' },
  Denied: { status: '403', means: problems.denied.means },
  Unknown: { status: '404', means: problems.unknown.means },
  Conflict: {
    status: '409',
    means: `stale or taken. ${problems.stale.means} ${problems.taken.means}`,
  },
  TooLarge: { status: '413', means: 'the body is too large' },
  NotJson: { status: '415', means: 'the body is not application/json' },
  Invalid: { status: '422', means: problems.invalid.means },
  Limited: { status: '429', means: problems.limited.means },
  Broken: { status: '500', means: problems.broken.means },
}

export const refused = (...names: readonly string[]): Readonly<Record<string, Schema>> =>
  Object.fromEntries(
    names.map(
      (name) =>
        [refusals[name]?.status ?? '500', { $ref: `#/components/responses/${name}` }] as const,
    ),
  )

export const readRefusals = refused('Unauthorised', 'Unknown', 'Invalid', 'Limited', 'Broken')
export const writeRefusals = refused(
  'Unreadable',
  'Unauthorised',
  'Denied',
  'Unknown',
  'Conflict',
  'TooLarge',
  'NotJson',
  'Invalid',
  'Limited',
  'Broken',
)

/** Shared parameters by their names. */
export const named = (...names: readonly string[]): readonly Schema[] =>
  names.map((name) => ({ $ref: `#/components/parameters/${name}` }))

/** An answer of JSON, with the headers that come with it. */
export const answers = (
  description: string,
  schema: Schema,
  headers: readonly string[] = [],
): Schema => ({
  description,
  ...(headers.length === 0
    ? {}
    : {
        headers: Object.fromEntries(
          headers.map(
            (name) =>
              [name, { description: headerWords[name], schema: { type: 'string' } }] as const,
          ),
        ),
      }),
  content: { 'application/json': { schema } },
})

/** A link that lets somebody in, which is told once. */
export const linkTold = (required: readonly string[]): Schema =>
  answers('The link; a repeated request is told everything but the link.', {
    type: 'object',
    properties: {
      id: { type: 'string', format: 'uuid' },
      expiresAt: { type: 'string', format: 'date-time' },
      url: { type: 'string' },
    },
    required,
  })

const headerWords: Readonly<Record<string, string>> = {
  ETag: 'The version, and a digest of the answer; send it back as If-Match or If-None-Match.',
  Location: 'Where the record is.',
  'Throughline-Seq': 'The place of this write in history; POST /commands/undo takes it back.',
}

export const bodyOf = (
  schema: Schema,
  example: unknown,
  required: boolean,
): NonNullable<Operation['requestBody']> => ({
  required,
  content: { 'application/json': { schema, example } },
})
