import type { Keeping } from '../surfaces/cli/world.ts'
import { configOf, type Env } from './config.ts'
import type { FileSettings } from './files/settings.ts'
import { version } from './version.ts'

/** Backups of the instance that the environment and the words of a command line name. */
export function keepingOf(env: Env, cwd: string, log: (line: string) => void): Keeping {
  const deeds = () => import('../store/backup/backup.ts')
  return {
    now: () => new Date(),
    write: async (dataDir, out, at, onTable) => {
      const { place, files } = placesOf(dataDir, env, cwd)
      // What lies in a store of its own is that store's to keep safe.
      const beside = files.s3 === undefined ? await besideOf(files, place.dataDir) : undefined
      return (await deeds()).backUp(place, out, { at, by: version }, { log, onTable, beside })
    },
    restore: async (dataDir, source, onTable) => {
      const { place, files } = placesOf(dataDir, env, cwd)
      const beside = await besideOf(files, place.dataDir)
      return (await deeds()).restore(place, source, { log, onTable, beside })
    },
    drill: async (source, onTable) => (await deeds()).drill(source, { log, onTable }),
  }
}

/** A data directory that is named by word means that one, whatever DATABASE_URL says. */
function placesOf(dataDir: string | undefined, env: Env, cwd: string) {
  const { databaseUrl, files, ...config } = configOf(
    dataDir === undefined ? [] : ['--data', dataDir],
    env,
    cwd,
  )
  return {
    place: { dataDir: config.dataDir, url: dataDir === undefined ? databaseUrl : undefined },
    files,
  }
}

const besideOf = async (files: FileSettings, dataDir: string) =>
  (await import('./files/beside.ts')).filesBeside(files, dataDir)
