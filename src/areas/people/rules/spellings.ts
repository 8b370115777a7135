/** An e-mail as it was typed and as it is compared. */
export const spellings = (email: string): readonly string[] => [
  ...new Set([email, email.toLowerCase()]),
]
