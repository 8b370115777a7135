import { Problem, problemCodes, type PlaceSaid, type ProblemCode } from '../../engine/problem.ts'
import type { Paint } from './paint.ts'
import { tame, tameLine } from './width.ts'

/** What a shell is told. Documented in the help, so never renumbered. */
export const exitCodes: Readonly<Record<ProblemCode | 'unreachable', number>> = {
  broken: 1,
  invalid: 2,
  unknown: 3,
  gone: 3,
  denied: 4,
  stale: 5,
  taken: 6,
  limited: 7,
  unreachable: 8,
}

export const exitCodeHelp = `Exit codes:
  0  done
  1  broken: a fault of Throughline's own
  2  the command line or its values do not fit
  3  there is no such thing, or it has gone
  4  not signed in, or not allowed
  5  somebody else changed it first
  6  that is taken already
  7  too much or too often
  8  no instance answers
`

/** Nobody answers where an instance was expected. */
export class Unreachable extends Error {}

/** A refusal by the API, with its document as it came. */
export class Refusal extends Error {
  readonly document: Readonly<Record<string, unknown>>
  readonly code: ProblemCode
  /** The same request is under way already, and its answer will come. */
  readonly waits: boolean

  constructor(
    document: Readonly<Record<string, unknown>>,
    code: ProblemCode,
    says: string,
    waits: boolean,
  ) {
    super(says)
    this.document = document
    this.code = code
    this.waits = waits
  }
}

/** Reads a problem document (RFC 9457) as the API sends it; `waits` as in Refusal. */
export function refusalOf(document: Readonly<Record<string, unknown>>, waits = false): Refusal {
  const code = problemCodes.find((one) => one === document['code']) ?? 'broken'
  const says =
    textOf(document['detail']) ?? textOf(document['title']) ?? 'The instance could not do this.'
  return new Refusal(document, code, says, waits)
}

export function exitCodeOf(fault: unknown): number {
  if (fault instanceof Unreachable) return exitCodes.unreachable
  if (fault instanceof Refusal || fault instanceof Problem) return exitCodes[fault.code]
  return exitCodes.broken
}

/** The fault as one JSON document: the API's own where it spoke, ours in the same shape where it did not. */
export function faultAsJson(fault: unknown): string {
  if (fault instanceof Refusal) return `${JSON.stringify(fault.document)}\n`
  const code =
    fault instanceof Unreachable ? 'unreachable' : fault instanceof Problem ? fault.code : 'broken'
  const places = fault instanceof Problem ? fault.places : []
  return `${JSON.stringify({ code, detail: sentenceOf(fault), errors: places.map(({ at, says }) => ({ pointer: at, detail: says })) })}\n`
}

/** The fault for a person: the sentence, then each place under it. */
export function faultInWords(fault: unknown, paint: Paint): string {
  const places: readonly PlaceSaid[] =
    fault instanceof Refusal
      ? placesOf(fault.document['errors'] ?? fault.document['places'])
      : fault instanceof Problem
        ? fault.places
        : []
  const lines = places.map(
    (place) => `  ${paint('strong', tameLine(place.at))}  ${tameLine(place.says)}`,
  )
  const reference = fault instanceof Refusal ? textOf(fault.document['reference']) : undefined
  const told = reference === undefined ? [] : [paint('muted', `Reference: ${tameLine(reference)}`)]
  return [paint('oxide', tame(sentenceOf(fault))), ...lines, ...told]
    .map((line) => `${line}\n`)
    .join('')
}

const sentenceOf = (fault: unknown): string => {
  if (fault instanceof Refusal || fault instanceof Problem || fault instanceof Unreachable)
    return fault.message
  return `This is a fault of the command line itself: ${fault instanceof Error ? fault.message : String(fault)}`
}

/** The API points at places as JSON pointers; a person reads `companyId` where it says `/companyId`. */
const placesOf = (value: unknown): readonly PlaceSaid[] =>
  Array.isArray(value)
    ? value.map(
        (one: {
          readonly pointer?: unknown
          readonly detail?: unknown
          readonly at?: unknown
          readonly says?: unknown
        }) => ({
          at: String(one.pointer ?? one.at ?? '')
            .replace(/^\//, '')
            .replaceAll('/', '.')
            .replaceAll('~1', '/')
            .replaceAll('~0', '~'),
          says: String(one.detail ?? one.says ?? ''),
        }),
      )
    : []

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
