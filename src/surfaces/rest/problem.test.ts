import { describe, expect, test } from 'vitest'
import {
  denied,
  invalid,
  Problem,
  problemCodes,
  stale,
  taken,
  unknown,
} from '../../engine/problem.ts'
import {
  pointerOf,
  problemAnswer,
  problems,
  Refusal,
  type Asked,
  type ProblemBody,
} from './problem.ts'

function asked(): Asked & { readonly told: unknown[] } {
  const told: unknown[] = []
  return {
    method: 'GET',
    path: '/api/v1/birds/BIRD-1',
    newReference: () => 'reference-1',
    report: (fault) => told.push(fault),
    told,
  }
}

const bodyOf = (answer: {
  readonly body: unknown
}): ProblemBody & Readonly<Record<string, unknown>> =>
  JSON.parse(answer.body as string) as ProblemBody & Readonly<Record<string, unknown>>

describe('a problem over HTTP', () => {
  test('has a status, a title and a type for every code there is', () => {
    for (const code of problemCodes) {
      const answer = problemAnswer(new Problem(code, 'A sentence.'), asked())
      const body = bodyOf(answer)
      expect(answer.headers['Content-Type']).toBe('application/problem+json')
      expect(answer.status).toBe(problems[code].status)
      expect(body.status).toBe(answer.status)
      expect(body.type).toBe(`/problems/${body.code}`)
      expect(body.title).not.toBe('')
    }
  })

  test('says its sentence, its places as pointers and its facts', () => {
    const body = bodyOf(
      problemAnswer(
        new Problem('stale', 'It moved on.', [{ at: 'custom.a/b', says: 'Look.' }], {
          version: 4,
          yours: { title: 'x' },
        }),
        asked(),
      ),
    )
    expect(body).toMatchObject({
      status: 409,
      detail: 'It moved on.',
      version: 4,
      yours: { title: 'x' },
      errors: [{ pointer: '/custom/a~1b', detail: 'Look.' }],
    })
  })

  test('cannot be overwritten by its facts', () => {
    const body = bodyOf(
      problemAnswer(
        stale('It moved on.', { status: 200, code: 'fine', detail: 'all well', type: 'x' }),
        asked(),
      ),
    )
    expect(body).toMatchObject({
      status: 409,
      code: 'stale',
      detail: 'It moved on.',
      type: '/problems/stale',
    })
  })

  test('is the same bytes for what is not there, what is gone and what is not yours', () => {
    const says = 'There is no bird BIRD-1 that you may see.'
    const [first, second, third] = [unknown(says), new Problem('gone', says), unknown(says)].map(
      (one) => problemAnswer(one, asked()),
    )
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect(first?.status).toBe(404)
  })

  test('keeps the names of codes apart by status', () => {
    expect(problemAnswer(invalid('No.'), asked()).status).toBe(422)
    expect(problemAnswer(denied('No.'), asked()).status).toBe(403)
    expect(problemAnswer(taken('No.'), asked()).status).toBe(409)
    expect(
      problemAnswer(new Refusal(415, invalid('No.'), { Accept: 'application/json' }), asked()),
    ).toMatchObject({ status: 415, headers: { Accept: 'application/json' } })
  })

  test('of a limit says how long to wait, and closes after a body that is too large', () => {
    expect(
      problemAnswer(new Problem('limited', 'Wait.', [], { retryAfter: 2.2 }), asked()).headers[
        'Retry-After'
      ],
    ).toBe('3')
    const large = problemAnswer(
      new Problem('limited', 'Too large.', [], { tooLarge: true, limit: 5 }),
      asked(),
    )
    expect(large).toMatchObject({ status: 413, headers: { Connection: 'close' } })
  })
})

describe('a bug', () => {
  test('is told to the log with its cause and to the caller by its reference only', () => {
    const house = asked()
    const cause = new TypeError('secret table is missing')
    const answer = problemAnswer(cause, house)
    expect(answer.status).toBe(500)
    expect(answer.body).not.toContain('secret')
    expect(bodyOf(answer)).toMatchObject({ code: 'broken', reference: 'reference-1' })
    expect(house.told).toEqual([
      { reference: 'reference-1', cause, method: 'GET', path: '/api/v1/birds/BIRD-1' },
    ])
  })

  test('that is called broken already hides its text too, and is 503 where the database is away', () => {
    const answer = problemAnswer(
      new Problem('broken', 'password of the pool', [], { trouble: 'away' }),
      asked(),
    )
    expect(answer).toMatchObject({ status: 503, headers: { 'Retry-After': '2' } })
    expect(answer.body).not.toContain('password')
  })

  test.each([
    ['away', { code: 'ECONNREFUSED', syscall: 'connect' }, '2'],
    ['away', { code: 'ENOENT', syscall: 'connect' }, '2'],
    ['starting', { code: '57P03' }, '2'],
    ['out of connections', { code: '53300' }, '2'],
    ['out of room', { code: '53100' }, '30'],
    ['a disk of ours that is out of room', { code: 'ENOSPC', syscall: 'write' }, '30'],
  ])('is none where the database is %s: the answer says when to come again', (_, fault, wait) => {
    const answer = problemAnswer(Object.assign(new Error('secret'), fault), asked())
    expect(answer).toMatchObject({ status: 503, headers: { 'Retry-After': wait } })
    expect(answer.body).toContain(wait === '30' ? 'The disk is full' : 'The database does not')
    expect(answer.body).not.toContain('secret')
  })

  test('is one where a file of ours is not there', () => {
    const fault = Object.assign(new Error('no file'), { code: 'ENOENT', syscall: 'open' })
    expect(problemAnswer(fault, asked()).status).toBe(500)
  })
})

test('a place becomes a JSON pointer where it is one', () => {
  expect(pointerOf('title')).toBe('/title')
  expect(pointerOf('tags.0')).toBe('/tags/0')
  expect(pointerOf('/already/one')).toBe('/already/one')
  expect(pointerOf('?filter[a.b]')).toBe('?filter[a.b]')
  expect(pointerOf('line 7, column rating')).toBe('line 7, column rating')
  expect(pointerOf('')).toBe('')
})
