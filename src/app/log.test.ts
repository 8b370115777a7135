import { expect, test } from 'vitest'
import { logTo } from './log.ts'

const now = () => new Date('2026-11-22T09:30:00Z')

function heard(isTTY: boolean) {
  const lines: string[] = []
  return { lines, log: logTo({ isTTY, write: (text) => lines.push(text) }, now) }
}

test('a machine reads one JSON document a line, causes under causes', () => {
  const { lines, log } = heard(false)
  log.info('started', { port: 4600 })
  log.fault(
    'a request failed',
    new Error('outer', {
      cause: Object.assign(new Error('inner\nline'), {
        code: '57P01',
        detail: 'Key (email)=(ada@example.org)',
      }),
    }),
    { reference: 'r1' },
  )
  expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    at: '2026-11-22T09:30:00.000Z',
    level: 'info',
    says: 'started',
    port: 4600,
  })
  const fault = JSON.parse(lines[1] ?? '') as { cause: string; reference: string }
  expect(fault).toMatchObject({ level: 'fault', reference: 'r1' })
  expect(fault.cause).toMatch(/outer[^]*caused by [^]*inner[^]*\[57P01\]/)
  expect(fault.cause).not.toContain('ada@example.org')
})

test('a person reads the time, the words and the facts', () => {
  const { lines, log } = heard(true)
  log.info('started', { port: 4600 })
  expect(lines).toEqual(['09:30:00  started  port=4600\n'])
})
