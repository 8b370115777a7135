import type { Catalogue } from '../../engine/catalogue.ts'
import { must } from '../../engine/problem.ts'
import type { RecordKind } from '../../engine/record.ts'
import type { OpenApi, Operation } from './openapi.ts'
import { answers, named, readRefusals, writeRefusals } from './openapi-answers.ts'
import { viewParameters } from './openapi-parameters.ts'
import { refTo, schemaName } from './schemas.ts'

/** How a row of a record that stands for files is made: with the bytes of one. */
export function fileMaking(kind: RecordKind, catalogue: Catalogue): { readonly post?: Operation } {
  if (kind.file === undefined) return {}
  const command = must(catalogue.command(kind.file), kind.file)
  return {
    post: {
      operationId: command.name,
      summary: command.says,
      description:
        'The body is the file itself, of any type; what it is, is found out from its content. An image is drawn anew, so that nothing but its pixels is kept. Larger than this instance takes is 413.',
      tags: [kind.says.many],
      parameters: [
        ...viewParameters(command.input),
        {
          name: 'Throughline-File-Name',
          in: 'header',
          description: 'What the file is called, percent-encoded as UTF-8.',
          schema: { type: 'string' },
        },
        ...named('IdempotencyKey', 'Cause'),
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
      responses: {
        '201': answers('It stands as it was found to be.', refTo(schemaName(kind.name)), [
          'Location',
          'ETag',
          'Throughline-Seq',
        ]),
        ...writeRefusals,
      },
    },
  }
}

/** How its bytes are read. */
export function fileContent(kind: RecordKind): OpenApi['paths'] {
  if (kind.file === undefined) return {}
  return {
    [`/${kind.plural}/{id}/content`]: {
      get: {
        operationId: `content-of-${kind.name}`,
        summary: 'Read the file itself',
        description:
          'Only images that were drawn anew are shown in a browser; everything else comes as a file to keep.',
        tags: [kind.says.many],
        parameters: [
          ...named('id', 'IfNoneMatch'),
          {
            name: 'download',
            in: 'query',
            description: 'As a file to keep, an image too.',
            schema: { type: 'string', enum: ['1'] },
          },
        ],
        responses: {
          '200': {
            description: 'The bytes.',
            content: { '*/*': { schema: { type: 'string', contentEncoding: 'binary' } } },
          },
          '304': { description: 'It is still what If-None-Match names.' },
          ...readRefusals,
        },
      },
    },
  }
}
