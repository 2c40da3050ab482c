// The names of the formats of a report, as the command line and a configuration give them. What each is, is for report/.

export const formatNames = ['text', 'json', 'markdown', 'sarif', 'junit', 'github', 'csv', 'xlsx', 'oscal'] as const
export type FormatName = (typeof formatNames)[number]
