/** How one set becomes another. */
export interface Changes {
  readonly entering: readonly string[]
  readonly leaving: readonly string[]
}

export function changesBetween(before: readonly string[], after: readonly string[]): Changes {
  const [then, now] = [new Set(before), new Set(after)]
  return {
    entering: after.filter((id) => !then.has(id)),
    leaving: before.filter((id) => !now.has(id)),
  }
}
