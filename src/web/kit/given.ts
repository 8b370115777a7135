type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/**
 * The properties that have a value. Under exactOptionalPropertyTypes "absent" and "undefined" are two
 * things, and a library's optional property takes only the first.
 */
export function given<T extends object>(props: T): Given<T> {
  return Object.fromEntries(
    Object.entries(props).filter(([, value]) => value !== undefined),
  ) as Given<T>
}
