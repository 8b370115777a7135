import type { Catalogue } from '../../engine/catalogue.ts'
import type { Command } from '../../engine/command.ts'
import type { View } from '../../engine/view.ts'
import { storeVerbs } from './commands.ts'
import { aboutPaths } from './openapi-about.ts'
import { accountPaths } from './openapi-account.ts'
import { passkeyPaths } from './openapi-passkeys.ts'
import { answers, bodyOf, named, readRefusals, refusals, writeRefusals } from './openapi-answers.ts'
import { auditPaths } from './openapi-audit.ts'
import { filePaths } from './openapi-files.ts'
import { livePaths } from './openapi-live.ts'
import { parameters, viewParameters } from './openapi-parameters.ts'
import { recordPaths } from './openapi-records.ts'
import { plainVerbs } from './plain-verbs.ts'
import { base } from './route.ts'
import { sampleOf } from './sample.ts'
import {
  inputSchema,
  refTo,
  rowSchema,
  type Schema,
  schemaName,
  standingSchemas,
} from './schemas.ts'

/** The whole API as an OpenAPI 3.1 document, worked out from the catalogue. */
export interface OpenApi {
  readonly openapi: '3.1.1'
  readonly info: {
    readonly title: string
    readonly version: string
    readonly description: string
    readonly license: { readonly name: string; readonly identifier: string }
  }
  readonly servers: readonly { readonly url: string }[]
  readonly security: readonly Schema[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<
    Record<string, Readonly<Partial<Record<'get' | 'post' | 'patch' | 'delete', Operation>>>>
  >
  readonly components: Readonly<Record<string, Readonly<Record<string, Schema>>>>
}

export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly tags: readonly string[]
  readonly security?: readonly Schema[]
  readonly parameters?: readonly Schema[]
  readonly requestBody?: {
    readonly required: boolean
    readonly content: Readonly<
      Record<string, { readonly schema: Schema; readonly example: unknown }>
    >
  }
  readonly responses: Readonly<Record<string, Schema>>
}

export function openApi(catalogue: Catalogue, version: string): OpenApi {
  const kinds = catalogue.records
  const commands = catalogue.commands.filter((command) => !isPlain(command, catalogue))
  return {
    openapi: '3.1.1',
    info: {
      title: 'Throughline',
      version,
      description:
        'Every record, link, command and view of a workspace. Errors are problem+json (RFC 9457); every write takes an Idempotency-Key; a short ref such as those in "ref" is accepted wherever an id is.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: base }],
    security: [{ key: [] }, { session: [] }],
    tags: [
      ...kinds.map((kind) => ({ name: kind.says.many, description: kind.says.what })),
      { name: 'commands', description: 'The verbs that mean more than create, change and remove.' },
      { name: 'views', description: 'Readings that are not the rows of one record.' },
      { name: 'files', description: 'Files in and out.' },
      { name: 'live', description: 'What is held whole, and what happens, as it happens.' },
      { name: 'history', description: 'What was changed, by whom, when and why.' },
      { name: 'about', description: 'Who one is, and what there is.' },
    ],
    paths: {
      ...Object.assign({}, ...kinds.map((kind) => recordPaths(kind, catalogue))),
      ...Object.fromEntries(
        [...commands, ...storeVerbs].map(
          (command) =>
            [`/commands/${command.name}`, { post: commandOperation(command, catalogue) }] as const,
        ),
      ),
      ...Object.fromEntries(
        catalogue.views.map(
          (view) => [`/views/${view.name}`, { get: viewOperation(view) }] as const,
        ),
      ),
      ...linePaths(catalogue),
      ...filePaths(
        catalogue.records.filter((kind) => kind.derive !== 'reading-only').map((kind) => kind.name),
        kinds.map((kind) => kind.plural),
      ),
      ...auditPaths(catalogue),
      ...livePaths(kinds.filter(({ held }) => held === 'whole').map(({ name }) => name)),
      ...aboutPaths,
      ...accountPaths(catalogue),
      ...passkeyPaths,
    },
    components: {
      schemas: {
        ...Object.fromEntries(
          kinds.map((kind) => [schemaName(kind.name), rowSchema(kind)] as const),
        ),
        ...standingSchemas,
      },
      parameters,
      responses: Object.fromEntries(
        Object.entries(refusals).map(
          ([name, { status, means }]) =>
            [
              name,
              {
                description: `${status}: ${means}`,
                content: { 'application/problem+json': { schema: refTo('Problem') } },
              },
            ] as const,
        ),
      ),
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, shown once when it is made; it belongs to one workspace.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-throughline',
          description: "A browser's session. Writes must come from the instance's own pages.",
        },
      },
    },
  }
}

/** The views that answer for one record under an address of their own. */
export const lineViews = ['why', 'became'] as const

/** The field of a line view that says which record it is asked of: the one that must be given. */
export const asksOf = (view: View): string =>
  Object.entries(view.input).find(([, field]) => field.required === true)?.[0] ?? 'ref'

const isPlain = (command: Command, catalogue: Catalogue): boolean =>
  catalogue.records.some((kind) =>
    plainVerbs.some((verb) => command.name === `${verb}-${kind.name}`),
  )

function commandOperation(
  command: Pick<Command, 'name' | 'says' | 'input' | 'may'>,
  catalogue: Catalogue,
): Operation {
  return {
    operationId: `command-${command.name}`,
    summary: command.says,
    description: `Takes at least the role ${command.may}; each record it touches is then asked for itself.`,
    tags: ['commands'],
    parameters: named('IdempotencyKey', 'Cause', 'IdsFrom'),
    requestBody: bodyOf(
      inputSchema(command.input),
      sampleOf(command.input, catalogue),
      Object.values(command.input).some((field) => field.required === true),
    ),
    responses: {
      '200': answers('What came of it.', refTo('Outcome'), ['Throughline-Seq']),
      ...writeRefusals,
    },
  }
}

function viewOperation(view: View): Operation {
  return {
    operationId: `view-${view.name}`,
    summary: view.says,
    description: `Takes at least the role ${view.may}.`,
    tags: ['views'],
    parameters: viewParameters(view.input),
    responses: { '200': answers('The view.', {}), ...readRefusals },
  }
}

function linePaths(catalogue: Catalogue): OpenApi['paths'] {
  const there = lineViews.flatMap((name) => catalogue.view(name) ?? [])
  return Object.fromEntries(
    there.map((view) => {
      const { [asksOf(view)]: _, ...rest } = view.input
      const get: Operation = {
        operationId: view.name,
        summary: view.says,
        tags: ['views'],
        parameters: [...named('ref'), ...viewParameters(rest), ...named('format')],
        responses: {
          '200': {
            description: 'The line of this record.',
            content: {
              'application/json': { schema: {} },
              'text/markdown': { schema: { type: 'string' } },
            },
          },
          ...readRefusals,
        },
      }
      return [`/${view.name}/{ref}`, { get }] as const
    }),
  )
}
