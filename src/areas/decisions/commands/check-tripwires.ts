import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { same } from '../../../engine/crud.ts'
import type { Row } from '../../../engine/record.ts'
import { scopeOf, tell } from '../../people/index.ts'
import { decision } from '../records/decision.ts'
import { idea } from '../records/idea.ts'
import { tripwire } from '../records/tripwire.ts'
import { textIn } from '../rules/watch-of.ts'
import { look, type Standing } from '../rules/watch.ts'
import { asksFor, houseOf, watchedBy, type Watched } from './watched.ts'

/**
 * Looks at what the decisions in force watch. A tripwire that is crossed puts its decision under review and
 * tells whom it concerns; what was refused until then stands for choice again. Nothing else is done: whether
 * we pivot, persevere or stop is for people to say. How a tripwire stands is written with what it does, in
 * one commit, so that however often and wherever it is looked at each crossing is told once.
 */
export const checkTripwires = command({
  name: 'check-tripwires',
  says: 'Look at the tripwires',
  on: 'tripwire',
  input: {},
  may: 'owner',
  only: { by: 'instance', says: 'The instance itself looks at tripwires.' },
  promises: ['settles'],
  runs: {
    after: [
      'tripwire',
      'decision',
      'metric',
      'reading',
      'experiment',
      'prediction',
      'odds',
      'link',
      'feedback',
      'insight',
      'company',
    ],
    everyMinutes: 1,
  },
  decide: async (_, scene) => {
    const { reader, now } = scene
    const wires = await reader.by(tripwire.name, 'state', ['armed', 'silent', 'fired', 'reviewed'])
    if (wires.length === 0) return { changes: [] }
    const ids = [...new Set(wires.map((one) => String(one['decisionId'])))]
    const running = (await reader.many(decision.name, ids)).filter((one) =>
      ['decided', 'under-review'].includes(String(one['state'])),
    )
    if (running.length === 0) return { changes: [] }
    const house = await houseOf(reader)
    const changes: Change[] = []
    for (const on of running) {
      const fired: Fired[] = []
      for (const wire of wires.filter((one) => one['decisionId'] === on.id)) {
        const seen = await watchedBy(wire, on, { reader, now, house })
        const after = look(seen.watch, seen.standing, seen.sight, seen.day)
        if (after === seen.standing) continue
        const isCrossing = after.crossings > seen.standing.crossings
        const patch = patchOf(seen.standing, after, isCrossing ? seen.at : undefined)
        changes.push({ op: 'update', record: tripwire.name, id: wire.id, patch })
        if (isCrossing) fired.push({ wire, seen, after })
      }
      if (fired.length > 0) changes.push(...(await consequences(on, fired, scene)))
    }
    return { changes }
  },
})

interface Fired {
  readonly wire: Row
  readonly seen: Watched
  readonly after: Standing
}

function patchOf(
  before: Standing,
  after: Standing,
  firedAt: string | undefined,
): Readonly<Record<string, unknown>> {
  const fields = ['state', 'value', 'valueOn', 'firedValue', 'crossings'] as const
  return {
    ...Object.fromEntries(
      fields.flatMap((name) => (before[name] === after[name] ? [] : [[name, after[name]]])),
    ),
    ...(firedAt === undefined ? {} : { firedAt }),
  }
}

/** The decision is under review, and whom it concerns is told; a refusal gives back what it refused. */
async function consequences(
  on: Row,
  fired: readonly Fired[],
  scene: Scene,
): Promise<readonly Change[]> {
  const { words } = scene
  const changes: Change[] = []
  if (on['state'] === 'decided')
    changes.push({
      op: 'update',
      record: decision.name,
      id: on.id,
      patch: { state: 'under-review' },
    })
  const drivers = driversOf(on)
  const said = fired.map((one) => firedSaid(one, scene)).join('\n')
  const asks =
    on['kind'] === 'refusal'
      ? words.say('The idea it refused is open again.')
      : words.say('Say whether we pivot, persevere or stop.')
  changes.push(
    await tell({ record: decision.name, row: on }, `${said}\n${asks}`, { drivers }, scene),
  )
  if (on['kind'] === 'refusal')
    for (const one of await refusedBy(on, scene))
      changes.push(...(await returning(one, on, said, scene)))
  return changes
}

/** Who drives it, or else who decided it; and who is to know. */
const driversOf = (on: Row): readonly string[] => [
  ...[on['driverId'] ?? on['decidedById']].flatMap((id) => textIn(id) ?? []),
  ...((on['informedIds'] ?? []) as readonly string[]),
]

async function refusedBy(on: Row, { reader }: Scene): Promise<readonly Row[]> {
  const ties = (await reader.links([on.id])).filter(
    (tie) =>
      tie['fromId'] === on.id && tie['relation'] === 'settles' && tie['toKind'] === idea.name,
  )
  const ideas =
    ties.length === 0
      ? []
      : await reader.many(
          idea.name,
          ties.map((tie) => String(tie['toId'])),
        )
  return ideas.filter((row) => row['state'] !== 'open')
}

/** What was refused stands for choice again, with the reason beside it; those who asked are told. */
async function returning(
  row: Row,
  on: Row,
  said: string,
  scene: Scene,
): Promise<readonly Change[]> {
  const { words } = scene
  const asks = await asksFor(row.id, scene.reader)
  const askers = [...new Set(asks.map(({ feedback }) => feedback.createdById))]
  const text = isSeenAlike(on, row)
    ? `${words.say(
        '{idea} is open again, because what would change our mind has come. It had been refused by {decision}: {reasons}',
        {
          idea: row.ref,
          decision: on.ref,
          reasons: textIn(on['reasons']) ?? textIn(on['sentence']) ?? '',
        },
      )}\n${said}`
    : words.say('{idea} is open again, because what would change our mind has come.', {
        idea: row.ref,
      })
  return [
    { op: 'update', record: idea.name, id: row.id, patch: { state: 'open' } },
    await tell(
      { record: idea.name, row },
      text,
      { drivers: driversOf(on), askers: await membersAmong(askers, scene) },
      scene,
    ),
  ]
}

/** Does whoever sees the one see the other? Else the words of the decision do not go with the idea. */
const isSeenAlike = (on: Row, row: Row): boolean => same(scopeOf(on), scopeOf(row))

async function membersAmong(ids: readonly string[], { reader }: Scene): Promise<readonly string[]> {
  return (await reader.many('member', ids)).map(({ id }) => id)
}

/** That a tripwire fired, in a sentence: its words, the value, and what it was held against. */
function firedSaid({ wire, seen, after }: Fired, { words }: Scene): string {
  const what = { ref: wire.ref, text: String(wire['text']).replace(/\.$/u, '') }
  if (wire['watches'] === 'day')
    return words.say('{ref} has fired: {text}. The day has come.', what)
  if (after.firedValue === null)
    return words.say('{ref} has fired: {text}. Nothing was known for too long.', what)
  const unit = seen.unit === '' ? '' : `\u00a0${seen.unit}`
  const given = {
    ...what,
    value: `${figure(after.firedValue)}${unit}`,
    day: after.valueOn ?? seen.day,
  }
  if (seen.watch.threshold === null)
    return words.say('{ref} has fired: {text}. It came to {value} on {day}.', given)
  const held = { ...given, threshold: `${figure(seen.watch.threshold)}${unit}` }
  return seen.watch.comparison === 'below'
    ? words.say('{ref} has fired: {text}. It was {value} on {day}, below {threshold}.', held)
    : words.say('{ref} has fired: {text}. It was {value} on {day}, above {threshold}.', held)
}

const figure = (value: number): string => String(Math.round(value * 1000) / 1000)
