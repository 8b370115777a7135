import { serverCatalogue as catalogue } from '../../src/areas/server.ts'
import type { Command } from '../../src/engine/command.ts'
import { must } from '../../src/engine/problem.ts'
import { answerTo, leaksIn } from './asking.ts'
import { inParallel, type Bench, type Tried } from './matrix.ts'
import type { Principal } from './people.ts'
import { bodyOf, kindAsked, lockingOf } from './questions.ts'
import type { Relation } from './side.ts'

type Plain = Readonly<Record<string, unknown>>

/** A place of an input that names a row. */
interface Place {
  readonly name: string
  readonly record: string
  readonly isMany: boolean
}

/** Places of which only one may be given, so that another is not looked at. */
const instead: ReadonlySet<string> = new Set([
  'frame quote',
  'decide choose',
  'decide option',
  'choose option',
  'change-course decision',
  'comment mentionIds',
  'open-round modelId',
  'open-round predictionId',
  'open-round ideaIds',
  // A row of one's own would be a viewer, whom no round asks.
  'open-round raterIds',
  'rate option',
  'take-position option',
  'record-review tripwire',
  'update-experiment metricId',
  'set-experiments metricId',
  'update-decision escalateToId',
  'update-decision driverId',
  'update-decision approverId',
  'update-decision contributorIds',
  'update-decision decidedById',
  'set-decisions escalateToId',
  'set-decisions driverId',
  'set-decisions approverId',
  'set-decisions contributorIds',
  'set-decisions decidedById',
])

/** The id of a row that is made is made by whoever makes it, and each workspace has its own. */
const placesOf = (command: Command): readonly Place[] =>
  Object.entries(command.input).flatMap(([name, field]): readonly Place[] => {
    if (instead.has(`${command.name} ${name}`)) return []
    if (name === 'id' && field.required !== true) return []
    if (field.kind === 'ref')
      return field.to === 'any' || field.to === 'actor'
        ? []
        : [{ name, record: field.to, isMany: false }]
    if (field.kind === 'list')
      return field.of === 'text' ? [] : [{ name, record: field.of, isMany: true }]
    // A whole text in Markdown names no row by itself.
    if (field.kind !== 'text' || field.lines === 'many') return []
    if (!['on', 'from', 'to'].includes(name)) return []
    const asked = kindAsked({ operation: `POST /commands/${command.name}` }, catalogue)
    const record = name === 'from' ? 'idea' : name === 'on' ? (asked?.name ?? 'need') : 'need'
    return [{ name, record, isMany: false }]
  })

/**
 * Each id of a request is asked for on its own: with every choice of places given to a row of another
 * workspace, or one of them to a hidden row, a command is refused and changes nothing. With rows of
 * one's own in all of them it is done, or the refusals would prove nothing.
 */
export async function askPairs(
  bench: Bench,
  who: Principal,
  commands: readonly Command[],
): Promise<Tried> {
  const wrong: string[] = []
  let count = 0
  const tried: Tries[] = []
  for (const command of commands) {
    const places = placesOf(command)
    if (places.length === 0) continue
    const ids = await idsFor(bench, who, command, places)
    tried.push({
      command,
      places,
      ids,
      plain: await plainBody(bench, who, command, places, ids),
    })
  }
  const forbidden = await bench.forbiddenTo(who)
  const refuse = async (
    { command, places, ids, plain }: Tries,
    choice: readonly Relation[],
  ): Promise<void> => {
    const json = { ...plain, ...filledBy(places, choice, ids) }
    const question = { method: 'POST', path: `/commands/${command.name}`, json }
    const answered = await answerTo(bench.send, who, question)
    const says = `${who.name}: ${command.name} ${choice.join(' ')}: ${answered.status} ${answered.text.slice(0, 200)}`
    if (![403, 404, 422].includes(answered.status)) wrong.push(says)
    const leaks = leaksIn(answered.whole, JSON.stringify(json), forbidden)
    if (leaks.length > 0) wrong.push(`${says} holds ${leaks.join(', ')}`)
    count += 1
  }
  let before = await settledState(bench)
  for (let at = 0; at < tried.length; at += 10) {
    const some = tried.slice(at, at + 10)
    const all = some.flatMap((one) =>
      choicesOf(one.places, one.ids).map((choice) => [one, choice] as const),
    )
    await inParallel(all, ([one, choice]) => refuse(one, choice))
    const after = await bench.state()
    if (after !== before)
      wrong.push(
        `of ${some.map(({ command }) => command.name).join(', ')} one was refused and done`,
      )
    before = after
  }
  for (const { command, plain } of tried) {
    if (command.only?.by === 'person' && who.kind !== 'person') continue
    if (command.name === 'resolve-prediction')
      await answerTo(bench.send, who, lockingOf(plain['prediction']))
    const done = await answerTo(bench.send, who, {
      method: 'POST',
      path: `/commands/${command.name}`,
      json: plain,
    })
    if (done.status >= 300)
      wrong.push(`${command.name} of own rows: ${done.status} ${done.text.slice(0, 300)}`)
  }
  return { count, wrong }
}

/** A command, the rows for each of its places, and its input with rows of one's own in all of them. */
interface Tries {
  readonly command: Command
  readonly places: readonly Place[]
  readonly ids: Ids
  readonly plain: Plain
}

/** What the instance does by itself after a commit is done soon after it. */
async function settledState(bench: Bench): Promise<string> {
  for (let last = await bench.state(); ;) {
    await new Promise((resolve) => setTimeout(resolve, 300))
    const now = await bench.state()
    if (now === last) return now
    last = now
  }
}

type Ids = ReadonlyMap<string, ReadonlyMap<Relation, string>>

async function idsFor(
  bench: Bench,
  who: Principal,
  command: Command,
  places: readonly Place[],
): Promise<Ids> {
  const ids = new Map<string, Map<Relation, string>>()
  for (const { name, record } of places) {
    const found = new Map<Relation, string>()
    for (const relation of ['seen', 'foreign', 'team'] as const) {
      const standing = relation === 'seen' && record !== 'workspace' ? 'own' : relation
      const taken = await bench.pool.take(catalogue.record(record), standing, who, command.name)
      if (taken === undefined) continue
      found.set(relation, taken.row.id)
      // Each place has a row of its own, which is not merged, moved or closed twice.
      if (relation === 'seen') bench.pool.spend(taken)
    }
    ids.set(name, found)
  }
  return ids
}

async function plainBody(
  bench: Bench,
  who: Principal,
  command: Command,
  places: readonly Place[],
  ids: Ids,
): Promise<Plain> {
  const asked = { operation: `POST /commands/${command.name}` }
  const kind = kindAsked(asked, catalogue)
  const taken =
    kind === undefined ? undefined : await bench.pool.take(kind, 'own', who, command.name)
  if (taken !== undefined) bench.pool.spend(taken)
  const body = bodyOf(command.name, taken?.row, bench.sideOf(who), catalogue, 0)
  const isGone = command.name.startsWith('restore-')
  if (isGone) {
    const gone = must(await bench.pool.take(must(kind), 'trash', who))
    // Restored, it lies in the trash no more for the next question about it.
    bench.pool.spend(gone)
    return { ...body, id: gone.row.id }
  }
  // An unlinking names a link that is there, a merge two that were none before.
  if (command.name === 'unlink') return body
  return {
    ...body,
    ...filledBy(
      places,
      places.map(() => 'seen'),
      ids,
    ),
  }
}

const filledBy = (places: readonly Place[], choice: readonly Relation[], ids: Ids): Plain =>
  Object.fromEntries(
    places.flatMap(({ name, isMany }, at) => {
      const own = ids.get(name)?.get('seen')
      const chosen = ids.get(name)?.get(choice[at] ?? 'seen')
      if (chosen === undefined) return []
      // A verb for many rows does what it may and passes over the rest, which is told.
      const beside = name === 'ids' ? [] : [own]
      return [[name, isMany ? [...new Set([...beside, chosen])] : chosen]]
    }),
  )

/**
 * Every choice of own and foreign but the one of own alone, and each place hidden by itself. Of more than
 * three places only one is foreign at a time: a command that overlooks one does so whatever the others are.
 */
function choicesOf(places: readonly Place[], ids: Ids): readonly (readonly Relation[])[] {
  const one = places.map((_, at) =>
    places.map((__, other): Relation => (other === at ? 'foreign' : 'seen')),
  )
  const every = places.reduce<readonly (readonly Relation[])[]>(
    (some) =>
      some.flatMap((part) => [
        [...part, 'seen' as const],
        [...part, 'foreign' as const],
      ]),
    [[]],
  )
  const all = places.length > 3 ? one : every
  const hidden = places.flatMap(({ name }, at) =>
    ids.get(name)?.has('team') === true
      ? [places.map((_, other): Relation => (other === at ? 'team' : 'seen'))]
      : [],
  )
  return [...all.filter((choice) => choice.includes('foreign')), ...hidden]
}
