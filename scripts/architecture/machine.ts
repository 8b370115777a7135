/** What only certain folders may touch of the machine: its settings, its clock, its database. */
import type { Fault } from './fault.ts'
import { placeOf } from './place.ts'
import type { Source } from './source.ts'
import { isTest } from './tree.ts'

export function wrongEnvironment(source: Source): readonly Fault[] {
  if (!source.path.startsWith('src/') || source.path.startsWith('src/app/') || isTest(source.path))
    return []
  return source.environment.map(({ line }) => ({
    rule: 'environment' as const,
    path: source.path,
    line,
    says: 'reads process.env: app reads the settings once and hands them on as values',
  }))
}

export function wrongClock(source: Source): readonly Fault[] {
  const pure = ['engine', 'math', 'areas', 'areas/face', 'areas/pure']
  if (!pure.includes(placeOf(source.path) ?? '')) return []
  return source.chances.map(({ text, line }) => ({
    rule: 'clock' as const,
    path: source.path,
    line,
    says: `takes ${text}: time and chance come in from outside, so that a run can be repeated`,
  }))
}

export function wrongSql(source: Source): readonly Fault[] {
  if (
    !source.path.startsWith('src/') ||
    source.path.startsWith('src/store/') ||
    isTest(source.path)
  )
    return []
  return source.texts
    .filter(({ text }) => isSql(text))
    .map(({ text, line }) => ({
      rule: 'sql' as const,
      path: source.path,
      line,
      says: `holds SQL ("${text.trim().slice(0, 40)}"): only the store speaks SQL, and a view reads through its reader`,
    }))
}

/** SQL is written all in capitals or all in small letters; a sentence on screen begins with one capital. */
const isSql = (text: string): boolean =>
  statements.some((statement) => statement.test(text.trimStart()))

const statements = [
  'select\\s+(\\*|\\d|distinct\\b|count\\(|[\\w.",\\s()]+\\sfrom\\s+["\\w])',
  'insert\\s+into\\s+["\\w]',
  'update\\s+["\\w.]+\\s+set\\s',
  'delete\\s+from\\s+["\\w]',
  'with\\s+(recursive\\s+)?\\w+\\s+as\\s*\\(',
  '(create|alter|drop)\\s+(unique\\s+)?(table|index|function|policy|role|schema|view|extension)\\s',
  'truncate\\s+["\\w]',
].flatMap((pattern) => [new RegExp(`^${pattern}`), new RegExp(`^${inCapitals(pattern)}`)])

/** The words of a pattern in capitals, its escapes as they are. */
function inCapitals(pattern: string): string {
  return pattern.replace(/\\\\?[a-z]|[a-z]+/g, (part) =>
    part.startsWith('\\') ? part : part.toUpperCase(),
  )
}
