import { Pool, type PoolConfig } from 'pg'

/** What is done again and again. */
export interface Timed {
  readonly name: string
  /** From 1 to 59. */
  readonly everyMinutes: number
  readonly run: () => Promise<void>
}

/** A timetable that is kept. `ended` settles when it is kept no longer, whoever wished so. */
export interface Timetable {
  readonly ended: Promise<unknown>
  /** Begins nothing more, and waits for what is under way. */
  readonly stop: () => Promise<void>
}

/** The schema in which it lies what was done and is to be done; no backup holds it. */
const schema = 'graphile_worker'

/**
 * Keeps a timetable beside the tables, with graphile-worker: of all processes that keep it on one database
 * one does what is due. Its own few connections stand as the owner, who alone may make its schema. Loaded
 * only here, so that nobody pays for it who keeps none.
 */
export async function keepTimetable(
  config: PoolConfig,
  tasks: readonly Timed[],
  log: (line: string) => void,
): Promise<Timetable> {
  const { Logger, parseCronItems, run } = await import('graphile-worker')
  const pool = new Pool({ max: 4, application_name: 'throughline jobs', ...config })
  // Without somebody who listens a connection that is lost would end the process.
  pool.on('error', (error) => log(`a connection of the timetable was lost: ${error.message}`))
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const logger = new Logger(() => (level, message) => {
    if (level === 'error') log(`the timetable met a fault: ${message}`)
  })
  try {
    const runner = await run({
      pgPool: pool,
      schema,
      concurrency: 1,
      noHandleSignals: true,
      pollInterval: 10_000,
      logger,
      taskList: Object.fromEntries(tasks.map((task) => [task.name, () => task.run()])),
      parsedCronItems: parseCronItems(
        tasks.map(({ name, everyMinutes }) => ({
          task: name,
          match: `*/${everyMinutes} * * * *`,
          // what was missed is not made up for: the next time does the same
          options: {
            backfillPeriod: 0,
            maxAttempts: 1,
            jobKey: name,
            jobKeyMode: 'preserve_run_at',
          },
        })),
      ),
    })
    let stopping: Promise<void> | undefined
    const ended = runner.promise.catch((error: unknown) => error)
    const stop = async (): Promise<void> => {
      // one that has ended by itself refuses to be stopped
      await runner.stop().catch(() => undefined)
      await ended
      await pool.end()
    }
    return { ended, stop: () => (stopping ??= stop()) }
  } catch (error) {
    await pool.end()
    throw error
  }
}
