import { dayMs, moment, spread, type Desk } from './desk.ts'
import { linesOf } from './lines.ts'

const owners: Readonly<Record<string, string>> = {
  visit: 'leader',
  cash: 'officepo',
  desk: 'officepo',
  upmarket: 'sales',
  offlinefirst: 'fieldpo',
  onboard: 'support',
}

/** The last reading, in days before today. */
const last = 4

/** The day each objective was set, by its key. */
export const objectiveDays = (): ReadonlyMap<string, number> =>
  new Map(
    linesOf('strategy', 6).flatMap(([key = '', , , days]) =>
      key.startsWith('> ') ? [] : [[key, Number(days)] as const],
    ),
  )

/** Objectives carried from half-year to half-year, and their key results, read once a month. */
export function tellStrategy(desk: Desk): void {
  const lines = linesOf('strategy', 6)
  for (const [at, [key = '', product = '', parent = '', days, period, title]] of lines.entries()) {
    if (key.startsWith('> ')) continue
    const set = Number(days)
    const results = until(lines.slice(at + 1), ([first = '']) => !first.startsWith('> '))
    const owner = owners[key] ?? 'leader'
    desk.tell(set, 'leader', 'create-objective', ({ make }) => {
      const objectiveId = make('objective', key, {
        title,
        productId: desk.product(product),
        ...(parent === '' ? {} : { parentId: desk.keys.of('objective', parent) }),
        period: period === 'Y1' ? nextYear(desk.now) : halfOf(new Date(moment(desk.now, set))),
        ownerId: desk.keys.of('member', owner),
      })
      for (const [, name = '', unit, start, target] of results)
        make('key-result', name, {
          objectiveId,
          title: name,
          unit,
          start: Number(start),
          target: Number(target),
          current: Number(start),
        })
    })
    if (period === 'H0') tellPeriods(desk, key, set)
    for (let left = set - 28; left > 1; left -= 30)
      tellReading(desk, results, {
        owner,
        set,
        left: (left < 31 ? last : left) + spread(key, 90) / 100,
      })
  }
}

function tellReading(
  { tell, keys }: Desk,
  results: readonly (readonly string[])[],
  when: { readonly owner: string; readonly set: number; readonly left: number },
): void {
  tell(when.left, when.owner, 'update-key-result', ({ change }) => {
    for (const [, name = '', , start, , current] of results) {
      const [from, to] = [Number(start), Number(current)]
      const done = (when.set - when.left) / (when.set - last)
      // Slow at first, and never quite straight.
      const share = done ** 1.5 + Math.sin(when.left * 1.7) * 0.05 * (1 - done)
      const step = Math.abs(to - from) < 40 ? 10 : 1
      const value =
        when.left < last + 1 ? to : Math.round((from + (to - from) * share) * step) / step
      change('key-result', keys.of('key-result', name), { current: value })
    }
  })
}

/** What is not reached goes over into the next half-year. */
function tellPeriods({ tell, keys, now }: Desk, key: string, set: number): void {
  for (let left = Math.floor(set) - 1; left > 1; left--) {
    const period = halfOf(new Date(now.getTime() - left * dayMs))
    if (period === halfOf(new Date(now.getTime() - (left + 1) * dayMs))) continue
    tell(
      left,
      'leader',
      'update-objective',
      ({ change }) => change('objective', keys.of('objective', key), { period }),
      'carried over: we are on the way and not there',
    )
  }
}

const halfOf = (at: Date): string => `${at.getUTCFullYear()}-H${at.getUTCMonth() < 6 ? 1 : 2}`
const nextYear = (now: Date): string => String(now.getUTCFullYear() + 1)

function until<T>(all: readonly T[], ends: (one: T) => boolean): readonly T[] {
  const end = all.findIndex(ends)
  return end === -1 ? all : all.slice(0, end)
}
