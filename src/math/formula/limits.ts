/** How large a formula may be; beyond that it is refused as a whole, so that no text costs much. */
export const limits = {
  /** UTF-16 code units, as it is printed. */
  text: 4_000,
  /** As it is typed. Printed, it may be longer than that, and must be short enough to be read again. */
  typed: 8_000,
  /** Numbers, names and signs. */
  parts: 1_000,
  /** Parentheses, functions, signs before an operand and powers in each other. */
  depth: 64,
  /** Mistakes told of at once. */
  mistakes: 20,
} as const
