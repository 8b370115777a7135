/** How large a formula may be; beyond that it is refused as a whole, so that no text costs much. */
export const limits = {
  /** UTF-16 code units. */
  text: 4_000,
  /** Numbers, names and signs. */
  parts: 1_000,
  /** Parentheses, functions, signs before an operand and powers in each other. */
  depth: 64,
  /** Mistakes told of at once. */
  mistakes: 20,
} as const
