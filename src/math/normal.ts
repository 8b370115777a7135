/** The density of the standard normal distribution. */
export const normalDensity = (z: number): number => Math.exp(-(z * z) / 2) / rootOfTwoPi

/**
 * The probability that a standard normal number is at most z, to a relative 1e-14 as far as −37; the smallest
 * double is not far below. For the upper tail ask of −z, which loses nothing to 1. By
 * rational Chebyshev approximations (Cody, "Rational Chebyshev approximations for the error function", 1969).
 */
export function normalCdf(z: number): number {
  const distance = Math.abs(z)
  if (Number.isNaN(z)) return Number.NaN
  if (distance <= middleOfCdf) return 0.5 + z * ratio(middle, distance * distance)
  const tail = tailBeyond(distance)
  return z < 0 ? tail : 1 - tail
}

/**
 * The z that a standard normal number does not exceed with probability p, to a relative 1e-15: Wichura's
 * PPND16 (AS 241, 1988). −∞ and ∞ at 0 and 1; not a number outside.
 */
export function normalQuantile(p: number): number {
  const fromHalf = p - 0.5
  if (Math.abs(fromHalf) <= 0.425)
    return fromHalf * ratio(quantileMiddle, 0.180625 - fromHalf * fromHalf)
  const tail = fromHalf < 0 ? p : 1 - p
  if (!(tail >= 0)) return Number.NaN
  const root = Math.sqrt(-Math.log(tail))
  const distance =
    tail === 0
      ? Infinity
      : root <= 5
        ? ratio(quantileTail, root - 1.6)
        : ratio(quantileFar, root - 5)
  return fromHalf < 0 ? -distance : distance
}

/** Coefficients of a ratio of two polynomials of one degree, the constant first. */
interface Ratio {
  readonly over: readonly number[]
  readonly under: readonly number[]
}

const rootOfTwoPi = Math.sqrt(2 * Math.PI)

const middleOfCdf = 0.67448975
const nearTailOfCdf = Math.sqrt(32)

/** Farther out there is less than the smallest double. */
const endOfTail = 38.6

function tailBeyond(distance: number): number {
  if (distance > endOfTail) return 0
  if (distance <= nearTailOfCdf) return ratio(nearTail, distance) * bell(distance)
  const inverse = 1 / (distance * distance)
  const beyond = (1 / rootOfTwoPi - inverse * ratio(farTail, inverse)) / distance
  return beyond * bell(distance)
}

/** exp(−z²/2), where z² is split so that its rounding is not multiplied by its size. */
function bell(z: number): number {
  const coarse = Math.trunc(z * 16) / 16
  return Math.exp((-coarse * coarse) / 2) * Math.exp((-(z - coarse) * (z + coarse)) / 2)
}

function ratio({ over, under }: Ratio, at: number): number {
  let top = 0
  let bottom = 0
  for (let power = over.length - 1; power >= 0; power -= 1) {
    top = top * at + (over[power] ?? 0)
    bottom = bottom * at + (under[power] ?? 0)
  }
  return top / bottom
}

const middle: Ratio = {
  over: [
    18154.98125334356, 1067.689485460371, 161.02823106855587, 2.235252035460684,
    0.06568233791820745,
  ],
  under: [45507.78933502673, 10260.932208618979, 976.0985517377767, 47.20258190468824, 1],
}

const nearTail: Ratio = {
  over: [
    9842.714838383978, 11602.65143764735, 6848.190450536283, 2494.5375852903726, 597.2702763948002,
    93.50665613217785, 8.883149794388377, 0.39894151208813466, 1.0765576773720192e-8,
  ],
  under: [
    19685.429676859992, 38912.00328609327, 34900.95272114598, 18615.571640885097, 6485.558298266761,
    1519.3775994075547, 235.387901782625, 22.266688044328117, 1,
  ],
}

const farTail: Ratio = {
  over: [
    0.000029112874951168793, 0.0014216191932278934, 0.022235277870649807, 0.12740116116024736,
    0.215898534057957, 0.023073441764940174,
  ],
  under: [
    7.29751555083966e-5, 0.0037823963320275824, 0.06598813786892856, 0.4682382124808651,
    1.284260096144911, 1,
  ],
}

const quantileMiddle: Ratio = {
  over: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  under: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852855,
  ],
}

const quantileTail: Ratio = {
  over: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  under: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
  ],
}

const quantileFar: Ratio = {
  over: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.2965605718285049,
    0.026532189526576124, 0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  under: [
    1, 0.5998322065558879, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
}
