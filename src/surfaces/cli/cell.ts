import type { Amount, Field, Interval, ProseNode } from '../../engine/field.ts'
import { plainOf } from '../../engine/prose.ts'
import { tame } from './width.ts'

/** A value of a field as a person reads it; empty where nothing is there. */
export function cellOf(field: Field, value: unknown): string {
  if (value === null || value === undefined) return ''
  return tame(wordsOf(field, value))
}

/** Are values of this field set at the right, under each other? */
export const isNumeric = (field: Field): boolean =>
  field.kind === 'number' ||
  field.kind === 'amount' ||
  field.kind === 'computed' ||
  field.kind === 'rollup'

function wordsOf(field: Field, value: unknown): string {
  switch (field.kind) {
    case 'text':
    case 'ref':
    case 'date':
      return String(value)
    case 'prose':
      return typeof value === 'string' ? value : plainOf(value as ProseNode)
    case 'number': {
      const word = Object.entries(field.allowed ?? {}).find(([, allowed]) => allowed === value)?.[0]
      return word === undefined ? figure(value) : `${figure(value)} (${word})`
    }
    case 'computed':
    case 'rollup':
      return figure(value)
    case 'amount': {
      const { minor, currency } = value as Amount
      const digits =
        new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
          .maximumFractionDigits ?? 2
      return `${(minor / 10 ** digits).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${currency}`
    }
    case 'instant':
      return moment(String(value))
    case 'choice':
      return field.options[String(value)] ?? String(value)
    case 'flag':
      return value === true ? 'yes' : 'no'
    case 'list':
      return (value as readonly string[]).join(', ')
    case 'interval': {
      const { from, to } = value as Interval
      return `${from ?? ''}..${to ?? ''}`
    }
    case 'custom':
      return Object.entries(value as Readonly<Record<string, unknown>>)
        .map(([key, one]) => `${key}=${String(one)}`)
        .join(', ')
  }
}

/** Six digits at most, none of them noise; thousands parted. */
const figure = (value: unknown): string =>
  typeof value === 'number'
    ? value.toLocaleString('en', {
        maximumFractionDigits: 20,
        maximumSignificantDigits: Math.abs(value) >= 1e6 ? 21 : 6,
      })
    : String(value)

/** A moment in UTC, to the minute, saying so: a log that is passed on must not depend on where it was printed. */
export const moment = (value: string): string =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)
    ? `${value.slice(0, 10)} ${value.slice(11, 16)}Z`
    : value
