import { Problem } from '../../engine/problem.ts'

/** A refusal with this sentence. */
export const broken = (says: string, facts: Problem['facts'] = {}): Problem =>
  new Problem('broken', says, [], facts)

/**
 * The refusal behind an error of the file system: a full disk, no permission, no directory. Anything
 * else is handed back as it came, since it is a bug.
 */
export function refusalOf(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error
  const { code, path } = error as NodeJS.ErrnoException
  const where = path ?? place
  // 53100 is PostgreSQL's own word for it.
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return noRoom(where)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return noPermission(where)
  if (code === 'ENOTDIR') return noDirectory(where)
  return error
}

/** The refusal behind what initdb or postgres said before it gave up. */
export function refusalSaid(output: string, place: string): Problem {
  if (
    /shared memory/.test(output) &&
    /No space left|Cannot allocate|Invalid argument/.test(output)
  ) {
    return broken(
      `PostgreSQL got no shared memory for the database in ${place}. Give this machine or container more ` +
        '(with Docker: --shm-size=256m) and start Throughline again.',
    )
  }
  if (/No space left on device|Disk quota exceeded/.test(output)) return noRoom(place)
  if (/Permission denied|Operation not permitted|Read-only file system/.test(output)) {
    return noPermission(place, complaint(output))
  }
  return broken(`PostgreSQL cannot start on the database in ${place}: ${complaint(output)}.`)
}

export const noRoom = (place: string): Problem =>
  broken(
    `There is no room left on the disk that holds ${place}. Free some space there and start ` +
      'Throughline again; what was saved before is kept.',
    { trouble: 'full' },
  )

export const noPermission = (place: string, said?: string): Problem =>
  broken(
    `Throughline may not use ${place}${said === undefined ? '' : ` (${said})`}. Give ${currentUser()} ` +
      'the right to read and write there, or choose another directory with --data.',
  )

export const noDirectory = (place: string): Problem =>
  broken(`${place} is not a directory. Choose another one with --data.`)

function currentUser(): string {
  const uid = process.getuid?.()
  if (uid === undefined) return 'the user who starts it'
  return uid === 0 ? 'root' : `the user with id ${uid}`
}

/** The first line in which PostgreSQL says what stopped it, without its time and process. */
function complaint(output: string): string {
  const lines = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !/ (LOG|HINT): /.test(line))
  const told = lines.find((line) => /\b(FATAL|PANIC|ERROR):|\berror: /.test(line)) ?? lines[0]
  if (told === undefined) return 'it ended without a word'
  return told.replace(/^.*?(\b(FATAL|PANIC|ERROR|error)|postgres):\s*/, '').replace(/\.\s*$/, '')
}
