/**
 * Arithmetic over one row, as data. Two readers give the same IEEE double: `evaluate` here, and the
 * store's generated column. A missing operand makes the whole missing; so does a division by zero.
 */
export type Expr =
  | number
  | { readonly field: string }
  | {
      readonly op: 'add' | 'subtract' | 'multiply' | 'divide'
      readonly left: Expr
      readonly right: Expr
    }
  | { readonly op: 'clip'; readonly of: Expr; readonly low: number; readonly high: number }

export const of = (field: string): Expr => ({ field })
export const multiply = (left: Expr, right: Expr): Expr => ({ op: 'multiply', left, right })
export const divide = (left: Expr, right: Expr): Expr => ({ op: 'divide', left, right })
export const subtract = (left: Expr, right: Expr): Expr => ({ op: 'subtract', left, right })
export const clip = (expr: Expr, low: number, high: number): Expr => ({
  op: 'clip',
  of: expr,
  low,
  high,
})

export function evaluate(expr: Expr, row: Readonly<Record<string, unknown>>): number | null {
  if (typeof expr === 'number') return expr
  if ('field' in expr) {
    const value = row[expr.field]
    return typeof value === 'number' ? value : null
  }
  if (expr.op === 'clip') {
    const value = evaluate(expr.of, row)
    return value === null ? null : Math.min(expr.high, Math.max(expr.low, value))
  }
  const left = evaluate(expr.left, row)
  const right = evaluate(expr.right, row)
  if (left === null || right === null) return null
  switch (expr.op) {
    case 'add':
      return left + right
    case 'subtract':
      return left - right
    case 'multiply':
      return left * right
    case 'divide':
      return right === 0 ? null : left / right
  }
}

/** The fields that an expression reads. */
export function operands(expr: Expr): readonly string[] {
  if (typeof expr === 'number') return []
  if ('field' in expr) return [expr.field]
  if (expr.op === 'clip') return operands(expr.of)
  return [...operands(expr.left), ...operands(expr.right)]
}
