import type { OpenApi } from './openapi.ts'
import { answers, named, readRefusals, refused, writeRefusals } from './openapi-answers.ts'
import type { Schema } from './schemas.ts'

const open: readonly Schema[] = [{}]

/** What speaks of the instance and of the one who asks. */
export const aboutPaths: OpenApi['paths'] = {
  '/history': {
    get: {
      operationId: 'history',
      summary: 'Read what was changed, newest first',
      tags: ['history'],
      parameters: [...named('historyOf', 'limit', 'cursor')],
      responses: {
        '200': answers('Commits with their changes.', {
          type: 'object',
          properties: {
            data: { type: 'array', items: { type: 'object' } },
            cursor: { type: ['string', 'null'] },
          },
          required: ['data', 'cursor'],
        }),
        ...readRefusals,
      },
    },
  },
  '/history/verify': {
    get: {
      operationId: 'verify-history',
      summary: 'Check the chain of hashes from its first commit to its last',
      description: 'Takes the role admin.',
      tags: ['history'],
      responses: {
        '200': answers('What was checked; "broken" is absent when the chain holds.', {
          type: 'object',
        }),
        ...readRefusals,
        ...refused('Denied'),
      },
    },
  },
  '/me': {
    get: {
      operationId: 'me',
      summary: 'Read who is signed in, and where',
      tags: ['about'],
      responses: {
        '200': answers('The actor and the workspace.', {
          type: 'object',
          properties: { actor: { type: 'object' }, workspace: { type: 'object' } },
          required: ['actor', 'workspace'],
        }),
        ...readRefusals,
      },
    },
  },
  '/sign-in-links': {
    post: {
      operationId: 'sign-in-link',
      summary: 'Make a link that signs the owner in, once, on the machine of the instance',
      description: "Takes the owner's token, or the owner's own session.",
      tags: ['about'],
      parameters: named('IdempotencyKey'),
      responses: {
        '201': answers('The link.', {
          type: 'object',
          properties: {
            url: { type: 'string' },
            expiresAt: { type: 'string', format: 'date-time' },
          },
          required: ['url', 'expiresAt'],
        }),
        ...writeRefusals,
      },
    },
  },
  '/sample': {
    get: {
      operationId: 'sample',
      summary: 'Read whether the sample is in this workspace',
      tags: ['about'],
      responses: {
        '200': answers('Is it there, and with how many records.', {
          type: 'object',
          properties: { there: { type: 'boolean' }, rows: { type: 'integer' } },
          required: ['there', 'rows'],
        }),
        ...readRefusals,
      },
    },
    post: {
      operationId: 'add-sample',
      summary: 'Add the sample, with two years of history',
      description:
        'Takes the role admin. One undo of the commit, or one DELETE, takes all of it out again.',
      tags: ['about'],
      parameters: named('IdempotencyKey'),
      responses: {
        '201': answers(
          'The commit that closes it, and how many changes its history holds.',
          {
            type: 'object',
            properties: { seq: { type: 'integer' }, count: { type: 'integer' } },
            required: ['seq', 'count'],
          },
          ['Throughline-Seq'],
        ),
        ...writeRefusals,
      },
    },
    delete: {
      operationId: 'remove-sample',
      summary: 'Remove the sample, and nothing else',
      description:
        'Takes the role admin. What others made stays; a field of it that pointed into the sample is emptied. What cannot stand without the sample, such as a part of one of its rows, goes along. One undo brings all of it back.',
      tags: ['about'],
      parameters: named('IdempotencyKey'),
      responses: {
        '200': answers(
          'The commit, what was kept and which field of it is empty now, and what went along.',
          {
            type: 'object',
            properties: {
              seq: { type: 'integer' },
              count: { type: 'integer' },
              kept: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    record: { type: 'string' },
                    ref: { type: 'string' },
                    field: { type: 'string' },
                  },
                  required: ['record', 'ref', 'field'],
                },
              },
              along: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: { record: { type: 'string' }, ref: { type: 'string' } },
                  required: ['record', 'ref'],
                },
              },
            },
            required: ['seq', 'count', 'kept', 'along'],
          },
          ['Throughline-Seq'],
        ),
        ...writeRefusals,
      },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'openapi',
      summary: 'Read this document',
      tags: ['about'],
      security: open,
      responses: { '200': answers('An OpenAPI 3.1 document.', { type: 'object' }) },
    },
  },
  '/catalogue.json': {
    get: {
      operationId: 'catalogue',
      summary: 'Read the declaration that everything is made from',
      tags: ['about'],
      security: open,
      responses: {
        '200': answers('Records with their fields, relations, commands and views.', {
          type: 'object',
        }),
      },
    },
  },
}
