import { inside, number } from '../../../web/words/say.ts'
import type { Fact } from '../rules/why.ts'

/** One thing worth knowing of a row, in a few words: "reach 4,000 people", "decided at 2026-11-22". */
export function factSaid({ label: name, value, unit }: Fact): string {
  const said =
    typeof value === 'number'
      ? number(value, { maximumFractionDigits: 2 })
      : /^\d{4}-\d\d-\d\dT/.test(value)
        ? value.slice(0, 10)
        : value
  return `${inside(name)}\u00a0${said}${unit === undefined ? '' : `\u00a0${unit}`}`
}
