import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text as wordsOf } from 'node:stream/consumers'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { Command } from '../../engine/command.ts'
import { customField } from '../../engine/custom.ts'
import type { Field } from '../../engine/field.ts'
import { invalid } from '../../engine/problem.ts'
import type { RecordKind } from '../../engine/record.ts'
import { readJson } from '../body.ts'
import { isPlain } from '../plain.ts'
import { plainVerb, plainVerbs } from '../rest/plain-verbs.ts'
import { part, type Ask, type Api } from './api.ts'
import { sayOutcome } from './outcome.ts'
import { fieldOption, type FieldOption } from './field-option.ts'
import { oneLine } from './rows.ts'
import {
  common,
  jsonOption,
  place,
  placeOf,
  valueOf,
  type Given,
  type Hand,
  type Option,
  type Place,
  type Verb,
} from './verb.ts'

/**
 * Every command of the catalogue as a verb. What ends in the name of a record is that record's verb:
 * `create-x` is called `x create`. What is more than plain is also called by its whole name; what
 * nobody may ever do is no verb.
 */
export const commandVerbs = (catalogue: Catalogue): readonly Verb[] =>
  catalogue.commands.flatMap((command) => {
    const kind = recordOf(catalogue, command)
    if (kind === undefined) return [commandVerb(catalogue, command, [command.name], undefined)]
    const verb = plainVerbs.find((one) => command.name === `${one}-${kind.name}`)
    if (verb !== undefined && plainVerb(verb, kind, catalogue) === undefined) return []
    const own = commandVerb(catalogue, command, [kind.name, verb ?? shortOf(command, kind)], kind)
    return verb === undefined
      ? [own, { ...commandVerb(catalogue, command, [command.name], kind), group: 'More verbs:' }]
      : [own]
  })

/** The record whose name, or whose plural, ends the name of a command; the longest, where several do. */
const recordOf = (catalogue: Catalogue, command: Command): RecordKind | undefined =>
  catalogue.records
    .filter((kind) => [kind.name, kind.plural].some((name) => command.name.endsWith(`-${name}`)))
    .toSorted((left, right) => right.name.length - left.name.length)[0]

const shortOf = (command: Command, kind: RecordKind): string =>
  command.name.slice(
    0,
    -(command.name.endsWith(`-${kind.name}`) ? kind.name : kind.plural).length - 1,
  )

/** Options of every verb that writes. */
export const writing: readonly Option[] = [
  { flag: 'cause', value: 'reason', says: 'why; history keeps it' },
  ...common,
]

/** The reason of a write, as the API takes it. */
export function causeHeader(given: Given): Readonly<Record<string, string>> {
  const cause = valueOf(given, 'cause')
  return cause === undefined ? {} : { 'throughline-cause': encodeURIComponent(cause) }
}

function commandVerb(
  catalogue: Catalogue,
  command: Command,
  path: readonly string[],
  kind: RecordKind | undefined,
): Verb {
  const subject = kind === undefined ? undefined : subjectOf(command, kind)
  const fields = Object.entries(command.input).flatMap(([name, field]) => {
    const option = name === subject ? undefined : fieldOption(name, field, field.required === true)
    return option === undefined ? [] : [option]
  })
  const places: readonly Place[] =
    subject === undefined || kind === undefined
      ? []
      : [place('ref', `such as ${kind.prefix}-1, or an id`)]
  return {
    path,
    says: command.says,
    places,
    options: [
      ...fields.map(optionOf(command)),
      {
        ...jsonOption,
        says: 'print exactly what the API says; "--json -" reads the input as JSON from stdin',
      },
      { flag: 'body', value: 'file', says: 'JSON input; - for stdin', hidden: true },
      ...writing.filter((one) => one !== jsonOption),
    ],
    examples: [
      [
        ...path,
        ...(places.length > 0 && kind !== undefined ? [`${kind.prefix}-1`] : []),
        ...exampleOptions(fields, command),
      ].join(' '),
    ],
    group: kind === undefined ? 'More verbs:' : 'Records:',
    lined: kind?.station !== undefined && kind.derive === undefined,
    run: async (given, hand) => {
      const input = await inputOf(given, hand, fields, kind)
      const ref = subject === undefined ? undefined : placeOf(given, 'ref')
      const ask = askOf(command, kind, input, subject, ref)
      const { text, body } = await hand.api.ask({
        ...ask,
        headers: { ...ask.headers, ...causeHeader(given) },
      })
      if (hand.json) return hand.out(text === '' ? '' : `${text}\n`)
      if (kind !== undefined && typeof body['ref'] === 'string')
        return hand.out(oneLine(kind, body, hand.paint))
      if (kind !== undefined && text === '')
        return hand.err(
          `${ref ?? ''} lies in the trash; "throughline trash" says until when. Take it back: throughline ${kind.name} restore ${ref ?? ''}\n`,
        )
      await sayOutcome(catalogue, body, hand, command)
    },
  }
}

/** The field of a command that names the row it is about, if it must be given: it is told by its place. */
const subjectOf = (command: Command, kind: RecordKind): string | undefined => {
  const field = command.input['id']
  return field?.kind === 'ref' && field.to === kind.name && field.required === true
    ? 'id'
    : undefined
}

/** The plain verbs go where the API has a route for them; every other one is a command by its name. */
function askOf(
  command: Command,
  kind: RecordKind | undefined,
  input: Input,
  subject: string | undefined,
  ref: string | undefined,
): Ask {
  const verb =
    kind === undefined || kind.derive === 'reading-only'
      ? undefined
      : plainVerbs.find((one) => command.name === `${one}-${kind.name}`)
  const { version, ...rest } = input
  const headers =
    version === undefined || version === null ? {} : { 'if-match': `"${String(version)}"` }
  const one = `/${kind?.plural ?? ''}/${part(ref ?? '')}`
  switch (verb) {
    case 'create':
      return { method: 'POST', path: `/${kind?.plural ?? ''}`, json: input }
    case 'update':
      return { method: 'PATCH', path: one, json: rest, headers }
    case 'remove':
      return { method: 'DELETE', path: one, headers }
    case 'restore':
      return { method: 'POST', path: `${one}/restore`, json: rest, headers }
    case undefined:
      return {
        method: 'POST',
        path: `/commands/${part(command.name)}`,
        json: subject === undefined ? input : { ...input, [subject]: ref },
      }
  }
}

type Input = Readonly<Record<string, unknown>>

const optionOf =
  (command: Command) =>
  (option: FieldOption): Option => ({
    flag: option.flag,
    value: option.value,
    says: option.says,
    ...(option.choices.length === 0 ? {} : { choices: option.choices }),
    ...(option.value === 'file' ? { file: true as const } : {}),
    ...(command.input[option.field]?.kind === 'flag' ? { denied: 'too' as const } : {}),
  })

async function inputOf(
  given: Given,
  hand: Hand,
  fields: readonly FieldOption[],
  kind: RecordKind | undefined,
): Promise<Input> {
  const base =
    valueOf(given, 'body') === undefined
      ? {}
      : asObject(await readJson(hand.world.stdin as AsyncIterable<Uint8Array>))
  const typed: (readonly [string, unknown])[] = []
  for (const option of fields) {
    const words = given.option[option.flag]
    if (words === undefined) continue
    const value = option.read(words)
    const isFile = option.value === 'file' && typeof value === 'string'
    typed.push([option.field, isFile ? await wordsIn(value, option.flag, hand) : value])
  }
  const input: Record<string, unknown> = { ...base, ...Object.fromEntries(typed) }
  const custom = fields.find((option) => option.field === 'custom')
  if (kind !== undefined && custom !== undefined && given.option[custom.flag] !== undefined)
    input['custom'] = await ownValues(
      hand.api,
      kind.name,
      input['custom'] as Readonly<Record<string, string>>,
    )
  return input
}

/** A long text is given as the path of its file. */
async function wordsIn(path: string, flag: string, { world }: Hand): Promise<string> {
  try {
    return path === '-'
      ? await wordsOf(world.stdin)
      : await readFile(resolve(world.cwd, path), 'utf8')
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code ?? 'unknown'
    throw invalid(`${path} cannot be read (${code}).`, [
      { at: `--${flag}`, says: 'Name a file that is there.' },
    ])
  }
}

function asObject(value: unknown): Input {
  if (isPlain(value)) return value
  throw invalid('The input on stdin must be one JSON object, such as {"title": "A name"}.')
}

/** Values of own fields, typed as texts, in the kinds that the workspace has defined for them. */
async function ownValues(
  api: Api,
  record: string,
  typed: Readonly<Record<string, string>>,
): Promise<Input> {
  const { body } = await api.ask({
    path: `/${customField.plural}`,
    query: [
      ['filter[of]', record],
      ['limit', '200'],
    ],
  })
  const defined = new Map(
    ((body['data'] ?? []) as readonly { readonly key: string; readonly type: string }[]).map(
      (one) => [one.key, one.type] as const,
    ),
  )
  return Object.fromEntries(
    Object.entries(typed).map(([key, text]) => [key, ownValue(defined.get(key), text)] as const),
  )
}

function ownValue(type: string | undefined, text: string): unknown {
  if (text === '') return null
  if (type === 'number')
    return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
  if (type === 'flag')
    return /^(yes|true)$/i.test(text) ? true : /^(no|false)$/i.test(text) ? false : text
  return text
}

/** What must be given, with a value that fits its kind. */
const exampleOptions = (fields: readonly FieldOption[], command: Command): readonly string[] => {
  const must = fields.filter((option) => command.input[option.field]?.required === true)
  const shown =
    must.length > 0
      ? must
      : fields.filter((option) => option.field !== 'id' && option.field !== 'version').slice(0, 1)
  return shown.map(({ flag, field, choices }) =>
    command.input[field]?.kind === 'flag'
      ? `--${flag}`
      : `--${flag} ${choices[0] ?? exampleValue(command.input[field])}`,
  )
}

function exampleValue(field: Field | undefined): string {
  if (field?.kind === 'ref') return 'REF-1'
  if (field?.kind === 'number') return String(field.min ?? 1)
  if (field?.kind === 'date') return '2026-11-22'
  if (field?.kind === 'instant') return '2026-11-22T09:30:00Z'
  if (field?.kind === 'list') return field.of === 'text' ? '"some words"' : 'REF-1,REF-2'
  return '"some words"'
}
