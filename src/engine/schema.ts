import { z } from 'zod'
import type { Command } from './command.ts'
import { isNeverEmpty, type Field, type Fields } from './field.ts'
import { invalid, must, type Place, type Said } from './problem.ts'
import { proseOf, wrongProse } from './prose.ts'
import { saysNothing } from './says-nothing.ts'
import { declaredWord, english, sentence, type Sentence } from './words.ts'

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
  const parsed = schemaOf(on.input).safeParse(input ?? {}, { reportInput: true })
  if (parsed.success) return parsed.data
  throw invalid(
    sentence('{command}: the input does not fit.', {
      command: declaredWord(on.says, undefined, 'alone'),
    }),
    parsed.error.issues.flatMap((issue) => placesOf(issue, on.input)),
  )
}

/** One value of one field, parsed by itself: for a cell of a file. */
export function parseValue(
  field: Field,
  value: unknown,
): { readonly value: unknown } | { readonly says: Said } {
  const known = ofField.get(field) ?? valueOf(field)
  ofField.set(field, known)
  const parsed = known.safeParse(value)
  return parsed.success ? { value: parsed.data } : { says: wrongIn(parsed.error) }
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
  if (field.required === true) return value
  if (!isNeverEmpty(field)) return value.nullish()
  // what is made has its default where nothing is said; what is there keeps what it has
  return 'kept' in field ? value.optional() : value.nullish().transform((one) => one ?? undefined)
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
            ? mostCharacters(String(field.max))
            : undefined)
        if (wrong !== undefined) context.addIssue({ code: 'custom', ...law(wrong) })
      })
    case 'number':
      return numberOf(field)
    case 'amount':
      return z.strictObject({
        minor: z.int({
          error: sentence('An amount is counted in whole minor units, such as cents.').text,
        }),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/, sentence('A currency is three capital letters, such as EUR.').text),
      })
    case 'date':
      return dateOf()
    case 'instant':
      return instantOf()
    case 'choice':
      return z.enum(Object.keys(field.options) as [string, ...string[]])
    case 'flag':
      return z.boolean({ error: sentence('true or false.').text })
    case 'ref':
      return textOf(64, true, undefined)
    case 'list':
      return z
        .array(textOf(field.of === 'text' ? 200 : 64, true, undefined), {
          error: sentence('A list.').text,
        })
        .max(field.most)
    case 'interval':
      return z
        .strictObject({
          from: dateOf().nullable().default(null),
          to: dateOf().nullable().default(null),
        })
        .refine(
          ({ from, to }) => from === null || to === null || from <= to,
          sentence('The end lies before the beginning.').text,
        )
    case 'custom':
      return z.record(
        z.string().max(40),
        z.union([z.string().max(2000).refine(clean, broken), z.number(), z.boolean(), z.null()]),
      )
    case 'computed':
    case 'rollup':
      return z.never({ error: sentence('This is worked out; it cannot be given.').text })
  }
}

function textOf(max: number, mustSay: boolean, form: string | undefined): z.ZodType {
  const base = z
    .string({ error: aText.text })
    .refine(clean, broken)
    // What nobody can see is no text: whoever asks for one gets the empty one, and refuses it.
    .overwrite((value) => (value.trim() !== '' && saysNothing(value) ? '' : value))
    .refine((value) => !mustSay || value.trim() !== '', sentence('This may not be empty.').text)
    .refine((value) => value.length <= max || codePoints(value) <= max, law(mostCharacters(max)))
    .meta({ maxLength: max, ...(mustSay ? { minLength: 1 } : {}) })
  const wanted = form === undefined ? undefined : forms[form]
  return wanted === undefined
    ? base
    : base.refine((value) => value === '' || wanted.test.test(value), law(wanted.says))
}

function numberOf(field: Extract<Field, { kind: 'number' }>): z.ZodType {
  const base = z
    .number({ error: sentence('A finite number.').text })
    .refine((value) => !field.whole || Number.isInteger(value), {
      ...law(sentence('A whole number.')),
      abort: true,
    })
    .refine((value) => !field.whole || Number.isSafeInteger(value), {
      ...law(tooLarge()),
      abort: true,
    })
  if (field.allowed !== undefined) {
    const values = Object.values(field.allowed)
    return base
      .refine((value) => values.includes(value), law(oneOfThese(field.allowed)))
      .meta({ enum: values })
  }
  const low =
    field.min === undefined
      ? base
      : base.refine(
          (value) => value >= must(field.min),
          law(sentence('At least {least}.', { least: String(field.min) })),
        )
  return field.max === undefined
    ? low
    : low.refine(
        (value) => value <= must(field.max),
        law(sentence('At most {most}.', { most: String(field.max) })),
      )
}

const dateOf = () =>
  z
    .string({ error: sentence('A date such as 2026-11-22.').text })
    .refine(isDate, law(sentence('A date of the calendar such as 2026-11-22.')))
    .meta({ format: 'date' })

const instantOf = () =>
  z
    .string({ error: sentence('A moment such as 2026-11-22T09:30:00Z.').text })
    .transform((value, context) => {
      const parts =
        /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.exec(value)
      const at = parts !== null && isDate(parts[1] ?? '') ? Date.parse(value) : Number.NaN
      if (!Number.isNaN(at)) return new Date(at).toISOString()
      context.addIssue({
        code: 'custom',
        ...law(sentence('A moment with its zone, such as 2026-11-22T09:30:00Z.')),
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

const forms: Readonly<Record<string, { readonly test: RegExp; readonly says: Sentence }>> = {
  url: {
    test: /^https?:\/\/[^\s]+$/i,
    says: sentence('A web address that begins with http:// or https://.'),
  },
  email: { test: /^[^\s@]+@[^\s@]+$/, says: sentence('An e-mail address.') },
  domain: { test: /^[a-z0-9.-]+\.[a-z]{2,}$/i, says: sentence('A domain such as example.org.') },
  language: { test: /^[\p{L}\p{N} ()-]{1,35}$/u, says: sentence('A language, by code or name.') },
}

const broken = sentence('It holds a NUL or half of a character, which cannot be stored.').text

const mostCharacters = (most: number | string): Sentence =>
  sentence('At most {most} characters.', { most })

/** `0.5 (low), 1 (medium)` */
function oneOfThese(allowed: Readonly<Record<string, number>>): Sentence {
  const steps = Object.entries(allowed).map(([word, value]) =>
    sentence('{value} ({word})', { value: String(value), word: declaredWord(word) }),
  )
  return oneOf(steps.reduce((most, last) => sentence('{most}, {last}', { most, last })))
}

const oneOf = (list: string | Sentence): Sentence => sentence('One of: {list}.', { list })

/** What a law says travels with the issue, so that it can be said in any language. */
const law = (says: Sentence) => ({ message: english.told(says), params: { says } })

/** What is wrong with a value by itself. */
export const wrongIn = ({ issues: [first] }: z.ZodError): Said =>
  first === undefined ? sentence('does not fit') : saidOf(first)

function saidOf(issue: z.core.$ZodIssue): Said {
  const other = issue.code === 'invalid_type' ? ofAnotherType(issue) : undefined
  if (other !== undefined) return other
  if (issue.code === 'custom')
    return (issue.params?.['says'] as Sentence | undefined) ?? issue.message
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String).join(', '))
  if (issue.code === 'too_big' && issue.origin === 'array')
    return sentence('At most {most} entries.', { most: String(issue.maximum) })
  return issue.message
}

/** What a value is, and what is wanted in its place; undefined where the field's own words say it. */
function ofAnotherType({
  expected,
  input,
  message,
}: z.core.$ZodIssueInvalidType): Sentence | undefined {
  if (expected === 'string' && message === aText.text && typeof input === 'number')
    return sentence('This is a number, and a text is wanted. Put it in quotes: "{number}".', {
      number: String(input),
    })
  if (expected === 'object' || expected === 'record')
    return sentence('An object, which stands in braces.')
  if (expected !== 'number') return undefined
  if (input === Infinity || input === -Infinity) return tooLarge()
  if (typeof input !== 'string') return undefined
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(input))
    return sentence('"{text}" is not a number. Write one such as 5, in figures.', {
      text: input.slice(0, 60),
    })
  return Number.isFinite(Number(input))
    ? sentence('This is a text, and a number is wanted. Write it without quotes: {number}.', {
        number: String(Number(input)),
      })
    : tooLarge()
}

const aText = sentence('A text.')
const tooLarge = (): Sentence =>
  sentence('This number is too large to be kept exactly. Numbers are taken up to {most}.', {
    most: String(Number.MAX_SAFE_INTEGER),
  })

const clean = (value: string): boolean => !value.includes('\u0000') && !/\p{Surrogate}/u.test(value)
const codePoints = (value: string): number => [...value].length

function placesOf(issue: z.core.$ZodIssue, fields: Fields): readonly Place[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      at: key,
      says: sentence('There is no field "{name}" here. There are: {list}.', {
        name: key,
        list: Object.keys(fields).join(', '),
      }),
    }))
  const at = issue.path.map(String).join('.')
  const field = fields[at]
  if (issue.input === null && field !== undefined && field.required !== true)
    return [{ at, says: sentence('This always has a value. Leave it out to keep it as it is.') }]
  const missing =
    (issue.code === 'invalid_type' || issue.code === 'invalid_value') &&
    (issue.input === undefined || issue.input === null)
  return [{ at, says: missing ? sentence('This must be given.') : saidOf(issue) }]
}
