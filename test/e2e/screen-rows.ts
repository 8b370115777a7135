import { fillBets } from './bet-rows.ts'
import { fillDecision, type Hands } from './decision-rows.ts'

type Plain = Readonly<Record<string, unknown>>

/** Those of the owner, and of a program besides. */
export interface ScreenHands extends Hands {
  readonly list: (path: string) => Promise<readonly Plain[]>
  readonly program: (name: string, input: Plain) => Promise<void>
}

/** Enough that is resolved for a mirror, and one that is open. */
async function predictions({ make, command }: Hands, ideaId: string): Promise<void> {
  const rule = { rule: 'Counted on the day', resolvesOn: '2026-11-01', ideaId }
  await make('predictions', { question: 'Half of them switch it on', ...rule })
  for (let at = 0; at < 12; at += 1) {
    const prediction = await make('predictions', {
      question: `It is out by week ${at}`,
      about: 'delivery',
      ...rule,
    })
    await command('give-odds', { prediction, chance: at < 8 ? 70 : 30 })
    await command('lock-prediction', { prediction })
    await command('resolve-prediction', { prediction, came: at % 3 === 0 ? 1 : 0 })
  }
}

/** A little of everything, so that no screen is empty. */
export async function fillScreens(hands: ScreenHands): Promise<void> {
  const { make, command, list, program } = hands
  const tag = await make('tags', { name: 'Windows' })
  const feedback = await make('feedback', {
    tagIds: [tag],
    title: 'Windows forget where they were 🙂',
    text: 'After a restart my three windows open on top of each other.\r\n\r\nI arrange them again every morning.',
    kind: 'bug',
    source: 'tracker',
    originId: '1',
    occurredAt: '2026-09-01T09:30:00Z',
  })
  const against = await make('feedback', { text: 'A fresh screen every day is what I want.' })
  const quote = await make('quotes', { feedbackId: feedback, start: 0, end: 32 })
  const other = await make('quotes', { feedbackId: against, start: 2, end: 14 })
  const insight = await make('insights', { title: 'People arrange windows by project' })
  const need = await make('needs', { title: 'Keep my windows where I left them' })
  const objective = await make('objectives', { title: 'People stay in flow', period: '2026-Q4' })
  const key = {
    title: 'Restored layouts',
    objectiveId: objective,
    start: 0,
    target: 10,
    current: 4,
  }
  await make('key-results', key)
  const rice = { reach: 4000, impact: 2, confidence: 80 }
  const idea = await make('ideas', { title: 'Remember the layout', ...rice, effort: 4 })
  await make('ideas', { title: 'Named layouts', reach: 2000, impact: 2, confidence: 80, effort: 2 })
  await make('ideas', { title: 'A tour of what is new' })
  for (const [from, relation, to] of [
    [quote, 'supports', insight],
    [quote, 'supports', need],
    [other, 'contradicts', need],
    [insight, 'supports', need],
    [idea, 'addresses', need],
    [idea, 'advances', objective],
    [feedback, 'asks-for', idea],
  ])
    await command('link', { from, relation, to })
  await command('promote-idea', { idea, commitment: 'now' })
  await predictions(hands, idea)
  await command('comment', { on: idea, text: 'Would it work with two screens?\n\nI doubt it.' })
  await command('comment', { on: 'CMT-1', text: 'It does, and with three.' })
  await program('comment', { on: idea, text: 'Measured: 4 of 5 windows come back.' })
  await make('roadmap-items', { title: 'Welcome page', commitment: 'later' })
  await command('decide', { on: idea, sentence: 'We remember the layout of editors only.' })
  await fillDecision(hands)
  await fillBets(hands, list)
  await command('create-key', { name: 'Nightly sync', role: 'contributor' })
}
