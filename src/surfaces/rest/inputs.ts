import type { Field, Fields } from '../../engine/field.ts'
import { checkNames, type Parameters } from './parameters.ts'

/**
 * The input of a view as an address gives it: texts, made into the values that its fields expect.
 * What does not look like such a value is passed on as it is, and the view's own schema refuses it.
 */
export function inputOf(fields: Fields, given: Parameters): Readonly<Record<string, unknown>> {
  checkNames(given, (name) => Object.hasOwn(fields, name), Object.keys(fields))
  return Object.fromEntries(
    [...given].map(([name, value]) => [name, valueOf(fields[name], value)] as const),
  )
}

function valueOf(field: Field | undefined, value: string): unknown {
  if (field === undefined) return value
  switch (field.kind) {
    case 'number':
      return /^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(value) ? Number(value) : value
    case 'flag':
      return value === 'true' ? true : value === 'false' ? false : value
    case 'list':
      return value === '' ? [] : value.split(',')
    case 'interval': {
      const dots = value.indexOf('..')
      return dots === -1
        ? value
        : { from: value.slice(0, dots) || null, to: value.slice(dots + 2) || null }
    }
    case 'amount': {
      const parts = /^(-?\d+) ([A-Z]{3})$/.exec(value)
      return parts === null ? value : { minor: Number(parts[1]), currency: parts[2] }
    }
    case 'text':
    case 'prose':
    case 'date':
    case 'instant':
    case 'choice':
    case 'ref':
    case 'custom':
    case 'computed':
    case 'rollup':
      return value
  }
}
