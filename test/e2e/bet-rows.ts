import type { Hands } from './decision-rows.ts'

type Row = Readonly<Record<string, unknown>>

/** What bets are weighed by: people and costs, models of one’s own with ratings, a blind round, a test, a refusal. */
export async function fillBets(
  { make, command }: Hands,
  list: (path: string) => Promise<readonly Row[]>,
): Promise<void> {
  for (const [name, amount] of [
    ['engineering', 6],
    ['design', 3],
  ])
    await make('capacities', { function: name, period: '2026-Q4', amount })
  const ideas = (await list('/ideas')).toSorted((one, other) =>
    String(one['ref']) < String(other['ref']) ? -1 : 1,
  )
  for (const [at, { id: ideaId }] of ideas.entries())
    await make('costs', {
      ideaId,
      function: at % 2 === 0 ? 'engineering' : 'design',
      low: 1,
      likely: 2,
      high: 4,
    })
  const [first] = ideas
  await command('save-plan', {
    title: 'What fits',
    period: '2026-Q4',
    ideaIds: [first?.['id']],
    gap: 0,
  })
  const me = await list('/members')
  for (const method of ['weighted', 'kano', 'odi']) {
    const told = await command('add-model', { method })
    const { id: modelId } = told['result'] as { readonly id: string }
    const criteria = (await list('/criteria?limit=200')).filter(
      (row) => row['modelId'] === modelId && row['source'] === 'ratings',
    )
    for (const [at, idea] of ideas.entries())
      for (const criterion of criteria)
        await command('rate', {
          criterion: criterion['id'],
          idea: idea['id'],
          likely: 1 + ((at + Number(criterion['place'] ?? 0)) % 4),
        })
    if (method === 'weighted')
      await command('open-round', {
        title: 'What is it worth?',
        modelId,
        ideaIds: ideas.map(({ id }) => id),
        raterIds: me.slice(0, 1).map(({ id }) => id),
      })
  }
  await make('experiments', {
    title: 'Do they notice?',
    hypothesis: 'People notice that windows come back',
    threshold: 40,
    plannedSample: 200,
  })
  await command('refuse-idea', {
    idea: ideas[ideas.length - 1]?.['id'],
    reasons: 'Nobody has asked for it in a year.',
    day: '2027-06-30',
  })
}
