// All that is wrong with what a run rests on, told at once: each step is tried, and what it finds at fault is kept with the
// place of the setting that it takes. What a step asks is the business of plan.ts and packs.ts.
import { UserError } from '../domain/errors.ts'
import type { Policy } from './policy.ts'

export interface Faults {
  /** What a step gives; undefined where it finds a fault. `setting` is the name of the one that it takes. */
  keep<Value>(setting: string, step: () => Value | Promise<Value>): Promise<Value | undefined>
  /** Throws all faults kept as one UserError (`usage`), where there is one. */
  refuse(): void
}

/** Faults over the settings of a policy, with those of its configuration. */
export function faultsOver({ settings, fault }: Pick<Policy, 'settings' | 'fault'>): Faults {
  const kept = fault === undefined ? [] : [fault]
  const placeOf = (setting: string): string | undefined => settings.findLast(({ name }) => name === setting)?.from
  return {
    async keep(setting, step) {
      try {
        return await step()
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        kept.push(placed(error, setting, placeOf(setting)))
        return undefined
      }
    },
    refuse() {
      // Several contracts may go by one configuration.
      const distinct = [...new Map(kept.map(one => [`${one.where} ${one.message}`, one])).values()]
      const [only, ...others] = distinct
      if (only === undefined) return
      if (others.length === 0) throw only
      const lines = distinct.flatMap(({ where, message, remedy }) => {
        const told = `${nameOf(where)}${message}`
        return message.includes('\n') ? told.split('\n') : [`${/[.!?]$/.test(told) ? told : `${told}.`} ${remedy}`]
      })
      throw new UserError('usage', '', `${distinct.length} things are wrong:\n${lines.join('\n')}`, 'Nothing was checked.')
    },
  }
}

/** A place or an option as it is, a name in quotation marks. */
function nameOf(where: string): string {
  if (where === '') return ''
  return /^--|[/\\:.]/.test(where) ? `${where}: ` : `"${where}": `
}

/** With its place in the configuration, where it was set there; faults of a file of its own have theirs. */
function placed(error: UserError, setting: string, from: string | undefined): UserError {
  if (from?.includes(':') !== true || error.message.includes('\n')) return error
  const name = error.where === '' || error.where === setting || error.where.startsWith('--') ? '' : `"${error.where}": `
  return new UserError('usage', from, `${name}${error.message}`, error.remedy)
}
