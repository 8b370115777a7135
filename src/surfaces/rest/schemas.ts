import type { Field, Fields } from '../../engine/field.ts'
import { problemCodes } from '../../engine/problem.ts'
import { everyField, type RecordKind } from '../../engine/record.ts'
import { jsonSchemaOf } from '../../engine/schema.ts'

/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type Schema = Readonly<Record<string, unknown>>

/** `roadmap-item` as the name of a schema: `RoadmapItem`. */
export const schemaName = (name: string): string =>
  name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())

export const refTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** A row as it is read: every field is there, null where nothing stands. */
export function rowSchema(kind: RecordKind): Schema {
  const fields = Object.entries(everyField(kind))
  return {
    type: 'object',
    description: kind.says.what,
    properties: {
      id: { type: 'string', format: 'uuid' },
      ...Object.fromEntries(
        fields.map(
          ([name, field]) =>
            [
              name,
              said(
                field,
                kept.has(name) || field.required === true
                  ? valueSchema(field)
                  : orNull(valueSchema(field)),
              ),
            ] as const,
        ),
      ),
    },
    required: ['id', ...fields.map(([name]) => name)],
  }
}

/** The input of a command: its own schema, and what that leaves to a check (bounds, defaults, whole numbers) said too. */
export function inputSchema(fields: Fields): Schema {
  const { $schema: _, ...whole } = jsonSchemaOf(fields) as {
    readonly $schema?: string
    readonly properties?: Readonly<Record<string, Schema>>
  }
  const properties = Object.fromEntries(
    Object.entries(whole.properties ?? {}).map(([name, schema]) => {
      const field = fields[name]
      return [name, field === undefined ? schema : inputProperty(name, field, schema)] as const
    }),
  )
  return { ...whole, properties }
}

/** The schemas that stand beside the records. */
export const standingSchemas: Readonly<Record<string, Schema>> = {
  Problem: {
    type: 'object',
    description:
      'A refusal (RFC 9457). What else it carries depends on its code, such as both sides of a stale write.',
    properties: {
      type: { type: 'string', description: 'Where this kind of problem is explained.' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string', description: 'What happened and what to do, for a person.' },
      code: { type: 'string', enum: problemCodes },
      instance: { type: 'string' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            pointer: {
              type: 'string',
              description:
                'JSON pointer into the body, or ?name for a parameter of the address, or the name of a header.',
            },
            detail: { type: 'string' },
          },
          required: ['pointer', 'detail'],
        },
      },
      reference: {
        type: 'string',
        description: 'With the code broken: under this the log has the cause.',
      },
    },
    required: ['type', 'title', 'status', 'detail', 'code', 'instance', 'errors'],
  },
  Outcome: {
    type: 'object',
    description: 'What came of a command.',
    properties: {
      seq: { type: 'integer', description: 'Its place in history; 0 when nothing had to change.' },
      commitId: { type: ['string', 'null'] },
      count: { type: 'integer', description: 'How many rows changed.' },
      changed: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            op: {
              type: 'string',
              enum: ['create', 'update', 'remove', 'restore', 'discard', 'return'],
            },
            record: { type: 'string' },
            id: { type: 'string', format: 'uuid' },
            row: {
              type: ['object', 'null'],
              description: 'The row as it now stands; null after bulk work and for rows that went.',
            },
          },
          required: ['op', 'record', 'id', 'row'],
        },
      },
      result: {
        type: 'object',
        description:
          'What the command says beside the rows. A secret is told here once and never again.',
      },
    },
    required: ['seq', 'commitId', 'count', 'changed', 'result'],
  },
  Prose: {
    type: 'object',
    description: 'Rich text: a ProseMirror document.',
    properties: { type: { const: 'doc' }, content: { type: 'array', items: { type: 'object' } } },
    required: ['type'],
  },
  Amount: {
    type: 'object',
    properties: {
      minor: { type: 'integer', description: 'In minor units, such as cents.' },
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    },
    required: ['minor', 'currency'],
  },
  Interval: {
    type: 'object',
    properties: {
      from: { type: ['string', 'null'], format: 'date' },
      to: { type: ['string', 'null'], format: 'date' },
    },
    required: ['from', 'to'],
  },
}

/** Always there, though nobody must give them. */
const kept: ReadonlySet<string> = new Set([
  'ref',
  'version',
  'createdAt',
  'createdById',
  'updatedAt',
  'stations',
  'custom',
])

function valueSchema(field: Field): Schema {
  switch (field.kind) {
    case 'text':
      return { type: 'string', maxLength: field.max }
    case 'prose':
      return refTo('Prose')
    case 'number':
      return {
        type: field.whole === true ? 'integer' : 'number',
        ...(field.allowed === undefined ? {} : { enum: Object.values(field.allowed) }),
      }
    case 'amount':
      return refTo('Amount')
    case 'date':
      return { type: 'string', format: 'date' }
    case 'instant':
      return { type: 'string', format: 'date-time' }
    case 'choice':
      return { type: 'string', enum: Object.keys(field.options) }
    case 'flag':
      return { type: 'boolean' }
    case 'ref':
      return { type: 'string', format: 'uuid' }
    case 'list':
      return {
        type: 'array',
        items: field.of === 'text' ? { type: 'string' } : { type: 'string', format: 'uuid' },
        maxItems: field.most,
      }
    case 'interval':
      return refTo('Interval')
    case 'custom':
      return { type: 'object' }
    case 'computed':
    case 'rollup':
      return { type: 'number' }
  }
}

const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })

const said = (field: Field, schema: Schema): Schema => ({
  ...schema,
  title:
    'unit' in field && field.unit !== undefined ? `${field.label}, in ${field.unit}` : field.label,
  ...(field.help === undefined ? {} : { description: field.help }),
})

function inputProperty(name: string, field: Field, schema: Schema): Schema {
  const more: Record<string, unknown> =
    'unit' in field && field.unit !== undefined ? { title: `${field.label}, in ${field.unit}` } : {}
  if (field.kind === 'number') {
    if (field.whole === true) more['type'] = 'integer'
    if (field.min !== undefined) more['minimum'] = field.min
    if (field.max !== undefined) more['maximum'] = field.max
  }
  // A row's own id is no ref: it is given before there is one.
  if (
    (field.kind === 'ref' && (name !== 'id' || field.required === true)) ||
    (field.kind === 'list' && field.of !== 'text')
  ) {
    const what = field.kind === 'ref' ? 'An id or a short ref.' : 'Ids or short refs.'
    more['description'] =
      field.help === undefined ? what : `${field.help.replace(/\.$/, '')}. ${what}`
  }
  const options = Array.isArray(schema['anyOf'])
    ? (schema['anyOf'] as readonly Schema[])
    : undefined
  const nullable = options?.length === 2 && options[1]?.['type'] === 'null'
  const inner = nullable
    ? { anyOf: [{ ...options[0], ...more }, options[1]] }
    : { ...schema, ...more }
  return 'default' in field && field.default !== undefined
    ? { ...inner, default: field.default }
    : inner
}
