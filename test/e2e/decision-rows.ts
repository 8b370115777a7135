type Plain = Readonly<Record<string, unknown>>

/** Makes a row of a record and gives its id; runs a command and gives what was told. */
export interface Hands {
  readonly make: (plural: string, row: Plain) => Promise<string>
  readonly command: (name: string, input: Plain) => Promise<Plain>
}

/** An open decision with a little of everything that hangs on one. */
export async function fillDecision({ make, command }: Hands): Promise<void> {
  const opened = await command('open-decision', {
    question: 'Do we remember every window?',
    door: 'one-way',
    on: ['IDEA-1'],
    dueOn: '2026-01-05',
    otherwise: 'Nothing is remembered',
  })
  const { id: decisionId } = opened['result'] as { readonly id: string }
  const option = await make('options', { decisionId, title: 'All of them', cons: 'It is slow' })
  const criterion = await make('criteria', { decisionId, title: 'Effort', unit: 'weeks' })
  await command('rate', { criterion, option, low: 2, likely: 4, high: 9 })
  await command('link', { from: 'NEED-1', relation: 'speaks-for', to: option })
  const metricId = await make('metrics', { title: 'Windows put back', unit: '%' })
  for (const [on, value] of [
    ['2025-10-01', 40],
    ['2025-12-01', 55],
  ])
    await make('readings', { metricId, on, value })
  const prediction = await make('predictions', {
    decisionId,
    metricId,
    question: 'Where will it stand?',
    kind: 'quantity',
    unit: '%',
    rule: 'The metric on that day',
    resolvesOn: '2027-06-30',
  })
  await command('give-odds', { prediction, low: 50, likely: 70, high: 90 })
  await make('assumptions', { decisionId, text: 'People have two screens', state: 'broken' })
  await command('set-tripwire', {
    decision: decisionId,
    text: 'Fewer than half come back',
    watches: 'metric',
    metricId,
    comparison: 'below',
    threshold: 50,
  })
  await command('take-position', { decision: decisionId, stance: 'against', reasons: 'Too slow.' })
}
