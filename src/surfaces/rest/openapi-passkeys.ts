import type { OpenApi } from './openapi.ts'
import {
  answers,
  bodyOf,
  linkTold,
  named,
  readRefusals,
  refused,
  writeRefusals,
} from './openapi-answers.ts'
import type { Schema } from './schemas.ts'

const tags = ['about']

/** One's own passkeys, and links by which somebody chooses a new password. */
export const passkeyPaths: OpenApi['paths'] = {
  '/passkeys': {
    get: {
      operationId: 'passkeys',
      summary: 'Read one’s own passkeys, and at what address they work',
      description: 'A passkey is made in a browser, under Settings.',
      tags,
      responses: {
        '200': answers('One’s own passkeys, the eldest first.', {
          type: 'object',
          properties: {
            data: { type: 'array', items: passkey() },
            origin: {
              type: ['string', 'null'],
              description: 'Null where there are none: on plain http elsewhere than localhost.',
            },
          },
          required: ['data', 'origin'],
        }),
        ...readRefusals,
        ...refused('Denied'),
      },
    },
  },
  '/passkeys/{id}': {
    patch: {
      operationId: 'rename-passkey',
      summary: 'Rename one of one’s own passkeys',
      tags,
      parameters: named('id', 'IdempotencyKey'),
      requestBody: bodyOf(
        {
          type: 'object',
          properties: { name: { type: 'string', minLength: 1, maxLength: 80 } },
          required: ['name'],
          additionalProperties: false,
        },
        { name: 'The blue phone' },
        true,
      ),
      responses: {
        '200': answers('Its id and its name.', {
          type: 'object',
          properties: { id: { type: 'string', format: 'uuid' }, name: { type: 'string' } },
          required: ['id', 'name'],
        }),
        ...writeRefusals,
      },
    },
    delete: {
      operationId: 'remove-passkey',
      summary: 'Remove one of one’s own passkeys, and end the sessions that it opened',
      description: 'The last way in of a person stays: 422.',
      tags,
      parameters: named('id', 'IdempotencyKey'),
      responses: { '204': { description: 'It opens nothing any more.' }, ...writeRefusals },
    },
  },
  '/password-links': {
    post: {
      operationId: 'password-link',
      summary: 'Make a link by which somebody chooses a new password, once, within a day',
      description:
        'Takes the role admin, for a member not above it who is in no other workspace. With the owner’s token of the data directory: for anybody’s e-mail. The link is told once and not kept.',
      tags,
      parameters: named('IdempotencyKey', 'Cause'),
      requestBody: bodyOf(
        {
          type: 'object',
          properties: {
            email: { type: 'string', format: 'email' },
            memberId: { type: 'string', description: 'The id or ref of a member.' },
          },
          additionalProperties: false,
          minProperties: 1,
          maxProperties: 1,
        },
        { email: 'ada@example.org' },
        true,
      ),
      responses: {
        '201': linkTold(['expiresAt']),
        ...writeRefusals,
      },
    },
  },
}

function passkey(): Schema {
  const moment = { type: 'string', format: 'date-time' }
  const properties = {
    id: { type: 'string', format: 'uuid' },
    name: { type: 'string' },
    createdAt: moment,
    usedAt: { type: ['string', 'null'], format: 'date-time' },
  }
  return { type: 'object', properties, required: Object.keys(properties) }
}
