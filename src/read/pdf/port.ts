// The line between the two halves of pdfjs (the one that decodes, the one that is asked) where both run in one thread.
// pdfjs's own copies every message deeply, every glyph of every page; here only the lists that it empties after sending are.

/** One end for both halves: each hears everything and knows what is meant for it. */
export interface Port {
  postMessage(message: Message): void
  addEventListener(name: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void
  removeEventListener(name: string, listener: Listener): void
  terminate(): void
}

type Listener = (event: { readonly data: Message }) => void

interface Message {
  /** A piece of a stream: its lists are used again for the next one. */
  readonly chunk?: object | null
}

/** Opens a line. Messages arrive in order, after whoever sent them is done. */
export function openPort(): Port {
  const listeners = new Set<Listener>()
  const later = Promise.resolve()
  return {
    postMessage(message) {
      const data = kept(message)
      void later.then(() => {
        for (const listener of listeners) listener({ data })
      })
    },
    addEventListener(_, listener, options) {
      listeners.add(listener)
      options?.signal?.addEventListener('abort', () => listeners.delete(listener))
    },
    removeEventListener: (_, listener) => void listeners.delete(listener),
    terminate: () => listeners.clear(),
  }
}

/** The message with lists of its own. */
function kept(message: Message): Message {
  const { chunk } = message
  if (typeof chunk !== 'object' || chunk === null) return message
  const entries = Object.entries(chunk).map(([name, value]) => [name, Array.isArray(value) ? value.slice() : value])
  return { ...message, chunk: Object.fromEntries(entries) }
}
