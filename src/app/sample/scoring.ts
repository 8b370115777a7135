import { english } from '../../engine/words.ts'
import { templates, type Template } from '../../areas/decisions/server.ts'
import { day, type Deed, type Desk } from './desk.ts'
import { linesOf } from './lines.ts'

/** Two models and what people gave by them, and a blind round that waits for whoever looks in. */
export function tellScoring(desk: Desk, visitor: string | undefined): void {
  const { tell, keys } = desk
  tell(60, 'leader', 'add-model', ({ make }) => {
    makeModel(make, templates.weighted, 'What a half-year is worth')
    makeModel(make, templates.wsjf, 'WSJF')
  })
  tell(
    27,
    'leader',
    'weigh',
    ({ change }) => {
      const reason = 'The board wants the strategy to weigh as much as what customers ask for'
      change('scoring-model', keys.of('scoring-model', 'weighted'), { reason })
      change('criterion', keys.of('criterion', 'weighted Fit'), { weight: 35 })
      change('criterion', keys.of('criterion', 'weighted Effort'), { weight: 10 })
    },
    'settled in the meeting of the half-year',
  )
  for (const [idea = '', days = '', by = '', ...said] of linesOf('scoring', 6))
    tell(Number(days), by, 'rate', ({ make }) =>
      rateBy(desk, make, { model: 'weighted', names: rated, idea, by, said, more: shown }),
    )
  for (const [idea = '', ...said] of linesOf('sized', 5))
    tell(22, 'officepo', 'rate', ({ make }) =>
      rateBy(desk, make, { model: 'wsjf', names: sized, idea, by: 'officepo', said, more: shown }),
    )
  tellRound(desk, visitor)
}

const rated = ['Value', 'Fit', 'Effort'] as const
const sized = ['Value', 'Urgency', 'Risk', 'Size'] as const
const shown = { roundId: null, isShown: true } as const

function makeModel(
  make: Deed['make'],
  { method, isOffered, criteria }: Template,
  title: string,
): void {
  const modelId = make('scoring-model', method, { title, method, isOffered })
  for (const [place, one] of criteria.entries())
    make('criterion', `${method} ${one.name}`, {
      ...one,
      title: english.told(one.title),
      modelId,
      place,
      raterIds: [],
    })
}

function tellRound(desk: Desk, visitor: string | undefined): void {
  const { tell, keys, now } = desk
  const lines = linesOf('round', 5)
  const answered = [...new Set(lines.map(([, by = '']) => by))]
  tell(6, 'officepo', 'open-round', ({ make }) => {
    make('round', 'worth', {
      title: 'Six small things, seen by four of us',
      modelId: keys.of('scoring-model', 'weighted'),
      ideaIds: [...new Set(lines.map(([idea = '']) => keys.of('idea', idea)))],
      raterIds: [
        ...[...answered, 'officepo'].map((key) => keys.of('member', key)),
        ...(visitor === undefined ? [] : [visitor]),
      ],
      answeredIds: [],
      abstainedIds: [],
      state: 'open',
      dueOn: day(now, -7),
    })
  })
  for (const [at, by] of answered.entries()) {
    tell(5 - at, by, 'rate', ({ make }) => {
      const more = { roundId: keys.of('round', 'worth'), isShown: false }
      for (const [idea = '', , ...said] of lines.filter(([, who]) => who === by))
        rateBy(desk, make, { model: 'weighted', names: rated, idea, by, said, more })
    })
    tell(4.9 - at, by, 'hand-in', ({ change }) =>
      change('round', keys.of('round', 'worth'), {
        answeredIds: answered.slice(0, at + 1).map((key) => keys.of('member', key)),
      }),
    )
  }
}

interface RatedLine {
  readonly model: string
  readonly names: readonly string[]
  readonly idea: string
  readonly by: string
  readonly said: readonly string[]
  readonly more: { readonly roundId: string | null; readonly isShown: boolean }
}

function rateBy(
  { keys }: Desk,
  make: Deed['make'],
  { model, names, idea, by, said, more }: RatedLine,
): void {
  for (const [at, name] of names.entries()) {
    const [first = 0, likely = first, high = first] = (said[at] ?? '').split(' ').map(Number)
    const isRange = (said[at] ?? '').includes(' ')
    make('rating', `${model} ${idea} ${name} ${by}`, {
      criterionId: keys.of('criterion', `${model} ${name}`),
      ideaId: keys.of('idea', idea),
      low: isRange ? first : null,
      likely,
      high: isRange ? high : null,
      abstains: false,
      ...more,
      raterId: keys.of('member', by),
    })
  }
}
