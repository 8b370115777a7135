import type { Actor } from '../../../engine/access.ts'
import type { Place } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { lettered } from './dossier.ts'

type Plain = Readonly<Record<string, unknown>>

/** All that hangs on a decision and that choosing looks at. */
export interface Prepared {
  readonly decision: Plain
  readonly options: readonly Row[]
  readonly criteria: readonly Row[]
  /** Links that speak for or against its options. */
  readonly links: readonly Plain[]
  /** Blind rounds on it, and on predictions that hang on it. */
  readonly rounds: readonly Row[]
  readonly predictions: readonly Row[]
  readonly assumptions: readonly Row[]
  readonly tripwires: readonly Row[]
}

/** What is said as it is chosen, where it is not in the record yet. */
export interface Choosing {
  readonly sentence?: string | null | undefined
  readonly chosenId?: string | null | undefined
  readonly reasons?: string | null | undefined
  readonly reviewOn?: string | null | undefined
}

/**
 * What is still missing before a decision can be taken, each piece by its place. A two-way door asks for
 * a sentence. A one-way door asks for the whole record (doors: Bezos, 2015; roles: DACI, Intuit;
 * pre-mortem: Klein, 2007; tripwires: Duke, 2022).
 */
export function missingIn(prepared: Prepared, choosing: Choosing): readonly Place[] {
  const { decision } = prepared
  const said = has(choosing.sentence)
    ? []
    : [{ at: 'sentence', says: 'Say in a sentence what is decided.' }]
  const blind = prepared.rounds
    .filter((one) => one['state'] !== 'shown')
    .map((one) => ({
      at: 'rounds',
      says: sentence('{ref} is blind still: wait for it, or close it.', { ref: one.ref }),
    }))
  if (decision['door'] !== 'one-way') return said
  return [
    ...said,
    ...recordMissing(decision),
    ...optionsMissing(prepared, choosing),
    ...evidenceMissing(prepared),
    ...blind,
    ...hangingMissing(prepared),
    ...(has(choosing.chosenId) ? [] : [{ at: 'option', says: 'Say which option is chosen.' }]),
    ...(has(choosing.reasons) ? [] : [{ at: 'reasons', says: 'Say why.' }]),
    ...(has(choosing.reviewOn)
      ? []
      : [{ at: 'reviewOn', says: 'Say on which day you look at it again.' }]),
  ]
}

function recordMissing(decision: Plain): readonly Place[] {
  return [
    ...(has(decision['question']) ? [] : [{ at: 'question', says: 'Say what the question is.' }]),
    ...(has(decision['approverId'])
      ? []
      : [{ at: 'approverId', says: 'Name the one person who approves.' }]),
    ...(has(decision['premortem'])
      ? []
      : [{ at: 'premortem', says: 'Imagine that it failed, and write why.' }]),
  ]
}

function optionsMissing({ options, criteria }: Prepared, { chosenId }: Choosing): readonly Place[] {
  return [
    ...(options.length >= 2 ? [] : [{ at: 'options', says: 'Give at least two options.' }]),
    ...(options.some((one) => one['isNothing'] === true)
      ? []
      : [{ at: 'options', says: 'Doing nothing is an option too: add it.' }]),
    ...(criteria.length > 0
      ? []
      : [{ at: 'criteria', says: 'Say by what the options are weighed.' }]),
    ...(has(chosenId) && !options.some(({ id }) => id === chosenId)
      ? [{ at: 'option', says: 'Name an option of this decision.' }]
      : []),
  ]
}

/** On each side of each option something that is linked, or words: also that nothing was found. */
function evidenceMissing({ options, links }: Prepared): readonly Place[] {
  return lettered(options).flatMap(({ letter, row: option }) => {
    const title = String(option['title'])
    const isLinked = (relation: string): boolean =>
      links.some((one) => one['toId'] === option.id && one['relation'] === relation)
    return [
      ...(has(option['pros']) || isLinked('speaks-for')
        ? []
        : [
            {
              at: 'evidence',
              says: sentence(
                'Link what speaks for option {letter}, “{title}”, or say that nothing was found.',
                { letter, title },
              ),
            },
          ]),
      ...(has(option['cons']) || isLinked('speaks-against')
        ? []
        : [
            {
              at: 'evidence',
              says: sentence(
                'Link what speaks against option {letter}, “{title}”, or say that nothing was found.',
                { letter, title },
              ),
            },
          ]),
    ]
  })
}

function hangingMissing({ predictions, assumptions, tripwires }: Prepared): readonly Place[] {
  const isSet = tripwires.some((one) => one['state'] !== 'withdrawn')
  return [
    ...(predictions.some((one) => one['state'] !== 'void')
      ? []
      : [{ at: 'predictions', says: 'Predict at least one thing that will come of it.' }]),
    ...(assumptions.length > 0
      ? []
      : [{ at: 'assumptions', says: 'Say at least one thing that must be true.' }]),
    ...(isSet
      ? []
      : [{ at: 'tripwires', says: 'Set at least one tripwire: what would change your mind.' }]),
  ]
}

/** An owner who decides in the approver's place does so openly. */
export const inPlaceOf = (decision: Plain, actor: Pick<Actor, 'id'>): string | null =>
  typeof decision['approverId'] === 'string' && decision['approverId'] !== actor.id
    ? decision['approverId']
    : null

const has = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''
