/** What is known of normal numbers, by their definitions: slow, and by none of our functions. */

export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** So many numbers from one to the other, evenly. */
export const between = (from: number, to: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => from + ((to - from) * at) / (count - 1))

/** P(Z > z), by Simpson's rule. */
export const upperTail = (z: number): number =>
  z < 0 ? 1 - upperTail(-z) : simpson(normalDensity, z, z + 12)

/** E max(0, X) − max(0, m) for X ~ N(m, s²): the unit normal loss integral of |m| ÷ s, times s. */
export const lossOfNormal = (mean: number, deviation: number): number => {
  const from = Math.abs(mean) / deviation
  return deviation * simpson((z) => (z - from) * normalDensity(z), from, from + 12)
}

function simpson(of: (at: number) => number, from: number, to: number): number {
  const steps = 4000
  const width = (to - from) / steps
  let sum = 0
  for (let step = 0; step <= steps; step += 1)
    sum += (step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2) * of(from + step * width)
  return (sum * width) / 3
}
