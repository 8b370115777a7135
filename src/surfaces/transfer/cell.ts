import type { Field } from '../../engine/field.ts'
import { saysNothing } from '../../engine/says-nothing.ts'
import { parseValue } from '../../engine/schema.ts'
import { parseDate, parseInstant, type DateOrder } from './dates.ts'
import { sentence } from '../../engine/words.ts'
import { type Said } from '../../engine/problem.ts'

/** A cell of a file as a value of a field, or what is wrong with it. `undefined` is an empty cell. */
export type Parsed = { readonly value: unknown } | { readonly says: Said } | undefined

/**
 * Reads the text of a cell as a field of its kind. Numbers take a point or a comma, choices their
 * value or word in any case, lists are separated by semicolons or commas, money is `1200.50 EUR`.
 * Refs stay as they are written: whoever knows the rows looks them up.
 */
export function parseCell(field: Field, cell: string, order: DateOrder | undefined): Parsed {
  const text = cell.trim()
  if (saysNothing(text)) return undefined
  switch (field.kind) {
    case 'text':
      return parseValue(field, cell)
    case 'prose':
      // As JSON Lines carry it: with its marks and lists. What is no prose is text that looks so.
      return parsedAs(field, text) ?? parseValue(field, cell)
    case 'number': {
      const number = numberOf(text)
      if (number === undefined)
        return { says: sentence('"{text}" is not a number.', { text: brief(text) }) }
      return parseValue(field, number)
    }
    case 'amount': {
      if (text.startsWith('{'))
        return (
          parsedAs(field, text) ?? {
            says: sentence('"{text}" is not an amount such as 1200.50 EUR.', {
              text: brief(text),
            }),
          }
        )
      const parts = /^(-?[\d.,' ]+)\s*([A-Za-z]{3})$/.exec(text)
      const number = numberOf(parts?.[1] ?? '')
      if (parts === null || number === undefined)
        return {
          says: sentence('"{text}" is not an amount such as 1200.50 EUR.', { text: brief(text) }),
        }
      return parseValue(field, {
        minor: Math.round(number * 100),
        currency: (parts[2] ?? '').toUpperCase(),
      })
    }
    case 'date': {
      const date = parseDate(text, order)
      return date === undefined
        ? { says: sentence('"{text}" is not a date such as 2026-11-22.', { text: brief(text) }) }
        : { value: date }
    }
    case 'instant': {
      const moment = parseInstant(text, order)
      return moment === undefined
        ? {
            says: sentence('"{text}" is not a moment such as 2026-11-22T09:30:00Z.', {
              text: brief(text),
            }),
          }
        : { value: moment.at }
    }
    case 'choice': {
      const wanted = text.toLowerCase()
      const own = Object.entries(field.options).find(
        ([value, word]) => value.toLowerCase() === wanted || word.toLowerCase() === wanted,
      )?.[0]
      const value = own ?? field.also?.[wanted]
      return value === undefined
        ? {
            says: sentence('"{text}" is none of: {list}.', {
              text: brief(text),
              list: Object.keys(field.options).join(', '),
            }),
          }
        : { value }
    }
    case 'flag': {
      const value = flags[text.toLowerCase()]
      return value === undefined
        ? { says: sentence('"{text}" is neither yes nor no.', { text: brief(text) }) }
        : { value }
    }
    case 'ref':
      return { value: text }
    case 'list': {
      const list = listOf(text)
      if (list.length > field.most)
        return { says: sentence('At most {most} entries.', { most: String(field.most) }) }
      return field.of === 'text' ? parseValue(field, list) : { value: list }
    }
    case 'interval': {
      if (text.startsWith('{')) return parsedAs(field, text) ?? notDates(text)
      const ends = text.split('..').map((end) => end.trim())
      const [from, to] = ends.map((end) => (end === '' ? null : parseDate(end, order)))
      if (ends.length !== 2 || from === undefined || to === undefined) return notDates(text)
      return parseValue(field, { from, to })
    }
    case 'custom':
      return customOf(text)
    case 'computed':
    case 'rollup':
      return { says: 'This is worked out; it cannot be imported.' }
  }
}

/** A value as the text of a cell, such that `parseCell` reads the same value back. */
export function cellOf(field: Field, value: unknown, plain: (value: unknown) => string): string {
  if (value === null || value === undefined) return ''
  switch (field.kind) {
    case 'amount': {
      const { minor, currency } = value as { minor: number; currency: string }
      return `${(minor / 100).toFixed(2)} ${currency}`
    }
    case 'list':
      return (value as readonly string[]).some((one) => /[;"]/.test(one) || one !== one.trim())
        ? JSON.stringify(value)
        : (value as readonly string[]).join('; ')
    case 'interval': {
      const { from, to } = value as { from: string | null; to: string | null }
      return `${from ?? ''}..${to ?? ''}`
    }
    case 'custom':
      return Object.keys(value).length === 0 ? '' : JSON.stringify(value)
    case 'prose':
      return plain(value)
    case 'flag':
      return value === true ? 'yes' : 'no'
    case 'text':
    case 'number':
    case 'date':
    case 'instant':
    case 'choice':
    case 'ref':
    case 'computed':
    case 'rollup':
      return String(value)
  }
}

const flags: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  '1': true,
  y: true,
  no: false,
  false: false,
  '0': false,
  n: false,
}

const notDates = (text: string): Parsed => ({
  says: sentence(
    '"{text}" is not a range of dates such as 2026-11-01..2026-12-24; either end may be open.',
    { text: brief(text) },
  ),
})

/** A cell that holds the value as JSON; undefined when it does not, or not one that fits. */
function parsedAs(field: Field, text: string): Parsed {
  try {
    const value: unknown = text.startsWith('{') ? JSON.parse(text) : undefined
    const parsed = value === undefined ? undefined : parseValue(field, value)
    return parsed !== undefined && 'value' in parsed ? parsed : undefined
  } catch {
    return undefined
  }
}

const brief = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

function numberOf(text: string): number | undefined {
  const spaced = text.replace(/[\s']/g, '')
  const percent = spaced.endsWith('%') ? spaced.slice(0, -1) : spaced
  const pointed = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(percent)
    ? percent.replace(/,/g, '')
    : percent.replace(/^(-?\d+),(\d+)$/, '$1.$2')
  return /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d{1,3})?$/i.test(pointed) ? Number(pointed) : undefined
}

function listOf(text: string): readonly string[] {
  if (text.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(text)
      if (Array.isArray(list) && list.every((one) => typeof one === 'string')) return list
    } catch {
      // Then it is a list in plain text that happens to begin with a bracket.
    }
  }
  return text
    .split(text.includes(';') ? ';' : ',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function customOf(text: string): Parsed {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value }
  } catch {
    // Said below.
  }
  return { says: 'Own fields in one cell are a JSON object such as {"plan": "gold"}.' }
}
