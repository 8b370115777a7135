/**
 * ln Γ(x) for x > 0, to 1e-14 of itself or of 1, whichever is more; not a number for other x. Stirling's
 * series (Abramowitz and Stegun, 1964, 6.1.41), after Γ(x + 1) = x Γ(x) has brought x to where it is exact.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  if (x === Infinity) return Infinity
  let product = 1
  let raised = x
  while (raised < seriesFrom) {
    product *= raised
    raised += 1
  }
  return (
    (raised - 0.5) * Math.log(raised) - raised + halfLogOfTwoPi + series(raised) - Math.log(product)
  )
}

/**
 * What Stirling's formula leaves out of ln Γ(x + 1), for x > 0: ln Γ(x + 1) − ln(√(2πx) (x / e)^x). Where
 * the gammas of a probability cancel, this is what remains, and no digit is lost (Loader, "Fast and accurate
 * computation of binomial probabilities", 2000).
 */
export function stirlingError(x: number): number {
  if (x >= seriesFrom) return series(x)
  return logGamma(x) - (x - 0.5) * Math.log(x) + x - halfLogOfTwoPi
}

const halfLogOfTwoPi = Math.log(2 * Math.PI) / 2

/** From here on the last term is below 1e-17. */
const seriesFrom = 12

function series(x: number): number {
  const square = x * x
  return (
    (1 / 12 -
      (1 / 360 -
        (1 / 1260 -
          (1 / 1680 - (1 / 1188 - (691 / 360360 - 1 / 156 / square) / square) / square) / square) /
          square) /
        square) /
    x
  )
}
