/**
 * Which of the two words of a double has its sign and its exponent, when an Int32Array looks at the memory of a
 * Float64Array: 1 on all machines that browsers run on, 0 where bytes stand the other way round.
 */
export const upperWord = new Uint32Array(new Float64Array([1]).buffer)[1] === 0 ? 0 : 1
