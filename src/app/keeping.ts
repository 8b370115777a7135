import type { Keeping } from '../surfaces/cli/world.ts'
import type { Whereabouts } from '../store/reach.ts'
import { configOf, type Env } from './config.ts'
import { version } from './version.ts'

/** Backups of the instance that the environment and the words of a command line name. */
export function keepingOf(env: Env, cwd: string, log: (line: string) => void): Keeping {
  const deeds = () => import('../store/backup/backup.ts')
  return {
    now: () => new Date(),
    write: async (dataDir, out, at, onTable) =>
      (await deeds()).backUp(
        placeOf(dataDir, env, cwd),
        out,
        { at, by: version },
        { log, onTable },
      ),
    restore: async (dataDir, source, onTable) =>
      (await deeds()).restore(placeOf(dataDir, env, cwd), source, { log, onTable }),
    drill: async (source, onTable) => (await deeds()).drill(source, { log, onTable }),
  }
}

/** A data directory that is named by word means that one, whatever DATABASE_URL says. */
function placeOf(dataDir: string | undefined, env: Env, cwd: string): Whereabouts {
  const config = configOf(dataDir === undefined ? [] : ['--data', dataDir], env, cwd)
  return { dataDir: config.dataDir, url: dataDir === undefined ? config.databaseUrl : undefined }
}
