// Limited-memory BFGS (Nocedal 1980) with backtracking: the weights at which a loss is least.

const dot = (a, b) => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}

/**
 * @param lossAt returns the loss at some weights, and writes its gradient
 * @param most so many rounds at most; it ends sooner where the loss hardly falls any more
 */
export function minimise(lossAt, size, most, flat = 1e-3) {
  let weights = new Float64Array(size)
  let gradient = new Float64Array(size)
  let loss = lossAt(weights, gradient)
  const steps = []
  for (let round = 0; round < most; round++) {
    const direction = directionOf(gradient, steps)
    const slope = dot(direction, gradient)
    if (slope > -flat) break
    const next = new Float64Array(size)
    const nextGradient = new Float64Array(size)
    let length = round === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1
    let nextLoss = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < 20 && nextLoss > loss + 1e-4 * length * slope; tries++, length /= 2) {
      for (let i = 0; i < size; i++) next[i] = weights[i] + length * direction[i]
      nextLoss = lossAt(next, nextGradient)
    }
    const s = next.map((x, i) => x - weights[i])
    const y = nextGradient.map((x, i) => x - gradient[i])
    if (dot(s, y) > 1e-10) steps.push({ s, y, rho: 1 / dot(s, y) })
    if (steps.length > 8) steps.shift()
    ;[weights, gradient, loss] = [next, nextGradient, nextLoss]
  }
  return weights
}

function directionOf(gradient, steps) {
  const q = gradient.slice()
  const shares = []
  for (const { s, y, rho } of steps.toReversed()) {
    const share = rho * dot(s, q)
    shares.push(share)
    for (let i = 0; i < q.length; i++) q[i] -= share * y[i]
  }
  const last = steps.at(-1)
  const scale = last === undefined ? 1 : 1 / (last.rho * dot(last.y, last.y))
  for (let i = 0; i < q.length; i++) q[i] *= scale
  for (const { s, y, rho } of steps) {
    const share = shares.pop() - rho * dot(y, q)
    for (let i = 0; i < q.length; i++) q[i] += share * s[i]
  }
  return q.map(x => -x)
}
