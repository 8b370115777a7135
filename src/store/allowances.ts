import type { Database } from './database.ts'

/** How many requests a caller has left in all processes together, as a token bucket that lies in the database. */
export interface Allowances {
  /**
   * Takes what these callers spent since the last time from what they have, and tells what is left: at most
   * `burst`, and less than nothing where several processes gave more together than there was.
   */
  readonly settle: (
    of: string,
    rate: { readonly perSecond: number; readonly burst: number },
    spent: ReadonlyMap<string, number>,
  ) => Promise<ReadonlyMap<string, number>>
}

export const allowancesOf = (
  database: Database,
  digest: (caller: string) => string,
): Allowances => ({
  settle: async (of, { perSecond, burst }, spent) => {
    const callers = new Map([...spent.keys()].map((caller) => [digest(`${of} ${caller}`), caller]))
    // All processes lock them in one order.
    const names = [...callers.keys()].toSorted()
    const rows = await database.owner((session) =>
      session.query<{ name: string; left: number }>(
        `insert into allowance as kept (caller, tokens, at)
         select decode(name, 'hex'), $3 - spent, clock_timestamp() from unnest($1::text[], $2::float8[]) as given (name, spent)
         on conflict (caller) do update set
           tokens = least($3, kept.tokens + $4 * greatest(0, extract(epoch from excluded.at - kept.at)::float8)) - ($3 - excluded.tokens),
           at = greatest(kept.at, excluded.at)
         returning encode(caller, 'hex') as name, tokens as "left"`,
        [names, names.map((name) => spent.get(callers.get(name) ?? '') ?? 0), burst, perSecond],
      ),
    )
    return new Map(rows.map(({ name, left }) => [callers.get(name) ?? '', left]))
  },
})
