import { day, moment, type Desk } from './desk.ts'
import { linesOf } from './lines.ts'
import { itemDay, plans, reversals, type Plan } from './plans.ts'

/** Items from later to next to now to done, the decisions behind them, and two that were reversed. */
export function tellRoadmap(desk: Desk): void {
  for (const plan of plans()) {
    tellItem(desk, plan)
    tellMoves(desk, plan)
    const [, , , , , , , who = '', days = '', sentence = ''] = plan.cells
    if (who !== '') tellDecision(desk, plan, { who, days: Number(days), sentence })
    tellReversal(desk, plan)
  }
}

const nameOf = ({ idea, cells }: Plan): string => idea || (cells[6] ?? '')

const leads = (plan: Plan): string => (plan.cells[3] === 'Field' ? 'fieldpo' : 'officepo')

function tellItem({ tell, keys, product }: Desk, plan: Plan): void {
  const [, , , team = '', , , title = ''] = plan.cells
  const idea = linesOf('ideas', 10).find(([key]) => key === plan.idea)
  const { idea: key } = plan
  tell(
    itemDay(plan),
    leads(plan),
    key === '' ? 'create-roadmap-item' : 'promote-idea',
    ({ make, link, change }) => {
      const item = make('roadmap-item', nameOf(plan), {
        title: title === '' ? idea?.[8] : title,
        commitment: 'later',
        productId: product(idea?.[1] ?? ''),
        ...(team === '' ? {} : { teamId: keys.of('team', team) }),
      })
      if (key === '') return
      link(['roadmap-item', item], 'delivers', ['idea', keys.of('idea', key)])
      change('idea', keys.of('idea', key), { state: 'chosen' })
    },
  )
}

function tellMoves({ tell, keys, now }: Desk, plan: Plan): void {
  const [, , , , from = '', to = ''] = plan.cells
  const dates =
    from === '' ? {} : { dates: { from: day(now, -Number(from)), to: day(now, -Number(to)) } }
  const steps = [
    [plan.next, { commitment: 'next', ...dates }, 'chosen at the quarterly review'],
    [plan.now, { commitment: 'now' }, 'the team has room'],
    [plan.started, { status: 'in-progress' }, undefined],
    [plan.done, { status: 'done' }, 'released to every firm'],
  ] as const
  for (const [days, patch, because] of steps)
    if (days !== undefined)
      tell(
        days,
        leads(plan),
        'update-roadmap-item',
        ({ change }) => change('roadmap-item', keys.of('roadmap-item', nameOf(plan)), patch),
        because,
      )
}

interface Said {
  readonly who: string
  readonly days: number
  readonly sentence: string
}

function tellDecision({ tell, keys, product, now }: Desk, plan: Plan, said: Said): void {
  const idea = linesOf('ideas', 10).find(([key]) => key === plan.idea)
  tell(said.days, said.who, 'decide', ({ make, link }) => {
    const decision = make('decision', `${nameOf(plan)} ${said.days}`, {
      sentence: said.sentence,
      decidedById: keys.of('member', said.who),
      decidedAt: moment(now, said.days),
      productId: product(idea?.[1] ?? ''),
    })
    link(['decision', decision], 'settles', ['roadmap-item', keys.of('roadmap-item', nameOf(plan))])
  })
}

/** It was to come sooner, and a later decision put it back. */
function tellReversal(desk: Desk, plan: Plan): void {
  const [, days, who = '', to = '', sentence = ''] = reversals().get(plan.idea) ?? []
  if (days === undefined || plan.decided === undefined) return
  tellDecision(desk, plan, { who, days: Number(days), sentence })
  const move = (at: number, commitment: string, because?: string): void =>
    desk.tell(
      at,
      'leader',
      'update-roadmap-item',
      ({ change }) =>
        change('roadmap-item', desk.keys.of('roadmap-item', nameOf(plan)), { commitment }),
      because,
    )
  move(Number(days) - 0.2, to)
  move(plan.decided - 0.2, plan.commitment, 'the decision was reversed')
}
