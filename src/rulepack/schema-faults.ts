// What rules/pack.schema.json finds wrong with a file of a pack. What no schema can say is for lint.ts.
import schema from '../../rules/pack.schema.json' with { type: 'json' }
import { faultFinder } from '../yaml/schema.ts'
import { exampleOf } from './examples.ts'

/** Every fault of a file against the schema, up to a hundred. */
export const schemaFaults = faultFinder(schema, exampleOf)
