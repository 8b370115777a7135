import { z } from 'zod'
import type { Command } from './command.ts'
import type { Field, Fields } from './field.ts'
import { invalid, type Place } from './problem.ts'
import { proseOf, wrongProse } from './prose.ts'

/**
 * One schema per input, made from its fields. Every door parses with it: form, REST, CLI, import.
 * Unknown keys are refused by name, so that a misspelt field is never lost in silence.
 */
export function schemaOf(fields: Fields): z.ZodType<Readonly<Record<string, unknown>>> {
  const known = made.get(fields)
  if (known !== undefined) return known
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, slot(field)] as const),
  )
  const schema = z.strictObject(shape) as z.ZodType<Readonly<Record<string, unknown>>>
  made.set(fields, schema)
  return schema
}

/** Parses the input of a command, or refuses with every wrong place named. */
export function parseInput(
  on: Pick<Command, 'says' | 'input'>,
  input: unknown,
): Readonly<Record<string, unknown>> {
  const parsed = schemaOf(on.input).safeParse(input ?? {})
  if (parsed.success) return parsed.data
  throw invalid(
    `${on.says}: the input does not fit.`,
    parsed.error.issues.flatMap((issue) => placesOf(issue, on.input)),
  )
}

/** One value of one field, parsed by itself: for a cell of a file. */
export function parseValue(
  field: Field,
  value: unknown,
): { readonly value: unknown } | { readonly says: string } {
  const known = ofField.get(field) ?? valueOf(field)
  ofField.set(field, known)
  const parsed = known.safeParse(value)
  return parsed.success
    ? { value: parsed.data }
    : { says: parsed.error.issues[0]?.message ?? 'does not fit' }
}

/** JSON Schema (2020-12) of an input, for strangers. */
export const jsonSchemaOf = (fields: Fields): Readonly<Record<string, unknown>> =>
  z.toJSONSchema(schemaOf(fields), { unrepresentable: 'any', io: 'input' })

const ofField = new WeakMap<Field, z.ZodType>()
const made = new WeakMap<Fields, z.ZodType<Readonly<Record<string, unknown>>>>()

const slot = (field: Field): z.ZodType => {
  const value = valueOf(field).meta({
    title: field.label,
    ...(field.help === undefined ? {} : { description: field.help }),
  })
  return field.required === true ? value : value.nullish()
}

function valueOf(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
      return textOf(field.max, field.required === true, field.form)
    case 'prose':
      return z.union([z.string().transform(proseOf), z.unknown()]).superRefine((value, context) => {
        const wrong =
          wrongProse(value) ??
          (JSON.stringify(value).length > field.max * 8
            ? `At most ${field.max} characters.`
            : undefined)
        if (wrong !== undefined) context.addIssue({ code: 'custom', message: wrong })
      })
    case 'number':
      return numberOf(field)
    case 'amount':
      return z.strictObject({
        minor: z.int({ error: 'An amount is counted in whole minor units, such as cents.' }),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/, 'A currency is three capital letters, such as EUR.'),
      })
    case 'date':
      return dateOf()
    case 'instant':
      return instantOf()
    case 'choice':
      return z.enum(Object.keys(field.options) as [string, ...string[]], {
        error: `One of: ${Object.keys(field.options).join(', ')}.`,
      })
    case 'flag':
      return z.boolean({ error: 'true or false.' })
    case 'ref':
      return textOf(64, true, undefined)
    case 'list':
      return z
        .array(textOf(field.of === 'text' ? 200 : 64, true, undefined), { error: 'A list.' })
        .max(field.most, `At most ${field.most} entries.`)
    case 'interval':
      return z
        .strictObject({
          from: dateOf().nullable().default(null),
          to: dateOf().nullable().default(null),
        })
        .refine(
          ({ from, to }) => from === null || to === null || from <= to,
          'The end lies before the beginning.',
        )
    case 'custom':
      return z.record(
        z.string().max(40),
        z.union([z.string().max(2000).refine(clean, broken), z.number(), z.boolean(), z.null()]),
      )
    case 'computed':
    case 'rollup':
      return z.never({ error: 'This is worked out; it cannot be given.' })
  }
}

function textOf(max: number, mustSay: boolean, form: string | undefined): z.ZodType {
  const base = z
    .string({ error: 'A text.' })
    .refine(clean, broken)
    .refine((value) => !mustSay || value.trim() !== '', 'This may not be empty.')
    .refine(
      (value) => value.length <= max || codePoints(value) <= max,
      `At most ${max.toLocaleString('en')} characters.`,
    )
    .meta({ maxLength: max, ...(mustSay ? { minLength: 1 } : {}) })
  const law = form === undefined ? undefined : forms[form]
  return law === undefined
    ? base
    : base.refine((value) => value === '' || law.test.test(value), law.says)
}

function numberOf(field: Extract<Field, { kind: 'number' }>): z.ZodType {
  const base = z
    .number({ error: 'A finite number.' })
    .refine((value) => !field.whole || Number.isSafeInteger(value), 'A whole number.')
  if (field.allowed !== undefined) {
    const values = Object.values(field.allowed)
    const words = Object.entries(field.allowed).map(([word, value]) => `${value} (${word})`)
    return base
      .refine((value) => values.includes(value), `One of: ${words.join(', ')}.`)
      .meta({ enum: values })
  }
  const low =
    field.min === undefined
      ? base
      : base.refine((value) => value >= must(field.min), `At least ${field.min}.`)
  return field.max === undefined
    ? low
    : low.refine((value) => value <= must(field.max), `At most ${field.max}.`)
}

const dateOf = () =>
  z
    .string({ error: 'A date such as 2026-11-22.' })
    .refine(isDate, 'A date of the calendar such as 2026-11-22.')
    .meta({ format: 'date' })

const instantOf = () =>
  z
    .string({ error: 'A moment such as 2026-11-22T09:30:00Z.' })
    .transform((value, context) => {
      const parts =
        /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.exec(value)
      const at = parts !== null && isDate(parts[1] ?? '') ? Date.parse(value) : Number.NaN
      if (!Number.isNaN(at)) return new Date(at).toISOString()
      context.addIssue({
        code: 'custom',
        message: 'A moment with its zone, such as 2026-11-22T09:30:00Z.',
      })
      return z.NEVER
    })
    .meta({ format: 'date-time' })

/** Does the calendar have this day? */
export function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === value
}

const forms: Readonly<Record<string, { readonly test: RegExp; readonly says: string }>> = {
  url: {
    test: /^https?:\/\/[^\s]+$/i,
    says: 'A web address that begins with http:// or https://.',
  },
  email: { test: /^[^\s@]+@[^\s@]+$/, says: 'An e-mail address.' },
  domain: { test: /^[a-z0-9.-]+\.[a-z]{2,}$/i, says: 'A domain such as example.org.' },
  language: { test: /^[\p{L}\p{N} ()-]{1,35}$/u, says: 'A language, by code or name.' },
}

const broken = 'It holds a NUL or half of a character, which cannot be stored.'
const clean = (value: string): boolean => !value.includes('\u0000') && !/\p{Surrogate}/u.test(value)
const codePoints = (value: string): number => [...value].length

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('absent')
  return value
}

function placesOf(issue: z.core.$ZodIssue, fields: Fields): readonly Place[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      at: key,
      says: `There is no field "${key}" here. There are: ${Object.keys(fields).join(', ')}.`,
    }))
  const at = issue.path.map(String).join('.')
  const missing =
    issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null)
  return [{ at, says: missing ? 'This must be given.' : issue.message }]
}
