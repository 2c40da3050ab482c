// Properties draw the same examples on every run; `FC_SEED=... FC_RUNS=... npm test` draws others, and more of them.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 48), numRuns: Number(process.env.FC_RUNS ?? 100) })
