// Plain YAML data, sound by its schema, to a catalogue of domain/control.ts.
import type { Catalogue, Control } from '../domain/control.ts'
import { recordsOf } from '../domain/json.ts'
import type { Data } from '../yaml/document.ts'

/** A catalogue as its file, or a pack that brings one, writes it; without a source it is its author's own. */
export function catalogueOf({ framework, edition, title, extent, source, note, controls }: Data): Catalogue {
  return {
    key: `${framework}-${edition}`,
    framework: String(framework),
    edition: String(edition),
    title: String(title),
    extent: extent === 'whole' ? 'whole' : 'cited',
    source: String(source ?? 'the pack'),
    ...(note === undefined ? {} : { note: String(note) }),
    controls: recordsOf(controls).map(controlOf),
  }
}

function controlOf({ id, 'applies-from': appliesFrom, ...rest }: Data): Control {
  const texts = Object.entries({ ...rest, appliesFrom }).filter(([, value]) => value !== undefined)
  return { id: String(id), ...Object.fromEntries(texts.map(([key, value]) => [key, String(value)])) }
}
