// The counts of a run as Markdown tables: by kind and by requirement. No judgement here.

const share = all => (all.length === 0 ? '-' : `${((100 * all.filter(({ good }) => good).length) / all.length).toFixed(1)} %`)

function row(name, all) {
  return `| ${name} | ${all.length} | ${share(all)} |`
}

/** One row for each kind, and one for all. */
export function byKind(title, column, all) {
  const kinds = [...new Set(all.map(({ kind }) => kind))]
  const rows = kinds.map(kind =>
    row(
      kind,
      all.filter(one => one.kind === kind),
    ),
  )
  return [`| ${title} | tried | ${column} |`, '|---|---|---|', ...rows, row('**all**', all)].join('\n')
}

/** One row for each requirement: both shares side by side. */
export function byRequirement({ requirements }, caught, kept) {
  const rows = requirements.map(({ id }) => {
    const [changed, same] = [caught, kept].map(all => all.filter(one => one.id === id))
    return `| \`${id}\` | ${changed.length} | ${share(changed)} | ${same.length} | ${share(same)} |`
  })
  return ['| Requirement | changed | caught | reworded | unchanged |', '|---|---|---|---|---|', ...rows].join('\n')
}
