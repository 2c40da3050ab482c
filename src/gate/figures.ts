// How far a figure is from the one that is asked, as the reasons of reports name both: "48 hours", "85 %", "1,000 requests".
// What contracts say is read by language/; here only what the program itself has written is read back.

const hours: Readonly<Record<string, number>> = { second: 1 / 3600, minute: 1 / 60, hour: 1, day: 24, month: 720, year: 8760 }

/** The distance in hours, per cent or things; undefined for ranges, business days, blanks, and figures of different kinds. */
export function distance(found: string, wanted: string): number | undefined {
  const [one, other] = [figure(found), figure(wanted)]
  return one === undefined || other === undefined || one.kind !== other.kind ? undefined : Math.abs(one.amount - other.amount)
}

function figure(text: string): { readonly amount: number; readonly kind: string } | undefined {
  const [, digits = '', unit = ''] = /^(\d[\d,]*(?:\.\d+)?)(?: (%|\p{L}+))?$/u.exec(text) ?? []
  if (digits === '') return undefined
  const [amount, size] = [Number(digits.replace(/,/g, '')), hours[unit.replace(/s$/, '')]]
  return size === undefined ? { amount, kind: unit === '%' ? unit : 'things' } : { amount: amount * size, kind: 'hours' }
}
