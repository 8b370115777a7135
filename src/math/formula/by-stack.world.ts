/**
 * Another reading of the language, to hold the product's own against: characters one by one, two stacks
 * (Dijkstra's shunting yard, 1961), no tree. Missing is null, what is true or false is a boolean. Only for
 * texts without a mistake.
 */
export function byStack(text: string, row: Readonly<Record<string, number | null>>): number | null {
  const values: Value[] = []
  const waiting: Waiting[] = []
  let wantsOperand = true
  let from = 0

  const settle = (): void => {
    const sign = waiting.pop()
    if (sign === undefined) return
    const right = values.pop() ?? null
    if (sign.isPrefix) values.push(sign.sign === 'not' ? negated(right) : arithmetic('-', 0, right))
    else values.push(between(sign.sign, values.pop() ?? null, right))
  }
  const settleDownTo = (binds: number): void => {
    for (
      let top = waiting.at(-1);
      top?.binds !== undefined && top.binds >= binds;
      top = waiting.at(-1)
    )
      settle()
  }
  const close = (): void => {
    settleDownTo(1)
    const open = waiting.pop()
    if (open?.call === undefined) return
    const args = values.splice(open.valuesBelow ?? 0)
    values.push(ofCall(open.call, args))
  }

  while (from < text.length) {
    const word = wordAt(text, from)
    from = word.to
    if (word.text.trim() === '') continue
    if (wantsOperand) {
      if (word.text === '(') waiting.push({ sign: '(', isPrefix: false })
      else if (word.text === '-') waiting.push({ sign: '-', isPrefix: true, binds: 7 })
      else if (word.text === 'not') waiting.push({ sign: 'not', isPrefix: true, binds: 3 })
      else if (word.isNumber) {
        const after = wordAt(text, from)
        const isShare = after.text === '%'
        const unit = isShare ? after : unitAt(text, from)
        from = unit?.to ?? from
        values.push(finite(isShare ? Number(word.text) / 100 : Number(word.text)))
        wantsOperand = false
      } else if (!word.isQuoted && wordAt(text, from).text === '(') {
        waiting.push({
          sign: '(',
          isPrefix: false,
          call: word.text.toLowerCase(),
          valuesBelow: values.length,
        })
        from = wordAt(text, from).to
      } else {
        values.push(
          word.text === 'missing' && !word.isQuoted ? null : finite(row[word.text] ?? null),
        )
        wantsOperand = false
      }
      continue
    }
    if (word.text === ')') close()
    else if (word.text === ',') {
      settleDownTo(1)
      wantsOperand = true
    } else {
      const binds = bindings[word.text] ?? 0
      settleDownTo(word.text === '^' ? binds + 1 : binds)
      waiting.push({ sign: word.text, isPrefix: false, binds })
      wantsOperand = true
    }
  }
  settleDownTo(1)
  const [value] = values
  return typeof value === 'number' ? value : null
}

type Value = number | boolean | null

interface Waiting {
  readonly sign: string
  readonly isPrefix: boolean
  /** Absent for a parenthesis, which waits for its other half. */
  readonly binds?: number
  readonly call?: string
  readonly valuesBelow?: number
}

interface Word {
  readonly text: string
  readonly to: number
  readonly isNumber?: true
  readonly isQuoted?: true
}

const bindings: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '=': 4,
  '!=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '^': 8,
}

const synonyms: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '<>': '!=',
  '==': '=',
  ';': ',',
}

const isDigit = (letter: string): boolean => letter >= '0' && letter <= '9'
const isLetter = (letter: string): boolean =>
  letter.toLowerCase() !== letter.toUpperCase() || letter === '_'

function wordAt(text: string, from: number): Word {
  let at = from
  while (text.charAt(at) === ' ') at += 1
  const begins = text.charAt(at)
  if (begins === '') return { text: '', to: at }
  if (begins === '[' || begins === '"') {
    const end = text.indexOf(begins === '[' ? ']' : '"', at + 1)
    return { text: text.slice(at + 1, end), to: end + 1, isQuoted: true }
  }
  if (isDigit(begins) || begins === '.') {
    let to = at
    while (isDigit(text.charAt(to)) || text.charAt(to) === '.') to += 1
    const isRaised =
      text.charAt(to) === 'e' && (isDigit(text.charAt(to + 1)) || text.charAt(to + 1) === '-')
    if (isRaised) {
      to += 2
      while (isDigit(text.charAt(to))) to += 1
    }
    return { text: text.slice(at, to), to, isNumber: true }
  }
  if (isLetter(begins)) {
    let to = at
    while (isLetter(text.charAt(to)) || isDigit(text.charAt(to))) to += 1
    const letters = text.slice(at, to)
    const lower = letters.toLowerCase()
    return { text: ['and', 'or', 'not', 'missing'].includes(lower) ? lower : letters, to }
  }
  const two = text.slice(at, at + 2)
  const sign = ['<=', '>=', '!=', '<>', '=='].includes(two) ? two : begins
  return { text: synonyms[sign] ?? sign, to: at + sign.length }
}

/** After a number: a word that is no sign, with its hyphens, or something in brackets. */
function unitAt(text: string, from: number): Word | null {
  const word = wordAt(text, from)
  if (word.isQuoted) return word
  if (!isLetter(word.text.charAt(0)) || ['and', 'or', 'not'].includes(word.text)) return null
  let to = word.to
  while (text.charAt(to) === '-' && isLetter(text.charAt(to + 1))) to = wordAt(text, to + 1).to
  return { text: '', to }
}

const finite = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : value === 0 ? 0 : value

const negated = (value: Value): Value => (typeof value === 'boolean' ? !value : null)

function between(sign: string, left: Value, right: Value): Value {
  if (sign === 'and') {
    if (left === false || right === false) return false
    return left === null || right === null ? null : true
  }
  if (sign === 'or') {
    if (left === true || right === true) return true
    return left === null || right === null ? null : false
  }
  if (left === null || right === null) return null
  if (sign === '<') return left < right
  if (sign === '<=') return left <= right
  if (sign === '>') return left > right
  if (sign === '>=') return left >= right
  if (sign === '=') return left === right
  if (sign === '!=') return left !== right
  return arithmetic(sign, left, right)
}

function arithmetic(sign: string, left: Value, right: Value): number | null {
  if (typeof left !== 'number' || typeof right !== 'number') return null
  if (sign === '+') return finite(left + right)
  if (sign === '-') return finite(left - right)
  if (sign === '*') return finite(left * right)
  if (sign === '/') return right === 0 ? null : finite(left / right)
  if (left === 0 && right < 0) return null
  if (left < 0 && !Number.isInteger(right)) return null
  return finite(Math.pow(left, right))
}

function ofCall(name: string, args: readonly Value[]): Value {
  if (name === 'if') {
    const [condition, yes = null, no = null] = args
    return condition === true ? yes : condition === false ? no : null
  }
  const there = args.filter((arg) => typeof arg === 'number')
  const [of = 0, low = 0, high = 0] = there
  if (name === 'first') return there[0] ?? null
  if (name === 'sum' || name === 'mean') {
    if (there.length === 0) return null
    let sum = 0
    for (const value of there) sum += value
    return finite(name === 'sum' ? sum : sum / there.length)
  }
  if (there.length < args.length) return null
  if (name === 'min') return there.toSorted((left, right) => left - right)[0] ?? null
  if (name === 'max') return there.toSorted((left, right) => right - left)[0] ?? null
  if (name === 'clip') return low > high ? null : of < low ? low : of > high ? high : of
  if (name === 'abs') return of < 0 ? -of : of
  if (name === 'floor') return finite(of % 1 < 0 ? of - (of % 1) - 1 : of - (of % 1))
  if (name === 'ceil') return finite(Math.ceil(of))
  if (name === 'round') return finite(Math.sign(of) * Math.floor(Math.abs(of)) + halves(of))
  if (name === 'sqrt') return of < 0 ? null : finite(Math.sqrt(of))
  if (name === 'exp') return finite(Math.exp(of))
  if (of <= 0) return null
  return finite(name === 'log' ? Math.log(of) : name === 'log2' ? Math.log2(of) : Math.log10(of))
}

/** Away from zero from a half on. */
const halves = (of: number): number => (Math.abs(of % 1) >= 0.5 ? Math.sign(of) : 0)
