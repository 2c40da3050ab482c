// Two columns of text to draw on a page, and what each comes to when it is read.
export const left = [
  'The Licensor grants to the Licensee',
  'a right to run the model in its own',
  'halls, and to keep one copy of it,',
  'for as long as the fees are paid.',
]
export const right = [
  'The Licensee shall not use it for',
  'another purpose, nor let anybody',
  'else come near the weights of it,',
  'nor lend, sell or rent them out.',
]
export const leftColumn = left.join(' ')
export const rightColumn = right.join(' ')
