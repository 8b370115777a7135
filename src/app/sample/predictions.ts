import { must } from '../../engine/problem.ts'
import { day, moment, type Desk, type Values } from './desk.ts'
import { linesOf } from './lines.ts'

/** Answers of the questions with several, by their key. */
const answers: Readonly<Record<string, readonly string[]>> = {
  c1: ['Germany', 'France', 'Italy', 'Another'],
  c2: ['Dispatch', 'Sales', 'Nobody'],
}

/**
 * What was expected of the decisions, who gave it which odds before, and what came. One seat at the table is
 * kept for whoever looks at the sample, so that there is a mirror to look into: the leader writes down
 * what is said from it.
 */
export function tellPredictions(desk: Desk, visitor: string): void {
  for (const cells of linesOf('predictions', 14)) tellPrediction(desk, visitor, cells)
}

function tellPrediction(desk: Desk, visitor: string, cells: readonly string[]): void {
  const { keys, now, tell } = desk
  const [key = '', on = '', idea = '', by = '', kind = '', about = ''] = cells
  const [locked = '', due = '', resolved = '', came = ''] = cells.slice(6, 10)
  const [unit = '', question = '', rule = '', odds = ''] = cells.slice(10)
  const asked = (locked === '' ? Number(on.split(' ')[1]) : Number(locked)) - 0.1
  const id = (): string => keys.of('prediction', key)
  tell(asked, by, 'create-prediction', ({ make }) => {
    make('prediction', key, {
      question,
      kind,
      about,
      rule,
      resolvesOn: day(now, Number(due)),
      answers: answers[key] ?? [],
      ...(unit === '' ? {} : { unit }),
      decisionId: keys.of('decision', on),
      ...(idea === '' ? {} : { ideaId: keys.of('idea', idea) }),
      ...productOf(desk, idea),
      state: 'open',
    })
  })
  for (const [at, [who, said]] of oddsOf(odds).entries())
    tell(
      asked - 0.02 - at / 100,
      who === 'me' ? 'leader' : who,
      'give-odds',
      ({ make }) => {
        make('odds', `${key} ${who}`, {
          predictionId: id(),
          ...numbersOf(desk, kind, said),
          isShown: true,
          byId: who === 'me' ? visitor : keys.of('member', who),
        })
      },
      who === 'me' ? 'written down for the seat that is kept for a guest' : undefined,
    )
  if (locked === '') return
  // On the day of the decision, after everybody has said what they expect.
  const lockedAt = moment(now, asked - 0.5)
  tell(asked - 0.5, by, 'lock-prediction', ({ change }) => {
    change('prediction', id(), { state: 'locked', lockedAt })
  })
  if (resolved === '') return
  tell(Number(resolved), by, 'resolve-prediction', ({ change }) => {
    change('prediction', id(), {
      state: 'resolved',
      ...(kind === 'date' ? { came: 1, cameOn: day(now, Number(came)) } : { came: Number(came) }),
      ...(Number(resolved) > Number(due) ? { note: 'It came before its day.' } : {}),
      resolvedAt: moment(now, Number(resolved)),
      resolvedById: keys.of('member', by),
    })
  })
}

/** `leader 70, eng1 40/60/80` as who and their numbers. */
const oddsOf = (cell: string): readonly (readonly [string, readonly number[]])[] =>
  cell.split(', ').map((one) => {
    const [who = '', numbers = ''] = one.split(' ')
    return [who, numbers.split('/').map(Number)] as const
  })

function numbersOf({ now }: Desk, kind: string, said: readonly number[]): Values {
  const [first, second, third] = said
  switch (kind) {
    case 'binary':
      return { chance: must(first), chances: [] }
    case 'choice':
      return { chances: said.map(String) }
    case 'quantity':
      return { low: must(first), likely: must(second), high: must(third), chances: [] }
    default:
      return {
        lowOn: day(now, must(first)),
        likelyOn: day(now, must(second)),
        highOn: day(now, must(third)),
        chances: [],
      }
  }
}

function productOf(desk: Desk, idea: string): Values {
  const line = linesOf('ideas', 10).find(([name]) => name === idea)
  return { productId: desk.product(line?.[1] ?? '') }
}
