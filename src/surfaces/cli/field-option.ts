import type { Field } from '../../engine/field.ts'
import { invalid } from '../../engine/problem.ts'

/** A field as an option of the command line. Its value is checked for its shape only: the API knows the laws. */
export interface FieldOption {
  readonly field: string
  readonly flag: string
  /** The option's value as the help shows it; none for a flag. */
  readonly value: string | undefined
  readonly says: string
  /** For completion, and for the help. */
  readonly choices: readonly string[]
  readonly often: boolean
  /** What was typed, as the API takes it. Empty means "nothing there". */
  readonly read: (typed: readonly string[]) => unknown
}

export function fieldOption(
  name: string,
  field: Field,
  required: boolean,
): FieldOption | undefined {
  const shape = shapeOf(field)
  if (shape === undefined) return undefined
  const flag = flagOf(name)
  return {
    field: name,
    flag,
    value: shape.value,
    says: sayField(field, shape.words, required),
    choices: shape.choices ?? [],
    often: shape.often ?? false,
    read: (typed) => {
      const empty = typed.every((one) => one === '')
      if (empty && !required) return shape.often ? [] : null
      try {
        return shape.read(typed)
      } catch (fault) {
        const says = fault instanceof Error ? fault.message : String(fault)
        throw invalid(`--${flag} does not fit.`, [{ at: `--${flag}`, says }])
      }
    },
  }
}

/** `companyId` as it is typed: `company-id`. A word that every command has for itself is led by `field-`. */
export function flagOf(name: string): string {
  const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return ownFlags.has(flag) ? `field-${flag}` : flag
}

const ownFlags = new Set(['json', 'data', 'help'])

interface Shape {
  readonly value: string | undefined
  readonly words?: string
  readonly choices?: readonly string[]
  readonly often?: true
  readonly read: (typed: readonly string[]) => unknown
}

const last = (typed: readonly string[]): string => typed.at(-1) ?? ''

function shapeOf(field: Field): Shape | undefined {
  switch (field.kind) {
    case 'text':
      return field.form === 'markdown'
        ? { value: 'file', words: 'the path of a file; - for stdin', read: last }
        : { value: field.form ?? 'text', read: last }
    case 'prose':
      return { value: 'text', read: last }
    case 'number':
      return numberShape(field.allowed ?? {}, field.unit)
    case 'amount':
      return {
        value: 'amount',
        words: 'such as "1200.50 EUR"',
        read: (typed) => amountOf(last(typed)),
      }
    case 'date':
      return { value: 'date', words: 'such as 2026-11-22', read: last }
    case 'instant':
      return { value: 'moment', words: 'such as 2026-11-22T09:30:00Z', read: last }
    case 'choice':
      return choiceShape(field.options)
    case 'flag':
      return { value: undefined, read: (typed) => last(typed) !== 'false' }
    case 'ref':
      return { value: 'ref', read: last }
    case 'list':
      return {
        value: field.of === 'text' ? 'text' : 'ref',
        words: field.of === 'text' ? 'may be given often' : 'several with commas, or given often',
        often: true,
        read: (typed) =>
          typed
            .flatMap((one) =>
              field.of === 'text' ? [one] : one.split(',').map((ref) => ref.trim()),
            )
            .filter((one) => one !== ''),
      }
    case 'interval':
      return {
        value: 'from..to',
        words: 'such as 2026-01-01..2026-03-31, either end left open',
        read: (typed) => intervalOf(last(typed)),
      }
    case 'custom':
      return {
        value: 'key=value',
        words: 'may be given often',
        often: true,
        read: (typed) => customOf(typed),
      }
    case 'computed':
    case 'rollup':
      return undefined
  }
}

function sayField(field: Field, words: string | undefined, required: boolean): string {
  const label = [
    field.label,
    'unit' in field && field.unit !== undefined ? `in ${field.unit}` : undefined,
  ]
    .filter(Boolean)
    .join(', ')
  const more = [
    field.help?.replace(/\.$/, ''),
    words,
    required ? 'must be given' : undefined,
  ].filter((one) => one !== undefined && one !== '')
  return more.length === 0 ? label : `${label}: ${more.join('; ')}`
}

function numberShape(allowed: Readonly<Record<string, number>>, unit: string | undefined): Shape {
  const words = Object.entries(allowed)
  return {
    value: unit === '%' ? 'percent' : 'number',
    ...(words.length === 0
      ? {}
      : {
          words: words.map(([word, value]) => `${value} (${word})`).join(', '),
          choices: words.map(([, value]) => String(value)),
        }),
    read: (typed) => {
      const text = last(typed).trim()
      const byWord = words.find(([word]) => word.toLowerCase() === text.toLowerCase())
      if (byWord !== undefined) return byWord[1]
      if (text === '' || !Number.isFinite(Number(text)))
        throw new Error(
          `"${text}" is no number${words.length === 0 ? '' : ` and none of: ${words.map(([word]) => word).join(', ')}`}.`,
        )
      return Number(text)
    },
  }
}

function choiceShape(options: Readonly<Record<string, string>>): Shape {
  const entries = Object.entries(options)
  return {
    value: 'choice',
    words: entries
      .map(([value, word]) =>
        word.toLowerCase() === value.toLowerCase() ? value : `${value} (${word})`,
      )
      .join(', '),
    choices: entries.map(([value]) => value),
    read: (typed) => {
      const text = last(typed)
      const known =
        entries.find(([value]) => value === text) ??
        entries.find(([value, word]) =>
          [value, word].some((one) => one.toLowerCase() === text.toLowerCase()),
        )
      if (known === undefined)
        throw new Error(`"${text}" is none of: ${entries.map(([value]) => value).join(', ')}.`)
      return known[0]
    },
  }
}

/** "1200.50 EUR" as minor units of its currency; no digit is rounded away. */
function amountOf(text: string): { readonly minor: number; readonly currency: string } {
  const parts = /^(-?\d+)(?:\.(\d+))? ?([A-Za-z]{3})$/.exec(text.trim())
  if (parts === null)
    throw new Error(`"${text}" is no amount. Write a number and a currency, such as "1200.50 EUR".`)
  const [, whole = '', fraction = '', code = ''] = parts
  const currency = code.toUpperCase()
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  if (fraction.length > digits)
    throw new Error(
      `${currency} has ${digits} digits after the point, and "${text}" has ${fraction.length}.`,
    )
  const minor = Number(`${whole}${fraction.padEnd(digits, '0')}`)
  if (!Number.isSafeInteger(minor)) throw new Error(`"${text}" is too large to be kept exactly.`)
  return { minor, currency }
}

function intervalOf(text: string): { readonly from: string | null; readonly to: string | null } {
  const parts = /^(.*?)\.\.(.*)$/.exec(text.trim())
  if (parts === null)
    throw new Error(
      `"${text}" is no range. Write two dates with .. between, such as 2026-01-01..2026-03-31.`,
    )
  return { from: parts[1]?.trim() || null, to: parts[2]?.trim() || null }
}

/** Own fields by their key; their kinds are known to the workspace alone, so the values are texts still. */
function customOf(typed: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    typed
      .filter((one) => one !== '')
      .map((one) => {
        const at = one.indexOf('=')
        if (at < 1) throw new Error(`"${one}" names no own field. Write key=value.`)
        return [one.slice(0, at), one.slice(at + 1)] as const
      }),
  )
}
