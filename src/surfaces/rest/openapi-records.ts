import type { Catalogue } from '../../engine/catalogue.ts'
import type { Command } from '../../engine/command.ts'
import type { Fields } from '../../engine/field.ts'
import type { RecordKind } from '../../engine/record.ts'
import type { OpenApi } from './openapi.ts'
import { answers, bodyOf, named, readRefusals, writeRefusals } from './openapi-answers.ts'
import { fileContent, fileMaking } from './openapi-kept-files.ts'
import { parametersOfList } from './openapi-parameters.ts'
import { plainVerb, type PlainVerb } from './plain-verbs.ts'
import { offerOf } from './query.ts'
import { sampleOf } from './sample.ts'
import { inputSchema, refTo, type Schema, schemaName } from './schemas.ts'

/** The addresses of one record: its list, its rows, and the plain verbs that it has. */
export function recordPaths(kind: RecordKind, catalogue: Catalogue): OpenApi['paths'] {
  const row = refTo(schemaName(kind.name))
  const tags = [kind.says.many]
  const moved = {
    '308': { description: 'This one was merged into another; Location leads there.' },
  }
  const verb = (name: PlainVerb): Command | undefined => plainVerb(name, kind, catalogue)
  const create = verb('create')
  const update = verb('update')
  const writing = named('id', 'IfMatch', 'IdempotencyKey', 'Cause')
  return {
    [`/${kind.plural}`]: {
      get: {
        operationId: `list-${kind.plural}`,
        summary: `List ${kind.says.many}`,
        tags,
        parameters: parametersOfList(kind, offerOf(kind)),
        responses: {
          '200': answers(`A page of ${kind.says.many}.`, {
            type: 'object',
            properties: {
              data: { type: 'array', items: row },
              cursor: {
                type: ['string', 'null'],
                description: 'Send it as cursor for the next page; null at the end.',
              },
              total: { type: 'integer', description: 'With count=exact.' },
              totalIsLeast: {
                type: 'boolean',
                description: 'True where counting stopped at 10,000.',
              },
            },
            required: ['data', 'cursor'],
          }),
          ...readRefusals,
        },
      },
      ...(create === undefined
        ? fileMaking(kind, catalogue)
        : {
            post: {
              operationId: create.name,
              summary: create.says,
              tags,
              parameters: named('IdempotencyKey', 'Cause'),
              requestBody: bodyOf(
                inputSchema(create.input),
                sampleOf(create.input, catalogue, kind),
                true,
              ),
              responses: {
                '201': answers('It stands as it was made.', row, [
                  'Location',
                  'ETag',
                  'Throughline-Seq',
                ]),
                ...writeRefusals,
              },
            },
          }),
    },
    [`/${kind.plural}/{id}`]: {
      get: {
        operationId: `get-${kind.name}`,
        summary: `Read ${withArticle(kind.says.one)}`,
        tags,
        parameters: named('id', 'IfNoneMatch'),
        responses: {
          '200': answers('The record.', row, ['ETag']),
          '304': { description: 'It is still what If-None-Match names.' },
          ...moved,
          ...readRefusals,
        },
      },
      ...(update === undefined
        ? {}
        : {
            patch: {
              operationId: update.name,
              summary: update.says,
              tags,
              parameters: writing,
              requestBody: bodyOf(
                patchSchema(update.input),
                patchSample(update.input, catalogue, kind),
                true,
              ),
              responses: {
                '200': answers('The record as it now stands.', row, ['ETag', 'Throughline-Seq']),
                ...moved,
                ...writeRefusals,
              },
            },
          }),
      ...(verb('remove') === undefined
        ? {}
        : {
            delete: {
              operationId: `remove-${kind.name}`,
              summary: verb('remove')?.says ?? '',
              tags,
              parameters: writing,
              responses: {
                '204': { description: 'It is in the trash; the view trash says until when.' },
                ...moved,
                ...writeRefusals,
              },
            },
          }),
    },
    ...fileContent(kind),
    ...(verb('restore') === undefined
      ? {}
      : {
          [`/${kind.plural}/{id}/restore`]: {
            post: {
              operationId: `restore-${kind.name}`,
              summary: verb('restore')?.says ?? '',
              tags,
              parameters: writing,
              responses: {
                '200': answers('The record as it now stands.', row, ['ETag', 'Throughline-Seq']),
                ...writeRefusals,
              },
            },
          },
        }),
  }
}

/** What PATCH takes: the fields of the command without the ones that the address and If-Match carry. */
function patchSchema(input: Fields): Schema {
  const { id: _, ...rest } = input
  return inputSchema(rest)
}

function patchSample(input: Fields, catalogue: Catalogue, kind: RecordKind): Schema {
  const { id: _, version: __, ...rest } = input
  const given = sampleOf(rest, catalogue, kind)
  return Object.keys(given).length > 0 ? given : { version: 1 }
}

const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`
