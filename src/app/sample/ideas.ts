import { proseOf } from '../../engine/prose.ts'
import { spread, type Desk } from './desk.ts'
import { framedDays, heard } from './heard.ts'
import { linesOf } from './lines.ts'
import { itemDay, plans } from './plans.ts'
import { objectiveDays } from './strategy.ts'

/** Ideas as they came, what they answer and advance, and how their factors were seen otherwise later. */
export function tellIdeas(desk: Desk): void {
  const { tell, keys, product } = desk
  const all = heard()
  const needed = framedDays(all)
  const aimed = objectiveDays()
  const rescored = linesOf('rescored', 6)
  for (const cells of linesOf('ideas', 10)) {
    const [key = '', where = '', needs = '', objectives = '', ...factors] = cells
    const [reach, impact, confidence, effort, title, detail = ''] = factors
    const mine = rescored.filter(([idea]) => idea === key)
    const first = listed(needs)[0]
    const days = Math.min(
      728,
      Math.max(
        ...mine.map(([, at]) => Number(at) + 12),
        ...plans().flatMap((plan) => (plan.idea === key ? [itemDay(plan) + 9] : [])),
        ...all.flatMap(({ asks, sorted }) => (asks === key ? [sorted + 2] : [])),
        (first === undefined ? 400 : (needed.get(first) ?? 400)) - 4 - spread(key, 680),
        12 + spread(key, 60),
      ),
    )
    const was = new Map(
      mine.toReversed().map(([, , , factor = '', value]) => [factor, Number(value)] as const),
    )
    const given = { reach, impact, confidence, effort }
    const by = where.startsWith('field') ? 'fieldpo' : 'officepo'
    const ties = [
      ...listed(needs).map((to) => ['addresses', 'need', to, needed.get(to) ?? 0] as const),
      ...listed(objectives).map((to) => ['advances', 'objective', to, aimed.get(to) ?? 0] as const),
    ]
    tell(days, spread(key, 4) === 0 ? 'design' : by, 'create-idea', ({ make, link }) => {
      const idea = make('idea', key, {
        title,
        ...(detail === '' ? {} : { detail: proseOf(detail) }),
        reachPeriod: 'quarter',
        ...Object.fromEntries(
          Object.entries(given).map(([name, value]) => [name, was.get(name) ?? Number(value)]),
        ),
        productId: product(where),
      })
      for (const [relation, record, to, from] of ties)
        if (from > days) link(['idea', idea], relation, [record, keys.of(record, to)])
    })
    for (const [relation, record, to, from] of ties)
      if (from <= days)
        tell(from - 0.05, by, 'link', ({ link }) =>
          link(['idea', keys.of('idea', key)], relation, [record, keys.of(record, to)]),
        )
    for (const [at, [, when, who = '', factor = '', , because]] of mine.entries()) {
      const then = mine.slice(at + 1).find(([, , , later]) => later === factor)?.[4]
      const value = Number(then ?? given[factor as keyof typeof given])
      tell(
        Number(when),
        who,
        'update-idea',
        ({ change }) => change('idea', keys.of('idea', key), { [factor]: value }),
        because,
      )
    }
  }
}

const listed = (cell: string): readonly string[] => (cell === '' ? [] : cell.split(','))
