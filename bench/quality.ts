import { existsSync, writeFileSync } from 'node:fs'
import { calibrationVerdicts } from './quality-calibration.ts'
import { informationVerdicts } from './quality-information.ts'
import { portfolioVerdicts } from './quality-portfolio.ts'
import { rankVerdicts } from './quality-ranks.ts'
import { scoringVerdicts } from './quality-scoring.ts'
import { verdictTable, type Verdict } from './verdicts.ts'

/**
 * What is worked out, beside what it should come to: published examples and their answers, closed forms, and
 * the same worked out here in another way. Cases of data sets are left out, and said, where there are none.
 */
export async function measureQuality(asked: {
  readonly sets: string
  readonly json: string | undefined
}): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = []
  for (const [set, verdictsOf] of ofSets) {
    const folders = ['dev', 'held'].map((half) => `${asked.sets}/${set}/${half}`).filter(existsSync)
    if (folders.length === 0)
      console.log(
        `${set} is left out: it is not in ${asked.sets}. Say where the sets lie by --sets or THROUGHLINE_SETS.`,
      )
    for (const folder of folders) verdicts.push(...(await verdictsOf(folder)))
  }
  verdicts.push(...informationVerdicts(), ...rankVerdicts())
  console.log(`\n${verdictTable(verdicts)}\n`)
  const failed = verdicts.filter(({ holds }) => !holds).length
  console.log(`${verdicts.length - failed} cases hold, ${failed} fail.`)
  if (asked.json !== undefined)
    writeFileSync(asked.json, `${JSON.stringify({ verdicts }, null, 2)}\n`)
  return verdicts
}

const ofSets: readonly (readonly [
  set: string,
  verdictsOf: (folder: string) => readonly Verdict[] | Promise<readonly Verdict[]>,
])[] = [
  ['prioritisation-cases', scoringVerdicts],
  ['calibration-538', calibrationVerdicts],
  ['portfolio-knapsack', portfolioVerdicts],
]
