import type { OpenApi } from './openapi.ts'
import { bodyOf, named, readRefusals, refused, writeRefusals } from './openapi-answers.ts'
import type { Schema } from './schemas.ts'

/** A snapshot of what is held whole, and what happens after it. */
export const livePaths = (whole: readonly string[]): OpenApi['paths'] => ({
  '/snapshot': {
    get: {
      operationId: 'snapshot',
      summary: 'Read everything that a client holds whole, at one moment',
      description:
        'JSON Lines: first {"seq", "records"}, the place in history and what follows; then {"record", "rows"} with at most 500 rows each, folded rows among them, none from the trash; last {"end": true, "rows"}. Without that last line it is not whole. Follow on with /live?after=seq.',
      tags,
      parameters: [
        {
          name: 'record',
          in: 'query',
          description:
            'Only these records, separated by commas; records that are read by the page are refused.',
          schema: { type: 'array', items: { type: 'string', enum: whole } },
          style: 'form',
          explode: false,
        },
      ],
      responses: {
        '200': {
          description: 'The snapshot, as it is read.',
          content: { 'application/x-ndjson': { schema: { type: 'string' } } },
        },
        ...readRefusals,
        ...refused('Denied'),
      },
    },
  },
  '/live': {
    get: {
      operationId: 'live',
      summary: 'Follow along: every change that one may see, as it happens',
      description:
        'Server-sent events. "hello" {seq} comes first, "current" {seq} once all that was missed has been told. "commit" {seq, commits, changes, more} brings from one place in history to the next: each row that changed, once, whole as it now stands ({record, id, seq, row}), or that it is gone for you ({record, id, seq, gone: true}); "more" names records of which too many rows changed to tell. "presence" {ref, record, id, people} says who is at a row. "reset" {says}: take a new snapshot and come back; "ended" {says, why}: these credentials hold no longer, and why: "suspended", "removed", "revoked" (a key), or "over" (a session; sign in again). Both end the stream. The id of an event is the place to come back to.',
      tags,
      parameters: [
        {
          name: 'after',
          in: 'query',
          description:
            'A place in history to go on from: the "seq" of a snapshot. Left out, from now on.',
          schema: { type: 'integer', minimum: 0 },
        },
        {
          name: 'Last-Event-ID',
          in: 'header',
          description: 'The same, as a browser sends it that comes again; it wins over "after".',
          schema: { type: 'integer', minimum: 0 },
        },
      ],
      responses: {
        '200': {
          description: 'The stream. It does not end by itself.',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
        ...readRefusals,
        ...refused('Denied'),
      },
    },
  },
  '/live/presence': {
    post: {
      operationId: 'presence',
      summary: 'Say where one is, for 30 seconds',
      description: 'Told live to those who may see that record. Nothing of it is kept.',
      tags,
      parameters: named('IdempotencyKey'),
      requestBody: bodyOf(presenceSchema, { at: 'REF-1', doing: 'reading' }, true),
      responses: { '204': { description: 'It is told.' }, ...writeRefusals },
    },
  },
})

const tags = ['live']

const presenceSchema: Schema = {
  type: 'object',
  properties: {
    at: { type: ['string', 'null'], description: 'A ref or an id; null when one has left.' },
    doing: { type: 'string', enum: ['reading', 'editing'], default: 'reading' },
    place: {
      type: 'string',
      pattern: '^[\\w-]{0,40}$',
      description: 'A name for one of several windows, each of which is somewhere.',
    },
  },
  required: ['at'],
  additionalProperties: false,
}
