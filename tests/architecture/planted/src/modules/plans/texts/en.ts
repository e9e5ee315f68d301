export const en = { title: 'Plan', list: { open: '', closed: 'Closed' } } as const;
