/**
 * What may be taken together: exactly `take` options (all of them where there are fewer), or any set
 * whose costs fit the capacity. Costs are zero or more and stand in the order of the options.
 */
export type Choice =
  | { readonly take: number }
  | { readonly costs: Float64Array; readonly capacity: number }

/**
 * Finds the best allowed set for one utility an option, as indices of options. The answer is overwritten
 * by the next call: it is made for loops over draws.
 */
export type Chooser = (utility: Float64Array) => Int32Array

/**
 * How the best set is found. `take` is exact. Under a capacity it is exact where all costs are whole
 * numbers and at most 1,000 units of them fit (dynamic programming, Bellman 1957; halves or tenths are
 * whole in a smaller unit), and greedy elsewhere: by utility per cost, or the one best option, whichever
 * is more, which is never less than half of the best (Dantzig 1957).
 */
export type Method = 'exact' | 'greedy'

export function methodOf(choice: Choice): Method {
  if ('take' in choice) return 'exact'
  return choice.capacity <= mostUnits && choice.costs.every(Number.isInteger) ? 'exact' : 'greedy'
}

/** Throws a RangeError where the choice and the number of options do not fit each other. */
export function chooserOf(choice: Choice, options: number): Chooser {
  check(choice, options)
  if ('take' in choice) return largest(Math.min(choice.take, options), options)
  if (methodOf(choice) === 'exact') return fitting(choice.costs, Math.floor(choice.capacity))
  return greedy(choice.costs, choice.capacity)
}

/** The same choice among these options only. */
export function among(choice: Choice, options: Int32Array): Choice {
  if ('take' in choice) return choice
  return {
    costs: Float64Array.from(options, (option) => choice.costs[option] ?? 0),
    capacity: choice.capacity,
  }
}

export function sumOf(utility: Float64Array, set: Int32Array): number {
  let sum = 0
  for (let at = 0; at < set.length; at += 1) sum += utility[set[at] ?? 0] ?? 0
  return sum
}

const mostUnits = 1000

function check(choice: Choice, options: number): void {
  if ('take' in choice) {
    if (!Number.isInteger(choice.take) || choice.take < 1)
      throw new RangeError('What is taken is a whole number of options, and at least one.')
    return
  }
  if (choice.costs.length !== options) throw new RangeError('Each option has one cost.')
  if (!choice.costs.every((cost) => cost >= 0) || !(choice.capacity >= 0))
    throw new RangeError('Costs and the capacity are zero or more.')
}

/** A short list kept in order: an option goes in where it is more than the least of those. */
function largest(take: number, options: number): Chooser {
  const chosen = new Int32Array(take)
  const worth = new Float64Array(take)
  return (utility) => {
    let held = 0
    for (let option = 0; option < options; option += 1) {
      const value = utility[option] ?? 0
      if (held === take && value <= (worth[take - 1] ?? 0)) continue
      let place = held < take ? held : take - 1
      if (held < take) held += 1
      for (; place > 0 && (worth[place - 1] ?? 0) < value; place -= 1) {
        worth[place] = worth[place - 1] ?? 0
        chosen[place] = chosen[place - 1] ?? 0
      }
      worth[place] = value
      chosen[place] = option
    }
    return chosen
  }
}

function fitting(costs: Float64Array, capacity: number): Chooser {
  const wide = capacity + 1
  const best = new Float64Array(wide)
  const isTaken = new Uint8Array(costs.length * wide)
  const chosen = new Int32Array(costs.length)
  return (utility) => {
    best.fill(0)
    isTaken.fill(0)
    for (let option = 0; option < costs.length; option += 1) {
      const value = utility[option] ?? 0
      const cost = costs[option] ?? 0
      if (value <= 0) continue
      for (let room = capacity; room >= cost; room -= 1) {
        const sum = (best[room - cost] ?? 0) + value
        if (sum <= (best[room] ?? 0)) continue
        best[room] = sum
        isTaken[option * wide + room] = 1
      }
    }
    let room = capacity
    let count = 0
    for (let option = costs.length - 1; option >= 0; option -= 1) {
      if (isTaken[option * wide + room] !== 1) continue
      chosen[count] = option
      count += 1
      room -= costs[option] ?? 0
    }
    return chosen.subarray(0, count)
  }
}

function greedy(costs: Float64Array, capacity: number): Chooser {
  const order = Array.from(costs, (_, option) => option)
  const per = new Float64Array(costs.length)
  const chosen = new Int32Array(costs.length)
  const alone = new Int32Array(1)
  return (utility) => {
    for (let option = 0; option < costs.length; option += 1) {
      const value = utility[option] ?? 0
      per[option] = value > 0 ? value / (costs[option] ?? 0) : 0
    }
    order.sort((left, right) => {
      const [one, other] = [per[left] ?? 0, per[right] ?? 0]
      return one === other ? left - right : other > one ? 1 : -1
    })
    let left = capacity
    let count = 0
    let sum = 0
    let most = 0
    for (const option of order) {
      const value = utility[option] ?? 0
      const cost = costs[option] ?? 0
      if (!(value > 0) || cost > capacity) continue
      if (value > most) {
        most = value
        alone[0] = option
      }
      if (cost > left) continue
      chosen[count] = option
      count += 1
      sum += value
      left -= cost
    }
    return most > sum ? alone : chosen.subarray(0, count)
  }
}
