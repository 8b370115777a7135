import type { Catalogue } from '../../engine/catalogue.ts'
import { must } from '../../engine/problem.ts'
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
import { inputSchema, type Schema } from './schemas.ts'

const tags = ['about']

/** Letting somebody in by a link, and what one has outside of any workspace. */
export const accountPaths = (catalogue: Catalogue): OpenApi['paths'] => ({
  ...(catalogue.command('invite') === undefined ? {} : inviting(catalogue)),
  '/account': {
    get: {
      operationId: 'account',
      summary: 'Read by what e-mail one signs in, and which workspaces one is in',
      tags,
      responses: {
        '200': answers('The account.', {
          type: 'object',
          properties: {
            email: { type: ['string', 'null'] },
            hasPassword: { type: 'boolean' },
            workspaces: {
              type: 'array',
              items: {
                type: 'object',
                properties: Object.fromEntries(
                  ['id', 'slug', 'name'].map((name) => [name, { type: 'string' }]),
                ),
                required: ['id', 'slug', 'name'],
              },
            },
          },
          required: ['email', 'hasPassword', 'workspaces'],
        }),
        ...readRefusals,
        ...refused('Denied'),
      },
    },
  },
  '/sessions': {
    get: {
      operationId: 'sessions',
      summary: 'Read where one is signed in',
      tags,
      responses: {
        '200': answers('One’s own sessions, the one seen last first.', {
          type: 'object',
          properties: { data: { type: 'array', items: session() } },
          required: ['data'],
        }),
        ...readRefusals,
        ...refused('Denied'),
      },
    },
  },
  '/sessions/{id}': {
    delete: {
      operationId: 'end-session',
      summary: 'End one of one’s own sessions',
      tags,
      parameters: named('id', 'IdempotencyKey'),
      responses: { '204': { description: 'It has ended.' }, ...writeRefusals },
    },
  },
  '/leave': {
    post: {
      operationId: 'leave',
      summary: 'Leave this workspace',
      description: 'The last owner stays. What one made stays too.',
      tags,
      parameters: named('IdempotencyKey'),
      responses: { '204': { description: 'One is no member any more.' }, ...writeRefusals },
    },
  },
})

const inviting = (catalogue: Catalogue): OpenApi['paths'] => ({
  '/invite-links': {
    post: {
      operationId: 'invite-link',
      summary: 'Make a link by which one person comes in, once, within seven days',
      description:
        'Takes the role admin, and gives no role above the own one. The link is told once and not kept.',
      tags,
      parameters: named('IdempotencyKey', 'Cause'),
      requestBody: bodyOf(
        inputSchema(must(catalogue.command('invite')).input),
        { email: 'ada@example.org', role: 'contributor' },
        true,
      ),
      responses: {
        '201': linkTold(['id', 'expiresAt']),
        ...writeRefusals,
      },
    },
  },
})

function session(): Schema {
  const moment = { type: 'string', format: 'date-time' }
  const properties = {
    id: { type: 'string', format: 'uuid' },
    agent: { type: 'string', description: 'What the browser called itself.' },
    address: { type: 'string' },
    createdAt: moment,
    seenAt: { ...moment, description: 'To the minute.' },
    expiresAt: moment,
    current: { type: 'boolean', description: 'Is it the session that asks?' },
  }
  return { type: 'object', properties, required: Object.keys(properties) }
}
