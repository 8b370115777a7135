/** What was typed and not saved, kept for this tab under a name. */
export const keptDraft = (name: string) => ({
  read: (): Readonly<Record<string, unknown>> => {
    try {
      return JSON.parse(sessionStorage.getItem(`draft ${name}`) ?? '{}') as Readonly<
        Record<string, unknown>
      >
    } catch {
      return {}
    }
  },
  keep: (values: Readonly<Record<string, unknown>>): void => {
    if (Object.keys(values).length === 0) sessionStorage.removeItem(`draft ${name}`)
    else sessionStorage.setItem(`draft ${name}`, JSON.stringify(values))
  },
  forget: (): void => sessionStorage.removeItem(`draft ${name}`),
})
