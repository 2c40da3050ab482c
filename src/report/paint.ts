// How words stand out. The report says with each word how it is meant; whether that is a colour is the caller's business.

export interface Paint {
  strong(text: string): string
  faint(text: string): string
  good(text: string): string
  fair(text: string): string
  bad(text: string): string
}

const as = (text: string): string => text

/** No colour at all. */
export const plain: Paint = { strong: as, faint: as, good: as, fair: as, bad: as }
