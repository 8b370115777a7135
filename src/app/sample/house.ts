import { spread, type Desk } from './desk.ts'
import { heard } from './heard.ts'
import { linesOf } from './lines.ts'

/** The day on which it began. */
export const founded = 731

/** People, teams and products, and the firms that became customers one after the other. */
export function tellHouse(desk: Desk): void {
  desk.tell(founded, '', 'create-product', ({ make }) => {
    const all = make('product', 'all', { name: 'Merrow' })
    make('product', 'office', { name: 'Merrow Office', parentId: all })
    make('product', 'field', { name: 'Merrow Field', parentId: all })
    const teams = new Map<string, { readonly function: string; readonly memberIds: string[] }>()
    for (const [key = '', name, work = '', team = ''] of linesOf('people', 4)) {
      const id = make('member', key, { name, role: 'editor', function: work })
      const there = teams.get(team) ?? { function: work, memberIds: [] }
      teams.set(team, there)
      there.memberIds.push(id)
    }
    for (const [name, team] of teams) make('team', name, { name, ...team })
  })
  const contacts = linesOf('contacts', 4)
  const firstSaid = new Map<string, number>()
  for (const { who, said } of heard())
    firstSaid.set(who.slice(0, 2), Math.max(said, firstSaid.get(who.slice(0, 2)) ?? 0))
  for (const [key = '', name, domain, size, revenue, tier] of linesOf('companies', 7)) {
    const days = Math.min(founded - 0.5, (firstSaid.get(key) ?? 300) + 3)
    const grows = days > 240 && spread(key, 2) === 1
    const amount = (share: number) => ({
      minor: Math.round(Number(revenue) * share) * 100,
      currency: 'EUR',
    })
    desk.tell(days, 'sales', 'create-company', ({ make }) => {
      const companyId = make('company', key, {
        name,
        domain,
        size: Number(size),
        revenue: amount(grows ? 0.7 : 1),
        tier,
      })
      for (const [who = '', of, person, jobTitle] of contacts)
        if (of === key) make('contact', who, { name: person, jobTitle, companyId })
    })
    if (grows)
      desk.tell(
        days - 170,
        'sales',
        'update-company',
        ({ change }) => change('company', desk.keys.of('company', key), { revenue: amount(1) }),
        'renewed, with more seats',
      )
  }
}
