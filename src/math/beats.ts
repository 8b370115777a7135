import { chanceOf, type Chance } from './chance.ts'
import { upperWord } from './double-bits.ts'
import { rowOf, type Scores } from './scores.ts'

/**
 * How probable it is that one option scores more than another, compared draw by draw; a tie counts half, and an option
 * against itself is a half (the common language effect size: McGraw and Wong, 1992). Both have a score in
 * every draw.
 */
export function beats(scores: Scores, option: number, other: number): Chance {
  const left = rowOf(scores, option)
  const right = rowOf(scores, other)
  const upper = upperWord
  let less = 0
  let ties = 0
  for (let draw = 0; draw < left.length; draw += 1) {
    // With 0 added, since −0 has the sign's bit too.
    const lead = (left[draw] ?? 0) - (right[draw] ?? 0) + 0
    // By the sign's bit: who is ahead changes from draw to draw, and no processor guesses that.
    double[0] = lead
    less += (words[upper] ?? 0) >>> 31
    if (lead === 0) ties += 1
  }
  return chanceOf(scores.draws - less - ties / 2, scores.draws)
}

const double = new Float64Array(1)
const words = new Int32Array(double.buffer)
