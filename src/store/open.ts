import { createHash } from 'node:crypto'
import type { Actor } from '../engine/access.ts'
import { hasRole } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { Change } from '../engine/change.ts'
import { command, type Command } from '../engine/command.ts'
import type { Ports, Reader } from '../engine/ports.ts'
import { denied, taken, unknown } from '../engine/problem.ts'
import { named } from '../engine/named.ts'
import { parseInput } from '../engine/schema.ts'
import { unwatched, type Watch } from '../engine/watch.ts'
import { english, sentence } from '../engine/words.ts'
import { applyOf, type Stage } from './apply.ts'
import { auditOf } from './audit.ts'
import { runBulk } from './bulk.ts'
import { writeChronicle } from './chronicle.ts'
import { openDatabase, type Session } from './database.ts'
import { eraseRows } from './erase.ts'
import { identityOf, type PeopleNames } from './identity.ts'
import { importFilesOf } from './import-files.ts'
import { learnWords } from './learn.ts'
import { liveOf } from './live.ts'
import { migrate } from './migrate.ts'
import { outboxOf } from './outbox-work.ts'
import { pastOf } from './past.ts'
import { readerOf } from './read.ts'
import { purgeCommands, sweepOf } from './purge.ts'
import { troubledOf } from './trouble.ts'
import { proveWall } from './wall.ts'
import { reach, type Whereabouts } from './reach.ts'
import { stillHeld } from './still-held.ts'
import { keepTimetable } from './timetable.ts'
import type { Store } from './store.ts'
import { founding as foundingName, undoCommit } from './undo.ts'
import { verifyHistory } from './verify.ts'
import { chronicleRows, undoChronicle, withdrawChronicle } from './withdraw.ts'
import { needsRole } from '../engine/refusals.ts'

export interface OpenOptions {
  readonly catalogue: Catalogue
  readonly ports: Ports
  readonly database: Whereabouts
  readonly people: PeopleNames
  /** How many days a row lies in the trash before it goes for good; 30 without it. */
  readonly trashDays?: number
  readonly log?: (line: string) => void
  /** Measures what is done; nobody does without it. */
  readonly watch?: Watch
}

/** Opens the store: starts or joins the database, migrates it, proves the second wall, and stands ready. */
export async function openStore(options: OpenOptions): Promise<Store> {
  const log = options.log ?? (() => undefined)
  const watch = options.watch ?? unwatched
  const { config, own: server } = await reach(options.database, log)
  const { database, ready } = troubledOf(openDatabase(config, log, watch), () => server?.whyDown())
  try {
    await migrate(database, log)
    await proveWall(database, options.catalogue)
  } catch (error) {
    await database.close()
    await server?.stop()
    throw error
  }

  const trashDays = options.trashDays ?? 30
  const digest = (secret: string): string =>
    createHash('sha256').update(secret, 'utf8').digest('hex')
  const reader = (actor: Actor, session?: Session): Reader => {
    const work = <T>(job: (one: Session) => Promise<T>): Promise<T> =>
      session === undefined ? database.as(actor.workspaceId, job) : job(session)
    return readerOf({
      database,
      catalogue: options.catalogue,
      actor,
      session,
      past: {
        ...pastOf(work, options.catalogue, actor),
        audit: auditOf(work, options.catalogue, actor),
      },
    })
  }
  const stage: Stage = {
    database,
    catalogue: withOwn(options.catalogue),
    ports: options.ports,
    digest,
    readerOf: reader,
    log,
    watch,
  }
  const learn = learner((workspaceId) => learnWords(database, workspaceId), log)
  const applied = applyOf(stage)
  const live = liveOf({
    database,
    catalogue: options.catalogue,
    names: options.people,
    now: options.ports.now,
    log,
  })
  const told = <T extends { readonly seq: number }>(actor: Actor, outcome: T): T => {
    if (outcome.seq > 0) {
      learn.later(actor.workspaceId)
      live.tell(actor.workspaceId, outcome.seq)
    }
    return outcome
  }
  const identity = identityOf({
    database,
    ports: options.ports,
    digest,
    names: options.people,
    found: (actor, changes) => applied(actor, founding.name, { changes: JSON.stringify(changes) }),
  })

  return {
    catalogue: options.catalogue,
    reader: (actor) => reader(actor),
    apply: async (actor, name, input, given) =>
      own.has(name)
        ? Promise.reject(unknown(sentence('There is no command "{name}".', { name })))
        : told(
            actor,
            await watch.during('command', knownName(options.catalogue, name), () =>
              applied(actor, name, input, given),
            ),
          ),
    bulk: async (actor, given) =>
      told(actor, await watch.during('command', 'bulk', () => runBulk(stage, actor, given))),
    undo: async (actor, seq, onProgress) =>
      told(
        actor,
        await watch.during(
          'command',
          'undo',
          async () =>
            (await undoChronicle(stage, actor, seq)) ??
            (await undoCommit(stage, actor, seq, onProgress)),
        ),
      ),
    view: async (actor, name, input, words = english) => {
      const made = options.catalogue.view(name)
      if (made === undefined) throw unknown(sentence('There is no view "{name}".', { name }))
      if (!hasRole(actor, made.may)) throw denied(needsRole(made.says, made.may, actor.role))
      const sees = { reader: reader(actor), catalogue: options.catalogue }
      const asked = await named(parseInput(made, input), made.input, sees)
      return made.answer(asked as never, {
        reader: sees.reader,
        actor,
        digest,
        now: options.ports.now().toISOString(),
        trashDays,
        words,
        work: options.ports.work,
      })
    },
    verify: (workspaceId) =>
      database.as(workspaceId, (session) => verifyHistory(session, workspaceId)),
    chronicles: {
      write: async (actor, chronicle) =>
        told(actor, await writeChronicle(stage, options.people.member, actor, chronicle)),
      withdraw: async (actor, cause, name) =>
        told(actor, await withdrawChronicle(stage, actor, cause, { command: name })),
      rows: (workspaceId, cause) =>
        database.as(workspaceId, (session) =>
          chronicleRows(session, options.catalogue, workspaceId, cause),
        ),
    },
    erase: async (actor, record, ids) => {
      if (!hasRole(actor, 'admin')) throw denied('Erasing from history needs the role of admin.')
      const kind = options.catalogue.record(record)
      return database.as(actor.workspaceId, (session) =>
        eraseRows(session, options.catalogue, actor, kind, ids),
      )
    },
    stillHeld: (workspaceId, record, field, values) =>
      database.as(workspaceId, (session) =>
        stillHeld(session, workspaceId, options.catalogue.record(record), field, values),
      ),
    identity,
    live: live.live,
    outbox: outboxOf(database, options.ports),
    importFiles: importFilesOf(database),
    sweep: sweepOf({
      database,
      catalogue: options.catalogue,
      trashDays,
      endings: options.people.endings,
      run: async (actor, name, changes) =>
        told(actor, await applied(actor, name, { changes: JSON.stringify(changes) })),
    }),
    keepTimetable: (tasks) => keepTimetable(config, tasks, log),
    use: database.use,
    ready,
    close: async () => {
      live.stop()
      await learn.settle()
      await database.close()
      await server?.stop()
    },
  }
}

/** A command by its name where it has one: what somebody only asked for could be any text. */
const knownName = (catalogue: Catalogue, name: string): string =>
  catalogue.command(name) === undefined ? 'unknown' : name

/** The first rows of a workspace, which no command of the product makes. Only the store itself may call it. */
const founding: Command = command({
  name: foundingName,
  says: 'Set up a workspace',
  input: {
    changes: { kind: 'text', label: 'Changes', max: 10_000, lines: 'many', required: true },
  },
  may: 'owner',
  decide: async ({ changes }, { reader }) => {
    if ((await reader.history({ limit: 1 })).length > 0)
      throw taken('This workspace has been set up already.')
    return { changes: JSON.parse(changes) as readonly Change[] }
  },
})

/** The commands of the store itself. */
const own: ReadonlyMap<string, Command> = new Map(
  [founding, ...purgeCommands].map((one) => [one.name, one]),
)

const withOwn = (catalogue: Catalogue): Catalogue => ({
  ...catalogue,
  command: (name) => own.get(name) ?? catalogue.command(name),
})

/** Teaches the search its words soon after a write, one run a workspace at a time, never in its way. */
function learner(run: (workspaceId: string) => Promise<unknown>, log: (line: string) => void) {
  const waiting = new Set<string>()
  let running: Promise<void> | undefined
  const work = async (): Promise<void> => {
    for (const workspaceId of waiting) {
      waiting.delete(workspaceId)
      await run(workspaceId).catch((error: unknown) =>
        log(
          `search could not learn new words: ${error instanceof Error ? error.message : String(error)}`,
        ),
      )
    }
    running = undefined
  }
  return {
    later: (workspaceId: string): void => {
      waiting.add(workspaceId)
      running ??= new Promise<void>((resolve) => setTimeout(resolve, 200).unref()).then(work)
    },
    settle: async (): Promise<void> => {
      await running
    },
  }
}
