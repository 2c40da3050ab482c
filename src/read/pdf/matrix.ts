// The little plane geometry that drawing needs: matrices of six numbers as PDF writes them.
import type { Box } from './paper.ts'

/** [a b c d e f]: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  // By index: taken apart by a pattern, they are gone through one by one.
  const a = outer[0]
  const b = outer[1]
  const c = outer[2]
  const d = outer[3]
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + outer[4],
    b * inner[4] + d * inner[5] + outer[5],
  ]
}

/** A point moved by a matrix. */
export function moved(m: Matrix, x: number, y: number): readonly [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
}

/** The upright box around a box that a matrix has moved. */
export function movedBox(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const corners = [moved(m, x0, y0), moved(m, x1, y0), moved(m, x0, y1), moved(m, x1, y1)]
  const xs = corners.map(corner => corner[0])
  const ys = corners.map(corner => corner[1])
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

/** Any six numbers as a matrix; what is no matrix leaves things where they are. */
export function asMatrix(value: unknown): Matrix {
  const six = Array.from((value ?? []) as ArrayLike<number>)
  return six.length === 6 && six.every(Number.isFinite) ? (six as unknown as Matrix) : identity
}
