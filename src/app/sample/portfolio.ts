import { posed } from '../../areas/decisions/rules/portfolio/model.ts'
import { plannedOf } from '../../areas/decisions/rules/portfolio/plan.ts'
import { assert, must } from '../../engine/problem.ts'
import { day, type Desk } from './desk.ts'
import { linesOf } from './lines.ts'

/** What each function can do in the next quarter, in person-months. */
const capacities = [
  ['Engineering', 16],
  ['Design', 2],
  ['Support', 1],
  ['Marketing', 0.6],
] as const

/** What cannot be done without another, and what makes another idle. */
const ties = [
  ['keep', 'depends-on', 'today1'],
  ['doorstep', 'depends-on', 'invoice'],
  ['arrive', 'excludes', 'gang'],
] as const

/** The quarter as the leads put it together by hand, before anything was solved. */
const planned = ['today1', 'ring', 'seen', 'lock', 'invoice', 'serial', 'signwhat'] as const

/** What ideas take of each function, what there is of it, and a plan for the next quarter. */
export function tellPortfolio({ tell, keys, now, product }: Desk): void {
  const period = nextQuarter(day(now, 0))
  tell(24, 'leader', 'create-capacity', ({ make }) => {
    for (const [name, amount] of capacities)
      make('capacity', name, { function: name, period, amount, productId: product('') })
  })
  for (const [at, [idea = '', name = '', low, likely, high]] of linesOf('costs', 5).entries())
    tell(23 - at / 100, costing[name] ?? 'eng1', 'create-cost', ({ make }) => {
      make('cost', `${idea} ${name}`, {
        ideaId: keys.of('idea', idea),
        function: name,
        low: Number(low),
        likely: Number(likely),
        high: Number(high),
      })
    })
  tell(22, 'eng1', 'link', ({ link }) => {
    for (const [from, relation, to] of ties)
      link(['idea', keys.of('idea', from)], relation, ['idea', keys.of('idea', to)])
  })
  tell(19, 'leader', 'save-plan', ({ make }) => {
    make('plan', 'hand', {
      title: 'As we put it together on the wall',
      kind: 'scenario',
      period,
      ideaIds: planned.map((idea) => keys.of('idea', idea)),
      mustIds: [keys.of('idea', 'today1')],
      value: valueByHand(),
      productId: product(''),
    })
  })
}

/** What that comes to, as ideas are held to be by then; it fits, or it could not have been saved. */
function valueByHand(): number {
  const given = posed({
    ideas: linesOf('ideas', 10).map(([id = '', , , , reach, impact, confidence, effort]) => ({
      id,
      reach: Number(reach),
      impact: Number(impact),
      confidence: Number(confidence),
      effort: Number(effort),
    })),
    estimates: linesOf('estimates', 8).map(
      ([ideaId, , raterId, factor, low, likely, high], at) => ({
        id: String(at),
        ideaId,
        raterId,
        factor,
        low: Number(low),
        likely: Number(likely),
        high: Number(high),
      }),
    ),
    costs: linesOf('costs', 5).map(([ideaId = '', name = '', low, likely, high]) => ({
      ideaId,
      function: name,
      low: Number(low),
      likely: Number(likely),
      high: Number(high),
    })),
    capacities: capacities.map(([name, amount]) => ({ function: name, amount })),
    ties: ties.map(([fromId, relation, toId]) => ({ fromId, relation, toId })),
    shares: [],
    mustIds: [],
    neverIds: [],
    enter: [],
    seed: 1,
    draws: 1,
    seconds: 0,
  })
  const { value, broken } = plannedOf(given, planned)
  assert(broken.length === 0, 'the plan of the sample company fits')
  return value
}

/** Who says what an idea takes of their function. */
const costing: Readonly<Record<string, string>> = {
  Engineering: 'eng1',
  Design: 'design',
  Marketing: 'market',
  Sales: 'sales',
  Support: 'support',
}

/** @param today YYYY-MM-DD */
function nextQuarter(today: string): string {
  const [year, month] = today.split('-').map(Number)
  const quarter = Math.floor((must(month) - 1) / 3) + 2
  return quarter > 4 ? `${must(year) + 1}-Q1` : `${must(year)}-Q${quarter}`
}
