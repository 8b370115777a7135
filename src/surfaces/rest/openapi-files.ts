import type { Field, Fields } from '../../engine/field.ts'
import type { OpenApi, Operation } from './openapi.ts'
import { answers, bodyOf, named, readRefusals, refused, writeRefusals } from './openapi-answers.ts'
import { inputSchema, type Schema } from './schemas.ts'

/** Files in and out: an import is uploaded, looked at, checked and run; an export is read as it is made. */
export function filePaths(
  records: readonly string[],
  plurals: readonly string[],
): OpenApi['paths'] {
  const planOf = (names: readonly string[]) =>
    bodyOf(planSchema(names), { record: records[0] ?? '', map: {} }, true)
  const id: Schema = {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The id that the upload was given.',
    schema: { type: 'string', format: 'uuid' },
  }
  return {
    '/imports': {
      post: {
        operationId: 'upload',
        summary: 'Upload a file to import: CSV, JSON Lines, or an archive of a whole workspace',
        description:
          'Nothing is imported yet: the answer says what the file looks like and which column is guessed to be which field.',
        tags,
        parameters: [
          {
            name: 'Throughline-File-Name',
            in: 'header',
            description: 'Percent-encoded as UTF-8; only shown.',
            schema: { type: 'string' },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/octet-stream': {
              schema: { type: 'string', contentEncoding: 'binary' },
              example: undefined,
            },
          },
        },
        responses: { '201': answers('The import, waiting.', importSchema), ...writeRefusals },
      },
    },
    '/imports/{id}': {
      get: operation('get-import', 'Read how far an import is', [id], {
        '200': answers('The import.', importSchema),
        ...readRefusals,
      }),
      delete: operation('cancel-import', 'Stop an import; nothing of it stays', [id], {
        '200': answers('The import.', importSchema),
        ...writeRefusals,
      }),
    },
    '/imports/{id}/check': {
      post: {
        ...operation('check-import', 'Say what an import would do, and change nothing', [id], {
          '200': answers('Counts, and the first problems with line, column and remedy.', {
            type: 'object',
          }),
          ...writeRefusals,
        }),
        requestBody: planOf(records),
      },
    },
    '/imports/{id}/run': {
      post: {
        ...operation(
          'run-import',
          'Import: all of it or nothing, undoable as one',
          [id, ...named('IdempotencyKey')],
          { '202': answers('The import, running.', importSchema), ...writeRefusals },
        ),
        requestBody: planOf([...records, '*']),
      },
    },
    '/export/{plural}': {
      get: operation(
        'export',
        'Take the rows of a record out as a file',
        [
          {
            name: 'plural',
            in: 'path',
            required: true,
            description: 'The record, in the plural.',
            schema: { type: 'string', enum: plurals },
          },
          {
            name: 'format',
            in: 'query',
            schema: { type: 'string', enum: ['csv', 'jsonl'], default: 'csv' },
          },
          {
            name: 'columns',
            in: 'query',
            description:
              'Which columns, in their order, with commas between them. Beside it, q, sort, state and the filters of the list say which rows, as they do there.',
            schema: { type: 'string', maxLength: 2000 },
          },
        ],
        {
          '200': {
            description: 'The file, as it is made.',
            content: {
              'text/csv': { schema: { type: 'string' } },
              'application/jsonl': { schema: { type: 'string' } },
            },
          },
          ...readRefusals,
          ...refused('Denied'),
        },
      ),
    },
    '/archive': {
      get: operation(
        'archive',
        'Take the whole workspace out as one archive, which our own importer reads back',
        [],
        {
          '200': {
            description: 'The archive.',
            content: {
              'application/gzip': { schema: { type: 'string', contentEncoding: 'binary' } },
            },
          },
          ...readRefusals,
          ...refused('Denied'),
        },
      ),
    },
  }
}

const tags = ['files']

const operation = (
  operationId: string,
  summary: string,
  parameters: readonly Schema[],
  responses: Operation['responses'],
): Operation => ({
  operationId,
  summary,
  tags,
  ...(parameters.length === 0 ? {} : { parameters }),
  responses,
})

const importSchema: Schema = {
  type: 'object',
  properties: {
    id: { type: 'string', format: 'uuid' },
    fileName: { type: 'string' },
    shape: {
      type: 'object',
      description: 'Format, encoding, columns, and what each is guessed to be.',
    },
    state: {
      type: 'string',
      enum: ['waiting', 'checking', 'running', 'done', 'refused', 'cancelled'],
    },
    done: { type: 'integer', description: 'Rows so far.' },
    total: { type: ['integer', 'null'] },
    report: {
      type: ['object', 'null'],
      description:
        'When done: what was created, updated and unchanged, and the commit that undo takes back.',
    },
    problem: { type: ['object', 'null'], description: 'When refused: why, as a problem.' },
  },
  required: ['id', 'fileName', 'shape', 'state', 'done', 'total', 'report', 'problem'],
}

function planSchema(records: readonly string[]): Schema {
  const fields: Fields = {
    record: {
      kind: 'choice',
      label: 'Record',
      required: true,
      ...(records.includes('*')
        ? { help: '* for an archive, which is not checked beforehand' }
        : {}),
      options: Object.fromEntries(records.map((name) => [name, name] as const)),
    } satisfies Field,
    source: {
      kind: 'text',
      label: 'Source',
      max: 200,
      help: 'Where the rows come from; a second import finds them by it and their origin id',
    },
    dateOrder: {
      kind: 'choice',
      label: 'Order of dates',
      options: { dmy: 'Day, month, year', mdy: 'Month, day, year', ymd: 'Year, month, day' },
    },
  }
  const schema = inputSchema(fields) as { readonly properties: Readonly<Record<string, Schema>> }
  const texts = { type: 'object', additionalProperties: { type: 'string' } }
  return {
    ...schema,
    properties: {
      ...schema.properties,
      map: { ...texts, description: 'Field to column.' },
      constants: { ...texts, description: 'Field to a value that every row gets.' },
    },
  }
}
